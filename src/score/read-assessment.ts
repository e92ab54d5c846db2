import { type Finding, finding } from '../diagnostic.js'
import type { FactPlan, Plan } from '../load/plan.js'
import { must } from '../must.js'
import { pointer } from '../pointer.js'
import type { CaseRecord, Needs } from './needs.js'
import { readAnswers, readScores } from './read-answers.js'
import { checkAge, checkDays, isScored, readFacts, readForm, UNKNOWN } from './read-facts.js'
import { type Data, isData, kind, type Report, shown } from './read-values.js'
import { readWhole, type Whole } from './read-whole.js'

/** An assessment on the scales of a plan: one entry a fact, a question and a node, by index. */
export interface Reading {
  readonly needs: Needs
  readonly record: CaseRecord
  /** As stored: hours and units in hundredths, money in pence a period; null where left out, or a setting is unknown. */
  readonly facts: readonly (string | number | boolean | null)[]
  readonly points: readonly number[]
  /** The level each question was answered with; null where it has none. */
  readonly levels: readonly (string | null)[]
  /** False for a child below the age from which the form is scored. */
  readonly scored: boolean
  /** The day of the assessment. */
  readonly date: string
  /** Points brought for each node, over its power of ten; 0 for nodes that are summed. */
  readonly brought: readonly number[]
}

const KEYS = ['format', 'case', 'form', 'date', 'facts', 'participants', 'answers', 'scores', 'outcomes', 'exceptional']

/**
 * Reads an assessment against a plan. Anything may come in: what comes out is a reading, or every problem there is.
 * Nothing is repaired, guessed or left out: a question that must be answered and is not is a problem, never a zero.
 */
export function readCase(
  plan: Plan,
  input: unknown,
): { readonly reading?: Reading; readonly findings: readonly Finding[] } {
  const findings: Finding[] = []
  const report: Report = (found) => findings.push(found)
  if (!isAssessment(input, report)) return { findings }
  const part = readPart(plan, input, report, () => findings.length === 0)
  const whole = readWhole(plan.outcomes, input, report)
  if (findings.length > 0) return { findings }
  return { reading: readingOf(plan, part, whole), findings }
}

/** Whether it is a mapping at all; keys that no assessment has are told. */
export function isAssessment(input: unknown, report: Report): input is Data {
  if (!isData(input)) {
    report(finding('RAS103', '', { expected: 'a mapping', got: kind(input) }))
    return false
  }
  for (const key of Object.keys(input))
    if (!KEYS.includes(key)) report(finding('RAS101', pointer([key]), { key, known: KEYS }, 'key'))
  if (input.format !== undefined && input.format !== 'ras.assessment/1')
    report(finding('RAS104', '/format', { got: shown(input.format), allowed: ['ras.assessment/1'] }))
  return true
}

/** What only a table can read: the form, the facts, the answers and the points that were brought. */
type Part = ReturnType<typeof readPart>

export function readPart(plan: Plan, input: Data, report: Report, sound: () => boolean) {
  const form = readForm(plan, input.form, report)
  const reasons: Record<string, string> = {}
  const facts = readFacts(plan, input.facts, reasons, report)
  checkAge(plan, form, facts, report)
  checkDays(plan, facts, report)
  const scored = isScored(plan, form, facts)
  const answers = readAnswers(plan, { form, facts, scored, sound }, input.answers, report)
  const { brought, scores } = readScores(plan, scored, input.scores, report)
  return { form, reasons, facts, scored, answers, brought, scores }
}

/** The two put together, once nothing is wrong with them. */
export function readingOf(plan: Plan, part: Part, whole: Whole): Reading {
  const { form, reasons, facts, scored, answers, brought, scores } = part
  const { date } = whole
  const needs: Needs = {
    date: plan.dated ? date : null,
    scored,
    form,
    facts: factsById(plan.facts, facts),
    answers: answers.needs,
    scores,
    askedExceptional: whole.asked,
  }
  const record: CaseRecord = {
    case: whole.case,
    date,
    participants: whole.participants,
    evidence: answers.evidence,
    views: answers.views,
    reasons,
    intended: whole.intended,
    exceptionalBecause: whole.because,
  }
  const { points, levels } = answers
  const { setting } = plan
  const open = setting >= 0 && facts[setting] === UNKNOWN
  const stored = open ? facts.map((value, i) => (i === setting ? null : value)) : facts
  return { needs, record, facts: stored, points, levels, scored, date, brought }
}

const IN_HUNDREDTHS: ReadonlySet<FactPlan['is']> = new Set(['hours', 'entitlement', 'money'])

function factsById(plans: readonly FactPlan[], values: readonly (string | number | boolean | null)[]): Needs['facts'] {
  const object: Record<string, string | number | boolean | null> = {}
  for (let i = 0; i < plans.length; i++) {
    const { id, is } = must(plans[i])
    const value = values[i] ?? null
    object[id] = IN_HUNDREDTHS.has(is) && typeof value === 'number' ? value / 100 : value
  }
  return object
}
