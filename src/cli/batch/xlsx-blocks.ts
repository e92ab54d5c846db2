import type { CellFault, SheetFault } from '../../caseload/sheet/fault.js'
import { readHeader } from '../../caseload/sheet/header.js'
import type { Plan } from '../../load/plan.js'
import { type Area, address, type Grid } from '../../workbook/grid.js'
import type { Block } from './block.js'
import { type Columns, type Filling, fillFromCells } from './csv-filling.js'
import type { HeaderFault } from './csv-sheet.js'
import { TOO_LONG } from './json-blocks.js'
import { hashed } from './scan-row.js'
import { LONGEST_ROW } from './source.js'
import type { Region } from './xlsx-region.js'

/** Finds what the columns of a sheet hold by its row of names. Blank cells after the last name are none. */
export function columnsOfGrid(
  { grid, top, width }: Region,
  plans: readonly Plan[],
  ignored: readonly string[],
): Columns | { readonly faults: readonly HeaderFault[] } {
  const names: string[] = []
  const faults: HeaderFault[] = []
  const row = top + 1
  for (let column = 0; column < width; column++) {
    const cell = grid.cell(top, column)
    if (cell.is === 'none') faults.push({ row, column: column + 1, fault: inCell(top, column, cell.why, cell.shown) })
    else if (cell.is !== 'blank') names[column] = cell.text
  }
  for (const area of grid.merged)
    if (area.top <= top && area.bottom >= top && area.left < width)
      faults.push({ row, column: area.left + 1, fault: mergedIn(area) })
  if (faults.length > 0) return { faults }
  if (names.length === 0) return { faults: [{ column: 0, fault: { code: 'RAS011', data: {} } }] }
  const all = Array.from(names, (name) => name ?? '')
  const { columns: headings, faults: told } = readHeader(all, plans, ignored)
  return told.length > 0 ? { faults: told.map((one) => ({ ...one, row })) } : { names: all, headings }
}

/** The cases of a sheet, from the row below its names on; `at` says at which row the work is. */
export async function* gridBlocks(
  region: Region,
  columns: Columns,
  plans: readonly Plan[],
  at: { row: number },
): AsyncGenerator<Block> {
  const filling = fillFromCells(columns, plans)
  const { grid } = region
  const merged = mergedRows(grid, columns)
  for (at.row = region.top + 1; at.row < grid.height; at.row++) {
    if (filling.isFull()) {
      yield filling.take()
      // A moment in which Ctrl-C is heard.
      await new Promise(setImmediate)
    }
    takeRow(region, columns, filling, at.row, merged[at.row])
  }
  yield filling.take()
}

/** Hands out the cells of a row, and then says what becomes of it: the first fault is told. */
function takeRow(
  { grid, width }: Region,
  { names, headings }: Columns,
  filling: Filling,
  row: number,
  area: Area | undefined,
) {
  let [blank, length] = [true, 0]
  let fault: readonly [column: string, fault: SheetFault] | null = null
  for (let column = 0; column < Math.max(width, names.length); column++) {
    const cell = grid.cell(row, column)
    if (cell.is !== 'blank') {
      blank = false
      if (column >= names.length) fault ??= ['', inCell(row, column, 'nameless', '')]
      else if (cell.is === 'none' && headings[column])
        fault ??= [names[column] ?? '', inCell(row, column, cell.why, cell.shown)]
    }
    const bytes = Buffer.from('text' in cell ? cell.text : '')
    length += bytes.length
    let hash = 0
    for (const byte of bytes) hash = hashed(hash, byte)
    if (column < names.length) filling.cell(column, bytes, 0, bytes.length, hash)
  }
  if (area) fault ??= [names[area.left] ?? '', mergedIn(area)]
  if (length > LONGEST_ROW) fault ??= ['', TOO_LONG]
  if (fault) filling.tell(row + 1, ...fault)
  else if (blank) filling.blank()
  else filling.keep(row + 1)
}

function inCell(row: number, column: number, why: CellFault, shown: string): SheetFault {
  return { code: 'RAS020', data: { cell: address(row, column), why, shown } }
}

function mergedIn({ top, left, bottom, right }: Area): SheetFault {
  const cell = `${address(top, left)}:${address(bottom, right)}`
  return { code: 'RAS020', data: { cell, why: 'merged', shown: '' } }
}

/** For each row a merged cell that reaches into it, where it touches a column that is read. */
function mergedRows(grid: Grid, { headings }: Columns): readonly (Area | undefined)[] {
  const areas = grid.merged
    .filter(({ left, right }) => headings.slice(left, right + 1).some((heading) => heading !== null))
    .sort((a, b) => a.top - b.top)
  const rows: (Area | undefined)[] = []
  let [next, longest]: [number, Area | undefined] = [0, undefined]
  for (let row = 0; row < grid.height; row++) {
    for (let area = areas[next]; area && area.top <= row; area = areas[++next])
      if (!longest || area.bottom > longest.bottom) longest = area
    rows.push(longest && longest.bottom >= row ? longest : undefined)
  }
  return rows
}
