import { principleOf } from '../../principle.js'
import type { Report } from './report.js'

/** The findings of a report for a machine: a JSON list, one object a finding, with the number of its principle or null. */
export function asJson({ findings }: Pick<Report, 'findings'>): string {
  const all = findings.map((one) => ({ ...one, principle: principleOf(one) }))
  return `${JSON.stringify(all, null, 2)}\n`
}
