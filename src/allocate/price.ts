import type { FactorPlan, LinePlan, PricePlan, RowPlan } from '../load/plan.js'
import { asPence, divide, type Pence } from '../pence.js'
import type { Scene } from '../score/conditions.js'
import type { Neighbours, Row } from './budget.js'
import type { Factor, PriceStep } from './step.js'

/** The amount before any change: all factors multiplied, divided once, rounded once (rule R1); null where a row refers. */
export function price({ price }: LinePlan, scene: Scene): PriceStep {
  const { at, rate } = price
  const times = factorsOf(price, scene)
  switch (price.is) {
    case 'flat':
      return { op: 'flat', price: asPence(price.value), per: price.per, times, after: amount(price, price.value, 1, scene), at }
    case 'hours': {
      const hours = price.fact < 0 ? price.value : Number(scene.reading.facts[price.fact])
      const after = amount(price, hours, 1, scene)
      return { op: 'hours', hours: hours / 100, fact: price.factId, rate: rate ?? NO_RATE, times, after, at }
    }
    case 'units':
      return { op: 'units', units: price.value, rate: rate ?? NO_RATE, times, after: amount(price, price.value, 1, scene), at }
    case 'each-point': {
      const points = scene.nodes[price.node] ?? 0
      const { id = '', den = 1 } = scene.plan.nodes[price.node] ?? {}
      const after = amount(price, points, 1, scene)
      return { op: 'each-point', score: id, points: points / den, rate: rate ?? NO_RATE, times, after, at }
    }
    case 'look-up':
      return lookUp(price, scene, times)
  }
}

const NO_RATE = Object.freeze({ id: '', pounds: '0', per: '' })

function lookUp(price: Extract<PricePlan, { is: 'look-up' }>, scene: Scene, times: readonly Factor[]): PriceStep {
  const { id = '', den = 1 } = scene.plan.nodes[price.node] ?? {}
  const points = (scene.nodes[price.node] ?? 0) * price.scale
  const index = rowAt(price.rows, points)
  const row = price.rows[index] as RowPlan
  const next = price.rows[index + 1]
  const shared = { score: id, points: points / (den * price.scale), from: row.fromPoints, give: row.give, gives: price.gives, rate: price.rate, times, at: row.at }
  if (price.straight && row.value !== null && next?.value != null) {
    const span = next.from - row.from
    const line = row.value * span + (next.value - row.value) * (points - row.from)
    return { op: 'straight-line', ...shared, next: next.fromPoints, nextGive: next.give, after: amount(price, line, span, scene) }
  }
  return { op: 'look-up', ...shared, band: row.band, after: row.value === null ? null : amount(price, row.value, 1, scene) }
}

/** The last row that begins at or below the points. The loader has proven that the first row begins low enough. */
function rowAt(rows: readonly RowPlan[], points: number): number {
  let low = 0
  let high = rows.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((rows[middle]?.from ?? 0) <= points) low = middle
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
  return divide(numerator, denominator, plan.rounding) as Pence
}

function factorsOf(price: PricePlan, scene: Scene): readonly Factor[] {
  return price.factors.length === 0 ? NO_FACTORS : price.factors.map((factor) => factorOf(factor, scene))
}

const NO_FACTORS: readonly Factor[] = Object.freeze([])

/** Hours are stored in hundredths, everything else as it is. */
function factorOf({ of, fact, factId, value, outOf }: FactorPlan, { reading }: Scene): Factor {
  const stored = fact < 0 ? value : Number(reading.facts[fact])
  const unit = of === 'hours' ? 100 : 1
  return { of, value: stored / unit, outOf: outOf === null ? null : outOf / unit, fact: factId }
}

/** Where the points stand among the rows of a look up; null for any other price. */
export function neighbours({ price }: LinePlan, scene: Scene): Neighbours | null {
  if (price.is !== 'look-up') return null
  const { id = '', den = 1 } = scene.plan.nodes[price.node] ?? {}
  const points = (scene.nodes[price.node] ?? 0) * price.scale
  const index = rowAt(price.rows, points)
  const next = price.rows[index + 1]
  return {
    score: id,
    points: points / (den * price.scale),
    previous: shown(price.rows[index - 1]),
    row: shown(price.rows[index]) as Row,
    next: shown(next),
    away: next ? (next.from - points) / (den * price.scale) : null,
  }
}

function shown(row: RowPlan | undefined): Row | null {
  return row ? { from: row.fromPoints, give: row.give, band: row.band } : null
}
