import type { BudgetLine, IndicativeBudget } from '../../src/index.js'

/** Where a line stands: people deciding above all, then its hours, or its figure. One entry for each setting that differs. */
export function ranks(budget: IndicativeBudget, index: number): readonly number[] {
  const line = budget.lines[index]
  if (line === undefined) return []
  if (line.amount.state !== 'by-setting') return [rank(line)]
  return budget.settings.flatMap(({ lines }) => lines.filter(({ id }) => id === line.id).map(rank))
}

function rank({ amount, provides }: BudgetLine): number {
  if (provides) return provides.quantity ?? Number.POSITIVE_INFINITY
  return 'pence' in amount ? (amount.pence ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY
}

/** Whether a line of a needier case comes to less than in the other, in any setting. */
export function falls(less: IndicativeBudget, more: IndicativeBudget, index: number): boolean {
  const [before, after] = [ranks(less, index), ranks(more, index)]
  const settings = Math.max(before.length, after.length)
  const at = (all: readonly number[], i: number) => all[all.length === 1 ? 0 : i] ?? 0
  return Array.from({ length: settings }, (_, i) => at(after, i) < at(before, i)).includes(true)
}
