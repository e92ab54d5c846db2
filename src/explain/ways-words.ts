import type { BudgetLine, IndicativeBudget } from '../allocate/budget.js'
import type { Written } from '../load/table.js'
import { formatPounds } from '../pence.js'
import { and, lower, or, spaced, stop } from './grammar.js'

/** Whether and how the line can be a personal budget. */
export function ways({ id, contingency, locked }: BudgetLine, table: Written): string {
  const plan = table.lines[id]?.ways
  if (!plan) return ''
  const may = plan['may-be']
  const kept = plan.contingency
  return [
    may
      ? `As a personal budget: ${may.length === 4 ? 'any way' : or(may)}${plan.consent ? `, with the agreement of ${and(plan.consent)}` : ''}.`
      : '',
    plan['why-not'] ? `Not as a personal budget: ${stop(lower(plan['why-not']))}` : '',
    plan['may-not-buy'] ? `Not for ${or(plan['may-not-buy'])}.` : '',
    contingency !== null && kept
      ? `${formatPounds(contingency)} of it may be kept for ${kept.for}; ${stop(lower(kept['at-year-end']))}`
      : '',
    locked !== null && plan.locked
      ? `${formatPounds(locked)} of it is held in ${plan.locked.in} and can only be notional.`
      : '',
    plan.ask ? `Ask ${stop(plan.ask)}` : '',
  ]
    .filter((text) => text !== '')
    .join(' ')
}

/** How much of the settled money is of which tier, and how much of it can be managed as a personal budget. */
export function managed({ tiers, manageable, total }: IndicativeBudget): string {
  if (total.settled === 0) return ''
  const said = tiers.filter(({ pence }) => pence > 0).map(({ tier, pence }) => `${spaced(tier)} ${formatPounds(pence)}`)
  const tiered = said.length === 0 ? '' : `Settled money: ${and(said)}.`
  const personal = manageable === null ? '' : `${formatPounds(manageable)} can be managed as a personal budget.`
  return [tiered, personal].filter((text) => text !== '').join(' ')
}

/** What the lines that apply can be spent on, as the table lists it for families. */
export function services(lines: readonly BudgetLine[], table: Written): string {
  const here = new Set(lines.filter(({ amount }) => 'pence' in amount && amount.pence !== 0).map(({ id }) => id))
  const said = Object.values(table.services ?? {})
    .filter((service) => !service.lines || service.lines.some((line) => here.has(line)))
    .map((service) => {
      const how = service['may-be']
        ? or(service['may-be'])
        : `not as a personal budget: ${lower(service['why-not'] ?? '')}`
      const tier = service.tier ? `${spaced(service.tier)}; ` : ''
      return `${lower(service.title)} (${tier}${how}${service.from ? `, from ${service.from}` : ''})`
    })
  return said.length === 0 ? '' : `Services: ${said.join('; ')}.`
}
