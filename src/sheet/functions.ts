import { budgetRows } from './budget-rows.js'
import { type CarriedTable, tableFinder } from './carried.js'
import { rangeText } from './fault.js'
import { flagRows } from './flag-rows.js'
import { pointRows } from './point-rows.js'
import { errorCell, errorRows, type Shown, type ShownRows, totalCell } from './shown.js'
import { type Outcome, workOut } from './work-out.js'

/**
 * Functions for the cells of a spreadsheet. None of them throws: whatever is wrong comes back as text that begins with
 * RAS and says how to mend it. Money is pounds, exact to the penny. A blank cell is left out, and is never 0.
 *
 * `table`: ids of tables, or the text of one. `names` and `values`: two columns, or a row of names and rows of values.
 */
export interface SheetFunctions {
  /**
   * The likely amount a year: a number when all is settled, otherwise text, `at least £1,500.00`. With several rows of
   * values, a column of them, in which a row with nothing in it stays empty.
   */
  readonly RAS_TOTAL: (table: unknown, names: unknown, values: unknown) => Shown | ShownRows
  /** The budget of one child: headings, then a row for each line, stream and funder, the total, tables and notices. */
  readonly RAS_BUDGET: (table: unknown, names: unknown, values: unknown) => ShownRows
  /** The flags of one child: headings, then a row for each, raised or not. */
  readonly RAS_FLAGS: (table: unknown, names: unknown, values: unknown) => ShownRows
  /** The scores of one child: headings, then a row for each. */
  readonly RAS_POINTS: (table: unknown, names: unknown, values: unknown) => ShownRows
}

/**
 * Makes the four functions, which know these tables by their ids. What they give depends only on what they are given;
 * tables that were read are kept, at most sixteen.
 *
 * @example sheetFunctions([carriedOf(norfolk)]).RAS_TOTAL('norfolk-short-breaks-primary', names, values) // 1500
 * @example sheetFunctions([]).RAS_TOTAL('harbour', [], []) // 'RAS table: There is no table “harbour” here. …'
 */
export function sheetFunctions(carried: readonly CarriedTable[]): SheetFunctions {
  const find = tableFinder(carried)
  const ofOne =
    (name: string, show: (made: Extract<Outcome, { readonly is: 'budget' }>) => ShownRows) =>
    (table: unknown, names: unknown, values: unknown): ShownRows =>
      safely(
        () => {
          const found = workOut(find, table, names, values)
          if (!found.success) return errorRows(found.errors)
          const [one, ...others] = found.rows
          if (others.length > 0) return errorRows([rangeText({ is: 'several', name })])
          if (!one || one.is === 'nothing') return [['']]
          return one.is === 'errors' ? errorRows(one.errors) : show(one)
        },
        (error) => [[error]],
      )
  return {
    RAS_TOTAL: (table, names, values) =>
      safely<Shown | ShownRows>(
        () => {
          const found = workOut(find, table, names, values)
          if (!found.success) return errorCell(found.errors)
          const [one = '', ...others] = found.rows.map(totalOf)
          return others.length === 0 ? one : [one, ...others].map((total) => [total])
        },
        (error) => error,
      ),
    RAS_BUDGET: ofOne('RAS_BUDGET', ({ budget, tables }) => budgetRows(budget, tables)),
    RAS_FLAGS: ofOne('RAS_FLAGS', ({ budget, tables }) => flagRows(budget, tables)),
    RAS_POINTS: ofOne('RAS_POINTS', ({ budget, tables }) => pointRows(budget, tables)),
  }
}

function totalOf(one: Outcome): Shown {
  switch (one.is) {
    case 'nothing':
      return ''
    case 'errors':
      return errorCell(one.errors)
    case 'budget':
      return totalCell(one.budget.total)
  }
}

/** A spreadsheet would show an exception as #VALUE! or #ERROR!, and nobody would know what to do. */
function safely<T>(work: () => T, told: (error: string) => T): T {
  try {
    return work()
  } catch (error) {
    return told(rangeText({ is: 'own', detail: detailOf(error) }))
  }
}

/** Even what was thrown may not be what it seems. */
function detailOf(error: unknown): string {
  try {
    return error instanceof Error ? String(error.message).slice(0, 200) : 'it has no message'
  } catch {
    return 'it has no message'
  }
}
