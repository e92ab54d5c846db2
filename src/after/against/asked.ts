import { compare } from '../../diagnostic.js'
import type { ConditionPlan } from '../../load/condition-plan.js'
import type { Plan, QuestionPlan } from '../../load/plan.js'

/** The forms that both tables have; null where neither has any. */
export function formsInBoth(earlier: Plan, later: Plan): readonly (string | null)[] {
  if (earlier.forms.size === 0 && later.forms.size === 0) return [null]
  return [...later.forms.keys()].filter((form) => earlier.forms.has(form))
}

/** Whether a question is on a form; null is the form of a table that has none. */
export function isOn({ forms }: QuestionPlan, form: string | null): boolean {
  return form === null || forms === null || forms.has(form)
}

/** Whether two tables ask a question in the same cases, as far as an assessment for the earlier one can tell. */
export function askedAlike(earlier: Plan, a: QuestionPlan, later: Plan, b: QuestionPlan): boolean {
  if (a.when === null || b.when === null) return a.when === b.when
  const both = new Set(
    earlier.questions.filter(({ id }) => later.questions.some((one) => one.id === id)).map(({ id }) => id),
  )
  return said(a.when, earlier, both) === said(b.when, later, both)
}

/** A condition by names, in one order. Questions that only one table has are not counted: nobody answered them. */
function said(condition: ConditionPlan, plan: Plan, both: ReadonlySet<string>): string {
  switch (condition.is) {
    case 'all':
    case 'any':
      return `${condition.is}(${condition.of
        .map((one) => said(one, plan, both))
        .sort(compare)
        .join()})`
    case 'not':
      return `not(${said(condition.of, plan, both)})`
    case 'fact':
      return JSON.stringify(['fact', plan.facts[condition.fact]?.id, inOrder(condition.values)])
    case 'amount-of-fact':
      return JSON.stringify(['amount', plan.facts[condition.fact]?.id, condition.range])
    case 'circumstance':
      return JSON.stringify(['circumstance', plan.facts[condition.fact]?.id])
    case 'form':
      return JSON.stringify(['form', inOrder(condition.forms)])
    case 'question':
      return JSON.stringify(['question', plan.questions[condition.question]?.id, inOrder(condition.levels)])
    case 'count': {
      const among = condition.questions.map((index) => plan.questions[index]).filter((one) => one && both.has(one.id))
      const levels = among.map((one) => [one?.id, condition.levels.filter((level) => one?.levels.has(level))])
      return JSON.stringify(['count', levels, condition.least])
    }
    case 'score':
    case 'line':
    case 'total':
    case 'near':
    case 'judged':
    case 'asked':
      // None of these can decide whether a question is asked.
      return condition.is
  }
}

function inOrder(names: readonly string[]): readonly string[] {
  return [...names].sort(compare)
}
