import { type Cell, type CellValue, readXlsx, type Sheet } from 'hucre/xlsx'
import type { Area, Grid, GridCell } from '../grid.js'
import { partsOf } from './unpacked.js'
import type { WorkbookFault } from './workbook-fault.js'

/** A sheet of a workbook, or why it cannot be read. */
export type ReadSheet =
  | { readonly success: true; readonly grid: Grid }
  | { readonly success: false; readonly fault: WorkbookFault }

/** How a workbook is read. */
export interface HowToRead {
  /** The sheet that is asked for; null where nobody says which. */
  readonly sheet: string | null
  /** Whether cells should say that they are shown as per cent, which takes far more memory. */
  readonly styles: boolean
  /** Once unpacked, one part of it may have this many MiB, and all of them twice as many. */
  readonly mebibytes: number
}

/** A sheet of this name is read where nobody says which. */
const CASELOAD = 'Caseload'

/**
 * Reads one sheet of a workbook (.xlsx): the one that is asked for; else the one called Caseload; else the only one that
 * is shown. Formulas are not worked out: a cell has the value that was saved with it. Never throws.
 */
export async function readSheet(bytes: Uint8Array, how: HowToRead): Promise<ReadSheet> {
  const fault = unreadable(bytes, how.mebibytes)
  if (fault) return { success: false, fault }
  try {
    const sheets: Named[] = []
    const names = (info: Named) => {
      sheets.push({ name: info.name, hidden: info.hidden === true || info.veryHidden === true })
      return false
    }
    await readXlsx(bytes, { sheets: names })
    const chosen = choose(sheets, how.sheet)
    if (typeof chosen !== 'number') return { success: false, fault: chosen }
    const { sheets: read } = await readXlsx(bytes, { sheets: (_, index) => index === chosen, readStyles: how.styles })
    const [sheet] = read
    return sheet ? { success: true, grid: gridOf(sheet) } : broken('its sheet is missing')
  } catch (error) {
    return broken(error instanceof Error ? error.message.replace(/\.$/, '') : String(error))
  }
}

interface Named {
  readonly name: string
  readonly hidden?: boolean
  readonly veryHidden?: boolean
}

function broken(detail: string): ReadSheet {
  return { success: false, fault: { is: 'broken', detail } }
}

/** What speaks against unpacking the bytes at all. */
function unreadable(bytes: Uint8Array, mebibytes: number): WorkbookFault | null {
  if (begins(bytes, OLD)) return { is: holds(bytes, ENCRYPTED) ? 'password' : 'old' }
  if (!begins(bytes, ZIP)) return { is: 'no-workbook' }
  const parts = partsOf(bytes)
  if (!parts) return { is: 'broken', detail: 'the list of its parts is not in order' }
  if (!parts.some(({ name }) => name === '[Content_Types].xml')) return { is: 'no-workbook' }
  const most = mebibytes * 2 ** 20
  const large = parts.some(({ size }) => size > most) || parts.reduce((sum, { size }) => sum + size, 0) > 2 * most
  return large ? { is: 'too-large', mebibytes } : null
}

const ZIP = [0x50, 0x4b]
/** Also what a workbook with a password is wrapped in. */
const OLD = [0xd0, 0xcf, 0x11, 0xe0]
const ENCRYPTED = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0])

function begins(bytes: Uint8Array, with_: readonly number[]): boolean {
  return with_.every((byte, i) => bytes[i] === byte)
}

function holds(bytes: Uint8Array, sought: readonly number[]): boolean {
  const [first = 0] = sought
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (sought.every((byte, i) => bytes[at + i] === byte)) return true
  return false
}

function choose(sheets: readonly Named[], wanted: string | null): number | WorkbookFault {
  const at = sheets.findIndex(({ name }) => name === (wanted ?? CASELOAD))
  if (at >= 0) return at
  const shown = sheets.filter(({ hidden }) => !hidden)
  const names = shown.map(({ name }) => name)
  if (wanted !== null) return { is: 'no-such-sheet', sheet: wanted, sheets: names }
  const [only] = shown
  return only && shown.length === 1 ? sheets.indexOf(only) : { is: 'which-sheet', sheets: names }
}

function gridOf({ name, rows, cells, merges, rowDefs, columns }: Sheet): Grid {
  let height = rows.length
  const details = (row: number, column: number) => cells?.get(`${row},${column}`)
  const cell = (row: number, column: number) => cellOf(rows[row]?.[column], details(row, column))
  const isBlank = (row: number) => (rows[row] ?? []).every((_, column) => cell(row, column).is === 'blank')
  while (height > 0 && isBlank(height - 1)) height--
  return {
    sheet: name,
    height,
    width: rows.reduce((most, row) => Math.max(most, row.length), 0),
    cell,
    isFormula: (row, column) => details(row, column)?.formula !== undefined,
    merged: (merges ?? []).map(areaOf),
    hiddenRows: new Set([...(rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden ? [row] : []))),
    hiddenColumns: new Set((columns ?? []).flatMap(({ hidden }, column) => (hidden ? [column] : []))),
  }
}

function areaOf(merge: { startRow: number; startCol: number; endRow: number; endCol: number }): Area {
  return { top: merge.startRow, left: merge.startCol, bottom: merge.endRow, right: merge.endCol }
}

const BLANK: GridCell = { is: 'blank' }

function cellOf(value: CellValue | undefined, details: Cell | undefined): GridCell {
  if (details?.type === 'error') return { is: 'none', why: 'error', shown: String(value) }
  if (value === null || value === undefined)
    return details?.formula === undefined ? BLANK : { is: 'none', why: 'formula', shown: '' }
  if (typeof value === 'string') return value === '' ? BLANK : { is: 'text', text: value }
  if (typeof value === 'boolean') return { is: 'text', text: value ? 'yes' : 'no' }
  if (typeof value !== 'number') return dayOf(value)
  const text = String(value)
  // Above, neighbouring whole numbers are one and the same.
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return { is: 'none', why: 'digits', shown: text }
  return { is: 'number', text, percent: details?.style?.numFmt?.includes('%') === true }
}

const DAY = 86_400_000

/** A number that is shown as a date. A day has no time in it; midnight is the day itself. */
function dayOf(date: Date): GridCell {
  const time = date.getTime()
  if (Number.isNaN(time)) return { is: 'none', why: 'digits', shown: 'a date' }
  const [day = '', hour = ''] = date.toISOString().split('T')
  // Spreadsheets count days from the first of 1900, or of 1904; before it there are only hours.
  return time % DAY === 0 && day >= '1900'
    ? { is: 'text', text: day }
    : { is: 'none', why: 'time', shown: `${day} ${hour.slice(0, 5)}` }
}
