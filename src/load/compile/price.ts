import { decimals, scaled } from '../../decimal.js'
import { finding } from '../../diagnostic.js'
import { asPence } from '../../pence.js'
import { pointer } from '../../pointer.js'
import { periodsAYear } from '../periods.js'
import type { NodePlan } from '../plan.js'
import type { FactorPlan, PricePlan, RatePlan, RowPlan } from '../price-plan.js'
import type { TableShape } from '../shape/table.js'
import { type Context, indexOf, lowest, nodeOf, SAFE } from './context.js'

type Price = TableShape['lines'][string]['price']

/** A price with its bounds: the least and the most it can come to, in pence a year, before any change. */
export interface BoundedPrice {
  readonly price: PricePlan
  readonly low: number
  readonly high: number
}

/** Gathers every constant of a price into one multiplier and one divisor, and proves its size (rule R7). */
export function compilePrice(context: Context, line: string, price: Price, path: readonly PropertyKey[]): BoundedPrice {
  const at = pointer(path)
  const factors = factorsOf(context, price)
  const rated = 'rate' in price && price.rate !== undefined ? rateOf(context, price.rate) : null
  if (rated?.weeks) factors.unshift(rated.weeks)
  const rate = rated?.rate ?? null
  const hundredth = rated?.ofPounds ?? 1
  const base = { at, factors, rate }

  if ('pounds' in price) {
    periods(factors, price.a)
    const value = asPence(scaled(price.pounds, 2))
    return bound(context, line, { ...base, ...ratio(1, 1), is: 'flat', value, per: price.a }, value, value)
  }
  if ('look-up' in price) {
    const node = nodeOf(context, price['look-up'])
    const inPounds = price.gives.startsWith('pounds')
    if (inPounds) periods(factors, price.gives.replace(/^pounds (a|for) /, ''))
    const { rows, scale } = rowsOf(context, node, price, path)
    const values = rows.flatMap((row) => row.value ?? [])
    const plan: PricePlan = {
      ...base,
      ...ratio(hundredth, inPounds ? 1 : 10000),
      is: 'look-up',
      node,
      scale,
      rows,
      straight: price['straight-line'] === 'yes',
      gives: price.gives,
      referTo: price['refer-to'] ?? '',
    }
    return bound(context, line, plan, Math.min(...values, SAFE), Math.max(...values, 0))
  }
  if ('each-point-of' in price) {
    const node = nodeOf(context, price['each-point-of'])
    const { low, high, den } = node
    return bound(context, line, { ...base, ...ratio(hundredth, 100 * den), is: 'each-point', node }, low, high)
  }
  if ('hours-a-week' in price) {
    const given = /^\d/.test(price['hours-a-week'])
    const fact = given ? -1 : indexOf(context.facts, price['hours-a-week'])
    const value = given ? scaled(price['hours-a-week'], 2) : 0
    const [least, most] = given ? [value, value] : factBounds(context, fact)
    const plan: PricePlan = {
      ...base,
      ...ratio(hundredth, 10000),
      is: 'hours',
      fact,
      factId: given ? null : price['hours-a-week'],
      value,
    }
    return bound(context, line, plan, least, most)
  }
  const value = Number(price['units-a-year'])
  return bound(context, line, { ...base, ...ratio(hundredth, 100), is: 'units', value }, value, value)
}

function ratio(by: number, den: number): { readonly by: number; readonly den: number } {
  const [numerator, denominator] = lowest(by, den)
  return { by: numerator, den: denominator }
}

/** A price for a month or four weeks says by itself how many make a year; a term or week has been told. */
function periods(factors: FactorPlan[], period: string): void {
  const count = period === 'month' || period === '4 weeks' ? periodsAYear(period, 3, undefined) : undefined
  if (count !== undefined) factors.unshift(fixed(period === 'month' ? 'months' : 'periods', count, null))
}

function fixed(of: FactorPlan['of'], value: number, outOf: number | null): FactorPlan {
  return { of, fact: -1, factId: null, value, outOf, low: value, high: value }
}

function factorsOf(context: Context, price: Price): FactorPlan[] {
  return (price.for ?? []).map((factor): FactorPlan => {
    if ('weeks' in factor) return fixed('weeks', Number(factor.weeks), null)
    if ('hours' in factor) return fromFact(context, 'hours', factor.hours, scaled(factor['out-of'], 2))
    const outOf = factor['out-of'] === undefined ? null : Number(factor['out-of'])
    return /^\d/.test(factor.terms)
      ? fixed('terms', Number(factor.terms), outOf)
      : fromFact(context, 'terms', factor.terms, outOf)
  })
}

