/** Columns are all of one kind, because loops over one kind of array are the quickest. */
type Values = Float64Array

/** One thing that something depends on, as a digit of a key: a whole number from 0, below `size`. */
export type Digit = Whole | Among | Listed

/** A column whose values are whole numbers of `step` from `low` on. */
interface Whole {
  readonly is: 'whole'
  readonly of: Values
  readonly low: number
  readonly step: number
  readonly size: number
}

/** Where a column's value, times `scale`, lies among some bounds: below, at or above each. */
interface Among {
  readonly is: 'among'
  readonly of: Values
  readonly scale: number
  readonly bounds: readonly number[]
  readonly size: number
  /** Where the column’s values are few, the place of each that was met, from 1. */
  readonly met: Met | null
}

interface Met {
  readonly low: number
  readonly step: number
  readonly places: Uint16Array
}

/** What a list that may still grow says of a column's value. */
interface Listed {
  readonly is: 'listed'
  readonly of: Values
  readonly list: readonly number[]
  readonly size: number
}

export function whole(of: Values, size: number, low = 0, step = 1): Digit {
  return { is: 'whole', of, low, step, size }
}

export function amongBounds(of: Values, bounds: readonly number[], scale = 1, met: Met | null = null): Digit {
  const rising = [...new Set(bounds)].sort((a, b) => a - b)
  return { is: 'among', of, scale, bounds: rising, size: placesAmong(rising), met }
}

/** So many values of a column are few. */
const FEW = 2 ** 22

/** The same for a column of whole steps, which remembers the places of values that it has met. */
export function wholeAmongBounds(digit: Digit, bounds: readonly number[], scale: number): Digit {
  const { of, size } = digit
  if (digit.is !== 'whole' || size > FEW) return amongBounds(of, bounds, scale)
  return amongBounds(of, bounds, scale, { low: digit.low, step: digit.step, places: new Uint16Array(size) })
}

export function listed(of: Values, list: readonly number[], size: number): Digit {
  return { is: 'listed', of, list, size }
}

/** The place of a value among bounds: 2 more for every bound passed, 1 more at one. */
export function among(value: number, bounds: readonly number[]): number {
  let place = 0
  for (let k = 0; k < bounds.length; k++) {
    const bound = bounds[k] ?? 0
    if (value >= bound) place += value > bound ? 2 : 1
  }
  return place
}

/** How many places there are among that many bounds. */
export function placesAmong(bounds: readonly number[]): number {
  return 2 * bounds.length + 1
}

/** Each thing once; a column that stands whole needs no places among bounds. */
export function distinct(digits: readonly Digit[]): Digit[] {
  const columns = new Set(digits.flatMap((digit) => (digit.is === 'whole' ? [digit.of] : [])))
  const kept: Digit[] = []
  for (const digit of digits) {
    if (digit.is === 'among' && columns.has(digit.of)) continue
    if (!kept.some((one) => isSame(one, digit))) kept.push(digit)
  }
  return kept
}

function isSame(a: Digit, b: Digit): boolean {
  if (a.of !== b.of || a.is !== b.is) return false
  if (a.is === 'listed' && b.is === 'listed') return a.list === b.list
  return a.is !== 'among' || b.is !== 'among' || (a.scale === b.scale && a.bounds.join() === b.bounds.join())
}
