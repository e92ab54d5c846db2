/** The rows of a range, each a list of cells. */
export type Grid = readonly (readonly unknown[])[]

/** A range as rows of cells, however it comes: a single cell as itself, a list of cells as a column. */
export function gridOf(range: unknown): Grid {
  if (!Array.isArray(range)) return [[range]]
  return Array.from(range, (row: unknown) => (Array.isArray(row) ? Array.from(row) : [row]))
}

/** Names, and one or more rows of values that they go with. */
export interface Named {
  readonly names: readonly unknown[]
  readonly rows: Grid
}

/**
 * Puts names and values together: a column of names beside a column of values is one child; a row of names above one row
 * of values or several is a child a row. Null where the ranges do not fit each other.
 *
 * @example named([['age'], ['points']], [[9], [145]]) // { names: ['age', 'points'], rows: [[9, 145]] }
 */
export function named(names: unknown, values: unknown): Named | null {
  const [across, down] = [gridOf(names), gridOf(values)]
  const [first = []] = across
  if (across.length === 1 && down.length > 0 && down.every((row) => row.length === first.length))
    return { names: first, rows: down }
  if (across.length !== down.length || ![...across, ...down].every((row) => row.length === 1)) return null
  return { names: across.map(([name]) => name), rows: [down.map(([value]) => value)] }
}
