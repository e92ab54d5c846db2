import type { Case } from './case.js'
import { type Fraction, fraction, read, times } from './fraction.js'
import { at, maybe, text } from './tree.js'

/** How often a year each period comes. Terms and weeks of a price are counted by the price itself. */
const YEARLY: Readonly<Record<string, string>> = { year: '1', month: '12', '4 weeks': '13', term: '1', week: '1' }

export function yearly(period: string): Fraction {
  const often = YEARLY[period]
  if (often === undefined) throw new RangeError(`no period ${period}`)
  return read(often)
}

/** The pounds a year of a sum that is given as a fact for some period; null where it was left out. */
export function poundsOf(c: Case, id: string): Fraction | null {
  const given = c.facts.get(id)
  if (given === undefined) return null
  if (typeof given !== 'object') throw new TypeError(`no pounds in ${id}`)
  const fact = at(c.table, 'facts', id)
  const period = text(fact, 'a')
  if (period === 'term') return times(given, read('3'))
  return times(given, period === 'week' ? read(text(fact, 'weeks-a-year')) : yearly(period))
}

/** Pounds as written, in whole pence. */
export function penceOf(written: string): bigint {
  return wholePence(read(written))
}

/** Pounds that are known to be whole pence. */
export function wholePence(pounds: Fraction): bigint {
  const pence = times(pounds, fraction(100n))
  if (pence.d !== 1n) throw new RangeError(`£${pounds.n}/${pounds.d} is not whole pence`)
  return pence.n
}

/** The percentage that is kept on the day of the assessment; before the first day, what is kept from it on. */
export function keptOf(c: Case, keeps: readonly unknown[]): Fraction {
  const begun = keeps.filter((one) => text(one, 'from') <= c.date)
  return read(maybe(begun.at(-1) ?? keeps[0], 'per-cent') ?? '0')
}
