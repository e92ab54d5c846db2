import { finding } from '../diagnostic.js'
import type { ConditionPlan } from '../load/condition-plan.js'
import type { Plan, QuestionPlan } from '../load/plan.js'
import { must } from '../must.js'
import { pointer } from '../pointer.js'
import { judge } from './conditions.js'
import {
  type Data,
  hundredths,
  isData,
  kind,
  mapping,
  type Report,
  readText,
  shown,
  strangers,
  within,
} from './read-values.js'

const NO_TEXTS: Readonly<Record<string, string>> = Object.freeze({})

/** What a conditional question hangs on, besides the levels that are read here. */
interface Around {
  readonly form: string | null
  readonly facts: readonly (string | number | boolean | null)[]
  /** False for a child who is not scored: nothing need be answered. */
  readonly scored: boolean
  /** Whether everything read so far is in order; what is asked cannot be told from what is not. */
  readonly sound: () => boolean
}

/** The answers by index of question: points over the plan's unit, and the level where there is one. */
export function readAnswers(plan: Plan, around: Around, input: unknown, report: Report) {
  const given = mapping(input, '/answers', report)
  const { form } = around
  // Without its form nobody can say which questions should be answered.
  const sheet = plan.forms.size === 0 ? plan.formless : plan.forms.get(form ?? '')
  if (!given || !sheet) return { needs: {}, points: [], levels: [], evidence: NO_TEXTS, views: NO_TEXTS }
  const { asks, blank } = sheet
  const needs: Record<string, string | number | null> = { ...blank }
  const points: number[] = plan.questions.map(() => 0)
  const levels: (string | null)[] = plan.questions.map(() => null)
  const evidence: Record<string, string> = {}
  const views: Record<string, string> = {}
  let known = 0
  for (const i of plan.askOrder) {
    const question = must(plan.questions[i])
    const { id } = question
    const answer = given[id]
    if (answer !== undefined) known++
    if (!asks[i]) {
      if (answer !== undefined) report(finding('RAS625', `/answers/${id}`, { question: id, form: form ?? '' }, 'key'))
      continue
    }
    if (question.when && !isAsked(question.when, plan, around, levels)) {
      if (answer !== undefined && around.sound()) report(finding('RAS634', `/answers/${id}`, { question: id }, 'key'))
      continue
    }
    if (typeof answer === 'string') {
      const worth = question.levels.get(answer)
      if (worth !== undefined) {
        points[i] = worth
        levels[i] = answer
        needs[id] = answer
        continue
      }
    }
    const mayBeBlank = question.mayBeLeft || !around.scored || (question.when !== null && !around.sound())
    const read = readAnswer(plan, question, answer, mayBeBlank, report)
    points[i] = read.points
    levels[i] = read.level
    needs[id] = read.need
    if (!isData(answer)) continue
    if (answer.evidence !== undefined)
      evidence[id] = readText(answer.evidence, `/answers/${id}/evidence`, 'evidence', /\S/, report)
    if (answer.view !== undefined) views[id] = readText(answer.view, `/answers/${id}/view`, 'view', /\S/, report)
  }
  if (Object.keys(given).length !== known) strangers(plan.questions, 'answers', 'question', given, report)
  return { needs, points, levels, evidence, views }
}

/** Whether a question is asked, from the facts and the answers before it. */
export function isAsked(
  when: ConditionPlan,
  plan: Plan,
  { form, facts }: Pick<Around, 'form' | 'facts'>,
  levels: readonly (string | null)[],
): boolean {
  const reading = { facts, levels, scored: true, needs: { form, askedExceptional: false } }
  return judge(when, { plan, reading, nodes: [], sums: null }, null) === 'yes'
}

interface Answer {
  readonly need: string | number | null
  readonly points: number
  readonly level: string | null
}

const NOTHING: Answer = Object.freeze({ need: null, points: 0, level: null })
const ANSWER_KEYS = ['kind', 'level', 'points', 'evidence', 'view']

