import type { Case } from './case.js'
import { fraction, least, read } from './fraction.js'
import type { OracleLine } from './result.js'
import { partOf } from './split.js'
import { at, maybe, text } from './tree.js'

/** What this year gets of a yearly figure; null where nothing says when the support begins. */
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
  const start = c.facts.get(text(rule, 'start'))
  if (typeof start !== 'string') return null
  const begins = yearOf(start, text(rule, 'year-from'))
  return text(rule, 'in') === 'days' ? inDays(amount, start, begins) : inMonths(amount, start, begins)
}

function part(amount: bigint, left: number, outOf: number): OracleLine['partYear'] {
  const pence = partOf(amount, fraction(BigInt(left)), fraction(BigInt(outOf)))
  return { pence: Number(pence), part: left, outOf }
}

/** The first day of the year that the start falls in, as its year, month and day. */
function yearOf(start: string, from: string): readonly [number, number, number] {
  const year = Number(start.slice(0, 4))
  const [month = 1, day = 1] = from.split('-').map(Number)
  return [start.slice(5) < from ? year - 1 : year, month, day]
}

/** Counts the days from the start to the end of the year, the first one too. */
function inDays(amount: bigint, start: string, [year, month, day]: readonly [number, number, number]) {
  const next = dayNumber(year + 1, month, day)
  const [y = 0, m = 1, d = 1] = start.split('-').map(Number)
  return part(amount, next - dayNumber(y, m, d), next - dayNumber(year, month, day))
}

/** Counts the months of the year that are not over when the support begins; each begins on the day the year does. */
function inMonths(amount: bigint, start: string, [year, month, day]: readonly [number, number, number]) {
  const [y = 0, m = 1, d = 1] = start.split('-').map(Number)
  const begun = dayNumber(y, m, d)
  const ends = Array.from({ length: 12 }, (_, index) => month + index + 1)
  const left = ends.filter((end) => begun < (end > 12 ? dayNumber(year + 1, end - 12, day) : dayNumber(year, end, day)))
  return part(amount, left.length, 12)
}

/** How many days lie between the first of January of the year 1 and this day, by the Gregorian calendar. */
function dayNumber(year: number, month: number, day: number): number {
  const before = year - 1
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const months = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  return 365 * before + leaps + months.slice(0, month - 1).reduce((all, one) => all + one, 0) + day - 1
}
