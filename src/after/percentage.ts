/**
 * A part of a whole as a percentage with its sign, exact up to the rounding of its last digit, half away from nothing.
 * The whole is not nothing.
 *
 * @example percentage(300, 10_000, 2) // '+3.00%'
 */
export function percentage(part: number, whole: number, digits: number): string {
  const shown = scaled(BigInt(Math.abs(part)), BigInt(whole), digits)
  const sign = shown === 0n ? '' : part < 0 ? '−' : '+'
  return `${sign}${decimal(shown, digits)}%`
}

/** The percentage, without a sign, as a whole number of its last digit. */
export function scaled(part: bigint, whole: bigint, digits: number): bigint {
  return (2n * part * 100n * 10n ** BigInt(digits) + whole) / (2n * whole)
}

/** A whole number of a last digit, not negative, with its decimals. */
export function decimal(value: bigint, places: number): string {
  const digits = String(value).padStart(places + 1, '0')
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
}
