/**
 * A workbook as plain data, before it is a file. `F` is what a formula is: an expression while sheets are arranged, and
 * a text with the value it comes to once every cell has its place.
 */
export interface Book<F> {
  readonly title: string
  readonly subject: string
  readonly sheets: readonly Sheet<F>[]
}

export interface Sheet<F> {
  readonly name: string
  /** What it is for, in one sentence, for those who hear it read. */
  readonly purpose: string
  /** The widths of the columns, in digits of the ten-point font. */
  readonly columns: readonly number[]
  readonly rows: readonly Row<F>[]
  /** How many rows stay in sight above the others, and are printed on every page. */
  readonly frozen: number
  /** How many columns stay in sight beside the others, and in print where they are printed at all; left out, none. */
  readonly frozenColumns?: number
  /** The columns that are printed, both ends inclusive, from 0, and how many rows; left out, all. */
  readonly printed?: { readonly first: number; readonly last: number; readonly rows?: number }
  readonly landscape: boolean
  /** Printed on top and at the foot of every page, as plain text. */
  readonly header: string
  readonly footer: string
}

export interface Row<F> {
  readonly cells: readonly (Cell<F> | null)[]
  /** Whether a new page begins with it, in print. */
  readonly newPage: boolean
}

export type Cell<F> = {
  readonly style: StyleName
  /** How a number is written; left out, as its style says. */
  readonly format?: string
  /** How many columns it covers, itself included. */
  readonly span?: number
  /** What may be typed here. */
  readonly allows?: Allows<F>
  /** The longest text that may come to stand here: the row is made high enough for it. */
  readonly room?: string
  /** What stands here, so that formulas find it. */
  readonly holds?: Held
} & ({ readonly value: string | number | null } | { readonly formula: F })

export type Held =
  | { readonly is: 'input' | 'quantity'; readonly id: string }
  | { readonly is: 'figure'; readonly block: string; readonly row: number; readonly column: number }

export type Allows<F> =
  | { readonly is: 'one-of'; readonly names: readonly string[] }
  | { readonly is: 'range'; readonly range: F }
  /** A number from `low` to `high`, both inclusive; a whole one where it has no places. */
  | { readonly is: 'number'; readonly low: number; readonly high: number; readonly places: number }
  | { readonly is: 'day' }

/** A formula that has its place: its text without the sign of equality, and what it comes to now. */
export interface Placed {
  readonly text: string
  readonly value: string | number
  /**
   * The same formula all the way down a column, so that the file says it once: its number on the sheet, and in the cell
   * where it begins the cells that have it. Only for one that reads nothing on another sheet.
   */
  readonly shared?: { readonly index: number; readonly over?: string }
}

/** Every look that a cell can have. Nothing hangs on a colour: what can be filled in has a frame. */
export const STYLES = [
  'title',
  'status',
  'identity',
  'heading',
  'head',
  'head-figure',
  'text',
  'note',
  'strong',
  'help',
  'small',
  'figure',
  'pounds',
  'pounds-strong',
  'pounds-large',
  'label-large',
  'in-text',
  'in-words',
  'in-number',
  'in-pounds',
  'in-day',
  'check',
] as const
export type StyleName = (typeof STYLES)[number]

/** The way a number with a fixed number of decimals is written, as money or plainly. */
export function decimals(places: number, money: boolean): string {
  const digits = `#,##0${places === 0 ? '' : `.${'0'.repeat(places)}`}`
  return money ? `"£"${digits};-"£"${digits}` : places === 0 ? '0' : `0.${'0'.repeat(places)}`
}

/** A cell with a text or a number in it, or with nothing. */
export function holds<F = never>(style: StyleName, value: string | number | null, more: More<F> = {}): Cell<F> {
  return { style, value, ...more }
}

/** A cell that is worked out. */
export function worked<F>(style: StyleName, formula: F, more: More<F> = {}): Cell<F> {
  return { style, formula, ...more }
}

type More<F> = Pick<Cell<F>, 'format' | 'span' | 'allows' | 'room' | 'holds'>

/** A row of cells that is as high as its texts need. */
export function row<F = never>(...cells: readonly (Cell<F> | null)[]): Row<F> {
  return { cells, newPage: false }
}
