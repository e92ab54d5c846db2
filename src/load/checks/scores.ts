import { type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import { entries, items, type LooseTable, names } from '../loose.js'
import { eachGrid, eachLeaf, eachPrice, eachQuestion, type Path } from './walk.js'

/** Scores are not made of themselves, count each question once, and are used. */
export function checkScores(table: LooseTable): Finding[] {
  const found = circles(table)
  return found.length > 0 ? found : [...twice(table), ...unused(table)]
}

/** What a score is directly made of; a group is made of its questions. */
function parts(table: LooseTable, name: string): string[] {
  const score = table.scores?.[name]
  if (score)
    return [...items(score.sum), ...items(score['highest-of'])]
      .map(([, part]) => part)
      .concat(names(score['per-cent-of']))
  return names(table.questions?.[name]?.ask)
}

/** What a score cannot be worked out without: its parts, and the score that weighs it. */
function needed(table: LooseTable, name: string): string[] {
  const weighed = table.scores?.[name]?.weight?.['look-up']
  return [...parts(table, name), ...(weighed === undefined ? [] : [weighed])]
}

function circles(table: LooseTable): Finding[] {
  const asked = new Map(eachQuestion(table).map(({ id, path }) => [id, path]))
  const deciding = eachLeaf(table).filter(({ path, asks }) => asks && path[4] === 'asked-when')
  const asks = (question: string) =>
    deciding
      .filter(({ path }) => path[3] === question)
      .flatMap(({ leaf }) => [leaf.question, ...items(leaf.among).flatMap(([, name]) => questionsUnder(table, name))])
      .filter((one) => one !== undefined)
  return [
    ...circlesIn(
      names(table.scores),
      (name) => (table.scores?.[name] ? needed(table, name) : []),
      (name) => ['scores', name],
    ),
    ...circlesIn([...asked.keys()], asks, (name) => [...(asked.get(name) ?? []), 'asked-when']),
  ]
}

function questionsUnder(table: LooseTable, name: string): string[] {
  return eachQuestion(table)
    .filter(({ id, group }) => id === name || group === name)
    .map(({ id }) => id)
}

/** Each circle once, where it is first met. */
function circlesIn(
  all: readonly string[],
  next: (name: string) => readonly string[],
  at: (name: string) => Path,
): Finding[] {
  const found: Finding[] = []
  const done = new Set<string>()
  const visit = (name: string, above: readonly string[]) => {
    if (above.includes(name)) {
      const path = [...above.slice(above.indexOf(name)), name]
      found.push(finding('RAS603', pointer(at(name)), { path }, 'key'))
      return
    }
    if (done.has(name)) return
    done.add(name)
    for (const part of next(name)) visit(part, [...above, name])
  }
  for (const name of all) visit(name, [])
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
    // Only the highest of several counts, so that a question may stand under more than one of them.
    if (score['highest-of']) return []
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
  const priced = eachPrice(table).map(({ price }) => price['each-point-of'])
  const grids = eachGrid(table)
  const chosen = grids.flatMap(({ lookUp, across }) => [lookUp, ...across.map(({ question }) => question)])
  const counted = entries(table.scores).flatMap(([id]) => parts(table, id))
  const read = leaves.flatMap((leaf) => [leaf.score, leaf.question, ...items(leaf.among).map(([, name]) => name)])
  const used = new Set<string | undefined>([...priced, ...chosen, ...counted, ...read])
  const scores = names(table.scores).filter((id) => !used.has(id))
  const questions = eachQuestion(table).filter(({ id, group }) => !used.has(id) && !used.has(group))
  return [
    ...scores.map((score) => finding('RAS609', pointer(['scores', score]), { score }, 'key')),
    ...questions.map(({ id, path }) => finding('RAS606', pointer(path), { question: id }, 'key')),
  ]
}
