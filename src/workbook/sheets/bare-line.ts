import type { BudgetLine } from '../../allocate/budget.js'
import type { LinePlan } from '../../load/plan.js'

/** A line of which no figure is known, for the sentences that need none. */
export function bare({ id, title, stream, at, tier, amountIs }: LinePlan): BudgetLine {
  return {
    id,
    table: '',
    title,
    stream,
    at,
    amount: { state: 'waiting', pence: null },
    steps: [],
    provides: null,
    tier,
    amountIs,
    gate: null,
    funders: [],
    outcomes: [],
    contingency: null,
    locked: null,
    partYear: null,
    neighbours: null,
    legalBasis: null,
  }
}
