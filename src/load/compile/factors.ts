import { scaled } from '../../decimal.js'
import { periodsAYear } from '../periods.js'
import type { FactorPlan, RatePlan } from '../price-plan.js'
import type { PriceShape } from '../shape/price.js'
import { type Context, indexOf } from './context.js'

type HowLong = Extract<PriceShape, { pounds: string }>['for']

/** A factor that the table gives. */
export function fixed(of: FactorPlan['of'], value: number, outOf: number | null): FactorPlan {
  return { of, fact: -1, factId: null, value, outOf, low: value, high: value }
}

/**
 * The factors that follow from what is given: a month or four weeks says by itself how many make a year, hours a week
 * are paid for the rate's weeks; a term or a week has been told.
 */
export function periods(gives: string, weeks: number | null): FactorPlan[] {
  switch (gives) {
    case 'pounds a month':
      return [fixed('months', periodsAYear('month', 3, undefined) ?? 1, null)]
    case 'pounds for 4 weeks':
    case 'pounds a 4 weeks':
      return [fixed('periods', periodsAYear('4 weeks', 3, undefined) ?? 1, null)]
    case 'hours a month':
      return weeks === null ? [] : [fixed('months', 12, null)]
    case 'hours a week':
      return weeks === null ? [] : [fixed('weeks', weeks, null)]
    default:
      return []
  }
}

/** For how long, or for which part. */
export function factorsOf(context: Context, list: HowLong): FactorPlan[] {
  return (list ?? []).map((factor): FactorPlan => {
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

/** The least and most a fact can be, as stored: terms as they are, hours and units in hundredths, money in pence. */
export function factBounds({ facts }: Pick<Context, 'facts'>, index: number): readonly [number, number] {
  const fact = facts[index]
  switch (fact?.is) {
    case 'terms':
      return [1, 3]
    case 'hours':
      return fact.oneOf ? [Math.min(...fact.oneOf), Math.max(...fact.oneOf)] : [0, fact.atMost]
    case 'entitlement':
    case 'money':
      return [0, fact.atMost]
    default:
      return [0, 0]
  }
}

interface RateUse {
  readonly rate: RatePlan
  /** The price in hundredths of a penny. */
  readonly ofPounds: number
  /** The weeks a year that hours are paid for; 0 where the rate does not say. */
  readonly weeks: number
}

/** A declared rate. */
export function rateOf({ table }: Context, id: string): RateUse {
  const rate = table.rates?.[id]
  const pounds = rate?.pounds ?? '0'
  return {
    rate: { id, pounds, per: rate?.per ?? '' },
    ofPounds: scaled(pounds, 4),
    weeks: Number(rate?.['weeks-a-year'] ?? '0'),
  }
}
