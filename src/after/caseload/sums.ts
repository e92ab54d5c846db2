import type { IndicativeBudget } from '../../allocate/budget.js'
import { compare } from '../../diagnostic.js'
import type { Entitled } from '../../load/plan.js'
import { type AllocationTable, planOf, writtenOf } from '../../load/table.js'
import type { BeforeAfter, CaseloadDiff, NamedSums } from './caseload-diff.js'
import type { LinePair } from './comparable.js'

/** What the budgets of many cases come to, as they say it themselves. */
export interface Settled {
  readonly add: (old: IndicativeBudget, by: IndicativeBudget) => void
  readonly settled: () => CaseloadDiff['settled']
  /** Hours and units, in hundredths. */
  readonly provided: () => CaseloadDiff['provided']
  readonly atLeast: () => BeforeAfter
}

export function openSettled(earlier: AllocationTable, later: AllocationTable, pairs: readonly LinePair[]): Settled {
  const [before, after] = [writtenOf(earlier), writtenOf(later)]
  const titled = (named: Readonly<Record<string, { readonly title: string }>>) =>
    Object.entries(named).map(([id, { title }]): [string, string] => [id, title])
  const total = { before: 0, after: 0 }
  const open = { before: 0, after: 0 }
  const streams = sumsOf([...titled(before.streams), ...titled(after.streams)])
  const outcomes = sumsOf([...Object.entries(before.outcomes), ...Object.entries(after.outcomes)])
  const funders = sumsOf([...Object.entries(before.funders), ...Object.entries(after.funders)])
  const lines = sumsOf(pairs.map(({ id, title }) => [id, title]))
  const provided = providedBy(earlier, later, pairs)
  const addTo = (side: 'before' | 'after', budget: IndicativeBudget) => {
    total[side] += budget.total.settled
    if (budget.total.waiting.length > 0) open[side]++
    for (const { stream, settled } of budget.streams) streams.add(side, stream, settled)
    for (const { id, pence } of budget.outcomes) outcomes.add(side, id, pence)
    for (const { id, pence } of budget.funders) funders.add(side, id, pence)
    for (const { id, amount } of budget.lines) {
      if (amount.state === 'settled') lines.add(side, id, amount.pence)
      if (amount.state === 'provides') provided.add(side, id, amount)
    }
  }
  return {
    add: (old, by) => {
      addTo('before', old)
      addTo('after', by)
    },
    settled: () => ({
      total: { ...total },
      streams: streams.all(),
      outcomes: outcomes.all(),
      funders: funders.all(),
      lines: lines.all(),
    }),
    provided: provided.all,
    atLeast: () => ({ ...open }),
  }
}

/** A line that each table counts in another unit has a row for each. */
function providedBy(earlier: AllocationTable, later: AllocationTable, pairs: readonly LinePair[]) {
  const [before, after] = [planOf(earlier), planOf(later)]
  const rows = pairs.flatMap(({ id, title, old, new: by }) => {
    const units = [before.lines[old]?.provides, after.lines[by]?.provides].flatMap((of) => of ?? [])
    return [...new Set(units)].map((of) => ({ id, title, of, before: 0, after: 0 }))
  })
  return {
    add: (
      side: 'before' | 'after',
      id: string,
      { quantity, of }: { readonly quantity: number; readonly of: Entitled },
    ) => {
      const row = rows.find((one) => one.id === id && one.of === of)
      if (row) row[side] += Math.round(100 * quantity)
    },
    all: () => rows.map((row) => ({ ...row })).sort((a, b) => compare(a.id, b.id) || compare(a.of, b.of)),
  }
}

/** Sums by id; of two titles the later one. */
function sumsOf(titles: readonly (readonly [id: string, title: string])[]) {
  const sums = new Map(titles.map(([id, title]) => [id, { id, title, before: 0, after: 0 }]))
  return {
    add: (side: 'before' | 'after', id: string, pence: number) => {
      const sum = sums.get(id)
      if (sum) sum[side] += pence
    },
    all: (): readonly NamedSums[] => [...sums.values()].map((sum) => ({ ...sum })).sort((a, b) => compare(a.id, b.id)),
  }
}
