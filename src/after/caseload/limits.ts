import { isRoundedAway, percentage, scaled } from '../percentage.js'

/** How much is allowed: a percentage of something, or a number of whole units, such as pence or cases. */
export interface Limit {
  readonly of: 'per-cent' | 'number'
  /** As it was written: `0.5%`, `500`. */
  readonly text: string
  /** Ten-thousandths of a per cent, or hundredths of a pound or of one. */
  readonly size: number
}

/** What may change at most; what is left out has no limit. Exactly at a limit is within it. */
export interface Limits {
  /** Of the comparable total, either way, and of what was settled and is open: a percentage of what it was, or pounds a year. */
  readonly totalChange?: Limit
  /** Of one case's comparable figure: a percentage of what it was, or pounds a year. */
  readonly loss?: Limit
  /** Cases that are newly referred: a percentage of those that both tables can work out, or a number. */
  readonly newlyReferred?: Limit
}

/**
 * Reads a limit: digits, with at most four decimals before a per cent sign and at most two before none. Anything else is
 * null.
 *
 * @example readLimit('0.5%') // { of: 'per-cent', text: '0.5%', size: 5000 }
 */
export function readLimit(text: string): Limit | null {
  const match = /^(\d{1,9})(?:\.(\d{1,4}))?(%?)$/.exec(text)
  const [, whole = '', decimals = '', sign] = match ?? []
  const places = sign === '%' ? 4 : 2
  if (!match || decimals.length > places) return null
  return {
    of: sign === '%' ? 'per-cent' : 'number',
    text,
    size: Number(`${whole}${decimals.padEnd(places, '0')}`),
  }
}

/** Whether some amount, not negative, is more than is allowed; `of` is what a percentage is of. */
export function isOver(limit: Limit, amount: number, of: number): boolean {
  return limit.of === 'per-cent' ? BigInt(amount) * 1_000_000n > BigInt(limit.size) * BigInt(of) : amount > limit.size
}

/** No two whole numbers that a double holds exactly are nearer to each other, as a percentage of a third. */
const MOST_DIGITS = 24

/** A percentage of a change that is over a limit, with as many digits as it takes to see that: so many at least. */
export function visibly(limit: Limit, change: number, of: number, least = 2): string {
  let digits = least
  const [some, all] = [BigInt(Math.abs(change)), BigInt(of)]
  const isHidden = () =>
    isRoundedAway(some, all, digits) ||
    scaled(some, all, digits) * 10_000n <= BigInt(limit.size) * 10n ** BigInt(digits)
  if (limit.of === 'per-cent') while (digits < MOST_DIGITS && isHidden()) digits++
  return percentage(change, of, digits)
}
