import { evaluator, type Inputs, type Values } from '../formula/evaluate.js'
import type { Places } from '../formula/places.js'
import type { Program, Quantity } from '../program/program.js'
import type { Arranging } from '../sheets/scheme.js'
import { columnNames } from './column-names.js'
import { type InputColumn, inputColumns } from './input-columns.js'
import { type Result, resultsOf } from './results.js'
import type { RowColumns } from './row-places.js'
import { rowProgram } from './row-program.js'

/** Many children, a row each, before they are sheets. */
export interface Caseload {
  readonly arranging: Arranging
  /** Where the sheets for one child have the table. */
  readonly table: Places
  /** How many rows there are. */
  readonly rows: number
  /** What is filled in, in the first of them. */
  readonly cases: readonly Inputs[]
  readonly inputs: readonly InputColumn[]
  readonly results: readonly Result[]
  /** How many of the first results say it all in short: they are printed. */
  readonly short: number
  /** The steps between, on a sheet of their own. */
  readonly working: readonly Quantity[]
  /** What is worked out in each row, each after what it reads. */
  readonly row: readonly Quantity[]
  /** The same after what is worked out once for all rows. */
  readonly program: Program
  readonly columns: RowColumns
  /** What they come to in each row that is filled in, and in a blank one. */
  readonly values: readonly Values[]
  readonly blank: Values
}

/** The most columns of a sheet. */
export const MOST_COLUMNS = 16_384

/**
 * Finds a column for everything. Inputs begin the first sheet; results follow after an empty column, and the second sheet
 * has the reference before its steps.
 *
 * @throws RangeError where that takes more columns than a spreadsheet has.
 */
export function caseloadOf(
  arranging: Arranging,
  table: Places,
  { rows, cases }: Pick<Caseload, 'rows' | 'cases'>,
): Caseload {
  const names = columnNames(
    arranging.program,
    arranging.schemes.map(({ plan }) => plan),
  )
  const { columns: results, quantities, short } = resultsOf(arranging, names)
  const shown = new Set(results.map(({ id }) => id))
  const { row, once } = rowProgram(arranging.program, quantities, [...shown])
  const working = row.filter(({ id }) => !shown.has(id))
  const inputs = inputColumns(arranging.program, names, table)
  // An empty column, and the reference again.
  const beside = inputs.length + 2
  const widest = Math.max(beside + results.length, 1 + working.length)
  if (widest > MOST_COLUMNS)
    throw new RangeError(`A caseload of these tables takes ${widest} columns, and a sheet has ${MOST_COLUMNS}.`)
  const whole = { ...arranging.program, quantities: [...once, ...row] }
  const evaluate = evaluator(whole)
  return {
    ...{ arranging, table, rows, cases, inputs, results, short, working, row, program: whole },
    columns: {
      inputs: new Map(inputs.map(({ id }, at) => [id, at])),
      results: new Map(results.map(({ id }, at) => [id, beside + at])),
      working: new Map(working.map(({ id }, at) => [id, at + 1])),
    },
    values: cases.map((one) => evaluate(one)),
    blank: evaluate(new Map()),
  }
}