function fromFact(context: Context, of: FactorPlan['of'], id: string, outOf: number | null): FactorPlan {
  const fact = indexOf(context.facts, id)
  const [low, high] = factBounds(context, fact)
  return { of, fact, factId: id, value: 0, outOf, low, high }
}

/** The least and most a fact can be, as stored: terms as they are, hours in hundredths. */
function factBounds(context: Context, index: number): readonly [number, number] {
  const fact = context.facts[index]
  if (fact?.is === 'terms') return [1, 3]
  if (fact?.is === 'hours') return fact.oneOf ? [Math.min(...fact.oneOf), Math.max(...fact.oneOf)] : [0, fact.atMost]
  return [0, 0]
}

function rateOf({ table }: Context, id: string): { rate: RatePlan; ofPounds: number; weeks: FactorPlan | null } {
  const rate = table.rates?.[id]
  const pounds = rate?.pounds ?? '0'
  const weeks = rate?.per === 'hour' ? fixed('weeks', Number(rate['weeks-a-year'] ?? '0'), null) : null
  return { rate: { id, pounds, per: rate?.per ?? '' }, ofPounds: scaled(pounds, 4), weeks }
}

function rowsOf(
  context: Context,
  node: NodePlan,
  price: Extract<Price, { 'look-up': string }>,
  path: readonly PropertyKey[],
): { readonly rows: RowPlan[]; readonly scale: number } {
  const { den } = node
  const scale = Math.max(1, 10 ** Math.max(0, ...price.rows.map((row) => decimals(row.from))) / den)
  const places = Math.round(Math.log10(den * scale))
  const at = (i: number, key: string) => pointer([...path, 'rows', i, key])
  const low = node.low * scale
  const high = node.high * scale
  const rows = price.rows.map((row, i): RowPlan => {
    const shown = { from: Number(row.from), give: row.give, band: row.band ?? null }
    return {
      from: scaled(row.from, places),
      fromPoints: shown.from,
      value: row.give === 'refer' ? null : scaled(row.give, 2),
      give: row.give,
      band: shown.band,
      at: pointer([...path, 'rows', i]),
      shown: Object.freeze(shown),
    }
  })
  const first = rows[0]
  if (first && first.from > low)
    context.report(finding('RAS202', at(0, 'from'), { from: String(first.fromPoints), lowest: low / (den * scale) }))
  rows.forEach((row, i) => {
    if (i > 0 && row.from > high)
      context.report(finding('RAS205', at(i, 'from'), { from: String(row.fromPoints), highest: high / (den * scale) }))
    const to = price.rows[i]?.to
    if (to === undefined) return
    const next = rows[i + 1]?.from ?? high + 1
    // Points brought from a form are whole where its published rows are: 69 then 70 leaves no child between.
    const grain = node.kind === 'brought' && decimals(to) === 0 ? 1 : node.grain
    const step = ((den * scale) / grain) * 100
    const after = (Math.floor(scaled(to, places + 2) / step) + 1) * step
    if (after < Math.min(next, high + 1) * 100)
      context.report(
        finding('RAS203', at(i, 'to'), { from: String(row.fromPoints), to, next: price.rows[i + 1]?.from ?? null }),
      )
  })
  return { rows, scale }
}

function bound(context: Context, line: string, price: PricePlan, least: number, most: number): BoundedPrice {
  const whole = (pick: (factor: FactorPlan) => number) =>
    price.factors.reduce((product, factor) => product * pick(factor), 1)
  const outOf = whole((factor) => factor.outOf ?? 1)
  const span = price.is === 'look-up' && price.straight ? Math.max(1, ...gaps(price.rows)) : 1
  const numerator = most * price.by * whole(({ high }) => high) * span
  const denominator = price.den * outOf * span
  if (!(numerator + denominator <= SAFE))
    context.report(finding('RAS301', price.at, { line, step: 'the price' }, 'key'))
  return {
    price,
    low: least === SAFE ? 0 : Math.floor((least * price.by * whole(({ low }) => low)) / (price.den * outOf)),
    high: Math.ceil((most * price.by * whole(({ high }) => high)) / (price.den * outOf)),
  }
}

function gaps(rows: readonly RowPlan[]): number[] {
  return rows.slice(1).map((row, i) => row.from - (rows[i]?.from ?? 0))
}
