import { decimals, scaled, tenTo } from '../../decimal.js'
import type { WeightPlan } from '../grid-plan.js'
import type { Bounds, QuestionPlan } from '../plan.js'
import type { Context } from './context.js'

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** One entry a form; a table without forms counts as having one. */
export function formsOf({ table }: Pick<Context, 'table'>): readonly (string | null)[] {
  const forms = Object.keys(table.forms ?? {})
  return forms.length > 0 ? forms : [null]
}

/** What a question can come to by any answer, on each form. */
export function questionBounds(context: Context, question: QuestionPlan): Bounds[] {
  return formsOf(context).map((form) => {
    if (question.forms && (form === null || !question.forms.has(form))) return { low: 0, high: 0 }
    const mayBeNothing = question.notApplicable || question.mayBeLeft || question.when !== null
    return { low: mayBeNothing ? Math.min(0, question.low) : question.low, high: question.high }
  })
}

interface After {
  readonly times?: string | undefined
  readonly 'at-most'?: string | undefined
}

/** Multiplies by the weight and by `times`, then keeps to `at-most`, on a power of ten that holds all of it. */
export function finish(
  { bounds, den }: { readonly bounds: readonly Bounds[]; readonly den: number },
  score: After | undefined,
  weight: WeightPlan | null,
) {
  const digits = decimals(score?.times ?? '1')
  const times =
    score?.times === undefined ? null : { text: score.times, by: scaled(score.times, digits), den: tenTo(digits) }
  const limit = score?.['at-most']
  const before = den * (weight?.den ?? 1) * (times?.den ?? 1)
  const scale = limit === undefined ? 1 : Math.max(1, tenTo(decimals(limit)) / before)
  const after = before * scale
  const atMost = limit === undefined ? null : { limit: scaled(limit, Math.round(Math.log10(after))), scale }
  const end = (value: number, by: number) =>
    Math.min(value * by * (times?.by ?? 1) * scale, atMost?.limit ?? Number.POSITIVE_INFINITY)
  return {
    times,
    atMost,
    den: after,
    bounds: bounds.map(({ low, high }) => ({ low: end(low, weight?.low ?? 1), high: end(high, weight?.high ?? 1) })),
  }
}
