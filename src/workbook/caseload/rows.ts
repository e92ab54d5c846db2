/** The most rows of a caseload. More would take a spreadsheet longer than anybody waits. */
export const MOST_ROWS = 5000

/**
 * How many rows the sheet of a caseload has; 0 where there is none.
 *
 * @throws RangeError for a number that is not whole, or not from 1 to 5,000, and for more cases than rows.
 * @example caseloadRows(2000, 12) // 2000
 */
export function caseloadRows(rows: number | undefined, cases: number): number {
  const most = rows ?? 0
  if (rows !== undefined && !(Number.isInteger(rows) && rows >= 1 && rows <= MOST_ROWS))
    throw new RangeError(`A caseload has from 1 to 5,000 rows, and not ${rows}.`)
  if (cases > most) throw new RangeError(`There are ${cases} cases, and rows for ${most}.`)
  return most
}
