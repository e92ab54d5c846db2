import type { CaseloadDiff } from '../../after/caseload/caseload-diff.js'
import { openComparison } from '../../after/caseload/compare-caseload.js'
import type { BadRow } from '../../caseload/sheet/bad-row.js'
import { type AllocationTable, planOf } from '../../load/table.js'
import type { RowTrouble } from '../batch/block.js'
import { filledBlocks } from '../batch/csv-blocks.js'
import { type HeaderFault, openNames } from '../batch/csv-sheet.js'
import { errorsOf, shown } from '../batch/errors.js'
import { lineBlocks } from '../batch/json-blocks.js'
import { openWindow, type Source } from '../batch/source.js'
import type { Format } from '../batch/ways.js'
import { fillWithCases } from './csv-cases.js'
import { fillWithLines } from './json-cases.js'
import { type DiffRow, neitherReads } from './rows.js'
import { sheetsFor, type TwoSheets } from './two-sheets.js'

/** What two tables make of a caseload, and the rows that are no cases, or none that either table can read. */
export interface Compared {
  readonly diff: CaseloadDiff
  /** How many such rows there are, and the faults of the first of them. */
  readonly bad: number
  readonly badRows: readonly BadRow[]
}

/** The most faults of rows that are told. */
const MOST_BAD = 200

/** Reads a caseload once and compares what two tables make of each case; or says what is wrong with its row of names. */
export async function compareFile(
  source: Source,
  format: Format,
  tables: readonly [AllocationTable, AllocationTable],
  ignored: readonly string[],
  progress: (rows: number, part: number | null) => void,
): Promise<Compared | { readonly faults: readonly HeaderFault[] }> {
  const [earlier, later] = tables
  const window = openWindow()
  const input = await open()
  if ('faults' in input) return input
  const { blocks, sheets } = input
  const comparison = openComparison(earlier, later)
  const badRows: BadRow[] = []
  let [rows, bad] = [0, 0]
  const tell = (trouble: RowTrouble) => {
    bad++
    if (badRows.length >= MOST_BAD) return
    for (const { row, case: which, column, code, message, mend } of errorsOf(trouble, sheets?.old ?? null))
      badRows.push({ row, case: shown(which), column: shown(column), code, message: shown(message), mend: shown(mend) })
  }
  for await (const block of blocks) {
    for (const one of block) {
      if (one.is === 'trouble') {
        tell(one.trouble)
        continue
      }
      const result = comparison.add(one.old, one.new)
      if (!result.old.success && !result.new.success) {
        const findings = neitherReads(result.old.error.findings, result.new.error.findings)
        tell({ is: 'assessment', row: one.row, case: one.case, findings })
      }
    }
    rows += block.length
    progress(rows, source.size ? window.read / source.size : null)
  }
  return { diff: comparison.finish(), bad, badRows: badRows.slice(0, MOST_BAD) }

  async function open(): Promise<Input | { readonly faults: readonly HeaderFault[] }> {
    if (format === 'ndjson') return { blocks: lineBlocks(fillWithLines(), window, source), sheets: null }
    const row = await openNames(window, source)
    if ('faults' in row) return row
    const plans = [planOf(earlier), planOf(later)] as const
    const sheets = sheetsFor(row, ...plans, ignored)
    if ('faults' in sheets) return sheets
    return { blocks: filledBlocks(row, fillWithCases(sheets, ...plans), window, source), sheets }
  }
}

interface Input {
  readonly blocks: AsyncIterable<readonly DiffRow[]>
  readonly sheets: TwoSheets | null
}
