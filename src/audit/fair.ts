import type { Finding } from '../diagnostic.js'
import type { Plan } from '../load/plan.js'
import type { AllocationTable } from '../load/table.js'
import { audited } from './audited.js'
import { type Reaches, unreachedRows } from './reachable.js'
import { gridsUnder, readsOfLine } from './reads.js'
import { reserveTaken } from './reserve.js'
import { routingGaps } from './routing.js'
import { supportCountedTwice } from './support.js'

/**
 * Principle 6, fair and equitable, but for what `lines.ts` says of each line: every row can be reached, help from family
 * and friends counts once, no reserve is taken from a child's figure, and every case has someone who may agree it.
 */
export function fair(table: AllocationTable, reaches: Reaches): Finding[] {
  const one = audited(table)
  return [...unreached(one.plan, reaches), ...supportCountedTwice(one), ...reserveTaken(one), ...routingGaps(table)]
}

/** Every row that nobody reaches; one that several lines look up by is told once. */
function unreached(plan: Plan, reaches: Reaches): Finding[] {
  const grids = plan.lines.flatMap((line) => {
    const { price } = line
    const beside = price.is === 'category' && price.beside ? [price.beside] : []
    return [...gridsUnder(plan, line, readsOfLine(plan, line)), ...beside]
  })
  return unreachedRows([...new Set(grids)], reaches)
}
