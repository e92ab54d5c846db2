import { dayAfter, dayBefore } from '../../calendar.js'
import { finding, type Located } from '../../diagnostic.js'
import type { Place } from '../place.js'
import type { AllocationTable } from '../table.js'
import { groups } from './overlaps.js'
import { laterIn, nameOf, type Span } from './span.js'

/** Days, both inclusive, on which nothing is in force for a stream between a table and one that comes after it. */
export interface Hole {
  readonly stream: string
  readonly from: string
  readonly to: string
  readonly before: Span
  readonly after: Span
  /** The scheme that stops then, where another one of the stream goes on; null where none does. */
  readonly scheme: string | null
}

/**
 * Days between two tables of one authority on which none is in force for a stream, or none of a scheme that goes on
 * afterwards (RAS404), at the first day of the table after them. Days before the first table and after the last are none.
 */
export function holes(spans: readonly Span[], tables: readonly AllocationTable[], place: Place): Located[] {
  return holesIn(spans, tables).map(({ after, before, stream, from, to, scheme }) => {
    const data = { stream, from, to, before: nameOf(before.table), scheme }
    return place(after.table, finding('RAS404', '/in-force/from', data))
  })
}

/** The same as data, each hole once. The spans come by first day; the tables say what supersedes what. */
function holesIn(spans: readonly Span[], tables: readonly AllocationTable[]): readonly Hole[] {
  const later = laterIn(tables)
  const ofStreams = groups(spans).flatMap((group) =>
    stops(group).flatMap(({ before, after }) => (after ? [holeOf(before, after, null)] : [])),
  )
  const ofSchemes = groups(spans, ({ id }) => id).flatMap((group) =>
    stops(group).flatMap(({ before, after }) => uncovered(before, after, heirs(before, spans, later(before.table)))),
  )
  const key = ({ stream, from, to, after }: Hole) => `${stream} ${from} ${to} ${nameOf(after.table)}`
  const known = new Set(ofStreams.map(key))
  return [...ofStreams, ...ofSchemes.filter((hole) => !known.has(key(hole)))]
}

/** The holes that a day is in. */
export function holesOn(on: string, spans: readonly Span[], tables: readonly AllocationTable[]): readonly Hole[] {
  return holesIn(spans, tables).filter(({ from, to }) => from <= on && on <= to)
}

interface Stop {
  readonly before: Span
  readonly after: Span | null
}

/** Where a group stops: what has ended then, and what of the group begins later. */
function stops(group: readonly Span[]): readonly Stop[] {
  const found: Stop[] = []
  let ended: Span | null = null
  for (const span of group) {
    if (ended?.last && span.from > dayAfter(ended.last)) found.push({ before: ended, after: span })
    ended = ended && !endsLater(span, ended) ? ended : span
  }
  return ended?.last ? [...found, { before: ended, after: null }] : found
}

/** Where a scheme stops and none of what supersedes it is in force, until it goes on, or the first of these begins. */
function uncovered(before: Span, after: Span | null, heirs: readonly Span[]): readonly Hole[] {
  if (before.last === null) return []
  const until = after ?? heirs.find(({ from }) => from > (before.last ?? ''))
  if (!until) return []
  const found: Hole[] = []
  let ended = before
  for (const span of [...heirs.filter(({ from }) => from < until.from), until]) {
    if (ended.last !== null && span.from > dayAfter(ended.last)) found.push(holeOf(ended, span, before.table.id))
    if (endsLater(span, ended)) ended = span
  }
  return found
}

function holeOf(before: Span, after: Span, scheme: string | null): Hole {
  const [from, to] = [dayAfter(before.last ?? ''), dayBefore(after.from)]
  return { stream: after.stream, from, to, before, after, scheme }
}

/** When what supersedes a table, directly or further, is in force for the stream in which it ended; by first day. */
function heirs({ stream }: Span, spans: readonly Span[], later: ReadonlySet<AllocationTable>): readonly Span[] {
  return spans.filter((span) => span.stream === stream && later.has(span.table))
}

/** Whether one ends after another; without a last day, after all. */
function endsLater({ last }: Span, other: Span): boolean {
  return other.last !== null && (last === null || last > other.last)
}
