import { address as inFormula } from './formula/places.js'

/** A sheet as it was read: its cells by row and column, both from 0. What is below or beside them is blank. */
export interface Grid {
  /** The name of the sheet; empty for a file that has no sheets, such as CSV. */
  readonly sheet: string
  /** How many rows there are down to the last one that has something in it. */
  readonly height: number
  readonly width: number
  readonly cell: (row: number, column: number) => GridCell
  /** Whether the value of a cell was worked out by a formula; it is the one that was saved with it. */
  readonly isFormula: (row: number, column: number) => boolean
  readonly merged: readonly Area[]
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
}

/** A cell. A number is its shortest decimal; TRUE and FALSE are `yes` and `no`; a day is `YYYY-MM-DD`. */
export type GridCell =
  | { readonly is: 'blank' }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'number'; readonly text: string; readonly percent: boolean }
  | { readonly is: 'none'; readonly why: NoValue; readonly shown: string }

/** Why a cell that is not blank has no value: an error, a time of day, a formula that was never worked out, too many digits. */
export type NoValue = 'error' | 'time' | 'formula' | 'digits'

/** A rectangle of cells, all ends inclusive, from 0. */
export interface Area {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/**
 * What a spreadsheet calls a cell.
 *
 * @example address(6, 2) // 'C7'
 */
export function address(row: number, column: number): string {
  return inFormula(row, column, 'neither')
}
