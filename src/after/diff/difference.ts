import { decimal, isRoundedAway, scaled } from '../percentage.js'
import type { Difference } from './change.js'

const NUMBER = /^(\d+)(?:\.(\d+))?$/

/**
 * The difference of two numbers as written, exact; null where one of them is no number.
 *
 * @example differenceOf('2800', '3000.00') // { by: '+200.00', perCent: '+7.1' }
 */
export function differenceOf(before: string, after: string): Difference | null {
  const [a, b] = [NUMBER.exec(before), NUMBER.exec(after)]
  if (!a || !b) return null
  const places = Math.max(a[2]?.length ?? 0, b[2]?.length ?? 0)
  const [from, to] = [whole(a, places), whole(b, places)]
  const [sign, gap] = to < from ? ['-', from - to] : ['+', to - from]
  const perCent = from === 0n ? null : `${sign}${partOf(gap, from)}`
  return { by: `${sign}${decimal(gap, places)}`, perCent }
}

/** To one decimal, or to as many as it takes: what changes is never `0.0`, and what is left of it never `100.0`. */
function partOf(gap: bigint, from: bigint): string {
  let digits = 1
  while (isRoundedAway(gap, from, digits)) digits++
  return decimal(scaled(gap, from, digits), digits)
}

/** Digits before and after the point as one whole number over a power of ten. */
function whole(match: RegExpExecArray, places: number): bigint {
  return BigInt(`${match[1] ?? '0'}${(match[2] ?? '').padEnd(places, '0')}`)
}
