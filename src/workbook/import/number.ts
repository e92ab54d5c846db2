/** An amount as a sheet may write it: `1500`, `£1,500.00`, `1 500` is none. Groups of three digits may have commas. */
const GROUPED = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/

/**
 * Points as a table writes them; null where the text is none: at most six digits and two decimals, nothing below 0.
 *
 * @example pointsIn('1,050.50') // '1050.5'
 */
export function pointsIn(text: string): string | null {
  const plain = plainly(text)
  if (plain === null) return null
  const [whole = '', decimals = ''] = plain.split('.')
  const rest = decimals.replace(/0+$/, '')
  return whole.length > 6 ? null : `${whole}${rest === '' ? '' : `.${rest}`}`
}

/**
 * Pounds as a table writes them, with two decimals; null where the text is none: a pound sign and commas may be there,
 * at most eight digits and two decimals, nothing below 0.
 *
 * @example poundsIn('£1,500') // '1500.00'
 */
export function poundsIn(text: string): string | null {
  const plain = plainly(text.replace(/^£\s*/, ''))
  if (plain === null) return null
  const [whole = '', decimals = ''] = plain.split('.')
  return whole.length > 8 ? null : `${whole}.${decimals.padEnd(2, '0')}`
}

/** Without commas, and without zeros before it. */
function plainly(text: string): string | null {
  return GROUPED.test(text) ? text.replaceAll(',', '').replace(/^0+(?=\d)/, '') : null
}

/** Hundredths of points that `pointsIn` wrote. */
export function hundredthsOf(points: string): number {
  const [whole = '0', decimals = ''] = points.split('.')
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
}
