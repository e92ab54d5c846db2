import type { ConditionPlan } from '../load/condition-plan.js'
import type { GridPlan } from '../load/grid-plan.js'
import type { Plan } from '../load/plan.js'
import { must } from '../must.js'
import type { Assessment } from '../score/needs.js'
import { assessmentOf, ladderOf, type Rung } from './child.js'
import { type Around, broughtLadder } from './choices.js'
import type { Reads } from './reads.js'

/** Something that can be raised: a question, or a score that is brought; and all it can be, by rising points. */
export interface Variable {
  readonly is: 'question' | 'brought'
  readonly index: number
  readonly rungs: readonly Rung[]
}

/** How far up each variable stands. */
export type Stand = readonly number[]

/** Everything that can be raised around one form and some facts, and what everything else is. */
export interface Ladders {
  readonly plan: Plan
  readonly around: Around
  readonly variables: readonly Variable[]
  readonly rest: readonly Rung[]
}

/** What is read, and by which look ups and conditions points are compared. */
export interface Concern {
  readonly reads: Reads
  readonly grids: readonly GridPlan[]
  readonly conditions: readonly ConditionPlan[]
}

/** The ladders of everything that is read. Where levels share points, `flipped` has them in the other order. */
export function laddersOf(plan: Plan, { reads, grids, conditions }: Concern, around: Around, flipped = false): Ladders {
  const { form } = around
  const { asks } = form === null ? plan.formless : must(plan.forms.get(form))
  const all = plan.questions.map((question) => ladderOf(plan, question))
  const asked = [...reads.questions].filter((index) => asks[index])
  const brought = [...reads.nodes].map((index) => must(plan.nodes[index])).filter(({ kind }) => kind === 'brought')
  const variables = [
    ...asked.map((index): Variable => {
      const rungs = must(all[index])
      return { is: 'question', index, rungs: flipped ? flip(rungs) : rungs }
    }),
    ...brought.map((node): Variable => {
      const rungs = broughtLadder(node, grids, conditions).map((points) => ({ points, level: null, answer: undefined }))
      return { is: 'brought', index: node.index, rungs }
    }),
  ]
  return {
    plan,
    around,
    variables: variables.filter(({ rungs }) => rungs.length > 1),
    rest: all.map((rungs) => must(rungs[0])),
  }
}

function flip(rungs: readonly Rung[]): readonly Rung[] {
  return [...rungs].reverse().sort((a, b) => a.points - b.points)
}

/** The assessment in which each variable stands at its place, and everything else at its lowest. */
export function assessmentAt({ plan, around, variables, rest }: Ladders, stand: Stand): Assessment {
  const rungs = [...rest]
  const brought = plan.nodes.map(() => 0)
  variables.forEach(({ is, index, rungs: all }, i) => {
    const rung = must(all[must(stand[i])])
    if (is === 'question') rungs[index] = rung
    else brought[index] = rung.points
  })
  return assessmentOf(plan, { ...around, rungs, brought, askedExceptional: false })
}
