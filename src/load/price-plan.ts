import type { Pence } from '../pence.js'
import type { GridPlan, WeightPlan } from './grid-plan.js'
import type { Entitled, NodePlan } from './plan.js'

/** A multiplier of a price that comes from a fact, or is part of the table; either way one factor of the working. */
export interface FactorPlan {
  readonly of: 'terms' | 'weeks' | 'hours' | 'months' | 'periods'
  /** Index of the fact; -1 where the table gives the value. */
  readonly fact: number
  readonly factId: string | null
  readonly value: number
  readonly outOf: number | null
  /** What a unit of the fact's stored value is worth: 1 for terms, 1/100 for hours. */
  readonly low: number
  readonly high: number
}

export interface RatePlan {
  readonly id: string
  readonly pounds: string
  readonly per: string
}

interface PriceBase {
  readonly at: string
  /** `after = divide(value × by × Π factors, den × Π outOf)`. */
  readonly by: number
  readonly den: number
  readonly factors: readonly FactorPlan[]
  readonly rate: RatePlan | null
}
export type PricePlan = PriceBase &
  (
    | { readonly is: 'flat'; readonly value: Pence; readonly per: string; readonly weight: WeightPlan | null }
    | {
        readonly is: 'look-up'
        readonly node: NodePlan
        readonly grid: GridPlan
        readonly straight: boolean
        readonly gives: string
        readonly referTo: string
      }
    | {
        readonly is: 'category'
        readonly grid: GridPlan
        /** The questionnaire's bands beside a judged band that pays. */
        readonly beside: GridPlan | null
        readonly gives: string
        readonly referTo: string
      }
    | { readonly is: 'each-point'; readonly node: NodePlan; readonly gives: string | null }
    | { readonly is: 'hours'; readonly fact: number; readonly factId: string | null; readonly value: number }
    | { readonly is: 'units'; readonly value: number }
    | { readonly is: 'entitlement'; readonly fact: number; readonly factId: string; readonly of: Entitled }
    | { readonly is: 'quote'; readonly fact: number; readonly factId: string; readonly per: string }
    | { readonly is: 'people-decide'; readonly referTo: string }
  )
