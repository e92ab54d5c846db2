import type { Tables } from '../load/table.js'
import { VERSION } from '../version.js'
import type { CaseloadBudget, CaseloadColumns, CaseProblem } from './columns.js'
import { openCaseload } from './run.js'

/**
 * Works out the indicative budgets of a whole caseload by one table, or by several together: the same figures, states,
 * totals and flags as `allocate` gives case by case, without the working, and at a small part of the cost. Pure, and
 * the columns are not touched.
 *
 * Money is whole pence a year. No cases give empty columns. A case that cannot be read is listed among `problems`, has
 * the state `unread`, no figure and no flag, and stops no other case.
 *
 * @throws TableError when a table is there twice, or two claim one line. TypeError when a table was not loaded by
 * `loadTable` or `tableFromJson`. RangeError when a column has fewer codes than there are cases, or a code without a value.
 * @example allocateCaseload(norfolk, columnsOf(assessments)).total.settled[0] // 150000
 */
export function allocateCaseload(tables: Tables, { cases, columns }: CaseloadColumns): CaseloadBudget {
  const dictionary = Object.fromEntries(Object.entries(columns).map(([path, { values }]) => [path, values]))
  const run = openCaseload(tables, dictionary)
  const out = run.out(cases)
  const problems: CaseProblem[] = []
  for (let at = 0; at < cases; at += run.most) {
    const n = Math.min(run.most, cases - at)
    const codes = Object.fromEntries(
      Object.entries(columns).map(([path, { codes }]) => [path, codes.subarray(at, at + n)]),
    )
    for (const { row, findings } of run.work(codes, n, out, at)) problems.push({ row: at + row, findings })
  }
  return { format: 'ras.caseload/1', library: VERSION, tables: run.tables, cases, ...out, problems }
}
