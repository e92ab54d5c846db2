import { isDeepStrictEqual } from 'node:util'
import { address } from '../../../src/workbook/formula/places.js'
import type { OpenWorkbook, Shown } from './office.js'

/** What some cells ought to show, from one cell downwards and to the right; row and column from 0. */
export interface Expected {
  readonly sheet: string
  readonly row: number
  readonly column: number
  readonly rows: readonly (readonly Shown[])[]
}

/** A cell that shows something else. */
export interface Difference {
  readonly at: string
  readonly expected: Shown
  readonly found: Shown
}

/**
 * Where a workbook does not show what it ought to. `calculate: false` believes the values that the file came with, and
 * is there to show that these are not what is tested.
 */
export async function differences(
  workbook: OpenWorkbook,
  expected: readonly Expected[],
  { calculate = true } = {},
): Promise<Difference[]> {
  if (calculate) await workbook.calculate()
  const shown = await workbook.read(expected.map((one) => ({ sheet: one.sheet, range: rangeOf(one) })))
  return expected.flatMap(({ sheet, row, column, rows }, index) =>
    rows.flatMap((cells, y) =>
      cells.flatMap((cell, x) => {
        const found = shown[index]?.[y]?.[x] ?? ''
        if (isDeepStrictEqual(found, cell)) return []
        return [{ at: `${sheet}!${address(row + y, column + x, 'neither')}`, expected: cell, found }]
      }),
    ),
  )
}

function rangeOf({ row, column, rows }: Expected): string {
  const wide = Math.max(...rows.map((cells) => cells.length))
  return `${address(row, column)}:${address(row + rows.length - 1, column + wide - 1)}`
}
