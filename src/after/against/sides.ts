import type { Plan } from '../../load/plan.js'
import type { AllocationTable, Written } from '../../load/table.js'
import { pointer } from '../../pointer.js'
import { fieldOf, isList, type Tree } from '../diff/how.js'

/** One of two tables: as loaded, as written and as compiled. */
interface Side {
  readonly table: AllocationTable
  readonly written: Written
  readonly plan: Plan
}

/** Two tables that are held against each other. */
export interface Sides {
  readonly earlier: Side
  readonly later: Side
}

/** The place where something stood that a table no longer has: the nearest thing above it that is still there. */
export function placeOf({ written }: Side, path: readonly string[]): string {
  const there: string[] = []
  let tree: Tree | undefined = written
  for (const key of path) {
    tree = tree !== undefined && isList(tree) ? tree[Number(key)] : fieldOf(tree, key)
    if (tree === undefined) break
    there.push(key)
  }
  return pointer(there)
}

/** Those that others do not have, by id. */
export function without<T extends { readonly id: string }>(
  all: readonly T[],
  others: readonly { readonly id: string }[],
): T[] {
  const ids = new Set(others.map(({ id }) => id))
  return all.filter(({ id }) => !ids.has(id))
}

/** What both have, by id. */
export function inBoth<T extends { readonly id: string }>(
  all: readonly T[],
  others: readonly T[],
): (readonly [T, T])[] {
  const byId = new Map(others.map((one) => [one.id, one]))
  return all.flatMap((one) => {
    const other = byId.get(one.id)
    return other ? [[one, other] as const] : []
  })
}
