import type { BudgetScene } from '../allocate/scene.js'
import type { Plan, QuestionPlan } from '../load/plan.js'
import { must } from '../must.js'
import { judge } from '../score/conditions.js'
import type { AnswerInput, Assessment, FactInput } from '../score/needs.js'
import { readCase } from '../score/read-assessment.js'
import { readFacts } from '../score/read-facts.js'
import { scoreNodes } from '../score/score.js'
import { betweenOf } from './states.js'

/** One thing that can be answered to a question; no answer where it is left blank. */
export interface Rung {
  readonly points: number
  readonly level: string | null
  readonly answer: AnswerInput | undefined
}

/** A case that is tried: what every question would be answered if it is asked, and what points would be brought. */
export interface Child {
  readonly form: string | null
  readonly facts: Readonly<Record<string, FactInput>>
  /** By index of question. */
  readonly rungs: readonly Rung[]
  /** By index of node, over its power of ten; only those count that are brought. */
  readonly brought: readonly number[]
  readonly askedExceptional: boolean
}

/** Everything that can be answered to a question, by rising points; between two levels the least, the middle and the most. */
export function ladderOf({ unit }: Pick<Plan, 'unit'>, question: QuestionPlan): readonly Rung[] {
  const { levels, notApplicable, mayBeLeft } = question
  const between = betweenOf(unit, question)
  const taken = new Set(levels.values())
  const middle = between ? between.low + Math.floor((between.high - between.low) / 2) : 0
  const places = between ? [...new Set([between.low, middle, between.high])].filter((points) => !taken.has(points)) : []
  const rungs: Rung[] = [
    ...(mayBeLeft ? [{ points: 0, level: null, answer: undefined }] : []),
    ...(notApplicable ? [{ points: 0, level: null, answer: 'not-applicable' }] : []),
    ...[...levels].map(([level, points]) => ({ points, level, answer: level })),
    ...places.map((points) => ({ points, level: null, answer: { points: points / unit } })),
  ]
  return rungs.sort((a, b) => a.points - b.points)
}

/** A case written down as an assessment: only what is asked is answered. */
export function assessmentOf(plan: Plan, child: Child): Assessment {
  const { form, rungs } = child
  const facts = readFacts(plan, child.facts, {}, () => {})
  const asks = (form === null ? plan.formless : must(plan.forms.get(form))).asks
  const levels: (string | null)[] = plan.questions.map(() => null)
  const answers: Record<string, AnswerInput> = {}
  const reading = { facts, levels, scored: true, needs: { form, askedExceptional: false } }
  for (const index of plan.askOrder) {
    const question = must(plan.questions[index])
    if (!asks[index]) continue
    if (question.when && judge(question.when, { plan, reading, nodes: [], sums: null }, null) !== 'yes') continue
    const { level, answer } = must(rungs[index])
    levels[index] = level
    if (answer !== undefined) answers[question.id] = answer
  }
  const brought = plan.brought
  return {
    case: 'audit-1',
    ...(form === null ? {} : { form }),
    date: plan.from,
    facts: child.facts,
    answers,
    scores: Object.fromEntries(brought.map(({ id, index, den }) => [id, (child.brought[index] ?? 0) / den])),
    ...(child.askedExceptional ? { exceptional: { asked: true } } : {}),
  }
}

/** What lines are worked out on, for an assessment; nothing where it does not fit the table. */
export function sceneOf(plan: Plan, assessment: Assessment): BudgetScene | null {
  const { reading } = readCase(plan, assessment)
  return reading ? { plan, reading, nodes: scoreNodes(plan, reading), sums: null } : null
}
