import { compare, type Finding, finding } from '../../diagnostic.js'
import type { AllocationTable } from '../table.js'
import { nameOf, plain, type Span } from './span.js'

/** What was asked for, by its names. */
export interface Asked {
  readonly scheme?: string | undefined
  readonly stream?: string | undefined
  readonly authority?: string | undefined
}

/** That no table is in force (RAS409): what has ended, what has not begun, and what is not published, of those that might be. */
export function noneOn(on: string, asked: Asked, spans: readonly Span[], might: readonly AllocationTable[]): Finding {
  const ended = spans
    .filter(({ last }) => last !== null && last < on)
    .sort((a, b) => compare(b.last ?? '', a.last ?? ''))
    .at(0)
  const begins = spans.filter(({ from }) => from > on).at(0)
  const unpublished = might.filter(({ status, 'in-force': { from, to } }) => {
    return status !== 'published' && from <= on && (to === undefined || on <= to)
  })
  return finding('RAS409', '', {
    what: words(asked),
    on,
    before: ended ? `${nameOf(ended.table)} (to ${ended.last})` : null,
    after: begins ? `${nameOf(begins.table)} (from ${begins.from})` : null,
    unpublished: named(unpublished.map((table) => `${nameOf(table)} (${table.status})`)),
  })
}

/** That several are in force (RAS410). */
export function severalOn(on: string, asked: Asked, tables: readonly AllocationTable[]): Finding {
  const authorities = new Set(tables.map(({ authority }) => plain(authority)))
  const names = tables.map((table) => `${nameOf(table)}${authorities.size > 1 ? ` of ${table.authority}` : ''}`)
  return finding('RAS410', '', { what: words(asked), on, tables: named(names) })
}

/** Whether a table is of the authority that was asked for, if one was. */
export function isOf(table: AllocationTable, authority: string | undefined): boolean {
  return authority === undefined || plain(table.authority) === plain(authority)
}

function words({ scheme, stream, authority }: Asked): string {
  const all = [
    ...(scheme === undefined ? [] : [scheme]),
    ...(stream === undefined ? [] : [`the stream ${stream}`]),
    ...(authority === undefined ? [] : [authority]),
  ]
  return all.length === 0 ? 'any stream' : all.join(', ')
}

function named(names: readonly string[]): readonly string[] {
  return [...names].sort(compare)
}
