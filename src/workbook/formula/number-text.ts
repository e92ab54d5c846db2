/** Of a number, as many digits count. */
const DIGITS = 15

/** A number as `&` writes it: 15 digits, no separators, so `0.1 + 0.2` is `0.3`. */
export function numberText(value: number): string {
  const kept = String(Number(value.toPrecision(DIGITS)))
  return kept.replace(/e([+-])(\d+)$/, (_, sign: string, power: string) => `E${sign}${power.padStart(2, '0')}`)
}
