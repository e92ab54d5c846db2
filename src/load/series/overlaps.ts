import { finding, type Located } from '../../diagnostic.js'
import { type Place, whereIs } from '../place.js'
import type { AllocationTable } from '../table.js'
import { together } from '../together.js'
import { earlier, holds, nameOf, plain, type Span } from './span.js'

/**
 * Two tables of one authority that are in force for a stream on the same day and cannot stand in one budget (RAS403), at
 * the later one. Spans come by first day.
 */
export function overlaps(spans: readonly Span[], place: Place): Located[] {
  const clash = clashing()
  return groups(spans).flatMap((group) =>
    group.flatMap((later, i) =>
      group
        .slice(0, i)
        .filter((before) => holds(before, later.from) && clash(before.table, later.table))
        .map((before) => {
          const days = { from: later.from, to: earlier(before.last, later.last) }
          const tell = (table: AllocationTable, where: string) => {
            const data = { stream: later.stream, other: nameOf(before.table), where, ...days }
            return place(table, finding('RAS403', '/in-force', data, 'key'))
          }
          return tell(later.table, whereIs(tell(before.table, '')))
        }),
    ),
  )
}

/** The spans of one authority and stream, and of one more thing where it is said, in the order they came in. */
export function groups(
  spans: readonly Span[],
  of: (table: AllocationTable) => string = () => '',
): readonly (readonly Span[])[] {
  const found = new Map<string, Span[]>()
  for (const span of spans) {
    const key = `${span.stream} ${of(span.table)} ${plain(span.table.authority)}`
    const group = found.get(key)
    if (group) group.push(span)
    else found.set(key, [span])
  }
  return [...found.values()]
}

/** Whether two tables cannot stand in one budget; looked at once for each two. */
export function clashing(): (a: AllocationTable, b: AllocationTable) => boolean {
  const known = new Map<AllocationTable, Map<AllocationTable, boolean>>()
  return (a, b) => {
    const of = known.get(a) ?? new Map<AllocationTable, boolean>()
    known.set(a, of)
    const found = of.get(b) ?? (a.id === b.id || !together([a, b]).success)
    of.set(b, found)
    return found
  }
}
