import { type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import { entries, items, type LooseTable, names } from '../loose.js'
import { eachLeaf, eachLine, eachQuestion } from './walk.js'

/** Scores are not made of themselves, count each question once, and are used. */
export function checkScores(table: LooseTable): Finding[] {
  const found = circles(table)
  return found.length > 0 ? found : [...twice(table), ...unused(table)]
}

/** What a score is directly made of; a group is made of its questions. */
function parts(table: LooseTable, name: string): string[] {
  const score = table.scores?.[name]
  if (score) return [...items(score.sum).map(([, part]) => part), ...names(score['per-cent-of'])]
  return names(table.questions?.[name]?.ask)
}

function circles(table: LooseTable): Finding[] {
  const found: Finding[] = []
  const done = new Set<string>()
  const visit = (name: string, above: readonly string[]) => {
    if (above.includes(name)) {
      const path = [...above.slice(above.indexOf(name)), name]
      found.push(finding('RAS603', pointer(['scores', name]), { path }, 'key'))
      return
    }
    if (done.has(name)) return
    done.add(name)
    if (table.scores?.[name]) for (const part of parts(table, name)) visit(part, [...above, name])
  }
  for (const name of names(table.scores)) visit(name, [])
  return found
}

function twice(table: LooseTable): Finding[] {
  const reached = new Map<string, ReadonlySet<string>>()
  const reach = (name: string): ReadonlySet<string> => {
    const known = reached.get(name)
    if (known) return known
    // A group and a score of one name would lead into each other; that the name is given twice is told elsewhere.
    reached.set(name, new Set())
    const inner = parts(table, name)
    const all = new Set(inner.length === 0 ? [name] : inner.flatMap((part) => [...reach(part)]))
    reached.set(name, all)
    return all
  }
  return entries(table.scores).flatMap(([id, score]) => {
    const seen = new Set<string>()
    return parts(table, id).flatMap((name, i) => {
      const again = [...reach(name)].find((question) => seen.has(question))
      for (const question of reach(name)) seen.add(question)
      if (again === undefined) return []
      const where = score.sum ? ['scores', id, 'sum', i] : ['scores', id, 'per-cent-of', name]
      return [finding('RAS604', pointer(where), { name: again, score: id }, score.sum ? 'value' : 'key')]
    })
  })
}

function unused(table: LooseTable): Finding[] {
  const leaves = eachLeaf(table).map(({ leaf }) => leaf)
  const priced = eachLine(table).flatMap(({ line }) => [line.price?.['look-up'], line.price?.['each-point-of']])
  const counted = entries(table.scores).flatMap(([id]) => parts(table, id))
  const read = leaves.flatMap((leaf) => [leaf.score, leaf.question, ...items(leaf.among).map(([, name]) => name)])
  const used = new Set<string | undefined>([...priced, ...counted, ...read])
  const scores = names(table.scores).filter((id) => !used.has(id))
  const questions = eachQuestion(table).filter(({ id, group }) => !used.has(id) && !used.has(group))
  return [
    ...scores.map((score) => finding('RAS609', pointer(['scores', score]), { score }, 'key')),
    ...questions.map(({ id, path }) => finding('RAS606', pointer(path), { question: id }, 'key')),
  ]
}
