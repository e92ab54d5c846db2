import { dayBefore } from '../../calendar.js'
import { compare } from '../../diagnostic.js'
import { type AllocationTable, originOf, planOf, writtenOf } from '../table.js'

/** The days, both inclusive, on which a published table is in force for one of its streams. */
export interface Span {
  readonly table: AllocationTable
  readonly stream: string
  readonly from: string
  /** Null where nothing says when it ends. */
  readonly last: string | null
}

/**
 * Every span of these tables, by first day. A table ends on the last day that it names, or on the day before the first
 * day of the published table that supersedes it and has the stream, whichever is earlier. Draft, trial and withdrawn
 * tables are in force on no day; one that follows a withdrawn table supersedes what that one superseded.
 */
export function spansOf(tables: readonly AllocationTable[]): readonly Span[] {
  const sorted = distinct(tables)
  const followers = followersOf(sorted)
  return sorted.flatMap((table) => {
    if (table.status !== 'published') return []
    const heirs = heirsOf(nameOf(table), followers, new Set()).filter((heir) => heir !== table)
    const { from, to = null } = table['in-force']
    return streamsOf(table).flatMap((stream): Span[] => {
      const last = heirs
        .filter((heir) => streamsOf(heir).includes(stream))
        .map((heir) => dayBefore(heir['in-force'].from))
        .reduce(earlier, to)
      return last !== null && last < from ? [] : [{ table, stream, from, last }]
    })
  })
}

/** Whether a day, `YYYY-MM-DD`, is one of a span’s. */
export function holds({ from, last }: Pick<Span, 'from' | 'last'>, day: string): boolean {
  return from <= day && (last === null || day <= last)
}

export function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}

/** What a table is called among others: `norfolk-short-breaks 2026-27`. */
export function nameOf({ id, version }: { readonly id: string; readonly version: string }): string {
  return `${id} ${version}`
}

export function streamsOf(table: AllocationTable): readonly string[] {
  return Object.keys(writtenOf(table).streams).sort(compare)
}

/** An authority as it is compared: capitals and spaces make no other one. */
export function plain(authority: string): string {
  return authority.toLowerCase().replaceAll(/\s/g, '')
}

/** The tables by first day, id, version and file; those that say the same, once. */
export function distinct(tables: readonly AllocationTable[]): readonly AllocationTable[] {
  const sorted = [...tables].sort(byDay)
  return [
    ...new Map([...sorted].reverse().map((table) => [`${nameOf(table)} ${planOf(table).hash}`, table])).values(),
  ].sort(byDay)
}

function byDay(a: AllocationTable, b: AllocationTable): number {
  return (
    compare(a['in-force'].from, b['in-force'].from) ||
    compare(a.id, b.id) ||
    compare(a.version, b.version) ||
    compare(originOf(a).file, originOf(b).file)
  )
}

type Followers = ReadonlyMap<string, readonly AllocationTable[]>

/** The tables that say that they supersede one, by its name. */
function followersOf(tables: readonly AllocationTable[]): Followers {
  const found = new Map<string, AllocationTable[]>()
  for (const table of tables) {
    const { supersedes } = writtenOf(table)
    if (!supersedes) continue
    const name = nameOf(supersedes)
    found.set(name, [...(found.get(name) ?? []), table])
  }
  return found
}

/** Of each table, those that supersede it, directly or by way of others that were published. */
export function laterIn(tables: readonly AllocationTable[]): (table: AllocationTable) => ReadonlySet<AllocationTable> {
  const followers = followersOf(tables)
  return (table) => {
    const found = new Set<AllocationTable>()
    const open = [table]
    for (let next = open.pop(); next; next = open.pop())
      for (const follower of followers.get(nameOf(next)) ?? []) {
        if (found.has(follower) || (follower.status !== 'published' && follower.status !== 'withdrawn')) continue
        found.add(follower)
        open.push(follower)
      }
    return found
  }
}

/** The published tables that supersede one, directly or by way of withdrawn ones. */
function heirsOf(name: string, followers: Followers, seen: Set<string>): readonly AllocationTable[] {
  if (seen.has(name)) return []
  seen.add(name)
  return (followers.get(name) ?? []).flatMap((table) => {
    if (table.status === 'published') return [table]
    return table.status === 'withdrawn' ? heirsOf(nameOf(table), followers, seen) : []
  })
}
