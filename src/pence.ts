declare const pence: unique symbol

/**
 * A whole number of pence. The only form in which money leaves this library.
 *
 * Units: pence; £1,500 is `150000`. Never a fraction, never pounds.
 */
export type Pence = number & { readonly [pence]: true }

/** How a tie or a part of a penny is settled. Declared once in a table's header, used for every division in it. */
export type Rounding = 'half up' | 'half even' | 'down'

/**
 * Admits a whole number as pence.
 *
 * @throws RangeError when the number is not a whole number that a double holds exactly.
 * @example asPence(150000) // £1,500.00
 */
export function asPence(value: number): Pence {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number of pence`)
  return value as Pence
}

/**
 * Divides once and rounds once (rule R1).
 *
 * Both are whole numbers, `denominator` is at least 1, and `|numerator| + denominator` is at most 2^53 − 1, which the
 * compiler proves for each line (rule R7); within that, `Math.floor` of a double quotient is exact. `half up` sends a
 * tie towards plus infinity, `half even` to the even neighbour, `down` towards nothing.
 *
 * @example divide(5, 2, 'half up') // 3
 * @example divide(5, 2, 'half even') // 2
 */
export function divide(numerator: number, denominator: number, rounding: Rounding): number {
  // Adding 0 turns a negative nothing, which prints as 0 and is not the same value, into 0.
  const floor = Math.floor(numerator / denominator) + 0
  const rest = numerator - floor * denominator
  if (rest === 0) return floor
  switch (rounding) {
    case 'half up':
      return 2 * rest >= denominator ? floor + 1 : floor
    case 'half even':
      if (2 * rest === denominator) return floor % 2 === 0 ? floor : floor + 1
      return 2 * rest > denominator ? floor + 1 : floor
    case 'down':
      return floor < 0 ? floor + 1 : floor
  }
}

/**
 * Splits an amount into whole pence in proportion to weights, so that the parts add up to the amount: each gets the
 * whole pence below its part, and the pennies left over go to the largest remainders, ties to the earlier one.
 *
 * `amount` and every weight are whole and not negative. No weights give no parts; weights that are all 0 share equally.
 * `amount × Σ weights` stays within 2^53 − 1, which the compiler proves.
 *
 * @example share(100, [1, 1, 1]) // [34, 33, 33]
 */
export function share(amount: number, weights: readonly number[]): number[] {
  let total = 0
  for (let i = 0; i < weights.length; i++) total += weights[i] ?? 0
  if (total === 0)
    return weights.length === 0
      ? []
      : share(
          amount,
          weights.map(() => 1),
        )
  const parts: number[] = []
  let left = amount
  for (let i = 0; i < weights.length; i++) {
    const part = Math.floor((amount * (weights[i] ?? 0)) / total)
    parts.push(part)
    left -= part
  }
  for (; left > 0; left--) {
    // A part that was given its penny has less than nothing left over, so each is given one at the most.
    let to = 0
    let largest = -1
    for (let i = 0; i < parts.length; i++) {
      const rest = amount * (weights[i] ?? 0) - (parts[i] ?? 0) * total
      if (rest > largest) {
        to = i
        largest = rest
      }
    }
    parts[to] = (parts[to] ?? 0) + 1
  }
  return parts
}

/**
 * Writes pence as pounds, with thousands separated and always two decimals.
 *
 * @example formatPounds(asPence(293800)) // '£2,938.00'
 */
export function formatPounds(amount: Pence): string {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  const pounds = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amount < 0 ? '−' : ''}£${pounds}.${digits.slice(-2)}`
}
