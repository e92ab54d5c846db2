import { compare, finding, type Located, MOST_FINDINGS, oneLine, sortFindings } from '../diagnostic.js'
import { pointer } from '../pointer.js'
import { type Place, placer, whereIs } from './place.js'
import { type AllocationTable, type Tables, writtenOf } from './table.js'
import { type TableError, tableError } from './table-error.js'

/** Tables that can be worked out together, by id; or why they cannot. */
export type Together =
  | { readonly success: true; readonly data: readonly AllocationTable[] }
  | { readonly success: false; readonly error: TableError }

/**
 * Puts several tables in order, by id, whatever order they are given in. Each may be there once (RAS112), and no two of
 * them may claim a line: the same law, and the same id or title (RAS111), told at the line in both.
 *
 * @throws TypeError for an empty list, and for a table that was not loaded.
 */
export function together(tables: Tables): Together {
  if (!isList(tables)) return { success: true, data: [tables] }
  if (tables.length === 0) throw new TypeError('No table was given: give one, or several.')
  return tables.length === 1 ? { success: true, data: tables } : inOrder(tables)
}

function isList(tables: Tables): tables is readonly AllocationTable[] {
  return Array.isArray(tables)
}

function inOrder(tables: readonly AllocationTable[]): Together {
  const claims = tables.map(claimsOf)
  const sorted = [...tables].sort((a, b) => compare(a.id, b.id))
  const again = sorted.filter(({ id }, i) => id === sorted[i - 1]?.id || id === sorted[i + 1]?.id)
  const both = claims.flatMap((mine, i) => claims.slice(i + 1).flatMap((theirs) => claimedBy(mine, theirs)))
  if (again.length === 0 && both.length === 0) return { success: true, data: sorted }
  const place = placer()
  const told = [
    ...again.map((table) => place(table, finding('RAS112', '/id', { table: table.id }))),
    ...both.slice(0, MOST_FINDINGS).flatMap(([a, b]) => [tell(a, b, place), tell(b, a, place)]),
  ]
  const once = [...new Map(sortFindings(told).map((one) => [oneLine(one), one])).values()]
  return { success: false, error: tableError(once.slice(0, MOST_FINDINGS), 'These tables together') }
}

/** What a line is for: its law, and its id or its title. */
interface Claim {
  readonly table: AllocationTable
  readonly line: string
  readonly title: string
  /** The title without its spaces and capitals. */
  readonly plain: string
  readonly law: string
}

function claimsOf(table: AllocationTable): readonly Claim[] {
  const { lines, streams } = writtenOf(table)
  return Object.entries(lines).map(([line, { title, stream }]) => ({
    table,
    line,
    title,
    plain: title.toLowerCase().replaceAll(/\s/g, ''),
    law: streams[stream]?.law ?? '',
  }))
}

/** The lines that two tables both claim. A table that is there twice claims them all, and is told as that. */
function claimedBy(mine: readonly Claim[], theirs: readonly Claim[]): (readonly [Claim, Claim])[] {
  const same = (a: Claim, b: Claim) => a.law === b.law && (a.line === b.line || a.plain === b.plain)
  if (mine[0]?.table.id === theirs[0]?.table.id) return []
  return mine.flatMap((a) => theirs.filter((b) => same(a, b)).map((b) => [a, b] as const))
}

/** A line that another table claims too, at its own place, saying where the other is. */
function tell({ table, line, title }: Claim, other: Claim, place: Place): Located {
  const at = (of: AllocationTable, id: string, where: string) =>
    place(of, finding('RAS111', pointer(['lines', id]), { line, title, other: other.table.id, where }, 'key'))
  return at(table, line, whereIs(at(other.table, other.line, '')))
}
