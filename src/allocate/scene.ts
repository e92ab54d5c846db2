import type { Plan } from '../load/plan.js'
import type { Needs } from '../score/needs.js'
import type { Reading } from '../score/read-assessment.js'

/** What a line is priced on. It sees no sums (rule R5). */
export interface LineScene {
  readonly plan: Plan
  readonly reading: Pick<Reading, 'facts' | 'levels' | 'scored' | 'date'> & {
    readonly needs: Pick<Needs, 'form' | 'askedExceptional'>
  }
  readonly nodes: readonly number[]
  readonly sums: null
}

/** What one whole budget is worked out on: the points of every question too, by which figures are shared. */
export interface BudgetScene extends LineScene {
  readonly reading: Reading
}
