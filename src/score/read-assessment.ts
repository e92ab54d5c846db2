import { isDate } from '../calendar.js'
import { type Finding, finding } from '../diagnostic.js'
import type { FactPlan, Plan } from '../load/plan.js'
import { must } from '../must.js'
import { pointer } from '../pointer.js'
import type { CaseRecord, Needs } from './needs.js'
import { readAnswers, readScores } from './read-answers.js'
import { checkAge, readFacts, readForm } from './read-facts.js'
import { isData, kind, list, mapping, type Report, readText, shown, truth } from './read-values.js'

/** An assessment on the scales of a plan: one entry a fact, a question and a node, by index. */
export interface Reading {
  readonly needs: Needs
  readonly record: CaseRecord
  readonly facts: readonly (string | number | boolean | null)[]
  readonly points: readonly number[]
  /** The level each question was answered with; null where it has none. */
  readonly levels: readonly (string | null)[]
  /** Points brought for each node, over its power of ten; 0 for nodes that are summed. */
  readonly brought: readonly number[]
}

const KEYS = ['format', 'case', 'form', 'date', 'facts', 'participants', 'answers', 'scores', 'outcomes', 'exceptional']
const REFERENCE = /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/

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
  if (!isData(input)) {
    report(finding('RAS103', '', { expected: 'a mapping', got: kind(input) }))
    return { findings }
  }
  for (const key of Object.keys(input))
    if (!KEYS.includes(key)) report(finding('RAS101', pointer([key]), { key, known: KEYS }, 'key'))
  if (input.format !== undefined && input.format !== 'ras.assessment/1')
    report(finding('RAS104', '/format', { got: shown(input.format), allowed: ['ras.assessment/1'] }))

  const form = readForm(plan, input.form, report)
  const reasons: Record<string, string> = {}
  const facts = readFacts(plan, input.facts, reasons, report)
  checkAge(plan, form, facts, report)
  const answers = readAnswers(plan, form, input.answers, report)
  const { brought, scores } = readScores(plan, input.scores, report)
  const exceptional = readExceptional(input.exceptional, report)
  const record = {
    case: readText(input.case, '/case', 'case', REFERENCE, report),
    date: readDate(input.date, report),
    participants: readParticipants(input.participants, report),
    evidence: answers.evidence,
    views: answers.views,
    reasons,
    intended: readIntended(plan, input.outcomes, report),
    exceptionalBecause: exceptional.because,
  }
  if (findings.length > 0) return { findings }
  const needs: Needs = {
    form,
    facts: factsById(plan.facts, facts),
    answers: answers.needs,
    scores,
    askedExceptional: exceptional.asked,
  }
  return { reading: { needs, record, facts, points: answers.points, levels: answers.levels, brought }, findings }
}

function readExceptional(input: unknown, report: Report): { readonly asked: boolean; readonly because: string | null } {
  const given = input === undefined ? undefined : mapping(input, '/exceptional', report)
  if (!given) return { asked: false, because: null }
  for (const key of Object.keys(given))
    if (key !== 'asked' && key !== 'because')
      report(finding('RAS101', pointer(['exceptional', key]), { key, known: ['asked', 'because'] }, 'key'))
  const asked = truth(given.asked)
  if (given.asked === undefined) report(finding('RAS102', '/exceptional', { key: 'asked' }, 'key'))
  else if (asked === undefined)
    report(finding('RAS104', '/exceptional/asked', { got: shown(given.asked), allowed: ['yes', 'no'] }))
  const because =
    given.because === undefined ? null : readText(given.because, '/exceptional/because', 'because', /\S/, report)
  return { asked: asked ?? false, because }
}

function readIntended(plan: Plan, input: unknown, report: Report): CaseRecord['intended'] {
  return list(input, '/outcomes', report).map((item, i) => {
    const at = `/outcomes/${i}`
    const given = mapping(item, at, report)
    if (!given) return { outcome: null, words: '' }
    for (const key of Object.keys(given))
      if (key !== 'outcome' && key !== 'words')
        report(finding('RAS101', `${at}${pointer([key])}`, { key, known: ['outcome', 'words'] }, 'key'))
    const { outcome } = given
    if (outcome !== undefined && !plan.outcomes.includes(shown(outcome)))
      report(finding('RAS109', `${at}/outcome`, { kind: 'outcome', name: shown(outcome), known: plan.outcomes }))
    return {
      outcome: outcome === undefined ? null : shown(outcome),
      words: readText(given.words, `${at}/words`, 'words', /\S/, report),
    }
  })
}

function readParticipants(input: unknown, report: Report): readonly string[] {
  return list(input, '/participants', report).map((who, i) =>
    readText(who, `/participants/${i}`, String(i), /\S/, report),
  )
}

function readDate(date: unknown, report: Report): string {
  if (typeof date === 'string' && isDate(date)) return date
  if (date === undefined) report(finding('RAS102', '', { key: 'date' }, 'key'))
  else report(finding('RAS402', '/date', { date: shown(date) }))
  return ''
}

function factsById(plans: readonly FactPlan[], values: readonly (string | number | boolean | null)[]): Needs['facts'] {
  const object: Record<string, string | number | boolean | null> = {}
  for (let i = 0; i < plans.length; i++) {
    const { id, is } = must(plans[i])
    const value = values[i] ?? null
    object[id] = is === 'hours' && typeof value === 'number' ? value / 100 : value
  }
  return object
}
