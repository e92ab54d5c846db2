import { dayAfter, dayBefore } from '../../calendar.js'
import { finding, type Located } from '../../diagnostic.js'
import type { Place } from '../place.js'
import { groups } from './overlaps.js'
import { nameOf, type Span } from './span.js'

/**
 * Days between two tables of one authority on which none is in force for a stream (RAS404), at the first day of the
 * table after them. Days before the first table and after the last are none. Spans come by first day.
 */
export function holes(spans: readonly Span[], place: Place): Located[] {
  return groups(spans).flatMap((group) => {
    const found: Located[] = []
    let ended: Span | null = null
    for (const span of group) {
      if (ended?.last && span.from > dayAfter(ended.last)) {
        const [from, to] = [dayAfter(ended.last), dayBefore(span.from)]
        const data = { stream: span.stream, from, to, before: nameOf(ended.table) }
        found.push(place(span.table, finding('RAS404', '/in-force/from', data)))
      }
      ended = ended && !endsLater(span, ended) ? ended : span
    }
    return found
  })
}

/** Whether one ends after another; without a last day, after all. */
function endsLater({ last }: Span, other: Span): boolean {
  return last === null || (other.last !== null && last > other.last)
}
