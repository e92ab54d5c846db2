import type { Provenance, Status } from '../load/plan.js'
import type { Pence } from '../pence.js'
import type { Evidence, Truth } from '../score/conditions.js'
import type { DecisionState } from '../score/decision.js'
import type { CaseRecord, Needs, ScoreResult } from '../score/needs.js'
import type { Step } from './step.js'

/**
 * An itemised indicative budget: what is likely to be available, before planning, and how each figure was reached.
 *
 * Plain JSON. Money is whole pence a year. Pointers (`at`) lead into the table named by `tables`. Lines, scores and
 * flags stand in a fixed order (lines by stream and id, the others by id), whatever order the table is written in.
 */
export interface IndicativeBudget {
  readonly format: 'ras.budget/1'
  /** The version of the library that worked it out. */
  readonly library: string
  readonly tables: readonly TableRef[]
  readonly needs: Needs
  readonly record: CaseRecord
  readonly scores: readonly ScoreResult[]
  readonly lines: readonly BudgetLine[]
  readonly streams: readonly StreamTotal[]
  readonly total: Total
  /** The settled money by funder, over all lines. */
  readonly funders: readonly Share[]
  /** The settled money by outcome, over all lines: shares of points, not prices. */
  readonly outcomes: readonly Share[]
  readonly flags: readonly Flag[]
  /** Who may agree this budget; empty when the table does not say, `unknown` while it depends on an open figure. */
  readonly agreedBy: readonly { readonly who: string; readonly state: 'yes' | 'unknown' }[]
  readonly notices: readonly Notice[]
}

export interface TableRef {
  readonly id: string
  readonly version: string
  /** SHA-256 over the canonical form of what was written, in hexadecimal (rule R8). */
  readonly hash: string
  readonly authority: string
  readonly provenance: Provenance
  readonly status: Status
}

/**
 * What a line comes to. `waiting` and `refused` keep their figure, which is in no total; it is null where the row says
 * that people decide. `refer`: people decide, and `to` says who.
 */
export type Amount =
  | { readonly state: 'settled'; readonly pence: Pence }
  | { readonly state: 'waiting'; readonly pence: Pence }
  | { readonly state: 'refused'; readonly pence: Pence | null }
  | { readonly state: 'refer'; readonly to: string }

export interface BudgetLine {
  readonly id: string
  readonly table: string
  readonly title: string
  readonly stream: string
  readonly at: string
  readonly amount: Amount
  readonly steps: readonly Step[]
  /** The whole-cost or top-up declaration of an education line. */
  readonly amountIs: 'whole cost' | 'top-up' | null
  readonly gate: { readonly decision: string; readonly state: DecisionState } | null
  /** Independent splits of the figure into whole pence; each adds up to it. Empty where there is no figure. */
  readonly funders: readonly Share[]
  readonly outcomes: readonly Share[]
  /** The family's contingency inside the figure. */
  readonly contingency: Pence | null
  /** What this year gets; the full year always stands beside it. */
  readonly partYear: PartYear | null
  readonly neighbours: Neighbours | null
  readonly legalBasis: string | null
}

export interface Share {
  readonly id: string
  readonly pence: Pence
}

export interface PartYear {
  readonly pence: Pence
  readonly part: number
  readonly outOf: number
  readonly unit: 'months' | 'days' | 'terms'
}

/** Where the points stand among the rows. `away` is the number of points up to the next row; `give` is as written. */
export interface Neighbours {
  readonly score: string
  readonly points: number
  readonly previous: Row | null
  readonly row: Row
  readonly next: Row | null
  readonly away: number | null
}

export interface Row {
  readonly from: number
  readonly give: string
  readonly band: string | null
}

/** `settled` is exact; while `waiting` is not empty the total reads “at least”. Refused lines are in neither. */
export interface Total {
  readonly settled: Pence
  readonly waiting: readonly {
    readonly line: string
    readonly state: 'waiting' | 'refer'
    readonly pence: Pence | null
  }[]
  readonly refused: readonly string[]
}

export interface StreamTotal extends Total {
  readonly stream: string
}

/** A criterion of the table, or a cap that was reached (`cap`), and whether it is met. Never changes a sum. */
export interface Flag {
  readonly id: string
  readonly kind: 'say' | 'refer' | 'agreed-by' | 'cap'
  readonly state: Truth
  readonly exceptional: boolean
  readonly evidence: readonly Evidence[]
  readonly at: string
}

export type Notice =
  | 'indicative'
  | 'not-a-ceiling'
  | 'shares-of-points'
  | 'reconstructed'
  | 'synthetic'
  | 'draft'
  | 'trial'
  | 'withdrawn'
  | 'not-in-force'
  | 'not-settled'
  | 'refused'
  | 'fast-track'
