import type { Difference, Measure } from '../../after/diff/change.js'
import { pounds } from '../../explain/grammar.js'

/**
 * A number of a table as a person reads it; what stands in the place of a number is told as it stands. `bare` leaves
 * out what it counts, where that was just said.
 *
 * @example counted('3000', 'pounds a year') // '£3,000.00 a year'
 */
export function counted(text: string, of: Measure, bare = false): string {
  if (text === 'refer') return 'refer: people decide'
  if (!/^\d/.test(text)) return text
  switch (of) {
    case 'per cent':
      return `${text}%`
    case 'times':
      return `× ${text}`
    case 'a number':
      return text
    case 'points':
    case 'hours':
    case 'years':
      return bare ? text : `${text} ${Number(text) === 1 ? of.slice(0, -1) : of}`
    case 'hours a week':
    case 'hours a month':
    case 'units a year':
      return bare ? text : `${text} ${of}`
    default:
      return `${money(text)}${bare ? '' : of.replace(/^pounds/, '').replace(/ a hour$/, ' an hour')}`
  }
}

/** By how much two numbers differ, in brackets; of money also as a percentage. */
export function differs(difference: Difference | null, of: Measure): string {
  if (difference === null) return ''
  const { by, perCent } = difference
  const sign = by.startsWith('-') ? '−' : '+'
  const amount = by.slice(1)
  if (of === 'per cent') return ` (${sign}${amount} percentage ${Number(amount) === 1 ? 'point' : 'points'})`
  if (!of.startsWith('pounds')) return ` (${sign}${amount})`
  const part = perCent === null ? '' : `, ${perCent.replace('-', '−')}%`
  return ` (${sign}${money(amount)}${part})`
}

/** The price of a unit may have parts of a penny. */
function money(text: string): string {
  return /\.\d{3,}$/.test(text) ? `£${text}` : pounds(text)
}
