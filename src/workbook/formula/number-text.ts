/** How a formula may write a number: TEXT knows these formats here, and no other. */
export const FORMATS = ['0', '0.00', '#,##0.00'] as const
export type Format = (typeof FORMATS)[number]

/** Of a number, as many digits count. */
const DIGITS = 15

/** A number as `&` writes it: 15 digits, no separators, so `0.1 + 0.2` is `0.3`. */
export function numberText(value: number): string {
  const kept = String(Number(value.toPrecision(DIGITS)))
  return kept.replace(/e([+-])(\d+)$/, (_, sign: string, power: string) => `E${sign}${power.padStart(2, '0')}`)
}

/** A number as TEXT writes it; a half goes away from zero, as in the 15 digits that a spreadsheet shows. */
export function formatted(value: number, format: Format): string {
  const places = format === '0' ? 0 : 2
  const digits = rounded(Math.abs(value), places)
    .toString()
    .padStart(places + 1, '0')
  const units = digits.slice(0, digits.length - places)
  const grouped = format === '#,##0.00' ? units.replace(/\B(?=(\d{3})+$)/g, ',') : units
  const sign = value < 0 && /[1-9]/.test(digits) ? '-' : ''
  return places === 0 ? sign + grouped : `${sign}${grouped}.${digits.slice(-places)}`
}

/** The whole number nearest to a positive number times a power of ten. */
function rounded(value: number, places: number): bigint {
  const [mantissa = '', power = ''] = value.toExponential(DIGITS - 1).split('e')
  const shift = Number(power) + places - (DIGITS - 1)
  const digits = BigInt(mantissa.replace('.', ''))
  if (shift >= 0) return digits * 10n ** BigInt(shift)
  const unit = 10n ** BigInt(-shift)
  return (2n * digits + unit) / (2n * unit)
}
