import type { Case } from './case.js'
import { type Fraction, floor, fraction, isBelow, minus, ONE, over, read, sum, times, ZERO } from './fraction.js'
import { penceOf } from './money.js'
import { contribution, terms } from './points.js'
import type { OracleShare } from './result.js'
import { at, entries, has, inOrder, maybe, text } from './tree.js'

/** Whole pence in proportion to weights, by largest remainder; the earlier one wins a tie. No weight at all: equal shares. */
export function share(amount: bigint, weights: readonly Fraction[]): readonly bigint[] {
  const whole = sum(weights)
  if (whole.n === 0n)
    return weights.length === 0
      ? []
      : share(
          amount,
          weights.map(() => ONE),
        )
  const due = weights.map((one) => over(times(fraction(amount), one), whole))
  const rest = due.map((one) => minus(one, fraction(floor(one))))
  const left = amount - due.reduce((all, one) => all + floor(one), 0n)
  const first = rest
    .map((_, index) => index)
    .sort((a, b) => {
      const [x, y] = [rest[a] ?? ONE, rest[b] ?? ONE]
      if (isBelow(y, x)) return -1
      return isBelow(x, y) ? 1 : a - b
    })
  const lucky = new Set(first.slice(0, Number(left)))
  return due.map((one, index) => floor(one) + (lucky.has(index) ? 1n : 0n))
}

/** One part of a figure beside the rest of it. */
export function partOf(amount: bigint, part: Fraction, outOf: Fraction): bigint {
  return share(amount, [part, minus(outOf, part)])[0] ?? 0n
}

export function byFunder(line: unknown, amount: bigint): readonly OracleShare[] {
  const paidBy = at(line, 'paid-by')
  const all = maybe(paidBy, 'all')
  if (all !== null) return shares([[all, amount]])
  if (has(paidBy, 'per-cent')) {
    const parts = entries(paidBy, 'per-cent')
    const pence = share(
      amount,
      parts.map(([, perCent]) => read(text(perCent))),
    )
    return shares(parts.map(([funder], index) => [funder, pence[index] ?? 0n]))
  }
  const most = penceOf(text(paidBy, 'first'))
  const first = amount < most ? amount : most
  return shares([
    [text(paidBy, 'by'), first],
    [text(paidBy, 'then-by'), amount - first],
  ])
}

export function byOutcome(c: Case, line: unknown, amount: bigint): readonly OracleShare[] {
  const named = maybe(line, 'outcome')
  if (named !== null) return shares([[named, amount]])
  const score = maybe(line, 'price', 'look-up') ?? text(line, 'price', 'each-point-of')
  return shares(downward(c, score, amount))
}

type Parts = readonly (readonly [string, bigint])[]

/** Follows money from a score to the questions and groups behind it, and so to their outcomes. */
function downward(c: Case, name: string, amount: bigint): Parts {
  const outcome = outcomeOf(c.table, name)
  if (outcome !== null) return [[outcome, amount]]
  const score = at(c.table, 'scores', name)
  const parts = terms(score)
  if (parts.length === 0) throw new RangeError(`${name} serves no outcome`)
  const weights = parts.map((part) => contribution(c, part))
  const pence = share(amount, has(score, 'highest-of') ? onlyHighest(weights) : weights)
  return parts.flatMap((part, index) => downward(c, part.name, pence[index] ?? 0n))
}

/** Everything to the highest, and to the first of those that are. */
function onlyHighest(weights: readonly Fraction[]): readonly Fraction[] {
  const first = weights.findIndex((one) => weights.every((other) => !isBelow(one, other)))
  return weights.map((_, index) => (index === first ? ONE : ZERO))
}

function outcomeOf(table: unknown, name: string): string | null {
  const group = entries(table, 'questions').find(([id, found]) => id === name || at(found, 'ask', name) !== undefined)
  return group === undefined ? null : text(group[1], 'outcome')
}

/** Adds up what has the same name, in the order of the names. */
export function shares(parts: Parts): readonly OracleShare[] {
  const all = new Map<string, bigint>()
  for (const [id, pence] of parts) all.set(id, (all.get(id) ?? 0n) + pence)
  return [...all].sort(([a], [b]) => inOrder(a, b)).map(([id, pence]) => ({ id, pence: Number(pence) }))
}
