import type { Plan, QuestionPlan } from '../../load/plan.js'
import { must } from '../../must.js'
import { isAsked } from '../../score/read-answers.js'
import { readFacts } from '../../score/read-facts.js'
import type { Given } from '../columns.js'
import type { Invented } from './child.js'
import { ranked, upTo } from './facts.js'

type Answers = (form: string | null, facts: Readonly<Record<string, Given>>, child: Invented) => Record<string, Given>

/** Answers every question of a table that the form asks, and that the facts and the other answers leave to be asked. */
export function inventAnswers(plan: Plan): Answers {
  const questions = plan.questions.map((question) => ({
    question,
    rising: [...question.levels].sort(([, a], [, b]) => a - b),
  }))
  const hanging = plan.questions.some(({ when }) => when !== null)
  return (form, facts, child) => {
    const sheet = form === null ? plan.formless : must(plan.forms.get(form))
    const levels: (string | null)[] = plan.questions.map(() => null)
    const around = { form, facts: hanging ? readFacts(plan, facts, {}, () => {}) : [] }
    const answers: Record<string, Given> = {}
    for (const i of plan.askOrder) {
      const { question, rising } = must(questions[i])
      if (!sheet.asks[i] || (question.when && !isAsked(question.when, plan, around, levels))) continue
      const answer = inventAnswer(plan.unit, question, rising, child)
      if (typeof answer === 'string' && question.levels.has(answer)) levels[i] = answer
      if (answer !== undefined) answers[question.id] = answer
    }
    return answers
  }
}

function inventAnswer(
  unit: number,
  { mayBeLeft, notApplicable, inBetween }: QuestionPlan,
  rising: readonly (readonly [level: string, points: number])[],
  { draws, severity }: Invented,
): Given {
  if (mayBeLeft && draws.chance(0.1)) return undefined
  if (notApplicable && draws.chance(0.1 * (1 - severity))) return 'not-applicable'
  const place = ranked(rising.length, severity, 1.5, draws)
  const [level, points] = must(rising[place])
  const next = rising[place + 1]?.[1] ?? points
  const between = Math.floor((points + (next - points) * draws.next()) / unit)
  const isBetween = between * unit > points && between * unit < next
  return inBetween && isBetween && draws.chance(0.2) ? { points: between } : level
}

/** Points on the council’s own form, for every score that is brought. */
export function inventScores({ brought }: Plan, child: Invented): Readonly<Record<string, Given>> {
  return Object.fromEntries(brought.map(({ id, high, den }) => [id, Math.floor(upTo(high / den, child))]))
}
