import type { Fraction } from '../oracle/fraction.js'
import type { Tree } from '../oracle/tree.js'

/** A whole table as written. */
export type TableTree = { readonly [key: string]: Tree }

/** How large a table grows, as the most of each thing. */
export interface Size {
  readonly groups: number
  readonly questions: number
  readonly levels: number
  readonly scores: number
  readonly rows: number
  readonly lines: number
  readonly flags: number
}

export const SMALL: Size = { groups: 3, questions: 4, levels: 4, scores: 4, rows: 5, lines: 3, flags: 4 }
export const LARGE: Size = { groups: 6, questions: 10, levels: 6, scores: 12, rows: 40, lines: 12, flags: 12 }

/** What the header says that later sections refer to. */
export interface KnownHeader {
  readonly streams: readonly { readonly id: string; readonly law: string }[]
  readonly outcomes: readonly string[]
  readonly funders: readonly string[]
  readonly forms: readonly string[]
  /** Whether a form is for some ages only. */
  readonly aged: boolean
}

/** The declared facts, by kind. */
export interface KnownFacts {
  readonly age: readonly string[]
  /** Facts that are one of several names, and can be a category: a setting among them. */
  readonly choice: readonly KnownChoice[]
  readonly area: readonly KnownChoice[]
  readonly decision: readonly string[]
  readonly circumstance: readonly string[]
  readonly hours: readonly KnownAmount[]
  readonly entitlement: readonly (KnownAmount & { readonly of: string })[]
  readonly terms: readonly string[]
  readonly start: readonly string[]
  readonly end: readonly string[]
  /** Given in pounds a period; `most` is in pence a year. */
  readonly quote: readonly KnownAmount[]
  readonly otherPackage: readonly KnownAmount[]
  readonly previous: readonly KnownAmount[]
}

export interface KnownChoice {
  readonly id: string
  readonly is: string
  readonly oneOf: readonly string[]
}

export interface KnownAmount {
  readonly id: string
  readonly most: number
}

/** What can choose beside the points, or in their place. */
export interface Category {
  readonly tree: TableTree
  readonly values: readonly string[]
  readonly isSetting: boolean
  /** Whether its values are the bands that a worker judges. */
  readonly isJudged: boolean
}

/** Anything that has points: a question, a group or a score. */
export interface Scored {
  readonly id: string
  readonly kind: 'question' | 'group' | 'score'
  /** No answer gives more: on each form, or on the one there is; and on any. */
  readonly byForm: readonly Fraction[]
  readonly most: Fraction
  /** The decimals that its points are counted in. */
  readonly places: number
  /** The questions and brought scores that it counts: none of them may be counted twice. */
  readonly counts: ReadonlySet<string>
  readonly outcomes: readonly string[]
  /** Whether a brought score is behind it, and whether it is one itself. */
  readonly brought: boolean
  readonly isBrought: boolean
  /** No weight by which money is shared over it is larger, as a whole number. */
  readonly weight: number
}

export interface KnownQuestion {
  readonly id: string
  /** Every level by its full name: `turning/nightly` where there are kinds. */
  readonly levels: readonly string[]
  /** What a condition can call them by: also `nightly`, of any kind. */
  readonly called: readonly string[]
  /** Whether it can be in no level. */
  readonly mayBeInNone: boolean
}

export interface KnownGroup {
  readonly id: string
  readonly questions: readonly string[]
}

/** What conditions over needs, and look ups by category, can refer to. */
export interface KnownNeeds {
  readonly facts: KnownFacts
  readonly forms: readonly string[]
  readonly questions: readonly KnownQuestion[]
  readonly groups: readonly KnownGroup[]
  readonly scores: readonly Scored[]
  readonly categories: readonly Category[]
}

/** What the writing of lines adds to a table: prices of units as they are needed, and the documents referred to. */
export interface Ledger {
  readonly sources: readonly string[]
  readonly cited: Set<string>
  readonly rates: Map<string, KnownRate>
}

export interface KnownRate {
  readonly tree: TableTree
  readonly per: string
  /** In ten-thousandths of a pound. */
  readonly price: number
  /** 1 unless it is an hour’s price. */
  readonly weeks: number
  /** Whether hours a week can be paid by it: a price an hour may leave the weeks out. */
  readonly isWeekly: boolean
}
