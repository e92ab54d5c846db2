import type { NodePlan } from './plan.js'

/** What chooses beside the points, or in their place: the value of a fact, or the level of an answer. */
export interface CategoryPlan {
  readonly of: 'fact' | 'question'
  /** The index of the fact or question. */
  readonly index: number
  readonly id: string
  /** Every value it can have; for a question that can be in no level the last one is `no-level`. */
  readonly values: readonly string[]
}

/** What stands where a row and the values of the categories meet. */
export interface CellPlan {
  /** In pence, in hundredths of hours or units, or a factor over its power of ten; null where people decide. */
  readonly value: number | null
  /** The row as results show it; frozen, since budgets share it. */
  readonly shown: { readonly from: number; readonly give: string; readonly band: string | null }
}

export interface GridRowPlan {
  readonly from: number
  readonly fromPoints: number
  readonly band: string | null
  /** One cell for every combination of category values, the last category running fastest; one where there is none. */
  readonly cells: readonly CellPlan[]
  readonly at: string
}

/** A look up: rows by points, categories, or both. Without points there is one row, which always holds. */
export interface GridPlan {
  readonly node: NodePlan | null
  /** The node's points times this are on the rows' scale. */
  readonly scale: number
  readonly across: readonly CategoryPlan[]
  readonly rows: readonly GridRowPlan[]
}

/** A factor that is looked up: every cell's value is a whole number over `den`, a power of ten. */
export interface WeightPlan {
  readonly grid: GridPlan
  readonly den: number
  readonly low: number
  readonly high: number
}
