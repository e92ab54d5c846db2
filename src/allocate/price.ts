import type { CellPlan, GridPlan, GridRowPlan, WeightPlan } from '../load/grid-plan.js'
import type { LinePlan } from '../load/plan.js'
import type { FactorPlan, PricePlan } from '../load/price-plan.js'
import { must } from '../must.js'
import { asPence, divide, type Pence } from '../pence.js'
import { column, keysOf, rowAt, weightOf, weightUse } from '../score/grid.js'
import type { Neighbours } from './budget.js'
import type { LineScene } from './scene.js'
import type { Factor, PriceStep } from './step.js'

type LookUp = Extract<PricePlan, { readonly is: 'look-up' }>

/** What a price comes to: its step, and what was worked out, in pence, or in hundredths of the hours or units provided. */
export interface Priced {
  readonly step: PriceStep
  readonly result: number | null
  /** Where the points stand among the rows of a look up; null for any other price. */
  readonly neighbours: Neighbours | null
}

/** The amount before any change: all factors multiplied, divided once, rounded once (rule R1); null where people decide. */
export function price(line: LinePlan, scene: LineScene): Priced {
  const { price } = line
  const { at, rate } = price
  const times = factorsOf(price, scene)
  switch (price.is) {
    case 'flat': {
      const { value, per } = price
      const weight = price.weight ? weightUse(price.weight, scene.reading, scene.nodes) : null
      const after = asPence(divided(price, value * factorBy(price.weight, scene), 1, scene))
      return priced({ op: 'flat', price: value, per, weight, times, after, at }, after)
    }
    case 'hours': {
      const hours = price.fact < 0 ? price.value : Number(scene.reading.facts[price.fact])
      const result = divided(price, hours, 1, scene)
      const after = pence(line, result)
      return priced({ op: 'hours', hours: hours / 100, fact: price.factId, rate, times, after, at }, result)
    }
    case 'units': {
      const after = asPence(divided(price, price.value, 1, scene))
      return priced({ op: 'units', units: price.value, rate: must(rate ?? undefined), times, after, at }, after)
    }
    case 'each-point': {
      const { node, gives } = price
      const total = scene.nodes[node.index] ?? 0
      const points = total / node.den
      const result = divided(price, total, 1, scene)
      const after = pence(line, result)
      return priced({ op: 'each-point', score: node.id, points, gives, rate, times, after, at }, result)
    }
    case 'entitlement': {
      const { factId: fact, of } = price
      const agreed = Number(scene.reading.facts[price.fact])
      const result = divided(price, agreed, 1, scene)
      const after = pence(line, result)
      return priced({ op: 'entitlement', fact, quantity: agreed / 100, of, rate, times, after, at }, result)
    }
    case 'quote': {
      const { factId: fact, per } = price
      const quoted = asPence(Number(scene.reading.facts[price.fact]))
      const after = asPence(divided(price, quoted, 1, scene))
      return priced({ op: 'quote', fact, price: quoted, per, times, after, at }, after)
    }
    case 'people-decide':
      return priced({ op: 'people-decide', to: price.referTo, after: null, at }, null)
    case 'category': {
      const { grid, gives } = price
      const row = must(grid.rows[0])
      const { value, shown } = cellIn(row, grid, scene)
      const result = value === null ? null : divided(price, value, 1, scene)
      const after = pence(line, result)
      const keys = keysOf(grid.across, scene.reading)
      return priced({ op: 'category', keys, give: shown.give, gives, rate, times, after, at: row.at }, result)
    }
    case 'look-up':
      return lookUp(line, price, times, scene)
  }
}

function priced(step: PriceStep, result: number | null, neighbours: Neighbours | null = null): Priced {
  return { step, result, neighbours }
}

/** What was worked out as money. On a line that provides hours the same arithmetic gives hundredths of them, and no money. */
function pence({ provides }: LinePlan, result: number | null): Pence | null {
  return provides !== null || result === null ? null : asPence(result)
}

function lookUp(line: LinePlan, price: LookUp, times: readonly Factor[], scene: LineScene): Priced {
  const { gives, rate, node, grid } = price
  const keys = keysOf(grid.across, scene.reading)
  // On the rows' scale; as a person writes them they are divided by `den`.
  const placed = (scene.nodes[node.index] ?? 0) * grid.scale
  const den = node.den * grid.scale
  const index = rowAt(grid.rows, placed)
  const row = must(grid.rows[index])
  const above = grid.rows[index + 1]
  const below = index === 0 ? undefined : grid.rows[index - 1]
  const { value, shown } = cellIn(row, grid, scene)
  const next = above ? cellIn(above, grid, scene) : null
  const score = node.id
  const points = placed / den
  const neighbours: Neighbours = {
    score,
    points,
    previous: below ? cellIn(below, grid, scene).shown : null,
    row: shown,
    next: next ? next.shown : null,
    away: above ? (above.from - placed) / den : null,
  }
  const { from, give } = shown
  const { at, band } = row
  if (price.straight && above && next && value !== null && next.value !== null) {
    const span = above.from - row.from
    const result = divided(price, value * span + (next.value - value) * (placed - row.from), span, scene)
    const after = pence(line, result)
    const { from: to, give: nextGive } = next.shown
    return priced(
      { op: 'straight-line', score, points, from, give, gives, keys, rate, times, at, next: to, nextGive, after },
      result,
      neighbours,
    )
  }
  const result = value === null ? null : divided(price, value, 1, scene)
  const after = pence(line, result)
  return priced(
    { op: 'look-up', score, points, from, give, gives, keys, rate, times, at, band, after },
    result,
    neighbours,
  )
}

/** The cell of a row that the categories choose. */
function cellIn({ cells }: GridRowPlan, { across }: GridPlan, { reading }: LineScene): CellPlan {
  return must(cells[across.length === 0 ? 0 : column(across, reading)])
}

function divided(price: PricePlan, value: number, over: number, { plan, reading }: LineScene): number {
  let numerator = value * price.by
  let denominator = price.den * over
  for (const factor of price.factors) {
    numerator *= factor.fact < 0 ? factor.value : Number(reading.facts[factor.fact])
    if (factor.outOf !== null) denominator *= factor.outOf
  }
  return divide(numerator, denominator, plan.rounding)
}

function factorBy(weight: WeightPlan | null, { reading, nodes }: LineScene): number {
  return weight ? weightOf(weight, reading, nodes) : 1
}

const NO_FACTORS: readonly Factor[] = Object.freeze([])

function factorsOf(price: PricePlan, scene: LineScene): readonly Factor[] {
  return price.factors.length === 0 ? NO_FACTORS : price.factors.map((factor) => factorOf(factor, scene))
}

/** Hours are stored in hundredths, everything else as it is. */
function factorOf({ of, fact, factId, value, outOf }: FactorPlan, { reading }: LineScene): Factor {
  const stored = fact < 0 ? value : Number(reading.facts[fact])
  const unit = of === 'hours' ? 100 : 1
  return { of, value: stored / unit, outOf: outOf === null ? null : outOf / unit, fact: factId }
}

/** The band that the questionnaire's points choose; null where the line has none. */
export function bandOf({ price }: LinePlan, { nodes }: LineScene): string | null {
  const grid = price.is === 'look-up' ? price.grid : price.is === 'category' ? price.beside : null
  if (!grid?.node) return null
  return must(grid.rows[rowAt(grid.rows, (nodes[grid.node.index] ?? 0) * grid.scale)]).band
}
