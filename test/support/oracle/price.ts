import type { Case } from './case.js'
import { type Fraction, fraction, isBelow, minus, ONE, over, plus, product, read, round, times } from './fraction.js'
import { points } from './points.js'
import { at, has, items, maybe, text } from './tree.js'

/** What a price comes to: whole pence a year, or null where the row says that people decide. */
export interface Priced {
  readonly op: string
  readonly pence: bigint | null
  readonly place: Place | null
}

/** Where the points stand among the rows. */
export interface Place {
  readonly points: Fraction
  readonly rows: readonly unknown[]
  readonly index: number
}

const PENNIES = read('100')
/** How often a year each period comes. Terms and weeks are counted by the price itself. */
const YEARLY: Readonly<Record<string, bigint>> = { year: 1n, month: 12n, '4 weeks': 13n, term: 1n, week: 1n }

/** Works out a price: everything multiplied, and rounded once. */
export function priced(c: Case, price: unknown): Priced {
  const factors = items(price, 'for').map((factor) => howLong(c, factor))
  const penceOf = (...parts: readonly Fraction[]): bigint => round(product([PENNIES, ...parts, ...factors]), c.rounding)
  if (has(price, 'pounds')) {
    return { op: 'flat', pence: penceOf(read(text(price, 'pounds')), yearly(text(price, 'a'))), place: null }
  }
  if (has(price, 'each-point-of')) {
    return { op: 'each-point', pence: penceOf(points(c, text(price, 'each-point-of')), rate(c, price)), place: null }
  }
  if (has(price, 'hours-a-week')) {
    const hours = numberOrFact(c, text(price, 'hours-a-week'))
    return { op: 'hours', pence: penceOf(hours, rate(c, price)), place: null }
  }
  if (has(price, 'units-a-year')) {
    return { op: 'units', pence: penceOf(read(text(price, 'units-a-year')), rate(c, price)), place: null }
  }
  const place = find(c, price)
  const row = place.rows[place.index]
  const next = place.rows[place.index + 1]
  if (text(row, 'give') === 'refer') return { op: 'look-up', pence: null, place }
  const one = has(price, 'rate') ? rate(c, price) : yearly(text(price, 'gives').replace(/^pounds (a|for) /, ''))
  if (!has(price, 'straight-line') || next === undefined || text(next, 'give') === 'refer') {
    return { op: 'look-up', pence: penceOf(read(text(row, 'give')), one), place }
  }
  return { op: 'straight-line', pence: penceOf(between(row, next, place.points), one), place }
}

/** The last row that does not begin beyond the points. */
function find(c: Case, price: unknown): Place {
  const reached = points(c, text(price, 'look-up'))
  const rows = items(price, 'rows')
  const index = rows.filter((row) => !isBelow(reached, read(text(row, 'from')))).length - 1
  if (index < 0) throw new RangeError('no row holds')
  return { points: reached, rows, index }
}

/** The height of the straight line from one row to the next, at these points. */
function between(row: unknown, next: unknown, reached: Fraction): Fraction {
  const [x, y] = [read(text(row, 'from')), read(text(row, 'give'))]
  const along = over(minus(reached, x), minus(read(text(next, 'from')), x))
  return plus(y, times(minus(read(text(next, 'give')), y), along))
}

function yearly(period: string): Fraction {
  const often = YEARLY[period]
  if (often === undefined) throw new RangeError(`no period ${period}`)
  return fraction(often)
}

/** The pounds a year for one of what a rate is for: an hour a week is paid in each of the rate’s weeks. */
function rate(c: Case, price: unknown): Fraction {
  const found = at(c.table, 'rates', text(price, 'rate'))
  const weeks = text(found, 'per') === 'hour' ? read(text(found, 'weeks-a-year')) : ONE
  return times(read(text(found, 'pounds')), weeks)
}

function howLong(c: Case, factor: unknown): Fraction {
  const many = maybe(factor, 'terms') ?? maybe(factor, 'weeks') ?? text(factor, 'hours')
  return over(numberOrFact(c, many), read(maybe(factor, 'out-of') ?? '1'))
}

function numberOrFact(c: Case, written: string): Fraction {
  if (/^\d/.test(written)) return read(written)
  const given = c.facts.get(written)
  if (typeof given !== 'object') throw new TypeError(`no number for ${written}`)
  return given
}
