import type { Grid, GridCell } from '../../workbook/grid.js'
import { type RowSeen, scanRow } from '../batch/scan-row.js'
import { stop } from '../io.js'

const SEPARATORS = [',', ';', '\t'].map((mark) => mark.charCodeAt(0))
const MARK = Buffer.from([0xef, 0xbb, 0xbf])
const BLANK: GridCell = { is: 'blank' }

/**
 * The cells of a sheet as CSV. Its separator is the one by which some row has a cell that says “from” and another cell
 * beside it.
 *
 * @throws Stop where it is no text in UTF-8, or a quotation mark is not in order.
 */
export function csvGrid(bytes: Buffer, file: string): Grid {
  const text = bytes.subarray(0, 3).equals(MARK) ? bytes.subarray(3) : bytes
  if (text.includes(0) || !isUtf8(text)) throw stop(2, `${file} is not text in UTF-8. Save it as “CSV UTF-8”.`)
  const ways = SEPARATORS.map((separator) => rowsOf(text, separator))
  const found = ways.find(({ rows }) => rows.some(isHeads)) ?? ways[0]
  const rows = found?.rows ?? []
  if (found && found.badQuote >= 0)
    throw stop(
      2,
      `${file} row ${found.badQuote + 1}: a quotation mark is not in order. Double those inside a cell, and close the cell.`,
    )
  let height = rows.length
  while (height > 0 && rows[height - 1]?.every((cell) => cell.trim() === '')) height--
  return {
    sheet: '',
    height,
    width: rows.reduce((most, row) => Math.max(most, row.length), 0),
    cell: (row, column) => {
      const cell = rows[row]?.[column]?.trim() ?? ''
      return cell === '' ? BLANK : { is: 'text', text: cell }
    },
    isFormula: () => false,
    merged: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  }
}

function isHeads(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.some((cell) => cell.trim().toLowerCase() === 'from')
}

function isUtf8(bytes: Buffer): boolean {
  return Buffer.from(bytes.toString('utf8')).equals(bytes)
}

interface Rows {
  readonly rows: readonly (readonly string[])[]
  /** The first row whose quotation marks are not in order; −1 where all are. */
  readonly badQuote: number
}

function rowsOf(bytes: Buffer, separator: number): Rows {
  const rows: string[][] = []
  const seen: RowSeen = { cells: 0, blank: true, badQuote: -1 }
  let badQuote = -1
  for (let at = 0; at < bytes.length; ) {
    const cells: string[] = []
    const take = (_: number, cell: Buffer, from: number, to: number) => cells.push(cell.toString('utf8', from, to))
    at = scanRow(bytes, at, bytes.length, true, separator, take, seen)
    if (seen.badQuote >= 0 && badQuote < 0) badQuote = rows.length
    rows.push(cells)
  }
  return { rows, badQuote }
}
