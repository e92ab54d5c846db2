import type { Case } from './case.js'
import type { Place } from './chosen.js'
import { asNumber, type Fraction, fraction, ONE, product, read, round, times } from './fraction.js'
import { howLong, type Measure, measure } from './measure.js'
import { yearly } from './money.js'
import { type OracleStep, step } from './result.js'
import { at, has, items, text } from './tree.js'

/** What a price or a provision comes to, with its steps. */
export interface Priced {
  /** Whole pence a year; null where people decide, and where hours are provided. */
  readonly pence: bigint | null
  /** The hours or units that are provided; null where it is priced, or people decide. */
  readonly quantity: number | null
  readonly refers: boolean
  readonly place: Place | null
  readonly steps: readonly OracleStep[]
}

const HUNDRED = read('100')

/** Works out a price: everything multiplied, and rounded once. */
export function priced(c: Case, tree: unknown): Priced {
  const { op, much, of, ...found } = measure(c, tree)
  const pence = much === null ? null : once(c, tree, [much, worth(c, tree, of)])
  return {
    pence,
    quantity: null,
    refers: pence === null,
    place: found.place,
    steps: [step(op, pence, said(found))],
  }
}

/** Works out what is provided: hours or units to two decimals, and never money. */
export function provided(c: Case, tree: unknown): Priced {
  const { op, much, ...found } = measure(c, tree)
  const first = step(op, null, said(found))
  if (much === null) return { pence: null, quantity: null, refers: true, place: found.place, steps: [first] }
  const quantity = asNumber(fraction(once(c, tree, [much]), 100n))
  const last = step('provides', null, { quantity })
  return { pence: null, quantity, refers: false, place: found.place, steps: [first, last] }
}

/** Hundredths of a product, rounded once. */
function once(c: Case, tree: unknown, parts: readonly Fraction[]): bigint {
  const factors = items(tree, 'for').map((factor) => howLong(c, factor))
  return round(product([HUNDRED, ...parts, ...factors]), c.rounding)
}

function said({ keys, weight }: Pick<Measure, 'keys' | 'weight'>): Partial<OracleStep> {
  return { keys, weight: weight === null ? null : asNumber(weight) }
}

/** The pounds a year for one of what a price says. */
function worth(c: Case, tree: unknown, of: string): Fraction {
  if (!has(tree, 'rate')) return yearly(of.replace(/^pounds (a|for) /, ''))
  const rate = at(c.table, 'rates', text(tree, 'rate'))
  const pounds = read(text(rate, 'pounds'))
  return times(
    pounds,
    of === 'hours a week' ? read(text(rate, 'weeks-a-year')) : of === 'hours a month' ? read('12') : ONE,
  )
}
