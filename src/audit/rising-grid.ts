import type { CategoryPlan, CellPlan, GridPlan } from '../load/grid-plan.js'
import { must } from '../must.js'
import { leads, statesOf } from './states.js'
import type { Tendencies } from './tendencies.js'
import { type Tendency, tendencyOf } from './turn.js'

type Move = readonly [from: number, to: number]

/**
 * How what a look up gives can change as need grows: along its rows as its points do, and across its columns as the
 * answers do that choose them. A row that refers ranks above every amount. `straight`: read off the line between rows.
 */
export function gridTendency(so: Tendencies, grid: GridPlan, straight = false): Tendency {
  const rows = reached(grid).map(({ cells }) => cells.map(worth))
  const points = grid.node ? must(so.nodes[grid.node.index]) : 'same'
  let rises = false
  let falls = false
  const compare = (before: number, after: number) => {
    rises ||= after > before
    falls ||= after < before
  }
  for (const [i, row] of rows.entries()) {
    const above = rows[i + 1]
    row.forEach((value, column) => {
      const next = above?.[column]
      if (next === undefined || points === 'same') return
      compare(value, next)
      if (points === 'either') compare(next, value)
    })
    for (const [from, to] of moves(so, grid.across)) {
      compare(must(row[from]), must(row[to]))
      // Below a row that refers the line is flat, and where the other column goes on it may already have risen.
      const bent = straight && above?.[to] === Number.POSITIVE_INFINITY && above[from] !== Number.POSITIVE_INFINITY
      if (bent) compare(must(above[from]), must(row[to]))
    }
  }
  return tendencyOf(rises, falls)
}

/** The rows that some points can lie in: not those that end at or below the least there can be. */
function reached({ node, scale, rows }: GridPlan): GridPlan['rows'] {
  return node ? rows.filter((_, i) => (rows[i + 1]?.from ?? Number.POSITIVE_INFINITY) > node.low * scale) : rows
}

function worth({ value }: CellPlan): number {
  return value ?? Number.POSITIVE_INFINITY
}

/** Every pair of columns of which more need can lead from the one to the other, by one of the answers. */
function moves(so: Tendencies, across: readonly CategoryPlan[]): readonly Move[] {
  const size = across.reduce((product, { values }) => product * values.length, 1)
  const found: Move[] = []
  let step = size
  for (const category of across) {
    const outer = step
    step /= category.values.length
    for (const [from, to] of turns(so, category))
      for (let before = 0; before < size; before += outer)
        for (let after = 0; after < step; after++)
          found.push([before + from * step + after, before + to * step + after])
  }
  return found
}

/** The values between which a category can change as need grows. Facts stay as they are. */
function turns({ plan, asks }: Tendencies, { of, index, values }: CategoryPlan): readonly Move[] {
  const question = of === 'question' ? plan.questions[index] : undefined
  if (!question) return []
  const states = statesOf(plan, question)
  const place = (level: string | null) => values.indexOf(level ?? 'no-level')
  const found = states.flatMap((from) =>
    states
      .filter((to) => from.level !== to.level && leads(from, to, must(asks[index])))
      .map((to): Move => [place(from.level), place(to.level)]),
  )
  return found.filter(([from, to], i) => found.findIndex((one) => one[0] === from && one[1] === to) === i)
}
