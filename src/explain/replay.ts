import { allocate } from '../allocate/allocate.js'
import type { IndicativeBudget } from '../allocate/budget.js'
import { type AllocationTable, planOf } from '../load/table.js'
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
 * `table` when the table is not the one it names by hash; `needs` when they no longer make an assessment of that table.
 *
 * @example replay(budget, table) // { same: true }
 */
export function replay(budget: IndicativeBudget, table: AllocationTable): Replay {
  const { hash } = planOf(table)
  const said = budget.tables?.[0]?.hash
  if (said !== hash)
    return {
      same: false,
      because: 'table',
      differences: [{ at: '/tables/0/hash', said: json(said), replayed: json(hash) }],
    }
  const read = safeReadAssessment(assessmentOf(budget), table)
  if (!read.success)
    return {
      same: false,
      because: 'needs',
      differences: read.error.findings.map(({ at, message }) => ({ at, said: message, replayed: undefined })),
    }
  const again = allocate(read.data, table)
  const differences = differ(budget, again, [])
  if (differences.length === 0 && JSON.stringify(budget) === JSON.stringify(again)) return { same: true }
  return { same: false, because: 'figures', differences }
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
