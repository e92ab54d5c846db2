import type { Case } from './case.js'
import { type Chosen, chosen, find, type Place } from './chosen.js'
import { type Fraction, minus, over, plus, read, times } from './fraction.js'
import { poundsOf } from './money.js'
import { points, weightOf } from './points.js'
import type { OracleKey } from './result.js'
import { at, has, maybe, text } from './tree.js'

/** How much a price or a provision says, before rates, periods and parts. */
export interface Measure {
  readonly op: string
  /** Null where people decide. */
  readonly much: Fraction | null
  /** Of what: `pounds a month`, `hours a week`, `units a year` or `points`. */
  readonly of: string
  readonly place: Place | null
  readonly keys: readonly OracleKey[]
  readonly weight: Fraction | null
}

const PLAIN = { place: null, keys: [], weight: null }

export function measure(c: Case, tree: unknown): Measure {
  if (has(tree, 'people-decide')) return { ...PLAIN, op: 'people-decide', much: null, of: 'pounds a year' }
  if (has(tree, 'pounds')) return flat(c, tree)
  if (has(tree, 'quote')) return { ...PLAIN, op: 'quote', much: poundsOf(c, text(tree, 'quote')), of: 'pounds a year' }
  if (has(tree, 'entitlement')) {
    const fact = text(tree, 'entitlement')
    return { ...PLAIN, op: 'entitlement', much: numberOrFact(c, fact), of: text(c.table, 'facts', fact, 'of') }
  }
  if (has(tree, 'each-point-of')) {
    const much = points(c, text(tree, 'each-point-of'))
    return { ...PLAIN, op: 'each-point', much, of: maybe(tree, 'gives') ?? 'points' }
  }
  if (has(tree, 'hours-a-week')) {
    return { ...PLAIN, op: 'hours', much: numberOrFact(c, text(tree, 'hours-a-week')), of: 'hours a week' }
  }
  if (has(tree, 'units-a-year')) {
    return { ...PLAIN, op: 'units', much: read(text(tree, 'units-a-year')), of: 'units a year' }
  }
  return lookedUp(c, tree)
}

function flat(c: Case, tree: unknown): Measure {
  const of = `pounds a ${text(tree, 'a')}`
  const pounds = read(text(tree, 'pounds'))
  if (!has(tree, 'weight')) return { ...PLAIN, op: 'flat', much: pounds, of }
  const weight = weightOf(c, tree)
  const { keys } = chosen(c, at(tree, 'weight'), (score) => points(c, score))
  return { ...PLAIN, op: 'flat', much: times(pounds, weight), of, keys, weight }
}

function lookedUp(c: Case, tree: unknown): Measure {
  const found = chosen(c, tree, (score) => points(c, score))
  const { keys, place, give, next } = found
  const of = text(tree, 'gives')
  const op = place === null ? 'category' : 'look-up'
  if (give === 'refer') return { ...PLAIN, op, much: null, of, keys, place }
  if (!has(tree, 'straight-line') || next === null || next === 'refer' || place === null) {
    return { ...PLAIN, op, much: read(give), of, keys, place }
  }
  return { ...PLAIN, op: 'straight-line', much: between(found, place, read(next)), of, keys, place }
}

/** The height of the straight line from one row to the next, at these points. */
function between({ give }: Chosen, { points: reached, rows, index }: Place, next: Fraction): Fraction {
  const [x, far] = [read(text(rows[index], 'from')), read(text(rows[index + 1], 'from'))]
  const along = over(minus(reached, x), minus(far, x))
  return plus(read(give), times(minus(next, read(give)), along))
}

/** What a provision is counted in, before it is known how much; hours a week where people decide it. */
export function measuredIn(c: Case, tree: unknown): string {
  const fact = maybe(tree, 'entitlement')
  return fact === null ? (maybe(tree, 'gives') ?? 'hours a week') : text(c.table, 'facts', fact, 'of')
}

/** The band of the row that the points chose, or of the row beside a judged band; null where there is none. */
export function bandOf(c: Case, tree: unknown): string | null {
  const rows = has(tree, 'beside') ? at(tree, 'beside') : tree
  if (!has(rows, 'look-up')) return null
  const place = find(rows, (score) => points(c, score))
  return maybe(place.rows[place.index], 'band')
}

/** A part of the whole, or how many of a period: what `for` multiplies with. */
export function howLong(c: Case, factor: unknown): Fraction {
  const many = maybe(factor, 'terms') ?? maybe(factor, 'weeks') ?? text(factor, 'hours')
  return over(numberOrFact(c, many), read(maybe(factor, 'out-of') ?? '1'))
}

function numberOrFact(c: Case, written: string): Fraction {
  if (/^\d/.test(written)) return read(written)
  const given = c.facts.get(written)
  if (typeof given !== 'object') throw new TypeError(`no number for ${written}`)
  return given
}
