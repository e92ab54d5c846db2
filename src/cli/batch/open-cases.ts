import type { Plan } from '../../load/plan.js'
import { name } from '../io.js'
import type { Block } from './block.js'
import { csvBlocks } from './csv-blocks.js'
import type { Columns } from './csv-filling.js'
import { type HeaderFault, openSheet } from './csv-sheet.js'
import { jsonBlocks } from './json-blocks.js'
import { openWindow, type Source } from './source.js'
import type { Ways } from './ways.js'
import { columnsOfGrid, gridBlocks } from './xlsx-blocks.js'
import { regionOf } from './xlsx-region.js'

/** A caseload that is open: the rows of a sheet, or lines of JSON. */
export interface Cases {
  /** Null for lines of JSON. */
  readonly columns: Columns | null
  readonly blocks: AsyncIterable<Block>
  /** The share of it that was read, from 0 to 1; null where its length is unknown. */
  readonly part: () => number | null
}

/**
 * Opens a caseload of any format, or says what is wrong with its row of names.
 *
 * @throws Stop where a workbook cannot be read.
 */
export async function openCases(
  { input, from, sheet }: Ways,
  source: Source,
  plans: readonly Plan[],
  ignored: readonly string[],
): Promise<Cases | { readonly faults: readonly HeaderFault[] }> {
  if (from === 'xlsx') {
    const { CASELOAD_MEBIBYTES: mebibytes, readWorkbook } = await import('./xlsx-read.js')
    const grid = await readWorkbook(source, name(input), { sheet, styles: false, mebibytes })
    const region = regionOf(grid)
    const columns = columnsOfGrid(region, plans, ignored)
    if ('faults' in columns) return columns
    const at = { row: 1 }
    return { columns, blocks: gridBlocks(region, columns, plans, at), part: () => at.row / grid.height }
  }
  const window = openWindow()
  const part = () => (source.size ? window.read / source.size : null)
  if (from === 'ndjson') return { columns: null, blocks: jsonBlocks(plans, window, source), part }
  const columns = await openSheet(window, source, plans, ignored)
  if ('faults' in columns) return columns
  return { columns, blocks: csvBlocks(columns, plans, window, source), part }
}
