import { scaled } from '../../decimal.js'
import { type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import { entries, items, type LooseTable } from '../loose.js'
import { eachQuestion, type LooseQuestion, type Path } from './walk.js'

/** A question has levels or kinds; levels are named once, and their points follow the question's direction. */
export function checkLevels(table: LooseTable): Finding[] {
  return eachQuestion(table).flatMap(({ path, question }) => {
    const forms = ['levels', 'kinds'].filter((word) => Object.hasOwn(question, word))
    if (forms.length !== 1) return [finding('RAS106', pointer(path), { options: ['levels', 'kinds'] }, 'key')]
    const direction = question.direction ?? 'need'
    return [
      ...levelsIn(question.levels, direction, [...path, 'levels']),
      ...entries(question.kinds).flatMap(([kind, levels]) => levelsIn(levels, direction, [...path, 'kinds', kind])),
    ]
  })
}

function levelsIn(levels: LooseQuestion['levels'], direction: 'need' | 'support', path: Path): Finding[] {
  const found: Finding[] = []
  const seen = new Set<string>()
  let before: string | undefined
  for (const [i, pair] of items(levels)) {
    const [level, points] = Object.entries(pair)[0] ?? []
    if (level === undefined || points === undefined) continue
    const at = pointer([...path, i, level])
    if (seen.has(level)) found.push(finding('RAS601', at, { level }, 'key'))
    seen.add(level)
    if (before !== undefined) {
      const step = scaled(points, 2) - scaled(before, 2)
      if (direction === 'need' ? step < 0 : step > 0)
        found.push(finding('RAS602', at, { level, points, before, direction }))
    }
    before = points
  }
  return found
}
