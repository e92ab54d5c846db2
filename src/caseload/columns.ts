import type { TableRef } from '../allocate/budget.js'
import type { Located } from '../diagnostic.js'

/** A value of an assessment, as it is given; `undefined` where it is left out. */
export type Given = string | number | boolean | null | undefined | { readonly [key: string]: Given } | readonly Given[]

/** One input of many cases: the values that occur, and for each case which of them it has. */
export interface Column {
  readonly values: readonly Given[]
  /** For each case, the place of its value among `values`. */
  readonly codes: Uint8Array | Uint16Array | Uint32Array
}

/**
 * Many assessments side by side, one column an input, named by where it stands in an assessment: `form`, `date`,
 * `exceptional`, `facts/age`, `answers/behaviour`, `scores/points`. What is told about a case and never moves a figure
 * (its reference, who took part, intended outcomes) has no column.
 */
export interface CaseloadColumns {
  /** How many cases there are. */
  readonly cases: number
  readonly columns: Readonly<Record<string, Column>>
}

/** What a line comes to in a case, as a code: its place in this list. A case that cannot be read has `unread`. */
export const STATES = ['unread', 'settled', 'waiting', 'refer', 'refused', 'provides', 'by-setting'] as const

/** One line of all cases. */
export interface LineColumn {
  readonly id: string
  readonly table: string
  readonly stream: string
  /** What `figures` count: pence a year, or hundredths of what a line without money provides. */
  readonly of: 'pence' | 'hundredths'
  /** The state of each case, a place in `STATES`. */
  readonly states: Uint8Array
  /** The figure of each case; NaN where there is none. */
  readonly figures: Float64Array
}

/** A total of all cases: pence a year that are settled, and whether it reads “at least”. */
export interface TotalColumn {
  readonly settled: Float64Array
  /** 1 where something still waits, otherwise 0. */
  readonly waiting: Uint8Array
}

/** A flag of the table, or a cap that a line can reach. */
export interface FlagName {
  readonly id: string
  readonly table: string
  readonly kind: 'say' | 'refer' | 'agreed-by' | 'cap'
  readonly exceptional: boolean
  /** Who is told, or asked; empty for a cap. */
  readonly who: string
}

/** The flags of all cases, as bits: flag k of a case is bit `k % 32` of its word in the column `k / 32`, rounded down. */
export interface FlagColumns {
  readonly names: readonly FlagName[]
  readonly yes: readonly Uint32Array[]
  /** Set where the flag depends on a figure that is still open. */
  readonly unknown: readonly Uint32Array[]
}

/** A case that cannot be worked out, and why: every problem of its assessment. */
export interface CaseProblem {
  /** Its place in the columns, from 0. */
  readonly row: number
  readonly findings: readonly Located[]
}

/** The budgets of a caseload, in columns, in the order of the cases. */
export interface CaseloadBudget {
  readonly format: 'ras.caseload/1'
  readonly library: string
  readonly tables: readonly TableRef[]
  readonly cases: number
  readonly lines: readonly LineColumn[]
  readonly streams: readonly (TotalColumn & { readonly stream: string })[]
  readonly total: TotalColumn
  readonly flags: FlagColumns
  readonly problems: readonly CaseProblem[]
}
