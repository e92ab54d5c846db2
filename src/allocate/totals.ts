import type { Plan, Tier } from '../load/plan.js'
import { must } from '../must.js'
import { asPence, type Pence } from '../pence.js'
import type { BudgetLine, IndicativeBudget, Share, StreamTotal, Total } from './budget.js'

/** The total of some lines: settled money, and what waits. Refused lines are named and counted nowhere, and hours are no money. */
export function totalOf(lines: readonly Pick<BudgetLine, 'id' | 'amount' | 'provides'>[]): Total {
  let settled = 0
  const waiting: Total['waiting'][number][] = []
  const refused: string[] = []
  for (const { id, amount, provides } of lines)
    switch (amount.state) {
      case 'settled':
        settled += amount.pence
        break
      case 'waiting':
        if (!provides) waiting.push({ line: id, state: 'waiting', pence: amount.pence })
        break
      case 'refer':
      case 'by-setting':
        if (!provides) waiting.push({ line: id, state: amount.state, pence: null })
        break
      case 'refused':
        refused.push(id)
        break
      case 'provides':
    }
  return { settled: asPence(settled), waiting, refused }
}

/** A total for each stream that has a line, by id. Lines come sorted by stream. */
export function streamTotals(lines: readonly BudgetLine[]): StreamTotal[] {
  const totals: StreamTotal[] = []
  for (let start = 0; start < lines.length; ) {
    const stream = lines[start]?.stream ?? ''
    let end = start
    while (lines[end]?.stream === stream) end++
    const { settled, waiting, refused } = totalOf(lines.slice(start, end))
    totals.push({ stream, settled, waiting, refused })
    start = end
  }
  return totals
}

/** Settled money of all lines, which stand in the plan's order, by funder; every declared one is listed, by id. */
export function fundersOf({ funders, lines: plans }: Plan, lines: readonly BudgetLine[]): Share[] {
  const sums = funders.map(() => 0)
  for (let i = 0; i < lines.length; i++) {
    const { amount, funders } = must(lines[i])
    if (amount.state === 'settled') addShares(funders, must(plans[i]).funders.to, sums)
  }
  return funders.map((id, i) => ({ id, pence: asPence(sums[i] ?? 0) }))
}

/** The same by outcome. */
export function outcomesOf({ outcomes, lines: plans }: Plan, lines: readonly BudgetLine[]): Share[] {
  const sums = outcomes.map(() => 0)
  for (let i = 0; i < lines.length; i++) {
    const { amount, outcomes } = must(lines[i])
    if (amount.state === 'settled') addShares(outcomes, must(plans[i]).outcomesTo, sums)
  }
  return outcomes.map((id, i) => ({ id, pence: asPence(sums[i] ?? 0) }))
}

/** Adds a line's shares to the sums at their places. */
function addShares(shares: readonly Share[], places: readonly number[], sums: number[]): void {
  for (let i = 0; i < shares.length; i++) {
    const to = places[i] ?? 0
    sums[to] = (sums[to] ?? 0) + must(shares[i]).pence
  }
}

/** Settled money by tier, for the tiers given. */
export function tiersOf(tiers: readonly Tier[], lines: readonly BudgetLine[]): IndicativeBudget['tiers'] {
  return tiers.map((tier) => {
    let sum = 0
    for (const line of lines) if (line.tier === tier && line.amount.state === 'settled') sum += line.amount.pence
    return { tier, pence: asPence(sum) }
  })
}

/**
 * Settled money that can be managed in another way than notionally; null where the table says nothing of ways. Lines
 * stand in the plan's order.
 */
export function manageableOf({ lines: plans, saysWays }: Plan, lines: readonly BudgetLine[]): Pence | null {
  if (!saysWays) return null
  let sum = 0
  for (let i = 0; i < lines.length; i++) {
    const { amount, locked } = must(lines[i])
    if (amount.state === 'settled' && plans[i]?.manageable) sum += amount.pence - (locked ?? 0)
  }
  return asPence(sum)
}
