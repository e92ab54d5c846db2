import type { SheetFault } from '../../caseload/sheet/fault.js'
import { readHeader } from '../../caseload/sheet/header.js'
import type { Plan } from '../../load/plan.js'
import type { Sheet } from './csv-filling.js'
import { type RowSeen, scanRow } from './scan-row.js'
import { isFull, readOn, type Source, type Window } from './source.js'

/** What is wrong with a sheet’s row of names: in which column, from 1, or in none, which is 0. */
export interface HeaderFault {
  /** The row, from 1; left out, the first. */
  readonly row?: number
  readonly column: number
  readonly fault: SheetFault
}

/** The row of names, as it is written. */
export type Names = Pick<Sheet, 'separator' | 'names'>

/** Reads the row of names and what the columns hold, and leaves the window at the row below it. */
export async function openSheet(
  window: Window,
  source: Source,
  plans: readonly Plan[],
  ignored: readonly string[],
): Promise<Sheet | { readonly faults: readonly HeaderFault[] }> {
  const row = await openNames(window, source)
  if ('faults' in row) return row
  const { columns: headings, faults } = readHeader(row.names, plans, ignored)
  return faults.length > 0 ? { faults } : { ...row, headings }
}

/** Reads the row of names, and leaves the window at the row below it. */
export async function openNames(
  window: Window,
  source: Source,
): Promise<Names | { readonly faults: readonly HeaderFault[] }> {
  // A pipe may give the mark in pieces.
  do await readOn(window, source)
  while (window.to < 3 && !window.last)
  const mark = markOf(window)
  if (mark === 'other') return { faults: [{ column: 0, fault: { code: 'RAS010', data: {} } }] }
  window.from = mark === 'utf-8' ? 3 : 0
  const names: string[] = []
  const seen: RowSeen = { cells: 0, blank: true, badQuote: -1 }
  for (;;) {
    const { bytes, from, to, last } = window
    const separator = separatorOf(bytes, from, to)
    names.length = 0
    const take = (_: number, cell: Buffer, start: number, end: number) => names.push(cell.toString('utf8', start, end))
    const next = scanRow(bytes, from, to, last || isFull(window), separator, take, seen)
    if (next < 0) {
      await readOn(window, source)
      continue
    }
    window.from = next
    if (seen.badQuote >= 0)
      return {
        faults: [{ column: seen.badQuote + 1, fault: { code: 'RAS017', data: { name: String(seen.badQuote + 1) } } }],
      }
    if (seen.blank) return { faults: [{ column: 0, fault: { code: 'RAS011', data: {} } }] }
    return { separator, names }
  }
}

/** The mark that some programs put before a text; those of other encodings, and bytes that no text has, are `other`. */
function markOf({ bytes, to }: Window): 'utf-8' | 'none' | 'other' {
  const [a, b, c] = bytes.subarray(0, Math.min(3, to))
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'other'
  return bytes.subarray(0, Math.min(1024, to)).includes(0) ? 'other' : 'none'
}

const SEPARATORS = [',', ';', '\t'].map((mark) => mark.charCodeAt(0))

/** The separator that stands most often in the first line, outside quotation marks; of several the first of `, ; tab`. */
function separatorOf(bytes: Buffer, from: number, to: number): number {
  const counts = SEPARATORS.map(() => 0)
  let quoted = false
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0
    if (byte === 34) quoted = !quoted
    else if (quoted) continue
    else if (byte === 10 || byte === 13) break
    const which = SEPARATORS.indexOf(byte)
    if (which >= 0) counts[which] = (counts[which] ?? 0) + 1
  }
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? 44
}
