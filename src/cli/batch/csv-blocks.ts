import type { SheetFault } from '../../caseload/sheet/fault.js'
import type { Plan } from '../../load/plan.js'
import type { Block } from './block.js'
import { type Filling, fillFromCells, type Sheet } from './csv-filling.js'
import type { Names } from './csv-sheet.js'
import { nextLine, type RowSeen, scanRow } from './scan-row.js'
import { isFull, LONGEST_ROW, readOn, type Source, type Window } from './source.js'

/**
 * The cases of a sheet, from the row below its names on. No row is lost: each is a case of some block, is told among the
 * troubles of one, or is blank.
 */
export function csvBlocks(sheet: Sheet, plans: readonly Plan[], window: Window, source: Source): AsyncGenerator<Block> {
  return filledBlocks(sheet, fillFromCells(sheet, plans), window, source)
}

/** The same in blocks of any kind. */
export async function* filledBlocks<B>(
  sheet: Names,
  filling: Filling<B>,
  window: Window,
  source: Source,
): AsyncGenerator<B> {
  const scan: Scan = { sheet, filling, row: 1, skipping: false, seen: { cells: 0, blank: true, badQuote: -1 } }
  for (;;) {
    while (scanned(scan, window)) yield filling.take()
    if (window.last) break
    await readOn(window, source)
  }
  yield filling.take()
}

interface Scan {
  readonly sheet: Names
  readonly filling: Omit<Filling, 'take'>
  /** The number of the last row. */
  row: number
  /** Whether the line is still going on that a row was too long for. */
  skipping: boolean
  readonly seen: RowSeen
}

const CR = 13

/** Takes rows until the block is full, which is true, or the window has no whole row any more. */
function scanned(scan: Scan, window: Window): boolean {
  const { filling, sheet, seen } = scan
  while (window.from < window.to) {
    if (filling.isFull()) return true
    const { bytes, from, to, last } = window
    if (scan.skipping) {
      const next = nextLine(bytes, from, to, last)
      scan.skipping = next < 0
      // Of a line end, the second half may still be to come.
      window.from = next >= 0 ? next : bytes[to - 1] === CR ? to - 1 : to
      if (next < 0) return false
      continue
    }
    // Whatever else was read, a row is judged by as many bytes as it may have, and the one after them.
    const full = isFull(window)
    const reach = full ? from + LONGEST_ROW + 1 : to
    const next = scanRow(bytes, from, reach, last && !full, sheet.separator, filling.cell, seen)
    if (next < 0 && !full) return false
    scan.row++
    if (next < 0 || next - from > LONGEST_ROW) {
      scan.skipping = true
      filling.tell(scan.row, '', { code: 'RAS018', data: { limit: `${LONGEST_ROW / 2 ** 20} MiB` } })
    } else {
      window.from = next
      judge(scan)
    }
  }
  return false
}

/** What becomes of a row whose cells were handed out. */
function judge({ sheet: { names }, filling, seen, row }: Scan): void {
  if (seen.badQuote >= 0) {
    const name = names[seen.badQuote] ?? ''
    filling.tell(row, name, { code: 'RAS017', data: { name } })
  } else if (seen.blank) filling.blank()
  else if (seen.cells === names.length) filling.keep(row)
  else filling.tell(row, names[seen.cells] ?? '', ragged(seen.cells, names.length))
}

function ragged(cells: number, columns: number): SheetFault {
  return { code: 'RAS016', data: { cells, columns } }
}
