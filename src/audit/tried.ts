import type { BudgetLine } from '../allocate/budget.js'
import { allocateLine } from '../allocate/line.js'
import type { LinePlan, Plan } from '../load/plan.js'
import type { Assessment } from '../score/needs.js'
import { sceneOf } from './child.js'

/** What a line comes to for an assessment, as the engine works it out, and the points by index of node. */
export interface Tried {
  readonly assessment: Assessment
  readonly line: BudgetLine
  readonly nodes: readonly number[]
}

/** Works out one line for an assessment; nothing where the assessment does not fit the table. */
export function tryLine(plan: Plan, line: LinePlan, assessment: Assessment): Tried | null {
  const scene = sceneOf(plan, assessment)
  return scene && { assessment, line: allocateLine(line, scene), nodes: scene.nodes }
}

/** Where a line stands among others of its kind: people deciding above all, then the hours it gives, or the figure. */
export function rank({ amount, provides }: Pick<BudgetLine, 'amount' | 'provides'>): number {
  if (provides) return provides.quantity ?? Number.POSITIVE_INFINITY
  switch (amount.state) {
    case 'settled':
      return amount.pence
    case 'waiting':
    case 'refused':
      return amount.pence ?? Number.POSITIVE_INFINITY
    case 'refer':
    case 'provides':
    case 'by-setting':
      return Number.POSITIVE_INFINITY
  }
}
