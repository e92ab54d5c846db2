import { tenTo } from '../../decimal.js'
import type { Rounding } from '../../pence.js'
import { call, type Expression, iff, infix, number } from '../formula/expression.js'

/**
 * A whole number that a formula comes to, with the least and the most it can be. Spreadsheets keep 15 digits, and round
 * a quotient to them before they cut it down to a whole number, so what is divided must be proven to stay below them.
 */
export interface Whole {
  readonly formula: Expression
  readonly low: number
  readonly high: number
}

/** The most that twice a numerator and its divisor may come to: beyond it INT can be a whole too high. */
export const EXACT = 1e14

export function whole(value: number): Whole {
  return { formula: number(value), low: value, high: value }
}

export function within(formula: Expression, low: number, high: number): Whole {
  return { formula, low, high }
}

export function plus(a: Whole, b: Whole): Whole {
  return { formula: infix(a.formula, '+', b.formula), low: a.low + b.low, high: a.high + b.high }
}

export function minus(a: Whole, b: Whole): Whole {
  return { formula: infix(a.formula, '-', b.formula), low: a.low - b.high, high: a.high - b.low }
}

/** The product; a factor of exactly 1 is left out. */
export function times(a: Whole, b: Whole): Whole {
  if (isOne(a)) return b
  if (isOne(b)) return a
  const ends = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high]
  return { formula: infix(a.formula, '*', b.formula), low: Math.min(...ends), high: Math.max(...ends) }
}

function isOne({ low, high }: Whole): boolean {
  return low === 1 && high === 1
}

/** A figure with at most so many decimals as a whole number of its smallest parts: £12.50 in pence, 21.5 in tenths. */
export function scaledUp(figure: Expression, places: number, low: number, high: number): Whole {
  const formula =
    places === 0 ? call('INT', figure) : call('INT', infix(infix(figure, '*', number(tenTo(places))), '+', number(0.5)))
  return { formula, low: Math.round(low * tenTo(places)), high: Math.round(high * tenTo(places)) }
}

/** Whether a division is exact in every spreadsheet: see {@link EXACT}. So written that it also finds what is no number. */
export function isExact(numerator: Whole, divisor: Whole): boolean {
  return 2 * Math.max(Math.abs(numerator.low), Math.abs(numerator.high)) + divisor.high <= EXACT
}

/** Divides once and rounds once, as `divide` does (rule R1). The divisor is 1 or more. */
export function dividedBy(numerator: Whole, divisor: Whole, rounding: Rounding): Whole {
  if (isOne(divisor)) return numerator
  const [n, d] = [numerator.formula, divisor.formula]
  const ends = [numerator.low, numerator.high].flatMap((end) => [end / divisor.low, end / divisor.high])
  const bounds = { low: Math.floor(Math.min(...ends)), high: Math.ceil(Math.max(...ends)) }
  return { formula: rounded(n, d, numerator.low, rounding), ...bounds }
}

function rounded(n: Expression, d: Expression, low: number, rounding: Rounding): Expression {
  const twice = (one: Expression): Expression => infix(number(2), '*', one)
  const floor = call('INT', infix(n, '/', d))
  switch (rounding) {
    case 'half up':
      return call('INT', infix(infix(twice(n), '+', d), '/', twice(d)))
    case 'down':
      if (low >= 0) return floor
      return iff(
        infix(n, '<', number(0)),
        infix(number(0), '-', call('INT', infix(infix(number(0), '-', n), '/', d))),
        floor,
      )
    case 'half even': {
      const rest = twice(infix(n, '-', infix(floor, '*', d)))
      const odd = infix(floor, '-', twice(call('INT', infix(floor, '/', number(2)))))
      const up = iff(infix(rest, '>', d), number(1), iff(infix(rest, '=', d), odd, number(0)))
      return infix(floor, '+', up)
    }
  }
}

/** The smaller of two. */
export function least(a: Whole, b: Whole): Whole {
  return {
    formula: call('MIN', a.formula, b.formula),
    low: Math.min(a.low, b.low),
    high: Math.min(a.high, b.high),
  }
}

/** The larger of two. */
export function most(a: Whole, b: Whole): Whole {
  return {
    formula: call('MAX', a.formula, b.formula),
    low: Math.max(a.low, b.low),
    high: Math.max(a.high, b.high),
  }
}

/** One of two, as a condition has it. */
export function either(condition: Expression, a: Whole, b: Whole): Whole {
  return {
    formula: iff(condition, a.formula, b.formula),
    low: Math.min(a.low, b.low),
    high: Math.max(a.high, b.high),
  }
}
