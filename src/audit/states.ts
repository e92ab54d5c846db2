import type { Plan, QuestionPlan } from '../load/plan.js'
import type { Turn } from './turn.js'

/** What an answer to one question can be: a level, or none, with its points; or not asked at all. */
export interface AnswerState {
  readonly level: string | null
  /** The least and the most points of the state; they differ only for points between two levels. */
  readonly low: number
  readonly high: number
  readonly asked: boolean
}

/**
 * Every state that a question on the form can be in. A question that the form does not ask stays so whatever else is
 * answered, and is no state here.
 */
export function statesOf({ unit }: Pick<Plan, 'unit'>, question: QuestionPlan): readonly AnswerState[] {
  const { levels, notApplicable, mayBeLeft, when } = question
  const between = betweenOf(unit, question)
  return [
    ...[...levels].map(([level, points]) => ({ level, low: points, high: points, asked: true })),
    ...(between ? [{ level: null, ...between, asked: true }] : []),
    ...(notApplicable || mayBeLeft ? [{ level: null, low: 0, high: 0, asked: true }] : []),
    ...(when ? [{ level: null, low: 0, high: 0, asked: false }] : []),
  ]
}

/** The least and the most points between two levels that are no level’s own; nothing where there are none. */
export function betweenOf(
  unit: number,
  { levels, inBetween, low, high }: QuestionPlan,
): { readonly low: number; readonly high: number } | null {
  if (!inBetween) return null
  const step = unit / 100
  const taken = new Set(levels.values())
  let least = low + step
  let most = high - step
  while (taken.has(least)) least += step
  while (taken.has(most)) most -= step
  return least <= most ? { low: least, high: most } : null
}

/**
 * Whether more need can lead from one state to another: to at least the points, where the question is asked in both;
 * into and out of being asked as its condition can turn.
 */
export function leads(from: AnswerState, to: AnswerState, asks: Turn): boolean {
  if (from.asked && to.asked) return to.high >= from.low
  if (from.asked === to.asked) return true
  return to.asked ? asks === 'on' || asks === 'either' : asks === 'off' || asks === 'either'
}
