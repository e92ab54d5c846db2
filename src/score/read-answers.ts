import { finding } from '../diagnostic.js'
import type { Plan, QuestionPlan } from '../load/plan.js'
import { pointer } from '../pointer.js'
import { hundredths, isData, kind, mapping, type Report, readText, shown, within } from './read-values.js'

const NO_TEXTS: Readonly<Record<string, string>> = Object.freeze({})

/** The answers by index of question: points over the plan's unit, and the level where there is one. */
export function readAnswers(plan: Plan, form: string | null, input: unknown, report: Report) {
  const given = mapping(input, '/answers', report)
  if (!given) return { needs: {}, points: [], levels: [], evidence: NO_TEXTS, views: NO_TEXTS }
  const needs: Record<string, string | number | null> = {}
  const points: number[] = []
  const levels: (string | null)[] = []
  let evidence: Record<string, string> | undefined
  let views: Record<string, string> | undefined
  let known = 0
  for (const question of plan.questions) {
    const answer = given[question.id]
    if (answer !== undefined) known++
    let value = 0
    let level: string | null = null
    if (question.forms && (form === null || !question.forms.has(form))) {
      // Without a form nobody can say whether the question is on it.
      if (answer !== undefined && form !== null)
        report(finding('RAS625', pointer(['answers', question.id]), { question: question.id, form }, 'key'))
    } else if (typeof answer === 'string' && question.levels.has(answer)) {
      value = question.levels.get(answer) ?? 0
      level = answer
      needs[question.id] = answer
    } else if (answer === undefined) {
      if (question.mayBeLeft) needs[question.id] = null
      else report(finding('RAS620', '/answers', { question: question.id }, 'key'))
    } else {
      const read = readAnswer(plan, question, answer, report)
      value = read.points
      level = read.level
      needs[question.id] = read.need
      if (read.evidence !== undefined) evidence = { ...evidence, [question.id]: read.evidence }
      if (read.view !== undefined) views = { ...views, [question.id]: read.view }
    }
    points.push(value)
    levels.push(level)
  }
  const ids = Object.keys(given)
  if (ids.length !== known) {
    const names = plan.questions.map(({ id }) => id)
    for (const name of ids)
      if (!names.includes(name))
        report(finding('RAS109', pointer(['answers', name]), { kind: 'question', name, known: names }, 'key'))
  }
  return { needs, points, levels, evidence: evidence ?? NO_TEXTS, views: views ?? NO_TEXTS }
}

interface Answer {
  readonly need: string | number | null
  readonly points: number
  readonly level: string | null
  readonly evidence?: string
  readonly view?: string
}

const ANSWER_KEYS = ['level', 'points', 'evidence', 'view']

function readAnswer(plan: Plan, question: QuestionPlan, answer: unknown, report: Report): Answer {
  const at = pointer(['answers', question.id])
  if (typeof answer === 'string') return readLevel(question, answer, at, report)
  if (!isData(answer)) {
    report(finding('RAS103', at, { expected: 'a level, or a mapping with a level or points', got: kind(answer) }))
    return { need: null, points: 0, level: null }
  }
  for (const key of Object.keys(answer))
    if (!ANSWER_KEYS.includes(key))
      report(finding('RAS101', `${at}${pointer([key])}`, { key, known: ANSWER_KEYS }, 'key'))
  const about = {
    ...(answer.evidence === undefined
      ? {}
      : { evidence: readText(answer.evidence, `${at}/evidence`, 'evidence', /\S/, report) }),
    ...(answer.view === undefined ? {} : { view: readText(answer.view, `${at}/view`, 'view', /\S/, report) }),
  }
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
    return { ...read, ...about }
  }
  if (answer.points === undefined) {
    report(finding('RAS620', at, { question: question.id }, 'key'))
    return { need: null, points: 0, level: null }
  }
  return { ...readPoints(plan, question, answer.points, `${at}/points`, report), ...about }
}

function readLevel(question: QuestionPlan, level: string, at: string, report: Report): Answer {
  const points = question.levels.get(level)
  if (points !== undefined) return { need: level, points, level }
  if (level === 'not-applicable') {
    if (question.notApplicable) return { need: level, points: 0, level: null }
    report(finding('RAS624', at, { question: question.id }))
  } else report(finding('RAS621', at, { question: question.id, level, levels: [...question.levels.keys()] }))
  return { need: null, points: 0, level: null }
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
  return { need: null, points: 0, level: null }
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
