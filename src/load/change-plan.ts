import type { Pence } from '../pence.js'
import type { ConditionPlan } from './condition-plan.js'

/** Percentages that hold from a day on, by day; the first also holds before its day. */
export type KeepsPlan = readonly {
  readonly from: string
  readonly perCent: string
  /** Hundredths of a per cent. */
  readonly part: number
}[]

/** A figure in pounds a period, given as a fact: its yearly figure is the stored pence times `times`. */
export interface MoneyUse {
  readonly fact: number
  readonly factId: string
  readonly times: number
}

export type ChangePlan = {
  readonly name: string
  readonly at: string
  readonly when: ConditionPlan | null
} & (
  | { readonly op: 'times'; readonly text: string; readonly by: number; readonly den: number }
  | { readonly op: 'uplift'; readonly is: 'per-cent'; readonly text: string; readonly by: number; readonly den: number }
  | { readonly op: 'uplift'; readonly is: 'pounds'; readonly pence: Pence }
  | {
      readonly op: 'area-factor'
      readonly fact: number
      /** The factor of each value, over `den`. */
      readonly factors: ReadonlyMap<string, { readonly text: string; readonly by: number }>
      readonly den: number
    }
  | { readonly op: 'add' | 'subtract' | 'at-most' | 'at-least' | 'nearest'; readonly pence: Pence }
  | {
      readonly op: 'other-package'
      readonly of: MoneyUse
      readonly perCent: string
      /** Hundredths of a per cent. */
      readonly part: number
      /** The most it can take off. */
      readonly most: number
    }
  | {
      readonly op: 'protect'
      readonly how: 'freeze' | 'no-loser' | 'taper'
      readonly of: MoneyUse
      readonly keeps: KeepsPlan
      /** The most the previous figure can be. */
      readonly most: number
    }
)
