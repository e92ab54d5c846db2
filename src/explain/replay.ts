import { allocate } from '../allocate/allocate.js'
import type { IndicativeBudget } from '../allocate/budget.js'
import type { Located } from '../diagnostic.js'
import { type AllocationTable, planOf, type Tables } from '../load/table.js'
import { together } from '../load/together.js'
import { pointer } from '../pointer.js'
import { safeReadAssessment } from '../score/assess.js'
import { assessmentOf } from '../score/assessment-of.js'

/** A place in a budget where replaying it gives something else. Values are JSON text; undefined where there is none. */
export interface Difference {
  readonly at: string
  readonly said: string | undefined
  readonly replayed: string | undefined
}

export type Replay =
  | { readonly same: true }
  | {
      readonly same: false
      readonly because: 'figures' | 'table' | 'needs'
      readonly differences: readonly Difference[]
    }

/**
 * Works a budget out again from the needs that stand in it, and compares byte for byte (law 10): one altered digit is
 * found, and named. Never throws for a budget that was tampered with.
 *
 * `table` when the tables, in whatever order, are not those it names by hash, or cannot be used together; `needs` when
 * they no longer make an assessment of them.
 *
 * @example replay(budget, table) // { same: true }
 */
export function replay(budget: IndicativeBudget, tables: Tables): Replay {
  const used = together(tables)
  if (!used.success) return { same: false, because: 'table', differences: told(used.error.findings) }
  const others = otherTables(budget, used.data)
  if (others.length > 0) return { same: false, because: 'table', differences: others }
  const read = safeReadAssessment(assessmentOf(budget), tables)
  if (!read.success) return { same: false, because: 'needs', differences: told(read.error.findings) }
  const again = allocate(read.data, tables)
  const differences = differ(budget, again, [])
  if (differences.length === 0 && JSON.stringify(budget) === JSON.stringify(again)) return { same: true }
  return { same: false, because: 'figures', differences }
}

function told(findings: readonly Located[]): Difference[] {
  return findings.map(({ at, message }) => ({ at, said: message, replayed: undefined }))
}

/** The tables that a budget was not worked out with, by hash, and those it was and that are not here. */
function otherTables({ tables: said }: IndicativeBudget, tables: readonly AllocationTable[]): Difference[] {
  const each = Array.from({ length: Math.max(tables.length, Array.isArray(said) ? said.length : 0) }, (_, i) => ({
    at: `/tables/${i}/hash`,
    said: json(said?.[i]?.hash),
    replayed: json(tables[i] && planOf(tables[i]).hash),
  }))
  return each.filter(({ said, replayed }) => said !== replayed)
}

function differ(said: unknown, replayed: unknown, path: readonly PropertyKey[]): Difference[] {
  if (json(said) === json(replayed)) return []
  if (typeof said !== 'object' || typeof replayed !== 'object' || said === null || replayed === null)
    return [{ at: pointer(path), said: json(said), replayed: json(replayed) }]
  const keys = new Set([...Object.keys(said), ...Object.keys(replayed)])
  const inner = [...keys].flatMap((key) => differ(Reflect.get(said, key), Reflect.get(replayed, key), [...path, key]))
  return inner.length > 0 ? inner : [{ at: pointer(path), said: json(said), replayed: json(replayed) }]
}

function json(value: unknown): string | undefined {
  return JSON.stringify(value)
}
