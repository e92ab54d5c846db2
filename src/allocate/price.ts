import type { LinePlan } from '../load/plan.js'
import type { FactorPlan, PricePlan, RatePlan, RowPlan } from '../load/price-plan.js'
import { must } from '../must.js'
import { asPence, divide, type Pence } from '../pence.js'
import type { Scene } from '../score/conditions.js'
import type { Neighbours } from './budget.js'
import type { Factor, PriceStep } from './step.js'

type LookUp = Extract<PricePlan, { readonly is: 'look-up' }>

/** The amount before any change: all factors multiplied, divided once, rounded once (rule R1); null where a row refers. */
export function price({ price }: LinePlan, scene: Scene): PriceStep {
  const { at } = price
  const rate = price.rate ?? NO_RATE
  const times = factorsOf(price, scene)
  switch (price.is) {
    case 'flat':
      return { op: 'flat', price: price.value, per: price.per, times, after: amount(price, price.value, 1, scene), at }
    case 'hours': {
      const hours = price.fact < 0 ? price.value : Number(scene.reading.facts[price.fact])
      const after = amount(price, hours, 1, scene)
      return { op: 'hours', hours: hours / 100, fact: price.factId, rate, times, after, at }
    }
    case 'units':
      return { op: 'units', units: price.value, rate, times, after: amount(price, price.value, 1, scene), at }
    case 'each-point': {
      const points = scene.nodes[price.node.index] ?? 0
      const after = amount(price, points, 1, scene)
      return { op: 'each-point', score: price.node.id, points: points / price.node.den, rate, times, after, at }
    }
    case 'look-up':
      return lookUp(price, scene, times)
  }
}

const NO_RATE: RatePlan = Object.freeze({ id: '', pounds: '0', per: '' })

function lookUp(price: LookUp, scene: Scene, times: readonly Factor[]): PriceStep {
  const { points, row, next, shown } = place(price, scene)
  const { gives, rate } = price
  const { at, fromPoints: from, give, band } = row
  const score = price.node.id
  if (price.straight && next && row.value !== null && next.value !== null) {
    const span = next.from - row.from
    const line = row.value * span + (next.value - row.value) * (points - row.from)
    const after = amount(price, line, span, scene)
    const { fromPoints, give: nextGive } = next
    return {
      op: 'straight-line',
      score,
      points: shown,
      from,
      give,
      gives,
      rate,
      times,
      at,
      next: fromPoints,
      nextGive,
      after,
    }
  }
  const after = row.value === null ? null : amount(price, row.value, 1, scene)
  return { op: 'look-up', score, points: shown, from, give, gives, rate, times, at, band, after }
}

/** Where the points lie among the rows: on the rows' scale, and as a person writes them. */
function place({ node, scale, rows }: LookUp, { nodes }: Scene) {
  const points = (nodes[node.index] ?? 0) * scale
  const index = rowAt(rows, points)
  return {
    points,
    shown: points / (node.den * scale),
    previous: rows[index - 1],
    row: must(rows[index]),
    next: rows[index + 1],
  }
}

/** The last row that begins at or below the points. The loader has proven that the first row begins low enough. */
function rowAt(rows: readonly RowPlan[], points: number): number {
  let low = 0
  let high = rows.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (must(rows[middle]).from <= points) low = middle
    else high = middle - 1
  }
  return low
}

function amount(price: PricePlan, value: number, over: number, { plan, reading }: Scene): Pence {
  let numerator = value * price.by
  let denominator = price.den * over
  for (const factor of price.factors) {
    numerator *= factor.fact < 0 ? factor.value : Number(reading.facts[factor.fact])
    if (factor.outOf !== null) denominator *= factor.outOf
  }
  return asPence(divide(numerator, denominator, plan.rounding))
}

const NO_FACTORS: readonly Factor[] = Object.freeze([])

function factorsOf(price: PricePlan, scene: Scene): readonly Factor[] {
  return price.factors.length === 0 ? NO_FACTORS : price.factors.map((factor) => factorOf(factor, scene))
}

/** Hours are stored in hundredths, everything else as it is. */
function factorOf({ of, fact, factId, value, outOf }: FactorPlan, { reading }: Scene): Factor {
  const stored = fact < 0 ? value : Number(reading.facts[fact])
  const unit = of === 'hours' ? 100 : 1
  return { of, value: stored / unit, outOf: outOf === null ? null : outOf / unit, fact: factId }
}

/** Where the points stand among the rows of a look up; null for any other price. */
export function neighbours({ price }: LinePlan, scene: Scene): Neighbours | null {
  if (price.is !== 'look-up') return null
  const { points, shown, previous, row, next } = place(price, scene)
  return {
    score: price.node.id,
    points: shown,
    previous: previous ? previous.shown : null,
    row: row.shown,
    next: next ? next.shown : null,
    away: next ? (next.from - points) / (price.node.den * price.scale) : null,
  }
}
