import { type Finding, type Located, MOST_FINDINGS, oneLine, sortFindings } from '../diagnostic.js'
import type { Plan } from '../load/plan.js'
import { readSource, unplaced } from '../load/source.js'
import { planOf, type Tables } from '../load/table.js'
import type { TableError } from '../load/table-error.js'
import { together } from '../load/together.js'
import { must } from '../must.js'
import { assessmentOf } from './assessment-of.js'
import type { Assessment } from './needs.js'
import { readCase } from './read-assessment.js'
import { readTogether } from './read-together.js'

/** Why an assessment cannot be used: every problem, sorted. `name` is `AssessmentError`, `code` is `RAS_ASSESSMENT`. */
export interface AssessmentError extends Error {
  readonly name: 'AssessmentError'
  readonly code: 'RAS_ASSESSMENT'
  readonly findings: readonly Located[]
}

export type AssessmentResult =
  | { readonly success: true; readonly data: Assessment; readonly warnings: readonly Located[] }
  | { readonly success: false; readonly error: AssessmentError | TableError; readonly warnings: readonly Located[] }

/**
 * Reads an assessment, given as YAML or JSON text or as data, and checks it against a table, or against several: known
 * questions and levels, points that match, every fact, every required answer.
 *
 * Text gives positions (line and column from 1); data gives JSON Pointers and line 0. Empty text is a problem. What comes
 * out is the assessment in its normal form; of several tables, every name has its table's id before it.
 *
 * @throws AssessmentError carrying every problem. TableError when several tables cannot be used together.
 */
export function readAssessment(input: unknown, tables: Tables, options: { readonly file?: string } = {}): Assessment {
  const result = safeReadAssessment(input, tables, options)
  if (!result.success) throw result.error
  return result.data
}

/** As {@link readAssessment}, for input that is not trusted: gives the assessment, or the error. */
export function safeReadAssessment(
  input: unknown,
  tables: Tables,
  options: { readonly file?: string } = {},
): AssessmentResult {
  const used = together(tables)
  if (!used.success) return { success: false, error: used.error, warnings: [] }
  const plans = used.data.map(planOf)
  const file = options.file ?? 'assessment'
  const source = typeof input === 'string' ? readSource(input, file) : undefined
  if (source && source.tree === undefined)
    return { success: false, error: assessmentError(source.findings, file), warnings: [] }
  const data = source ? source.tree : input
  const { reading, findings } = readBy(plans, data)
  if (reading) return { success: true, data: assessmentOf(reading), warnings: [] }
  const located = findings
    .slice(0, MOST_FINDINGS)
    .map((found) => (source ? source.locate(found) : unplaced(found, file)))
  return { success: false, error: assessmentError(located, file), warnings: [] }
}

/** Reads by one plan as that table alone would, and by several together. */
function readBy(plans: readonly Plan[], input: unknown) {
  return plans.length === 1 ? readCase(must(plans[0]), input) : readTogether(plans, input)
}

/** The error for findings that have no positions, because the assessment came as data. */
export function problems(findings: readonly Finding[]): AssessmentError {
  return assessmentError(
    findings.slice(0, MOST_FINDINGS).map((found) => unplaced(found, 'assessment')),
    'assessment',
  )
}

function assessmentError(findings: readonly Located[], file: string): AssessmentError {
  const sorted = sortFindings(findings)
  const message = `${file}: ${sorted.length} ${sorted.length === 1 ? 'problem' : 'problems'}\n${sorted.map(oneLine).join('\n')}`
  return Object.assign(new Error(message), {
    name: 'AssessmentError',
    code: 'RAS_ASSESSMENT',
    findings: sorted,
  } as const)
}
