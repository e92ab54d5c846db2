import type { ConditionPlan } from '../load/condition-plan.js'
import { must } from '../must.js'
import type { Block } from './block.js'

type Count = Extract<ConditionPlan, { readonly is: 'count' }>

/** How many of some questions are at some levels, as columns: what conditions that count depend on. */
export interface Counts {
  readonly columnOf: (count: Count) => Float64Array
  /** Counts in the first n cases. */
  readonly fill: (n: number) => void
}

export function countsOf(block: Block): Counts {
  const columns = new Map<string, { readonly count: Count; readonly column: Float64Array }>()
  return {
    columnOf: (count) => {
      const key = JSON.stringify([count.questions, count.levels])
      const known = columns.get(key) ?? { count, column: new Float64Array(block.n) }
      columns.set(key, known)
      return known.column
    },
    fill: (n) => {
      for (const { count, column } of columns.values()) {
        column.fill(0, 0, n)
        for (const index of count.questions) {
          const levels = must(block.levels[index] ?? undefined)
          const counts = [
            0,
            ...[...must(block.plan.questions[index]).levels.keys()].map((level) =>
              count.levels.includes(level) ? 1 : 0,
            ),
          ]
          for (let i = 0; i < n; i++) column[i] = (column[i] ?? 0) + (counts[levels[i] ?? 0] ?? 0)
        }
      }
    },
  }
}
