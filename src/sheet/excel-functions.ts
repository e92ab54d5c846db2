import type { CarriedTable } from './carried.js'
import { UNCLEAR_ZERO } from './cell.js'
import { type SheetFunctions, sheetFunctions } from './functions.js'
import { gridOf } from './range.js'
import type { ShownRows } from './shown.js'

/** The functions as Excel calls them: every one takes ranges and gives rows, be it one row of one cell. */
export type ExcelFunctions = {
  readonly [Name in keyof SheetFunctions]: (table: unknown, names: unknown, values: unknown) => ShownRows
}

/**
 * The four functions as Excel calls them. Every range is asked for as text, because as anything else some versions of
 * Excel pass a blank cell as 0. Should a number 0 come all the same, it counts as blank in a table or a name, and in a
 * value it is refused: it may be a question that nobody answered.
 *
 * @example excelFunctions([carriedOf(norfolk)]).RAS_TOTAL([['norfolk-short-breaks-primary']], names, values) // [[1500]]
 */
export function excelFunctions(carried: readonly CarriedTable[]): ExcelFunctions {
  const { RAS_TOTAL, RAS_BUDGET, RAS_FLAGS, RAS_POINTS } = sheetFunctions(carried)
  return {
    RAS_TOTAL: asExcelCalls((table, names, values) => {
      const total = RAS_TOTAL(table, names, values)
      return typeof total === 'object' ? total : [[total]]
    }),
    RAS_BUDGET: asExcelCalls(RAS_BUDGET),
    RAS_FLAGS: asExcelCalls(RAS_FLAGS),
    RAS_POINTS: asExcelCalls(RAS_POINTS),
  }
}

type Work = (table: unknown, names: unknown, values: unknown) => ShownRows

function asExcelCalls(work: Work): Work {
  return (table, names, values) =>
    work(insteadOfZero(table, ''), insteadOfZero(names, ''), insteadOfZero(values, UNCLEAR_ZERO))
}

function insteadOfZero(range: unknown, other: unknown): unknown {
  return gridOf(range).map((row) => row.map((cell) => (cell === 0 ? other : cell)))
}
