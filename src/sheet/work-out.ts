import { safeAllocate } from '../allocate/allocate.js'
import type { IndicativeBudget } from '../allocate/budget.js'
import { placeIn } from '../caseload/sheet/place.js'
import { type AllocationTable, planOf } from '../load/table.js'
import type { FoundTables } from './carried.js'
import { type CaseReader, caseReader } from './case.js'
import { findingText, rangeText } from './fault.js'
import { named } from './range.js'

/** What one row of values came to: a budget, everything that is wrong with it, or nothing where nothing stands in it. */
export type Outcome =
  | { readonly is: 'budget'; readonly budget: IndicativeBudget; readonly tables: readonly AllocationTable[] }
  | { readonly is: 'errors'; readonly errors: readonly string[] }
  | { readonly is: 'nothing' }

/** What the ranges of a function came to: a row of values or several; or what is wrong with all of them. */
export type Outcomes =
  | { readonly success: true; readonly rows: readonly Outcome[] }
  | { readonly success: false; readonly errors: readonly string[] }

/** Works out the budget of each row of values. The tables and the names are read once for all of them. */
export function workOut(
  find: (range: unknown) => FoundTables,
  table: unknown,
  names: unknown,
  values: unknown,
): Outcomes {
  const found = find(table)
  if (!found.success) return found
  const pairs = named(names, values)
  if (!pairs) return { success: false, errors: [rangeText({ is: 'shape' })] }
  const reader = caseReader(pairs.names, found.tables.map(planOf))
  if (!('read' in reader)) return { success: false, errors: reader }
  return { success: true, rows: pairs.rows.map((row) => outcome(reader, row, found.tables)) }
}

function outcome(reader: CaseReader, row: readonly unknown[], tables: readonly AllocationTable[]): Outcome {
  const read = reader.read(row)
  if (read === null) return { is: 'nothing' }
  if (!read.success) return { is: 'errors', errors: read.errors }
  const result = safeAllocate(read.assessment, tables)
  if (result.success) return { is: 'budget', budget: result.data, tables }
  const errors = result.error.findings.map((found) => findingText(found, placeIn(found, reader.names, reader.headings)))
  return { is: 'errors', errors }
}
