import type { Rounding } from '../pence.js'
import type { Plan, Provenance, Status } from './plan.js'
import type { TableShape } from './shape/table.js'

declare const loaded: unique symbol

/**
 * One version of one authority's scheme, checked and deep-frozen. It holds everything that the file says, as written,
 * every scalar as text; what a case system needs of it is typed here. Plain data, so it may be stored and sent: on the
 * other side `tableFromJson` admits it again.
 */
export interface AllocationTable {
  readonly format: 'ras.table/1'
  readonly id: string
  readonly version: string
  readonly title: string
  readonly authority: string
  readonly provenance: Provenance
  readonly status: Status
  /** Days, `YYYY-MM-DD`, both inclusive; without `to`, until it is superseded. */
  readonly 'in-force': { readonly from: string; readonly to?: string }
  readonly rounding: Rounding
  readonly [loaded]: true
}

/** One table, or several that are worked out together: of different authorities, funders or streams. */
export type Tables = AllocationTable | readonly AllocationTable[]

/** The same, read-only all the way down. */
export type Deep<T> = T extends string | undefined ? T : { readonly [K in keyof T]: Deep<T[K]> }

/** Everything a table says, as it was written. */
export type Written = Deep<TableShape>

/** Where a table was read: the name of the file, and its text; no text where it came as data. */
export interface Origin {
  readonly file: string
  readonly text: string | null
}

interface Known {
  readonly written: Written
  readonly plan: Plan
  readonly origin: Origin
}

// A plan is kept only for a frozen table: what cannot change need not be compiled twice.
const tables = new WeakMap<object, Known>()

/** Freezes a checked table and keeps its plan with it, and where it came from. */
export function register(shape: TableShape, plan: Plan, origin: Origin): AllocationTable {
  const table = freeze(shape) as unknown as AllocationTable
  tables.set(table, { written: shape, plan, origin })
  return table
}

/** The plan of a loaded table. @throws TypeError for anything that did not come from `loadTable` or `tableFromJson`. */
export function planOf(table: AllocationTable): Plan {
  return known(table).plan
}

/** What a loaded table says, as it was written. @throws TypeError as {@link planOf}. */
export function writtenOf(table: AllocationTable): Written {
  return known(table).written
}

/** Where a loaded table was read. @throws TypeError as {@link planOf}. */
export function originOf(table: AllocationTable): Origin {
  return known(table).origin
}

function known(table: AllocationTable): Known {
  const found = typeof table === 'object' && table !== null ? tables.get(table) : undefined
  if (!found)
    throw new TypeError('This table was not loaded here: pass it through loadTable(text) or tableFromJson(json) first.')
  return found
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) freeze(inner)
  return Object.freeze(value)
}
