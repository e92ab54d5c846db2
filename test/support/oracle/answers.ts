import { type Fraction, isSame, read, ZERO } from './fraction.js'
import { at, entries, has, items, maybe, pair, text } from './tree.js'

/** What was answered to one question. `level` is null between two levels, not applicable, left blank or not asked. */
export interface Answer {
  readonly points: Fraction
  readonly level: string | null
}

export interface Level {
  /** With its kind where the question has kinds: `turning/nightly`. */
  readonly name: string
  readonly points: string
}

/** The levels of a question: in their order, kind by kind in the order of the kinds' names. */
export function levelsOf(question: unknown): readonly Level[] {
  const under = (tree: unknown, key: string, prefix: string) =>
    items(tree, key).map((level) => {
      const [name, points] = pair(level)
      return { name: `${prefix}${name}`, points: text(points) }
    })
  const kinds = at(question, 'kinds')
  if (kinds === undefined) return under(question, 'levels', '')
  return entries(kinds).flatMap(([kind]) => under(kinds, kind, `${kind}/`))
}

const NOTHING: Answer = { points: ZERO, level: null }

/** An answer that is known to fit; a question that was not asked has none. */
export function readAnswer(question: unknown, given: unknown): Answer {
  if (given === undefined) return NOTHING
  const said = typeof given === 'string' ? given : maybe(given, 'level')
  if (said === 'not-applicable') return NOTHING
  const levels = levelsOf(question)
  if (said !== null) {
    const name = has(given, 'kind') ? `${text(given, 'kind')}/${said}` : said
    const level = levels.find((one) => one.name === name)
    if (level === undefined) throw new RangeError(`no level ${JSON.stringify(name)}`)
    return { points: read(level.points), level: level.name }
  }
  const points = read(String(at(given, 'points')))
  return { points, level: levels.find((level) => isSame(read(level.points), points))?.name ?? null }
}

/** Whether a question can be in no level, so that whatever is looked up by its level has an entry for that too. */
export function mayBeInNone(question: unknown): boolean {
  return ['in-between', 'not-applicable', 'may-be-left', 'forms', 'asked-when'].some((key) => has(question, key))
}

/** Whether a level is one of these: one of a kind by its full name, or by the level alone, whatever the kind. */
export function isOneOf(level: string | null, names: readonly string[]): boolean {
  if (level === null) return false
  return names.includes(level) || names.includes(level.slice(level.indexOf('/') + 1))
}
