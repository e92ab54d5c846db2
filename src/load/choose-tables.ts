import { compare, type Finding } from '../diagnostic.js'
import { checkDay, notChosen } from './choose.js'
import { holesOn } from './series/holes.js'
import { isOf, noneOn, severalOn } from './series/on-a-day.js'
import { clashing } from './series/overlaps.js'
import { distinct, holds, plain, type Span, spansOf, streamsOf } from './series/span.js'
import type { AllocationTable } from './table.js'

/** Which tables make one budget on a day. What is left out is not asked. */
export interface Choices {
  /** The day, `YYYY-MM-DD`. It is never today by itself. */
  readonly on: string
  /** Whose tables; capitals and spaces do not matter. */
  readonly authority?: string
  /** The `id` of every scheme that counts: each of them has to be in force. */
  readonly schemes?: readonly string[]
}

/**
 * Chooses all published tables that are in force on a day, by id: for every stream that there are tables for, those that
 * hold then. A stream whose first table has not begun by then, or whose last has ended, has none. A scheme may begin and
 * end likewise, and not stop in between.
 *
 * @throws RangeError when `on` is not a day of the calendar.
 * @throws TableError when none is in force at all, none for a scheme that was asked for, or none between two tables of
 * a stream, or of a scheme in a stream (RAS409); when two of a stream cannot stand in one budget, or are of two authorities and no schemes were
 * asked for, or one would bring along a stream in which it is superseded (RAS410).
 * @example chooseTables(tables, { on: '2026-04-01' }).map(({ id }) => id) // ['care', 'education']
 */
export function chooseTables(tables: readonly AllocationTable[], choice: Choices): readonly AllocationTable[] {
  const { chosen, findings } = tablesOn(tables, choice)
  if (findings.length > 0) throw notChosen(findings)
  return chosen
}

/** The same, with what is wrong as data. @throws RangeError when `on` is not a day of the calendar. */
export function tablesOn(
  tables: readonly AllocationTable[],
  { on, authority, schemes }: Choices,
): { readonly chosen: readonly AllocationTable[]; readonly findings: readonly Finding[] } {
  checkDay(on)
  const asked = tables.filter(
    (table) => (schemes === undefined || schemes.includes(table.id)) && isOf(table, authority),
  )
  const all = spansOf(tables)
  const spans = all.filter(({ table }) => asked.includes(table))
  const chosen = [...new Set(spans.filter((span) => holds(span, on)).map(({ table }) => table))]
  const none = (of: { scheme?: string; stream?: string }, belongs: (table: AllocationTable) => boolean) => {
    const own = spans.filter(({ table, stream }) => belongs(table) && (of.stream ?? stream) === stream)
    return noneOn(on, { ...of, authority }, own, asked.filter(belongs))
  }
  const missing = (schemes ?? []).filter((scheme) => !chosen.some(({ id }) => id === scheme))
  if (missing.length > 0)
    return { chosen, findings: missing.map((scheme) => none({ scheme }, ({ id }) => id === scheme)) }
  if (chosen.length === 0) return { chosen, findings: [none({}, () => true)] }
  const clash = clashing()
  // A table that was not asked for may have taken the place of one that was.
  const stopped = holesOn(on, all, distinct(tables)).filter(({ before }) => asked.includes(before.table))
  const findings = [...new Set(spans.map(({ stream }) => stream))].sort(compare).flatMap((stream) => {
    const own = spans.filter((span) => span.stream === stream)
    const has = (table: AllocationTable) => streamsOf(table).includes(stream)
    const bring = chosen.filter(has)
    const hold = own.filter((span) => holds(span, on)).map(({ table }) => table)
    if (hold.length === 0) return bring.length > 0 || isBetween(own, on) ? [none({ stream }, has)] : []
    const apart = bring.some(
      (one, i) =>
        !hold.includes(one) ||
        bring.slice(0, i).some((other) => clash(one, other) || (schemes === undefined && isOfAnother(one, other))),
    )
    if (apart) return [severalOn(on, { stream, authority }, bring)]
    return stopped
      .filter((hole) => hole.stream === stream)
      .map((hole) => noneOn(on, { scheme: hole.before.table.id, stream, authority }, [hole.before, hole.after], []))
  })
  return { chosen: [...chosen].sort((a, b) => compare(a.id, b.id)), findings }
}

/** Whether some table has ended before a day and another begins after it. */
function isBetween(spans: readonly Span[], on: string): boolean {
  return spans.some(({ last }) => last !== null && last < on) && spans.some(({ from }) => from > on)
}

function isOfAnother(one: AllocationTable, other: AllocationTable): boolean {
  return plain(one.authority) !== plain(other.authority)
}
