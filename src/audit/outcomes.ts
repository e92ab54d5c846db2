import { type Finding, finding } from '../diagnostic.js'
import { pointer } from '../pointer.js'
import type { Audited } from './audited.js'

/**
 * Principle 1, outcomes focused: every outcome is served by a line, which names it or shares its money by points that
 * lead to it. That every group of questions serves an outcome the format sees to.
 */
export function outcomesFocused({ plan, written }: Audited): Finding[] {
  const served = new Set(plan.lines.flatMap(({ outcome }) => ('id' in outcome ? [outcome.id] : outcome.node.outcomes)))
  const asked = new Set(Object.values(written.questions ?? {}).map(({ outcome }) => outcome))
  return plan.outcomes
    .filter((outcome) => !served.has(outcome))
    .map((outcome) => finding('RAS811', pointer(['outcomes', outcome]), { outcome, asked: asked.has(outcome) }, 'key'))
}
