import type { Plan } from '../load/plan.js'
import { type AllocationTable, planOf, type Written, writtenOf } from '../load/table.js'

/** A table as each principle is tried on it: what it says, and what it was made into. */
export interface Audited {
  readonly plan: Plan
  readonly written: Written
}

export function audited(table: AllocationTable): Audited {
  return { plan: planOf(table), written: writtenOf(table) }
}
