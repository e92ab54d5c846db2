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

const table = loadTable('format: ras.table/1', { file: 'table.yaml' })
const assessment: Assessment = { case: 'A-1', date: '2026-09-01', facts: { age: 9 }, scores: { points: '21.5' } }
const budget: IndicativeBudget = allocate(assessment, table)
const settled: Pence = budget.total.settled
const words: string[] = [explain(budget, table), formatPounds(settled)]
const plain: number = settled
const difference: TableDiff = diffTables(table, table)

// @ts-expect-error A bare number is not pence.
const made: Pence = 100
// @ts-expect-error A budget is read, not written.
budget.total.settled = settled
// @ts-expect-error A table comes from the loader.
allocate(assessment, { format: 'ras.table/1' })
// @ts-expect-error An assessment has a case and a date.
allocate({ facts: {} }, table)

export { difference, made, plain, words }
