/** Where things stand: the A1 text of what a formula names. The caller decides on sheets and dollars. */
export interface Places {
  /** The cell that a person fills in. */
  input(id: string): string
  /** The cell that another formula stands in. */
  quantity(id: string): string
  /** One cell of a block; row and column from 0. */
  cell(block: string, row: number, column: number): string
  /** Columns of a block, all rows; the first and the last inclusive, from 0. */
  range(block: string, first: number, last: number): string
}

/** Which parts of an address stay when the formula is copied. */
export type Fixed = 'both' | 'row' | 'column' | 'neither'

/** The address of a cell, row and column from 0: `address(0, 1)` is `$B$1`. */
export function address(row: number, column: number, fixed: Fixed = 'both'): string {
  const dollar = (kept: Fixed): string => (fixed === 'both' || fixed === kept ? '$' : '')
  return `${dollar('column')}${letters(column)}${dollar('row')}${row + 1}`
}

/**
 * The name of a sheet before a `!`. Only a name that no spreadsheet can take for anything else stands bare:
 * `Table!`, and `'Who took part'!`, `'A1'!`, `'It''s'!`.
 */
export function sheetPrefix(name: string): string {
  const bare = /^[A-Za-z]{4,}$/.test(name) && !/^(true|false)$/i.test(name)
  return bare ? `${name}!` : `'${name.replaceAll("'", "''")}'!`
}

/** The letters of a column, from 0: A, B, … Z, AA, …. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}
