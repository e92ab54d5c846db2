import type { Expression } from '../formula/expression.js'

/**
 * A table, or several, as formulas that have no place yet: what is asked, the figures that they read, and every
 * quantity in the order in which it is worked out. The sheets only arrange it.
 */
export interface Program {
  readonly tables: readonly TableProgram[]
  /** What a person fills in, in the order of the questionnaire; what several tables ask alike stands once. */
  readonly inputs: readonly Input[]
  /** Every quantity, each after those that it reads. */
  readonly quantities: readonly Quantity[]
}

/** What the sheets show of one table. Ids lead to quantities. */
export interface TableProgram {
  readonly id: string
  /** What can be looked up: the rows of the Table sheet, in the order of the file. */
  readonly blocks: readonly Block[]
  /** Whether its figures may be changed: it is a draft or a trial, and stays exact whatever they are changed to. */
  readonly live: boolean
}

/** A figure or a text that a person fills in. Its cell may be blank, and blank is never 0. */
export interface Input {
  readonly id: string
  readonly asks: Asks
  /** The heading under which it stands: facts, a group of questions, scores that are brought, the case. */
  readonly section: string
  /** What is asked, as the family reads it. */
  readonly label: string
  /** Help for the person answering: guidance, what levels mean. Empty where there is none. */
  readonly help: readonly string[]
  /**
   * The quantity that says what is still wrong or missing here, in words; '' when nothing is. Null where anything goes,
   * as in the words of the family.
   */
  readonly check: string | null
}

export type Asks =
  /** One of the names in a column of a block. */
  | {
      readonly is: 'name'
      readonly list: Extract<Expression, { readonly is: 'range' }>
      readonly also: readonly string[]
    }
  | { readonly is: 'one-of'; readonly names: readonly string[] }
  /** A number from `low` to `high`, both inclusive, with at most `places` decimals. */
  | { readonly is: 'number'; readonly low: number; readonly high: number; readonly places: number }
  /** Money, in pounds. */
  | { readonly is: 'pounds'; readonly high: number }
  | { readonly is: 'day' }
  | { readonly is: 'words' }

/** What one formula comes to. */
export interface Quantity {
  readonly id: string
  /** What it is, for the person who follows the working. */
  readonly label: string
  readonly unit: Unit
  readonly formula: Expression
  /** The heading of the working under which it stands. */
  readonly section: string
  /**
   * Whether it stands only when everything is filled in (quantity `ready`), and is '' until then. What is not may be
   * worked out of an empty questionnaire, and is never an error.
   */
  readonly waits: boolean
}

/** What a quantity counts. `truth`: 1 yes, 0 no, 0.5 not known yet. `parts`: points times their power of ten. */
export type Unit = 'pence' | 'hundredths' | 'parts' | 'points' | 'truth' | 'place' | 'number' | 'text' | 'day'

/** A part of the Table sheet: a heading, and rows of names and figures. */
export interface Block {
  readonly id: string
  readonly title: string
  /** Where the figures come from. */
  readonly source: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Entry[])[]
}

export type Column = {
  readonly title: string
} & (
  | { readonly is: 'text' }
  /** Figures with at most `places` decimals. `refer` may stand in the place of one where people decide. */
  | {
      readonly is: 'figure'
      readonly unit: string
      readonly places: number
      readonly refers: boolean
      /** The least and the most that a figure may be changed to, inclusive. No most where the table cannot be changed. */
      readonly least: number
      readonly most: number | null
    }
)

/** A text, or a figure as the table writes it; `refer` where people decide; null where nothing stands. */
export type Entry = string | number | null
