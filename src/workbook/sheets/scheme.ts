import type { Plan } from '../../load/plan.js'
import { type AllocationTable, planOf, type Written, writtenOf } from '../../load/table.js'
import type { Program, TableProgram } from '../program/program.js'

/** One table as the sheets show it: what it says, what it was compiled to, and its part of the program. */
export interface Scheme {
  readonly plan: Plan
  readonly written: Written
  readonly program: TableProgram
}

/** Everything that the sheets are arranged from. */
export interface Arranging {
  readonly schemes: readonly Scheme[]
  readonly program: Program
  /** Whether there is such a quantity. Not every table has every one. */
  readonly has: (id: string) => boolean
}

/** The tables with their programs, in the order of the program. */
export function arranging(program: Program, tables: readonly AllocationTable[]): Arranging {
  const ids = new Set(program.quantities.map(({ id }) => id))
  const schemes = program.tables.flatMap((one) =>
    tables
      .filter(({ id }) => id === one.id)
      .map((table) => ({ plan: planOf(table), written: writtenOf(table), program: one })),
  )
  return { schemes, program, has: (id) => ids.has(id) }
}

/** The id of an input of one table: several tables share one that they ask alike. Null where nothing is asked. */
export function inputOf(
  { inputs }: Program,
  { id }: Plan,
  [kind, ...path]: readonly [string, ...string[]],
): string | null {
  const own = [kind, id, ...path].join('/')
  const shared = [kind, ...path].join('/')
  return [own, shared].find((one) => inputs.some((input) => input.id === one)) ?? null
}
