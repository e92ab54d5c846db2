import type { GridPlan, WeightPlan } from '../load/grid-plan.js'
import type { LinePlan } from '../load/plan.js'
import type { FactorPlan, PricePlan } from '../load/price-plan.js'
import { must } from '../must.js'
import { asPence, divide, type Pence } from '../pence.js'
import { column, keysOf, rowAt, weightOf, weightUse } from '../score/grid.js'
import type { Neighbours } from './budget.js'
import type { LineScene } from './scene.js'
import type { Factor, PriceStep } from './step.js'

type LookUp = Extract<PricePlan, { readonly is: 'look-up' }>

/** What a price comes to: its step, and the quantity where the line provides hours or units (in hundredths). */
export interface Priced {
  readonly step: PriceStep
  readonly quantity: number | null
}

/** The amount before any change: all factors multiplied, divided once, rounded once (rule R1); null where people decide. */
export function price({ price, provides }: LinePlan, scene: LineScene): Priced {
  const { at, rate } = price
  const times = factorsOf(price, scene)
  // On a line that provides hours the same arithmetic gives hundredths of them, and no money.
  const worked = (value: number, over = 1) => divided(price, value, over, scene)
  const priced = (result: number | null, step: (after: Pence | null) => PriceStep): Priced => {
    if (provides !== null) return { step: step(null), quantity: result }
    return { step: step(result === null ? null : asPence(result)), quantity: null }
  }
  switch (price.is) {
    case 'flat': {
      const { value, per } = price
      const weight = price.weight ? weightUse(price.weight, scene.reading, scene.nodes) : null
      const after = asPence(worked(value * factorBy(price.weight, scene)))
      return { step: { op: 'flat', price: value, per, weight, times, after, at }, quantity: null }
    }
    case 'hours': {
      const hours = price.fact < 0 ? price.value : Number(scene.reading.facts[price.fact])
      return priced(worked(hours), (after) => ({
        op: 'hours',
        hours: hours / 100,
        fact: price.factId,
        rate,
        times,
        after,
        at,
      }))
    }
    case 'units': {
      const after = asPence(worked(price.value))
      return {
        step: { op: 'units', units: price.value, rate: must(rate ?? undefined), times, after, at },
        quantity: null,
      }
    }
    case 'each-point': {
      const points = scene.nodes[price.node.index] ?? 0
      return priced(worked(points), (after) => ({
        op: 'each-point',
        score: price.node.id,
        points: points / price.node.den,
        gives: price.gives,
        rate,
        times,
        after,
        at,
      }))
    }
    case 'entitlement': {
      const agreed = Number(scene.reading.facts[price.fact])
      return priced(worked(agreed), (after) => ({
        op: 'entitlement',
        fact: price.factId,
        quantity: agreed / 100,
        of: price.of,
        rate,
        times,
        after,
        at,
      }))
    }
    case 'quote': {
      const quoted = asPence(Number(scene.reading.facts[price.fact]))
      const after = asPence(worked(quoted))
      return {
        step: { op: 'quote', fact: price.factId, price: quoted, per: price.per, times, after, at },
        quantity: null,
      }
    }
    case 'people-decide':
      return { step: { op: 'people-decide', to: price.referTo, after: null, at }, quantity: null }
    case 'category': {
      const { row, cell } = place(price.grid, scene)
      const { gives } = price
      return priced(cell.value === null ? null : worked(cell.value), (after) => ({
        op: 'category',
        keys: keysOf(price.grid.across, scene.reading),
        give: cell.shown.give,
        gives,
        rate,
        times,
        after,
        at: row.at,
      }))
    }
    case 'look-up':
      return lookUp(price, scene, times, worked, priced)
  }
}

function lookUp(
  price: LookUp,
  scene: LineScene,
  times: readonly Factor[],
  worked: (value: number, over?: number) => number,
  priced: (result: number | null, step: (after: Pence | null) => PriceStep) => Priced,
): Priced {
  const { gives, rate, node, grid } = price
  const { points, shown, row, cell, next } = place(grid, scene)
  const keys = keysOf(grid.across, scene.reading)
  const { from, give } = cell.shown
  const base = { score: node.id, points: shown, from, give, gives, keys, rate, times, at: row.at }
  const nextCell = price.straight && next ? cellIn(next.cells, grid, scene) : null
  if (next && nextCell && cell.value !== null && nextCell.value !== null) {
    const span = next.from - row.from
    const line = cell.value * span + (nextCell.value - cell.value) * (points - row.from)
    return priced(worked(line, span), (after) => ({
      op: 'straight-line',
      ...base,
      next: next.fromPoints,
      nextGive: nextCell.shown.give,
      after,
    }))
  }
  return priced(cell.value === null ? null : worked(cell.value), (after) => ({
    op: 'look-up',
    ...base,
    band: row.band,
    after,
  }))
}

function cellIn<T>(cells: readonly T[], { across }: GridPlan, { reading }: LineScene): T {
  return must(cells[across.length === 0 ? 0 : column(across, reading)])
}

/** Where the points lie among the rows: on the rows' scale, and as a person writes them. */
function place(grid: GridPlan, scene: LineScene) {
  const { node, scale, rows } = grid
  const points = node ? (scene.nodes[node.index] ?? 0) * scale : 0
  const index = rowAt(rows, points)
  const row = must(rows[index])
  return {
    points,
    shown: node ? points / (node.den * scale) : 0,
    previous: rows[index - 1],
    row,
    cell: cellIn(row.cells, grid, scene),
    next: rows[index + 1],
  }
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

/** Where the points stand among the rows of a look up; null for any other price. */
export function neighbours({ price }: LinePlan, scene: LineScene): Neighbours | null {
  if (price.is !== 'look-up') return null
  const { grid, node } = price
  const { points, shown, previous, cell, next } = place(grid, scene)
  return {
    score: node.id,
    points: shown,
    previous: previous ? cellIn(previous.cells, grid, scene).shown : null,
    row: cell.shown,
    next: next ? cellIn(next.cells, grid, scene).shown : null,
    away: next ? (next.from - points) / (node.den * grid.scale) : null,
  }
}

/** The band that the questionnaire's points choose; null where the line has none. */
export function bandOf({ price }: LinePlan, { nodes }: LineScene): string | null {
  const grid = price.is === 'look-up' ? price.grid : price.is === 'category' ? price.beside : null
  if (!grid?.node) return null
  return must(grid.rows[rowAt(grid.rows, (nodes[grid.node.index] ?? 0) * grid.scale)]).band
}
