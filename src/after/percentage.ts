/**
 * A part of a whole as a percentage with its sign, exact up to the rounding of its last digit, half away from nothing.
 * What is not nothing never reads as nothing, nor what is not the whole as the whole. The whole is not nothing.
 *
 * @example percentage(300, 10_000, 2) // '+3.00%'
 * @example percentage(-1, 10_000, 1) // 'under −0.1%'
 */
export function percentage(part: number, whole: number, digits: number): string {
  const [some, all] = [BigInt(Math.abs(part)), BigInt(whole)]
  const shown = scaled(some, all, digits)
  const sign = part === 0 ? '' : part < 0 ? '−' : '+'
  const text = (value: bigint) => `${sign}${decimal(value, digits)}%`
  if (!isRoundedAway(some, all, digits)) return text(shown)
  if (shown === 0n) return `under ${text(1n)}`
  return `over ${text(some < all ? shown - 1n : shown)}`
}

/** Whether so many digits say nothing of something, or the whole of what is not the whole. */
export function isRoundedAway(part: bigint, whole: bigint, digits: number): boolean {
  const shown = scaled(part, whole, digits)
  return (shown === 0n && part > 0n) || (shown === 100n * 10n ** BigInt(digits) && part !== whole)
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