function readAnswer(plan: Plan, question: QuestionPlan, answer: unknown, mayBeBlank: boolean, report: Report): Answer {
  const at = `/answers/${question.id}`
  if (answer === undefined) {
    if (!mayBeBlank) report(finding('RAS620', '/answers', { question: question.id }, 'key'))
    return NOTHING
  }
  if (typeof answer === 'string') return readLevel(question, answer, at, report)
  if (!isData(answer)) {
    report(finding('RAS103', at, { expected: 'a level, or a mapping with a level or points', got: kind(answer) }))
    return NOTHING
  }
  for (const key of Object.keys(answer))
    if (!ANSWER_KEYS.includes(key))
      report(finding('RAS101', `${at}${pointer([key])}`, { key, known: ANSWER_KEYS }, 'key'))
  if (answer.level !== undefined) {
    const level = shown(answer.level)
    const named = answer.kind === undefined ? level : `${shown(answer.kind)}/${level}`
    const read = readLevel(question, named, `${at}/level`, report)
    const points = answer.points === undefined ? undefined : hundredths(answer.points)
    if (read.need !== null && answer.points !== undefined && points !== (read.points * 100) / plan.unit)
      report(
        finding('RAS622', `${at}/points`, {
          question: question.id,
          level: named,
          points: shown(answer.points),
          table: read.points / plan.unit,
        }),
      )
    return read
  }
  if (answer.points === undefined) {
    report(finding('RAS620', at, { question: question.id }, 'key'))
    return NOTHING
  }
  return readPoints(plan, question, answer, at, report)
}

function readLevel(question: QuestionPlan, level: string, at: string, report: Report): Answer {
  const points = question.levels.get(level)
  if (points !== undefined) return { need: level, points, level }
  if (level === 'not-applicable') {
    if (question.notApplicable) return { need: level, points: 0, level: null }
    report(finding('RAS624', at, { question: question.id }))
  } else report(finding('RAS621', at, { question: question.id, level, levels: [...question.levels.keys()] }))
  return NOTHING
}

/** Points alone mean the first level that has them, of the kind that is named, or a place between two levels where the table allows that. */
function readPoints(plan: Plan, question: QuestionPlan, answer: Data, at: string, report: Report): Answer {
  const kind = answer.kind === undefined ? '' : `${shown(answer.kind)}/`
  const levels = [...question.levels].filter(([level]) => level.startsWith(kind))
  if (levels.length === 0) {
    const kinds = [...new Set([...question.levels.keys()].map((level) => level.split('/')[0] ?? ''))]
    report(finding('RAS109', `${at}/kind`, { kind: 'kind', name: shown(answer.kind), known: kinds }))
    return NOTHING
  }
  const cents = hundredths(answer.points)
  const points = cents === undefined ? undefined : (cents * plan.unit) / 100
  for (const [level, worth] of levels) if (worth === points) return { need: level, points, level }
  const all = levels.map(([, worth]) => worth)
  if (points !== undefined && question.inBetween && points >= Math.min(...all) && points <= Math.max(...all))
    return { need: points / plan.unit, points, level: null }
  report(
    finding('RAS623', `${at}/points`, {
      question: question.id,
      points: shown(answer.points),
      allowed: [...new Set(all)].sort((a, b) => a - b).map((worth) => worth / plan.unit),
      between: question.inBetween,
    }),
  )
  return NOTHING
}

/** Points brought from the council's own form, by index of node. */
export function readScores(plan: Plan, scored: boolean, input: unknown, report: Report) {
  const given = mapping(input, '/scores', report)
  const scores: Record<string, number> = {}
  const brought = plan.nodes.map(() => 0)
  if (!given) return { brought, scores }
  let known = 0
  for (const { id, index, high, den } of plan.brought) {
    const value = given[id]
    if (value !== undefined) known++
    else if (!scored) continue
    const points = within(hundredths(value), 0, high, 1)
    if (points === undefined) {
      const missing = value === undefined
      const at = missing ? '/scores' : pointer(['scores', id])
      report(finding('RAS631', at, { score: id, most: high / den }, missing ? 'key' : 'value'))
    } else {
      scores[id] = points / 100
      brought[index] = points
    }
  }
  if (Object.keys(given).length !== known) strangers(plan.brought, 'scores', 'score that is brought', given, report)
  return { brought, scores }
}
