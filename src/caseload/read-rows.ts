import type { Located } from '../diagnostic.js'
import type { Plan } from '../load/plan.js'
import { must } from '../must.js'
import { problems } from '../score/assess.js'
import { type Reading, readCase } from '../score/read-assessment.js'
import { readTogether } from '../score/read-together.js'
import type { Given } from './columns.js'

/** The distinct values of each column, by its path. More may be added at the end, never elsewhere. */
export type Dictionary = Readonly<Record<string, readonly Given[]>>

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

/** The assessment of a case, put together from its columns; `given` has a value for each path. */
export function assessmentFrom(given: readonly (readonly [string, Given])[]): Readonly<Record<string, unknown>> {
  const whole: [string, Given][] = []
  const parts = new Map<string, [string, Given][]>()
  for (const [path, value] of given) {
    const slash = path.indexOf('/')
    if (value === undefined) continue
    if (slash < 0) whole.push([path, value])
    else parts.set(path.slice(0, slash), [...(parts.get(path.slice(0, slash)) ?? []), [path.slice(slash + 1), value]])
  }
  // A case in a caseload is known by its place; its own reference moves no figure.
  return Object.fromEntries([
    ['case', 'case-1'],
    ...whole,
    ...[...parts].map(([part, values]) => [part, Object.fromEntries(values)] as const),
  ])
}
