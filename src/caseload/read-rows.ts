import type { Located } from '../diagnostic.js'
import type { Plan } from '../load/plan.js'
import { must } from '../must.js'
import { problems } from '../score/assess.js'
import { type Reading, readCase } from '../score/read-assessment.js'
import { readTogether } from '../score/read-together.js'

/** What each table reads of an assessment, or every problem there is. */
export type ReadRow =
  | { readonly success: true; readonly each: readonly Reading[] }
  | { readonly success: false; readonly findings: readonly Located[] }

/** Reads one assessment as a single budget does. */
export function readRow(plans: readonly Plan[], assessment: unknown): ReadRow {
  if (plans.length > 1) {
    const { reading, findings } = readTogether(plans, assessment)
    return reading
      ? { success: true, each: reading.each.map((one) => one.reading) }
      : { success: false, findings: problems(findings).findings }
  }
  const { reading, findings } = readCase(must(plans[0]), assessment)
  return reading ? { success: true, each: [reading] } : { success: false, findings: problems(findings).findings }
}
