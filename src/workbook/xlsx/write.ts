import { type Cell as FileCell, type MergeRange, type WriteOptions, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { Book, Cell, Placed, Row, Sheet } from '../book.js'
import { address, sheetPrefix } from '../formula/places.js'
import { heightOf } from './heights.js'
import { FONT, styleOf } from './styles.js'
import { cellText, pageText } from './text.js'
import { validationsOf } from './validations.js'

type NamedRange = NonNullable<WriteOptions['namedRanges']>[number]

/** Says nothing, and is the same whenever the file is written: the same book gives the same bytes. */
const WRITTEN = new Date(Date.UTC(2000, 0, 1))

/**
 * A book as the bytes of an .xlsx file without macros or links. Its sheets are protected without a password, so that a
 * slip changes nothing and whoever must can look behind it; cells to fill in are open.
 *
 * The same book gives the same bytes. Text stays text, whatever it begins with.
 */
export async function writeBook({ title, subject, sheets }: Book<Placed>): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(sheetOf),
    properties: {
      title: cellText(title),
      subject: cellText(subject),
      creator: 'send-ras',
      created: WRITTEN,
      modified: WRITTEN,
    },
    namedRanges: sheets.flatMap(printNames),
    defaultFont: { name: FONT, size: 10 },
    workbookProtection: { lockStructure: true },
  })
}

function sheetOf(sheet: Sheet<Placed>): WriteSheet {
  const { frozenColumns: columns = 0 } = sheet
  return {
    name: sheet.name,
    columns: sheet.columns.map((width) => ({ width })),
    cells: new Map(sheet.rows.flatMap(cellsOf)),
    rowDefs: new Map(sheet.rows.map((row, at) => [at, { height: heightOf(row, sheet.columns) }])),
    merges: sheet.rows.flatMap(mergesOf),
    dataValidations: validationsOf(sheet),
    rowBreaks: sheet.rows.flatMap((row, at) => (row.newPage && at > 0 ? [at - 1] : [])),
    freezePane: { rows: sheet.frozen, ...(columns === 0 ? {} : { columns }) },
    view: { showGridLines: false },
    protection: {
      sheet: true,
      objects: true,
      scenarios: true,
      selectLockedCells: true,
      selectUnlockedCells: true,
      formatColumns: true,
      formatRows: true,
    },
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.5, right: 0.5, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      oddHeader: `&L&"${FONT},Bold"&9 ${pageText(sheet.header, 200)}`,
      oddFooter: `&L&"${FONT},Regular"&7 ${pageText(sheet.footer, 200)}&R&7 ${pageText(sheet.name, 20)}, &P / &N`,
    },
    a11y: { summary: sheet.purpose },
  }
}

/**
 * What is printed of a sheet and what is repeated on every page. The library would write the same without the quotes
 * that a name of two words needs, and a spreadsheet would call the file broken.
 */
function printNames({ name, rows, frozen, frozenColumns = 0, printed }: Sheet<Placed>): NamedRange[] {
  const at = (range: string) => `${sheetPrefix(name)}${range}`
  const column = (index: number) => address(0, index).replace(/\$\d+$/, '')
  // Columns that stay in sight are repeated in print, unless what is printed has left them out.
  const kept = printed && printed.first >= frozenColumns ? 0 : frozenColumns
  const titles = [...(kept === 0 ? [] : [at(`$A:${column(kept - 1)}`)]), at(`$1:$${frozen}`)]
  const area = printed && `${address(0, printed.first)}:${address((printed.rows ?? rows.length) - 1, printed.last)}`
  return [
    ...(area === undefined ? [] : [{ name: '_xlnm.Print_Area', range: at(area), scope: name }]),
    { name: '_xlnm.Print_Titles', range: titles.join(','), scope: name },
  ]
}

/** What is no error of a formula but the name of one, which the library would write as the error itself. */
const ERROR_NAME = /^#[A-Z/0_]+[!?]?$|^#GETTING_DATA$/

/** The cells of a row by their places. Those that another covers have its style, so that frames go all the way round. */
function cellsOf(row: Row<Placed>, at: number): [string, Partial<FileCell>][] {
  return row.cells.flatMap((cell, column) => {
    if (!cell) return []
    const style = styleOf(cell.style, cell.format)
    const covered = Array.from({ length: (cell.span ?? 1) - 1 }, (_, i): [string, Partial<FileCell>] => [
      `${at},${column + i + 1}`,
      { style },
    ])
    return [[`${at},${column}`, { ...contentOf(cell), style }], ...covered]
  })
}

function contentOf(cell: Cell<Placed>): Partial<FileCell> {
  if ('formula' in cell) {
    const { text, value, shared } = cell.formula
    const formulaResult = typeof value === 'string' ? cellText(value) : value
    if (!shared) return { formula: text, formulaResult }
    const { index, over } = shared
    const said = over === undefined ? { formula: '' } : { formula: text, formulaRef: over }
    return { ...said, formulaResult, formulaType: 'shared', formulaSharedIndex: index }
  }
  const { value } = cell
  if (value === null || value === '') return {}
  if (typeof value === 'number') return { value }
  const text = cellText(value)
  const { font } = styleOf(cell.style)
  return ERROR_NAME.test(text) ? { richText: [{ text, ...(font ? { font } : {}) }] } : { value: text }
}

function mergesOf(row: Row<Placed>, at: number): MergeRange[] {
  return row.cells.flatMap((cell, column) =>
    cell && (cell.span ?? 1) > 1
      ? [{ startRow: at, startCol: column, endRow: at, endCol: column + (cell.span ?? 1) - 1 }]
      : [],
  )
}
