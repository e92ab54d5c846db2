import type { Pence } from '../pence.js'
import type { NodePlan } from './plan.js'

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

export interface RowPlan {
  readonly from: number
  readonly fromPoints: number
  /** In pence, or hundredths of hours or units; null where people decide. */
  readonly value: number | null
  readonly give: string
  readonly band: string | null
  readonly at: string
  /** The row as results show it. */
  readonly shown: { readonly from: number; readonly give: string; readonly band: string | null }
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
    | { readonly is: 'flat'; readonly value: Pence; readonly per: string }
    | {
        readonly is: 'look-up'
        readonly node: NodePlan
        /** The node's points times this are on the rows' scale. */
        readonly scale: number
        readonly rows: readonly RowPlan[]
        readonly straight: boolean
        readonly gives: string
        readonly referTo: string
      }
    | { readonly is: 'each-point'; readonly node: NodePlan }
    | { readonly is: 'hours'; readonly fact: number; readonly factId: string | null; readonly value: number }
    | { readonly is: 'units'; readonly value: number }
  )
