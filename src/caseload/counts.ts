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

interface Counted {
  readonly column: Float64Array
  /** The levels of each question, and for each of them 1 where it counts. */
  readonly questions: readonly { readonly levels: Float64Array; readonly counts: Float64Array }[]
}

export function countsOf(block: Block): Counts {
  const columns = new Map<string, Counted>()
  return {
    columnOf: (count) => {
      const key = JSON.stringify([count.questions, count.levels])
      const known = columns.get(key) ?? counted(block, count)
      columns.set(key, known)
      return known.column
    },
    fill: (n) => {
      for (const { column, questions } of columns.values()) {
        column.fill(0, 0, n)
        for (const { levels, counts } of questions)
          for (let i = 0; i < n; i++) column[i] = (column[i] ?? 0) + (counts[levels[i] ?? 0] ?? 0)
      }
    },
  }
}

function counted({ n, levels, named }: Block, count: Count): Counted {
  const questions = count.questions.map((index) => ({
    levels: must(levels[index] ?? undefined),
    counts: Float64Array.from([0, ...must(named[index]).map((level) => (count.levels.includes(level) ? 1 : 0))]),
  }))
  return { column: new Float64Array(n), questions }
}
