import type { Entitled, Provenance, Status, Tier } from '../load/plan.js'
import type { Pence } from '../pence.js'
import type { Evidence, Truth } from '../score/conditions.js'
import type { DecisionState } from '../score/decision.js'
import type { CaseRecord, Needs, ScoreResult } from '../score/needs.js'
import type { CasePrinciple } from './principles.js'
import type { Step } from './step.js'

/**
 * An itemised indicative budget: what is likely to be available, before planning, and how each figure was reached.
 *
 * Plain JSON. Money is whole pence a year. Pointers (`at`) lead into the table named by `tables`. Lines, scores and
 * flags stand in a fixed order (lines by stream and id, the others by id), whatever order the table is written in.
 *
 * Of several tables, all of it stands table by table, in the order of the tables' ids, and every name of a table (of a
 * line, stream, funder, outcome, score, flag, fact or question) has the table's id before it: `harbour-breaks/short`.
 * Pointers then lead into the table that the line or the flag names.
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
  /** All money. While something waits it reads “at least”. */
  readonly total: Total
  /** One entry for each setting, side by side, where the setting is unknown; otherwise empty. */
  readonly settings: readonly BySetting[]
  /** The settled money by tier, where lines name one. */
  readonly tiers: readonly { readonly tier: Tier; readonly pence: Pence }[]
  /**
   * The settled money that can be managed as a personal budget in another way than notionally: lines whose `ways` allow
   * it, less what a block contract holds. Null where no line of the table says how it can be managed.
   */
  readonly manageable: Pence | null
  /** The settled money by funder, over all lines. */
  readonly funders: readonly Share[]
  /** The settled money by outcome, over all lines: shares of points, not prices. */
  readonly outcomes: readonly Share[]
  readonly flags: readonly Flag[]
  /** Who may agree this budget; empty when the table does not say, `unknown` while it depends on an open figure. */
  readonly agreedBy: readonly Agreed[]
  readonly notices: readonly Notice[]
  /** What this case shows of each of the six principles: evidence with pointers, and no words. */
  readonly principles: readonly CasePrinciple[]
}

/** Who may agree a budget, by which of several tables. */
export interface Agreed {
  readonly who: string
  readonly state: 'yes' | 'unknown'
  /** Only where there are several tables, which each say who may agree their part. */
  readonly table?: string
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
 * What a budget comes to in one setting: the lines that differ between settings, and the totals with them. Of several
 * tables, each has its own settings, and the totals are over its own lines.
 */
export interface BySetting {
  /** Only where there are several tables. */
  readonly table?: string
  readonly setting: string
  readonly lines: readonly BudgetLine[]
  readonly streams: readonly StreamTotal[]
  readonly total: Total
  /** Flags that are raised in this setting, and not known to be in every one. */
  readonly flags: readonly Flag[]
  readonly agreedBy: IndicativeBudget['agreedBy']
}

/**
 * What a line comes to. `waiting` and `refused` keep their figure, which is in no total; it is null where the row says
 * that people decide, or where the line gives no money. `refer`: people decide, and `to` says who. `provides`: hours or
 * units and no money, so it is in no total. `by-setting`: the setting is unknown, and the figures stand side by side.
 */
export type Amount =
  | { readonly state: 'settled'; readonly pence: Pence }
  | { readonly state: 'waiting'; readonly pence: Pence | null }
  | { readonly state: 'refused'; readonly pence: Pence | null }
  | { readonly state: 'refer'; readonly to: string }
  | { readonly state: 'provides'; readonly quantity: number; readonly of: Entitled }
  | {
      readonly state: 'by-setting'
      readonly settings: readonly { readonly setting: string; readonly amount: Amount }[]
    }

export interface BudgetLine {
  readonly id: string
  readonly table: string
  readonly title: string
  readonly stream: string
  readonly at: string
  readonly amount: Amount
  readonly steps: readonly Step[]
  /** On a line that gives hours or units and no money: how many, even while it waits or is refused; null where people decide. */
  readonly provides: { readonly quantity: number | null; readonly of: Entitled } | null
  readonly tier: Tier | null
  /** The whole-cost or top-up declaration of an education line. */
  readonly amountIs: 'whole cost' | 'top-up' | null
  readonly gate: { readonly decision: string; readonly state: DecisionState } | null
  /** Independent splits of the figure into whole pence; each adds up to it. Empty where there is no figure. */
  readonly funders: readonly Share[]
  readonly outcomes: readonly Share[]
  /** The family's contingency inside the figure. */
  readonly contingency: Pence | null
  /** The part of the figure that a block contract holds, which can only be notional. */
  readonly locked: Pence | null
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
    readonly state: 'waiting' | 'refer' | 'by-setting'
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
  /** Only where there are several tables: whose criterion it is. It reads the lines and totals of its own table. */
  readonly table?: string
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
