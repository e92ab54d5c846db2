import { asPence } from '../pence.js'
import type { BudgetLine, Share, StreamTotal, Total } from './budget.js'

/** The total of some lines: settled money, and what waits. Refused lines are named and counted nowhere. */
export function totalOf(lines: readonly BudgetLine[]): Total {
  let settled = 0
  const waiting: Total['waiting'][number][] = []
  const refused: string[] = []
  for (const { id, amount } of lines)
    switch (amount.state) {
      case 'settled':
        settled += amount.pence
        break
      case 'waiting':
        waiting.push({ line: id, state: 'waiting', pence: amount.pence })
        break
      case 'refer':
        waiting.push({ line: id, state: 'refer', pence: null })
        break
      case 'refused':
        refused.push(id)
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

/** Settled money of all lines added up by funder or by outcome, every declared one listed, by id. */
export function sumShares(ids: readonly string[], lines: readonly BudgetLine[], of: 'funders' | 'outcomes'): Share[] {
  const sums = ids.map(() => 0)
  for (const line of lines)
    if (line.amount.state === 'settled')
      for (const { id, pence } of of === 'funders' ? line.funders : line.outcomes) {
        const index = ids.indexOf(id)
        sums[index] = (sums[index] ?? 0) + pence
      }
  return ids.map((id, i) => ({ id, pence: asPence(sums[i] ?? 0) }))
}
