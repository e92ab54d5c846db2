import type { Entitled } from '../load/plan.js'
import type { Pence } from '../pence.js'
import type { DecisionState } from '../score/decision.js'
import type { Key, WeightUse } from '../score/needs.js'

/** For how long, or for which part: one multiplier of a price. `outOf` divides; `fact` names where the value came from. */
export interface Factor {
  readonly of: 'terms' | 'weeks' | 'hours' | 'months' | 'periods'
  readonly value: number
  readonly outOf: number | null
  readonly fact: string | null
}

/** A price of one unit, in pounds as the table writes it (`'16.29'`). */
export interface RateUse {
  readonly id: string
  readonly pounds: string
  readonly per: string
}

/** What every step says: where in the table it comes from, as a JSON Pointer. */
interface At {
  readonly at: string
}

/**
 * A step that makes the amount: all factors multiplied, divided once, rounded once (rule R1). `after` is pence a year;
 * null where people decide, and on a line that provides hours and no money: a step `provides` then follows.
 */
export type PriceStep =
  | (At & {
      readonly op: 'flat'
      readonly price: Pence
      readonly per: string
      readonly weight: WeightUse | null
      readonly times: readonly Factor[]
      readonly after: Pence
    })
  | (At & {
      readonly op: 'look-up'
      readonly score: string
      readonly points: number
      readonly from: number
      readonly band: string | null
      /** What the row gives, as the table writes it: pounds, hours or units; `refer` leaves `after` null. */
      readonly give: string
      readonly gives: string
      readonly keys: readonly Key[]
      readonly rate: RateUse | null
      readonly times: readonly Factor[]
      readonly after: Pence | null
    })
  | (At & {
      readonly op: 'category'
      readonly keys: readonly Key[]
      readonly give: string
      readonly gives: string
      readonly rate: RateUse | null
      readonly times: readonly Factor[]
      readonly after: Pence | null
    })
  | (At & {
      readonly op: 'straight-line'
      readonly score: string
      readonly points: number
      readonly from: number
      readonly give: string
      readonly next: number
      readonly nextGive: string
      readonly gives: string
      readonly keys: readonly Key[]
      readonly rate: RateUse | null
      readonly times: readonly Factor[]
      readonly after: Pence | null
    })
  | (At & {
      readonly op: 'each-point'
      readonly score: string
      readonly points: number
      /** What every point is, where it is an hour; null where a point has a price. */
      readonly gives: string | null
      readonly rate: RateUse | null
      readonly times: readonly Factor[]
      readonly after: Pence | null
    })
  | (At & {
      readonly op: 'hours'
      readonly hours: number
      readonly fact: string | null
      readonly rate: RateUse | null
      readonly times: readonly Factor[]
      readonly after: Pence | null
    })
  | (At & {
      /** An agreed number of hours or units. */
      readonly op: 'entitlement'
      readonly fact: string
      readonly quantity: number
      readonly of: Entitled
      readonly rate: RateUse | null
      readonly times: readonly Factor[]
      readonly after: Pence | null
    })
  | (At & {
      /** A quoted price, in pence `per` period. */
      readonly op: 'quote'
      readonly fact: string
      readonly price: Pence
      readonly per: string
      readonly times: readonly Factor[]
      readonly after: Pence
    })
  | (At & { readonly op: 'people-decide'; readonly to: string; readonly after: null })
  | (At & {
      readonly op: 'units'
      readonly units: number
      readonly rate: RateUse
      readonly times: readonly Factor[]
      readonly after: Pence
    })

interface Change extends At {
  readonly name: string
  readonly before: Pence
  readonly after: Pence
}

/** A step that changes the amount: one named operation, with the figure before and after it (law 5). */
export type ChangeStep =
  | (Change & { readonly op: 'times'; readonly factor: string })
  | (Change & { readonly op: 'uplift'; readonly perCent: string | null; readonly by: Pence | null })
  | (Change & { readonly op: 'area-factor'; readonly area: string; readonly factor: string })
  | (Change & { readonly op: 'add'; readonly by: Pence })
  | (Change & { readonly op: 'subtract'; readonly by: Pence })
  | (Change & {
      /** `by` is what is taken off: the percentage of the package's yearly figure. */
      readonly op: 'other-package'
      readonly fact: string
      readonly perCent: string
      readonly by: Pence
    })
  | (Change & { readonly op: 'at-most'; readonly limit: Pence })
  | (Change & { readonly op: 'at-least'; readonly limit: Pence })
  | (Change & {
      /** `previous` is the earlier figure a year; `perCent` what a taper keeps of the difference on the day. */
      readonly op: 'protect'
      readonly how: 'freeze' | 'no-loser' | 'taper'
      readonly against: string
      readonly previous: Pence
      readonly perCent: string | null
    })
  | (Change & { readonly op: 'nearest'; readonly to: Pence })
  | (Change & { readonly op: 'left-out' })

/** One step of a line's working, in the order it was taken. The amount is the last step's `after`. */
export type Step =
  | (At & { readonly op: 'when'; readonly met: boolean; readonly after: Pence })
  | (At & { readonly op: 'gate'; readonly decision: string; readonly state: DecisionState })
  /** The child is not scored, so people decide. `at` leads to the form's age. */
  | (At & { readonly op: 'not-scored'; readonly to: string })
  /** The setting is unknown and the line differs by it: see `settings` of the budget. */
  | (At & { readonly op: 'by-setting' })
  /** What a line comes to that gives hours or units and no money. */
  | (At & { readonly op: 'provides'; readonly quantity: number; readonly of: Entitled })
  | PriceStep
  | ChangeStep
