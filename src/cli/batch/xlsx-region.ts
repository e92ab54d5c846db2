import type { Grid } from '../../workbook/grid.js'

/** Where in a sheet the cases are. */
export interface Region {
  readonly grid: Grid
  /** The row of names, from 0. */
  readonly top: number
  /** How many columns belong to it. */
  readonly width: number
}

/** The rows in which the names are looked for: what stands above them is short. */
const MOST_ABOVE = 40

/**
 * Finds the row of names: the first in which a cell says `case`, or row 1 where none does. The cases end before an empty
 * column that another `case` stands to the right of: there the results of a workbook with formulas begin.
 */
export function regionOf(grid: Grid): Region {
  const isCase = (row: number, column: number) => {
    const cell = grid.cell(row, column)
    return cell.is === 'text' && cell.text === 'case'
  }
  const columns = Array.from({ length: grid.width }, (_, column) => column)
  const rows = Array.from({ length: Math.min(grid.height, MOST_ABOVE) }, (_, row) => row)
  const top = rows.find((row) => columns.some((column) => isCase(row, column))) ?? 0
  const [, again] = columns.filter((column) => isCase(top, column))
  const end = columns.find((column) => again !== undefined && column < again && grid.cell(top, column).is === 'blank')
  return { grid, top, width: end ?? grid.width }
}
