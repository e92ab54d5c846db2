import type { Given } from '../../caseload/columns.js'
import type { SheetFault } from '../../caseload/sheet/fault.js'
import type { Located } from '../../diagnostic.js'

/** The most cases that are worked out at a time: few enough that their columns stay close at hand. */
export const BLOCK = 1024

/** What is wrong with a row that is no case: with the row as such, or with the assessment in it. */
export type RowTrouble = { readonly row: number; readonly case: string } & (
  | { readonly is: 'sheet'; readonly column: string; readonly fault: SheetFault }
  | { readonly is: 'assessment'; readonly findings: readonly Located[] }
)

/** Some rows of a file in their order, as the engine takes them. It is filled anew once it was worked on. */
export interface Block {
  /** How many rows are cases. */
  readonly n: number
  /** The number of each of them, as a spreadsheet counts rows. */
  readonly rows: Uint32Array
  /** What each of them is called; it is not looked at yet. */
  readonly cases: readonly string[]
  /** The values of each input. As long as it is the same object, it only grows. */
  readonly dictionary: Readonly<Record<string, readonly Given[]>>
  readonly codes: Readonly<Record<string, Uint32Array>>
  /** Rows that are no cases, in their order. */
  readonly troubles: readonly RowTrouble[]
  /** How many rows had nothing in them. */
  readonly blank: number
}

/** More remembered values than this, and the memory of them is begun anew: any file can be worked on in bounded memory. */
export const MOST_VALUES = 2 ** 16
