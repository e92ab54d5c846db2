import type { Case } from './case.js'
import { type Fraction, isBelow, read } from './fraction.js'
import type { OracleKey } from './result.js'
import { at, has, items, maybe, text } from './tree.js'

/** What a look up chose: by points, by the values of categories, or by both. */
export interface Chosen {
  readonly give: string
  /** What the next row gives for the same categories. */
  readonly next: string | null
  readonly keys: readonly OracleKey[]
  readonly place: Place | null
}

/** Where the points stand among the rows. */
export interface Place {
  readonly points: Fraction
  readonly rows: readonly unknown[]
  readonly index: number
  readonly keys: readonly OracleKey[]
}

type Points = (score: string) => Fraction

/** Reads a look up: `look-up` with rows, `across` with what is given, or rows that give by category. */
export function chosen(c: Case, tree: unknown, points: Points): Chosen {
  const keys = categories(tree).map((category) => key(c, category))
  if (!has(tree, 'look-up')) return { give: given(tree, keys), next: null, keys, place: null }
  const place = find(tree, points, keys)
  const next = place.rows[place.index + 1]
  const after = next === undefined ? null : given(next, keys)
  return { give: given(place.rows[place.index], keys), next: after, keys, place }
}

/** What a row, or a price without rows, gives for the categories. */
export function given(under: unknown, keys: readonly OracleKey[]): string {
  const path = keys.map(({ is }) => is)
  return text(under, 'give', ...path)
}

/** The last row that does not begin beyond the points. */
export function find(tree: unknown, points: Points, keys: readonly OracleKey[] = []): Place {
  const reached = points(text(tree, 'look-up'))
  const rows = items(tree, 'rows')
  const index = rows.filter((row) => !isBelow(reached, read(text(row, 'from')))).length - 1
  if (index < 0) throw new RangeError('no row holds')
  return { points: reached, rows, index, keys }
}

/** The categories of `across`: none, one, or a list. */
export function categories(tree: unknown): readonly unknown[] {
  const across = at(tree, 'across')
  if (across === undefined) return []
  return Array.isArray(across) ? across : [across]
}

function key(c: Case, category: unknown): OracleKey {
  const question = maybe(category, 'question')
  if (question !== null) return { of: question, is: c.answers.get(question)?.level ?? 'no-level' }
  const of = text(category, 'fact')
  const is = c.facts.get(of)
  if (typeof is !== 'string') throw new TypeError(`no value for ${of}`)
  return { of, is }
}
