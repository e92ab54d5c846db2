import { compare } from '../diagnostic.js'
import type { Plan } from '../load/plan.js'
import type { BudgetLine, Notice, Total } from './budget.js'

/** What must be said beside the figures, as codes; the words are made in `explain`. */
export function noticesOf(plan: Plan, date: string, lines: readonly BudgetLine[], total: Total): Notice[] {
  const notices: Notice[] = ['indicative', 'not-a-ceiling', 'shares-of-points']
  if (plan.provenance !== 'official') notices.push(plan.provenance)
  if (plan.status !== 'published') notices.push(plan.status)
  if (compare(date, plan.from) < 0 || (plan.to !== null && compare(date, plan.to) > 0)) notices.push('not-in-force')
  if (total.waiting.length > 0) notices.push('not-settled')
  if (total.refused.length > 0) notices.push('refused')
  if (lines.some(({ gate }) => gate?.state === 'fast-track')) notices.push('fast-track')
  return notices
}
