import type { Plan } from '../load/plan.js'
import type { Reading } from '../score/read-assessment.js'

/** What lines are worked out on. They see no sums (rule R5). */
export interface LineScene {
  readonly plan: Plan
  readonly reading: Reading
  readonly nodes: readonly number[]
  readonly sums: null
}
