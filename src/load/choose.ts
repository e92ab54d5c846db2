import { isDate } from '../calendar.js'
import type { Finding } from '../diagnostic.js'
import { holesOn } from './series/holes.js'
import { isOf, noneOn, severalOn } from './series/on-a-day.js'
import { distinct, holds, type Span, spansOf, streamsOf } from './series/span.js'
import { unplaced } from './source.js'
import type { AllocationTable } from './table.js'
import { type TableError, tableError } from './table-error.js'

/** Which table is meant, and on which day. What is left out is not asked. */
export interface Choice {
  /** The day, `YYYY-MM-DD`. It is never today by itself. */
  readonly on: string
  /** The short name of a stream that the table is in force for. */
  readonly stream?: string
  /** The `id` of the table. */
  readonly scheme?: string
  /** Whose table; capitals and spaces do not matter. */
  readonly authority?: string
}

/**
 * Chooses the one published table that is in force on a day, its first and last day inclusive. Never the latest, never
 * a draft or a trial, never one that a later table supersedes by that day, and never another scheme where the one that
 * is meant too stops between two of its versions. The order of the tables does not matter.
 *
 * @throws RangeError when `on` is not a day of the calendar.
 * @throws TableError when no table is in force then (RAS409: what has ended, what has not begun), as for no tables at
 * all; or when several are (RAS410).
 * @example chooseTable([table2025, table2026], { on: '2026-04-01', stream: 'education' }).version // '2026-27'
 */
export function chooseTable(tables: readonly AllocationTable[], choice: Choice): AllocationTable {
  const { on, stream, scheme, authority } = choice
  checkDay(on)
  const asked = (table: AllocationTable) => (scheme === undefined || table.id === scheme) && isOf(table, authority)
  const all = spansOf(tables)
  const meant = (span: Span) => asked(span.table) && (stream === undefined || span.stream === stream)
  const spans = all.filter(meant)
  const chosen = new Set(spans.filter((span) => holds(span, on)).map(({ table }) => table))
  const [only, ...others] = chosen
  const what = { scheme, stream, authority }
  if (only && others.length === 0) {
    const [stopped] = holesOn(on, all, distinct(tables)).filter(
      ({ before }) => meant(before) && before.table.id !== only.id,
    )
    if (!stopped) return only
    const of = { scheme: stopped.before.table.id, stream: stopped.stream, authority }
    throw notChosen([noneOn(on, of, [stopped.before, stopped.after], [])])
  }
  if (only) throw notChosen([severalOn(on, what, [only, ...others])])
  const might = tables.filter((table) => asked(table) && (stream === undefined || streamsOf(table).includes(stream)))
  throw notChosen([noneOn(on, what, spans, might)])
}

/** @throws RangeError when a text is not a day of the calendar. */
export function checkDay(on: string): void {
  if (typeof on !== 'string' || !isDate(on))
    throw new RangeError(`“${on}” is not a day of the calendar: write the day in question as YYYY-MM-DD.`)
}

/** Why no table could be chosen. */
export function notChosen(findings: readonly Finding[]): TableError {
  const file = 'the tables'
  return tableError(
    findings.map((found) => unplaced(found, file)),
    'These tables',
  )
}
