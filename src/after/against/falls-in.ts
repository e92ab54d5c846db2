import type { CellPlan, GridPlan, GridRowPlan } from '../../load/grid-plan.js'
import { pointer } from '../../pointer.js'

/** A place of a look up at which less is given than before, in hundredths. */
export interface Fall {
  readonly at: string
  /** The first points of the later row at which it is less; null where there are no rows. */
  readonly points: number | null
  readonly from: number
  readonly to: number
}

/**
 * Where a look up gives less than an earlier one, each place of the later one once. A row holds up to the next one, so
 * one that begins later is less for those between; with `stepwise` false only points at which both have a row are held
 * against each other. What people decide is neither more nor less.
 */
export function fallsIn(before: GridPlan, after: GridPlan, stepwise: boolean): Fall[] {
  return after.rows.flatMap((row, i) => {
    const next = after.rows[i + 1]?.fromPoints ?? Infinity
    const starts = before.rows
      .map(({ fromPoints }) => fromPoints)
      .filter((from) => from > row.fromPoints && from < next)
    const places = stepwise ? [row.fromPoints, ...starts] : [row.fromPoints]
    return [...cellsOf(after, row)].flatMap(([key, { value: to }]): Fall[] => {
      const falls = places.flatMap((points): Fall[] => {
        const from = cellAt(before, points, key, stepwise)?.value ?? null
        if (from === null || to === null || to >= from) return []
        return [{ at: `${row.at}${after.node === null ? '' : '/give'}${key}`, points: after.node && points, from, to }]
      })
      return falls.slice(0, 1)
    })
  })
}

function cellAt(grid: GridPlan, points: number, key: string, stepwise: boolean): CellPlan | undefined {
  const row = grid.rows.filter(({ fromPoints }) => fromPoints <= points).at(-1)
  return row && (stepwise || row.fromPoints === points) ? cellsOf(grid, row).get(key) : undefined
}

/** The cells of a row by the pointer from what it gives: the values of its categories, the last running fastest. */
function cellsOf({ across }: GridPlan, { cells }: GridRowPlan): ReadonlyMap<string, CellPlan> {
  const keys = across.reduce<readonly string[][]>(
    (all, { values }) => all.flatMap((key) => values.map((value) => [...key, value])),
    [[]],
  )
  return new Map(
    keys.flatMap((key, i): [string, CellPlan][] => {
      const cell = cells[i]
      return cell ? [[pointer(key), cell]] : []
    }),
  )
}
