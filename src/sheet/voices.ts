import type { IndicativeBudget } from '../allocate/budget.js'
import { viewOf } from '../explain/view.js'
import { type AllocationTable, type Written, writtenOf } from '../load/table.js'
import { qualified } from '../score/qualified.js'

/** A table’s part of a budget, by the table’s own names, and what those are called among all. */
export interface Voice {
  readonly table: AllocationTable
  readonly written: Written
  readonly view: IndicativeBudget
  readonly name: (id: string) => string
}

/** A budget table by table, so that each can be told in the words of its table. */
export function voices(budget: IndicativeBudget, tables: readonly AllocationTable[]): readonly Voice[] {
  const several = tables.length > 1
  return tables.map((table) => ({
    table,
    written: writtenOf(table),
    view: several ? viewOf(budget, table) : budget,
    name: (id) => (several ? qualified(table.id, id) : id),
  }))
}
