import type { Amount } from '../allocate/budget.js'
import { capsIn, countedAs } from '../allocate/flags.js'
import type { PricedLine } from '../allocate/line.js'
import { bandOf } from '../allocate/price.js'
import type { LineScene } from '../allocate/scene.js'
import { priceInEach } from '../allocate/settings.js'
import { totalOf } from '../allocate/totals.js'
import { changesReadTheDay, conditionsOf, gridsOf, leavesOf } from '../load/compile/reads.js'
import { readsNoSum } from '../load/condition-plan.js'
import type { LinePlan } from '../load/plan.js'
import { sceneAt } from './block.js'
import { STATES } from './columns.js'
import { type Digit, distinct } from './digits.js'
import { contextDigits, dateDigit, factDigit, gridDigits, type Inputs, leafDigit, nodeDigit } from './inputs.js'
import { keysOf } from './keys.js'

/** What flags read of a line. */
export interface Outcome {
  readonly amount: Amount
  /** What flags count it as. */
  readonly counted: number | null
  readonly away: number | null
  readonly band: string | null
}

interface Limit {
  readonly name: string
  readonly at: string
  /** For each outcome, 1 where it was cut. */
  readonly cut: number[]
}

/** A line worked out once for everything that it depends on; what it came to is numbered, in columns. */
export interface LineMemo {
  readonly line: LinePlan
  /** The number of what the line comes to in each case of a block. */
  readonly found: Float64Array
  readonly work: (n: number) => void
  /** Kept only where flags ask for the line, which is settled before the first block. */
  readonly outcomes: readonly Outcome[]
  readonly states: readonly number[]
  /** Pence a year, or hundredths of what a line without money provides; NaN where there is no figure. */
  readonly figures: readonly number[]
  /** What it adds to totals. */
  readonly settled: readonly number[]
  /** 1 where totals wait for it. */
  readonly waits: readonly number[]
  readonly limits: readonly Limit[]
  /** A list beside the outcomes, of what is asked of each; it grows with them. */
  readonly listing: (of: (outcome: Outcome) => number) => readonly number[]
}

export function lineMemo(line: LinePlan, inputs: Inputs): LineMemo {
  const { block } = inputs
  const limits: readonly Limit[] = line.changes
    .filter(({ op }) => op === 'at-most')
    .map(({ name, at }) => ({ name, at, cut: [] }))
  const outcomes: Outcome[] = []
  const states: number[] = []
  const figures: number[] = []
  const settled: number[] = []
  const waits: number[] = []
  const listings: { readonly of: (outcome: Outcome) => number; readonly list: number[] }[] = []
  const keys = keysOf(distinct(digitsOf(line, inputs)), block.n, () => {
    for (const list of [
      outcomes,
      states,
      figures,
      settled,
      waits,
      ...limits.map(({ cut }) => cut),
      ...listings.map(({ list }) => list),
    ])
      list.length = 0
  })
  const price = (i: number): number => {
    const scene = sceneAt(block, i)
    const priced = priceInEach(line, scene)
    const { amount, steps, quantity } = priced
    const outcome = outcomeOf(line, priced, scene)
    const provides = line.provides === null ? null : { quantity, of: line.provides }
    const total = totalOf([{ id: line.id, amount, provides }])
    const caps = capsIn(steps)
    if (listings.length > 0) outcomes.push(outcome)
    states.push(STATES.indexOf(amount.state))
    figures.push(figureOf(priced, provides !== null))
    settled.push(total.settled)
    waits.push(total.waiting.length > 0 ? 1 : 0)
    for (const { at, cut } of limits) cut.push(caps.some((step) => step.at === at) ? 1 : 0)
    for (const { of, list } of listings) list.push(of(outcome))
    return states.length - 1
  }
  return {
    line,
    found: keys.found,
    outcomes,
    states,
    figures,
    settled,
    waits,
    limits,
    work: (n) => keys.work(n, price),
    listing: (of) => {
      const list = outcomes.map(of)
      listings.push({ of, list })
      return list
    },
  }
}

/** Everything that the figure of a line, and what flags read of it, can depend on. */
function digitsOf(line: LinePlan, inputs: Inputs): Digit[] {
  const { block } = inputs
  const { price, changes, gate } = line
  const leaves = conditionsOf(line).flatMap(leavesOf).filter(readsNoSum)
  const facts = [
    ...price.factors.map(({ fact }) => fact),
    ...('fact' in price ? [price.fact] : []),
    ...(gate ? [gate.fact] : []),
    ...changes.flatMap((change) => ('fact' in change ? [change.fact] : 'of' in change ? [change.of.fact] : [])),
  ]
  const grids = [...gridsOf(price), ...(price.is === 'category' && price.beside ? [price.beside] : [])]
  const before = block.plan.flags
    .flatMap(({ when }) => leavesOf(when))
    .flatMap((leaf) => (leaf.is === 'near' && leaf.line === line.id ? [leaf.within] : []))
  return [
    ...contextDigits(block, leaves),
    ...grids.flatMap((grid) => gridDigits(block, grid, before)),
    ...(price.is === 'each-point' || (price.is === 'look-up' && price.straight) ? [nodeDigit(block, price.node)] : []),
    ...facts.filter((index) => index >= 0).map((index) => factDigit(block, index)),
    ...leaves.map((leaf) => leafDigit(leaf, inputs)),
    ...(changesReadTheDay(line) ? [dateDigit(block)] : []),
  ]
}

function outcomeOf(line: LinePlan, { amount, applies, neighbours }: PricedLine, scene: LineScene): Outcome {
  return {
    amount,
    counted: countedAs(amount),
    away: neighbours?.away ?? null,
    band: applies ? bandOf(line, scene) : null,
  }
}

function figureOf({ amount, quantity }: PricedLine, provides: boolean): number {
  if (provides) return quantity === null ? Number.NaN : Math.round(quantity * 100)
  return ('pence' in amount ? amount.pence : null) ?? Number.NaN
}
