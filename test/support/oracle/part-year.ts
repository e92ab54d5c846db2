import type { Case } from './case.js'
import { fraction, least, read } from './fraction.js'
import type { OracleLine } from './result.js'
import { partOf } from './split.js'
import { at, maybe, text } from './tree.js'

/** What this year gets of a yearly figure; null where nothing says when the support begins or ends. */
export function partYear(c: Case, line: unknown, amount: bigint): OracleLine['partYear'] {
  const rule = at(line, 'part-year')
  if (rule === undefined) return null
  const terms = maybe(rule, 'terms')
  if (terms !== null) {
    const left = c.facts.get(terms)
    if (typeof left !== 'object') throw new TypeError(`no terms in ${terms}`)
    const whole = read(text(rule, 'out-of'))
    return part(amount, Number(least(left, whole).n), Number(whole.n))
  }
  const [start, end] = [day(c, maybe(rule, 'start')), day(c, maybe(rule, 'end'))]
  const known = start ?? end
  if (known === null) return null
  const begins = yearOf(known, text(rule, 'year-from'))
  const [first, next] = [begin(begins, 0), begin(begins, 12)]
  const from = start === null ? first : dayNumber(...parts(start))
  const through = end === null ? next - 1 : Math.min(dayNumber(...parts(end)), next - 1)
  if (text(rule, 'in') === 'days') return part(amount, through - from + 1, next - first)
  const months = Array.from({ length: 12 }, (_, index) => index)
  // A month counts in full when any day of it is between the two.
  const left = months.filter((index) => begin(begins, index) <= through && from < begin(begins, index + 1))
  return part(amount, left.length, 12)
}

/** The day that a fact says; null where the rule names no fact, and where it was left out. */
function day(c: Case, fact: string | null): string | null {
  const given = fact === null ? undefined : c.facts.get(fact)
  return typeof given === 'string' ? given : null
}

function part(amount: bigint, left: number, outOf: number): OracleLine['partYear'] {
  const pence = partOf(amount, fraction(BigInt(left)), fraction(BigInt(outOf)))
  return { pence: Number(pence), part: left, outOf }
}

type Day = readonly [number, number, number]

/** The first day of the year that a day falls in, as its year, month and day. */
function yearOf(any: string, from: string): Day {
  const year = Number(any.slice(0, 4))
  const [month = 1, first = 1] = from.split('-').map(Number)
  return [any.slice(5) < from ? year - 1 : year, month, first]
}

/** The day on which a month of the year begins, the first of them being 0. */
function begin([year, month, first]: Day, index: number): number {
  const months = month - 1 + index
  return dayNumber(year + Math.floor(months / 12), (months % 12) + 1, first)
}

function parts(date: string): Day {
  const [year = 0, month = 1, on = 1] = date.split('-').map(Number)
  return [year, month, on]
}

/** How many days lie between the first of January of the year 1 and this day, by the Gregorian calendar. */
function dayNumber(year: number, month: number, on: number): number {
  const before = year - 1
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const months = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  return 365 * before + leaps + months.slice(0, month - 1).reduce((all, one) => all + one, 0) + on - 1
}
