import { finding } from '../diagnostic.js'
import type { Plan, QuestionPlan } from '../load/plan.js'
import { must } from '../must.js'
import { pointer } from '../pointer.js'
import { type Data, hundredths, isData, kind, mapping, type Report, readText, shown, within } from './read-values.js'

const NO_TEXTS: Readonly<Record<string, string>> = Object.freeze({})

/** The answers by index of question: points over the plan's unit, and the level where there is one. */
export function readAnswers(plan: Plan, form: string | null, input: unknown, report: Report) {
  const given = mapping(input, '/answers', report)
  // Without its form nobody can say which questions should be answered.
  const sheet = plan.forms.size === 0 ? plan.formless : plan.forms.get(form ?? '')
  if (!given || !sheet) return { needs: {}, points: [], levels: [], evidence: NO_TEXTS, views: NO_TEXTS }
  const { asks, blank } = sheet
  const needs: Record<string, string | number | null> = { ...blank }
  const points: number[] = []
  const levels: (string | null)[] = []
  const evidence: Record<string, string> = {}
  const views: Record<string, string> = {}
  let known = 0
  for (let i = 0; i < plan.questions.length; i++) {
    const question = must(plan.questions[i])
    const { id } = question
    const answer = given[id]
    if (answer !== undefined) known++
    if (!asks[i]) {
      if (answer !== undefined) report(finding('RAS625', `/answers/${id}`, { question: id, form: form ?? '' }, 'key'))
      points.push(0)
      levels.push(null)
      continue
    }
    const worth = typeof answer === 'string' ? question.levels.get(answer) : undefined
    if (worth !== undefined && typeof answer === 'string') {
      points.push(worth)
      levels.push(answer)
      needs[id] = answer
      continue
    }
    const read = readAnswer(plan, question, answer, report)
    points.push(read.points)
    levels.push(read.level)
    needs[id] = read.need
    if (!isData(answer)) continue
    if (answer.evidence !== undefined)
      evidence[id] = readText(answer.evidence, `/answers/${id}/evidence`, 'evidence', /\S/, report)
    if (answer.view !== undefined) views[id] = readText(answer.view, `/answers/${id}/view`, 'view', /\S/, report)
  }
  if (Object.keys(given).length !== known) strangers(plan, given, report)
  return { needs, points, levels, evidence, views }
}

/** Answers to questions that the table does not have. */
function strangers(plan: Plan, given: Data, report: Report): void {
  const known = plan.questions.map(({ id }) => id)
  for (const name of Object.keys(given))
    if (!known.includes(name))
      report(finding('RAS109', pointer(['answers', name]), { kind: 'question', name, known }, 'key'))
}

interface Answer {
  readonly need: string | number | null
  readonly points: number
  readonly level: string | null
}

const NOTHING: Answer = Object.freeze({ need: null, points: 0, level: null })
const ANSWER_KEYS = ['level', 'points', 'evidence', 'view']

function readAnswer(plan: Plan, question: QuestionPlan, answer: unknown, report: Report): Answer {
  const at = `/answers/${question.id}`
  if (answer === undefined) {
    if (!question.mayBeLeft) report(finding('RAS620', '/answers', { question: question.id }, 'key'))
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
    const read = readLevel(question, shown(answer.level), `${at}/level`, report)
    const points = answer.points === undefined ? undefined : hundredths(answer.points)
    if (read.need !== null && answer.points !== undefined && points !== (read.points * 100) / plan.unit)
      report(
        finding('RAS622', `${at}/points`, {
          question: question.id,
          level: shown(answer.level),
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
  return readPoints(plan, question, answer.points, `${at}/points`, report)
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

/** Points alone mean the first level that has them, or a place between two levels where the table allows that. */
function readPoints(plan: Plan, question: QuestionPlan, given: unknown, at: string, report: Report): Answer {
  const cents = hundredths(given)
  const points = cents === undefined ? undefined : (cents * plan.unit) / 100
  for (const [level, worth] of question.levels) if (worth === points) return { need: level, points, level }
  if (points !== undefined && question.inBetween && points >= question.low && points <= question.high)
    return { need: points / plan.unit, points, level: null }
  report(
    finding('RAS623', at, {
      question: question.id,
      points: shown(given),
      allowed: [...new Set([...question.levels.values()])].sort((a, b) => a - b).map((worth) => worth / plan.unit),
      between: question.inBetween,
    }),
  )
  return NOTHING
}

/** Points brought from the council's own form, by index of node. */
export function readScores(plan: Plan, input: unknown, report: Report) {
  const given = mapping(input, '/scores', report)
  const scores: Record<string, number> = {}
  const brought = plan.nodes.map(() => 0)
  if (!given) return { brought, scores }
  const nodes = plan.listed.filter(({ kind }) => kind === 'brought')
  for (const { id, index, high, den } of nodes) {
    const value = given[id]
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
  const known = nodes.map(({ id }) => id)
  for (const name of Object.keys(given))
    if (!known.includes(name))
      report(finding('RAS109', pointer(['scores', name]), { kind: 'score that is brought', name, known }, 'key'))
  return { brought, scores }
}
