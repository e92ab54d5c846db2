import { address, type Places, sheetPrefix } from '../formula/places.js'

/** The sheets of a caseload: what is asked and what it comes to, and the steps between. */
export const CASELOAD = 'Caseload'
export const CASELOAD_WORKING = 'Caseload working'

/** In which columns of a row everything stands, from 0: inputs on the first sheet, quantities on either. */
export interface RowColumns {
  readonly inputs: ReadonlyMap<string, number>
  readonly results: ReadonlyMap<string, number>
  readonly working: ReadonlyMap<string, number>
}

/**
 * Where the formulas of one row find what they read, written on one of the two sheets: in their own row. What is worked
 * out once for all rows stands where `table` says.
 */
export function rowPlaces(sheet: string, row: number, columns: RowColumns, table: Places): Places {
  const at = (on: string, column: number | undefined) =>
    column === undefined ? null : `${on === sheet ? '' : sheetPrefix(on)}${address(row, column, 'column')}`
  return {
    ...table,
    input: (id) => at(CASELOAD, columns.inputs.get(id)) ?? table.input(id),
    quantity: (id) =>
      at(CASELOAD, columns.results.get(id)) ?? at(CASELOAD_WORKING, columns.working.get(id)) ?? table.quantity(id),
  }
}
