import type { CategoryPlan, CellPlan, GridPlan, GridRowPlan, WeightPlan } from '../load/grid-plan.js'
import { must } from '../must.js'
import type { Key, WeightUse } from './needs.js'
import type { Reading } from './read-assessment.js'

type Values = Pick<Reading, 'facts' | 'levels'>

/** The row that holds at some points, which are on the rows' scale: the last that begins at or below them. */
export function rowAt(rows: readonly GridRowPlan[], points: number): number {
  let low = 0
  let high = rows.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (must(rows[middle]).from <= points) low = middle
    else high = middle - 1
  }
  return low
}

/** The place of the cell that the categories choose, the same in every row. */
export function column(across: readonly CategoryPlan[], values: Values): number {
  let index = 0
  for (const category of across)
    index = index * category.values.length + category.values.indexOf(chosen(category, values))
  return index
}

/** The values by which the categories choose, as a step shows them. */
export function keysOf(across: readonly CategoryPlan[], values: Values): readonly Key[] {
  return across.length === 0 ? NO_KEYS : across.map((category) => ({ of: category.id, is: chosen(category, values) }))
}

const NO_KEYS: readonly Key[] = Object.freeze([])

function chosen({ of, index }: CategoryPlan, { facts, levels }: Values): string {
  return of === 'fact' ? String(facts[index]) : (levels[index] ?? 'no-level')
}

interface Weighed {
  readonly cell: CellPlan
  readonly row: GridRowPlan
  /** The points that chose the row; null where none did. */
  readonly points: number | null
}

function weigh({ node, scale, rows, across }: GridPlan, values: Values, nodes: readonly number[]): Weighed {
  const points = node ? (nodes[node.index] ?? 0) * scale : 0
  const row = must(rows[rowAt(rows, points)])
  return { row, cell: must(row.cells[column(across, values)]), points: node ? points / (node.den * scale) : null }
}

/** The factor of a weight, over its power of ten. */
export function weightOf({ grid }: WeightPlan, values: Values, nodes: readonly number[]): number {
  return weigh(grid, values, nodes).cell.value ?? 0
}

/** How a factor was chosen. */
export function weightUse({ grid }: WeightPlan, values: Values, nodes: readonly number[]): WeightUse {
  const { cell, row, points } = weigh(grid, values, nodes)
  return {
    factor: cell.shown.give,
    score: grid.node?.id ?? null,
    points,
    from: points === null ? null : row.fromPoints,
    keys: keysOf(grid.across, values),
  }
}
