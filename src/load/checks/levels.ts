import { scaled } from '../../decimal.js'
import { type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import { items, type LooseTable } from '../loose.js'
import { eachQuestion } from './walk.js'

/** Levels are named once, and their points follow the question's direction. */
export function checkLevels(table: LooseTable): Finding[] {
  return eachQuestion(table).flatMap(({ path, question }) => {
    const found: Finding[] = []
    const seen = new Set<string>()
    const direction = question.direction ?? 'need'
    let before: string | undefined
    for (const [i, pair] of items(question.levels)) {
      const [level, points] = Object.entries(pair)[0] ?? []
      if (level === undefined || points === undefined) continue
      const at = pointer([...path, 'levels', i, level])
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
  })
}
