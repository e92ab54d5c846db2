import { scaled } from '../../decimal.js'
import { finding } from '../../diagnostic.js'
import { asPence } from '../../pence.js'
import { pointer } from '../../pointer.js'
import type { GridPlan } from '../grid-plan.js'
import type { FactorPlan, PricePlan } from '../price-plan.js'
import type { PriceShape, ProvidesShape } from '../shape/price.js'
import { type Context, indexOf, lowest, nodeOf, SAFE } from './context.js'
import { factBounds, factorsOf, fixed, periods, rateOf } from './factors.js'
import { compileCategory, compileRows, compileWeight, valuesOf } from './grid.js'

type Path = readonly PropertyKey[]

/** A price with its bounds: the least and the most it can come to, in pence a year, before any change. */
export interface BoundedPrice {
  readonly price: PricePlan
  readonly low: number
  readonly high: number
}

/**
 * Gathers every constant of a price into one multiplier and one divisor, and proves its size (rule R7). A line that
 * provides hours or units is priced in hundredths of them.
 */
export function compilePrice(
  context: Context,
  line: string,
  price: PriceShape | ProvidesShape,
  path: Path,
): BoundedPrice {
  const { plan, least, most } = planOf(context, price, path)
  return bound(context, line, plan, least, most)
}

interface Planned {
  readonly plan: PricePlan
  /** The least and the most that stands before the factors. */
  readonly least: number
  readonly most: number
}

function planOf(context: Context, price: PriceShape | ProvidesShape, path: Path): Planned {
  const at = pointer(path)
  const factors = 'for' in price ? factorsOf(context, price.for) : []
  if ('people-decide' in price) {
    const plan: PricePlan = {
      at,
      factors,
      rate: null,
      by: 1,
      den: 1,
      is: 'people-decide',
      referTo: price['people-decide'],
    }
    return { plan, least: 0, most: 0 }
  }
  const gives = givesOf(context, price)
  const rated = 'rate' in price && price.rate !== undefined ? rateOf(context, price.rate) : null
  factors.unshift(...periods(gives, rated?.weeks ?? null))
  // A rate is in hundredths of a penny, hours and units are in hundredths; without a rate both stay as they are.
  const ofPounds = rated?.ofPounds ?? 1
  const scale = rated ? ratio(ofPounds, 10000) : ratio(1, 1)
  const base = { at, factors, rate: rated?.rate ?? null, ...scale }

  if ('pounds' in price) {
    const value = asPence(scaled(price.pounds, 2))
    const weight = price.weight ? compileWeight(context, price.weight, [...path, 'weight']) : null
    const plan: PricePlan = { ...base, den: weight?.den ?? 1, is: 'flat', value, per: price.a, weight }
    return { plan, least: value * (weight?.low ?? 1), most: value * (weight?.high ?? 1) }
  }
  if ('look-up' in price) {
    const node = nodeOf(context, price['look-up'])
    const grid = compileRows(context, node, price.rows, price.across, 2, [...path, 'rows'])
    const { gives, 'straight-line': straight, 'refer-to': referTo = '' } = price
    return { plan: { ...base, is: 'look-up', node, grid, straight: straight === 'yes', gives, referTo }, ...ends(grid) }
  }
  if ('give' in price) {
    const grid = compileCategory(context, price.give, price.across, 2, path)
    const beside = price.beside ? bandsOf(context, price.beside, [...path, 'beside']) : null
    const { gives, 'refer-to': referTo = '' } = price
    return { plan: { ...base, is: 'category', grid, beside, gives, referTo }, ...ends(grid) }
  }
  if ('each-point-of' in price) {
    const node = nodeOf(context, price['each-point-of'])
    const each = rated ? ratio(ofPounds, 100 * node.den) : ratio(100, node.den)
    const plan: PricePlan = { ...base, ...each, is: 'each-point', node, gives: price.gives ?? null }
    return { plan, least: node.low, most: node.high }
  }
  if ('hours-a-week' in price) {
    const given = /^\d/.test(price['hours-a-week'])
    const fact = given ? -1 : indexOf(context.facts, price['hours-a-week'])
    const value = given ? scaled(price['hours-a-week'], 2) : 0
    const [least, most] = given ? [value, value] : factBounds(context, fact)
    return { plan: { ...base, is: 'hours', fact, factId: given ? null : price['hours-a-week'], value }, least, most }
  }
  if ('entitlement' in price) {
    const fact = indexOf(context.facts, price.entitlement)
    const declared = context.facts[fact]
    const of = declared?.is === 'entitlement' ? declared.of : 'hours a week'
    const [least, most] = factBounds(context, fact)
    return { plan: { ...base, is: 'entitlement', fact, factId: price.entitlement, of }, least, most }
  }
  if ('quote' in price) {
    const fact = indexOf(context.facts, price.quote)
    const declared = context.facts[fact]
    const money = declared?.is === 'money' ? declared : { per: 'year', times: 1 }
    if (money.times > 1) factors.unshift(fixed(PERIODS[money.per] ?? 'periods', money.times, null))
    const [least, most] = factBounds(context, fact)
    return { plan: { ...base, is: 'quote', fact, factId: price.quote, per: money.per }, least, most }
  }
  const value = Number(price['units-a-year'])
  return { plan: { ...base, ...ratio(ofPounds, 100), is: 'units', value }, least: value, most: value }
}

