// Type-checked as an ES module, as CommonJS and as a bundler sees it; never run.
import {
  type Assessment,
  allocate,
  explain,
  formatPounds,
  type IndicativeBudget,
  loadTable,
  type Pence,
} from 'send-ras'
import { diffTables, type TableDiff } from 'send-ras/diff'
import { appsScript, RAS_TOTAL } from 'send-ras/sheet'
import { type WorkbookOptions, workbook } from 'send-ras/workbook'

const table = loadTable('format: ras.table/1', { file: 'table.yaml' })
const assessment: Assessment = { case: 'A-1', date: '2026-09-01', facts: { age: 9 }, scores: { points: '21.5' } }
const budget: IndicativeBudget = allocate(assessment, table)
const settled: Pence = budget.total.settled
const words: string[] = [explain(budget, table), formatPounds(settled)]
const plain: number = settled
const options: WorkbookOptions = { assessment, caseload: 20 }
const bytes: Promise<Uint8Array> = workbook([table], options)
const script: string = appsScript('', [table])
const total = RAS_TOTAL('format: ras.table/1', [['case']], [['A-1']])
const difference: TableDiff = diffTables(table, table)

// @ts-expect-error A bare number is not pence.
const made: Pence = 100
// @ts-expect-error A budget is read, not written.
budget.total.settled = settled
// @ts-expect-error A table comes from the loader.
allocate(assessment, { format: 'ras.table/1' })
// @ts-expect-error An assessment has a case and a date.
allocate({ facts: {} }, table)

export { bytes, difference, made, plain, script, total, words }