const PERIODS: Readonly<Record<string, FactorPlan['of']>> = { term: 'terms', month: 'months', week: 'weeks' }

/** The period or measure that a price gives, in the words of `gives`. */
function givesOf({ facts }: Context, price: Exclude<PriceShape | ProvidesShape, { 'people-decide': string }>): string {
  if ('pounds' in price) return `pounds a ${price.a}`
  if ('entitlement' in price) {
    const fact = facts[indexOf(facts, price.entitlement)]
    return fact?.is === 'entitlement' ? fact.of : ''
  }
  if ('hours-a-week' in price) return 'hours a week'
  return 'gives' in price ? (price.gives ?? '') : ''
}

function bandsOf(
  context: Context,
  beside: { readonly 'look-up': string; readonly rows: readonly { readonly from: string; readonly band: string }[] },
  path: Path,
): GridPlan {
  const rows = beside.rows.map((row) => ({ ...row, give: '0' }))
  return compileRows(context, nodeOf(context, beside['look-up']), rows, undefined, 0, [...path, 'rows'])
}

/** The least and the most a look up gives; where all of it refers, nothing. */
function ends(grid: GridPlan): { readonly least: number; readonly most: number } {
  const values = valuesOf(grid)
  return { least: values.length === 0 ? 0 : Math.min(...values), most: Math.max(0, ...values) }
}

function ratio(by: number, den: number): { readonly by: number; readonly den: number } {
  const [numerator, denominator] = lowest(by, den)
  return { by: numerator, den: denominator }
}

function bound(context: Context, line: string, price: PricePlan, least: number, most: number): BoundedPrice {
  const whole = (pick: (factor: FactorPlan) => number) =>
    price.factors.reduce((product, factor) => product * pick(factor), 1)
  const outOf = whole((factor) => factor.outOf ?? 1)
  const span = price.is === 'look-up' && price.straight ? Math.max(1, ...gaps(price.grid)) : 1
  const numerator = most * price.by * whole(({ high }) => high) * span
  const denominator = price.den * outOf * span
  if (!(numerator + denominator <= SAFE))
    context.report(finding('RAS301', price.at, { line, step: 'the price' }, 'key'))
  return {
    price,
    low: Math.floor((least * price.by * whole(({ low }) => low)) / (price.den * outOf)),
    high: Math.ceil((most * price.by * whole(({ high }) => high)) / (price.den * outOf)),
  }
}

function gaps({ rows }: GridPlan): number[] {
  return rows.slice(1).map((row, i) => row.from - (rows[i]?.from ?? 0))
}
