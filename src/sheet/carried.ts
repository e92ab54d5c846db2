import { compare } from '../diagnostic.js'
import { safeLoadTable } from '../load/load.js'
import { type AllocationTable, originOf, writtenOf } from '../load/table.js'
import { together } from '../load/together.js'
import { cellText } from './cell.js'
import { findingText, type RangeFault, rangeText } from './fault.js'
import { gridOf } from './range.js'

/** A table that the functions know by its id. Its text is read when it is first asked for. */
export interface CarriedTable {
  readonly id: string
  readonly version: string
  readonly text: string
}

/** A loaded table as functions carry it. @throws TypeError when it was not loaded. */
export function carriedOf(table: AllocationTable): CarriedTable {
  const { id, version } = table
  return { id, version, text: originOf(table).text ?? JSON.stringify(writtenOf(table)) }
}

/** The tables that a cell or a range means; or every reason why it means none, as cells show it. */
export type FoundTables =
  | { readonly success: true; readonly tables: readonly AllocationTable[] }
  | { readonly success: false; readonly errors: readonly string[] }

/** So many different tables are kept at a time: a sheet asks for the same few again and again, and loading is slow. */
const MOST_KEPT = 16

/**
 * Finds tables by what a range says: their ids (`harbour`, or `harbour@2026-27` where there are several versions), a cell
 * each or with semicolons between; or the text of one table. What was found is kept, by the whole of what was said.
 */
export function tableFinder(carried: readonly CarriedTable[]): (range: unknown) => FoundTables {
  const kept = new Map<string, FoundTables>()
  return (range) => {
    const text = textOf(range)
    if (text === null) return refused({ is: 'table-cell' })
    const before = kept.get(text)
    if (before) return before
    if (kept.size === MOST_KEPT) kept.clear()
    const found = find(text, carried)
    kept.set(text, found)
    return found
  }
}

/** The text of a range: row by row, the cells of a row as they stand, without blank rows at its end. */
function textOf(range: unknown): string | null {
  const rows = gridOf(range).map((row) =>
    row.map((cell) => {
      if (typeof cell === 'boolean') return cell ? 'true' : 'false'
      if (typeof cell === 'string') return cell
      const read = cellText(cell, false)
      return 'text' in read ? read.text : null
    }),
  )
  return rows.some((row) => row.includes(null))
    ? null
    : rows
        .map((row) => row.join(''))
        .join('\n')
        .trimEnd()
}

const NAME = /^[a-z][a-z0-9-]*(@\S+)?$/

function find(text: string, carried: readonly CarriedTable[]): FoundTables {
  const names = text
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (names.length === 0) return refused({ is: 'no-table' })
  if (names.every((name) => NAME.test(name))) return byName(names, carried)
  // A table says something of something; what does not is a name that somebody wrote in their own way.
  return /[:{]/.test(text) ? loaded(text, '') : byName(names, carried)
}

function byName(names: readonly string[], carried: readonly CarriedTable[]): FoundTables {
  const each = names.map((name): FoundTables => {
    const [first, ...others] = carried.filter(({ id, version }) => name === id || name === `${id}@${version}`)
    const known = carried.map(({ id }) => id).filter((id, i, all) => all.indexOf(id) === i)
    if (!first) return refused({ is: 'unknown-table', name, known: known.sort(compare) })
    if (others.length === 0) return loaded(first.text, `${first.id}@${first.version} `)
    const versions = [first, ...others].map(({ id, version }) => `${id}@${version}`)
    return refused({ is: 'which-version', id: name, known: versions.sort(compare) })
  })
  const errors = each.flatMap((one) => (one.success ? [] : one.errors))
  if (errors.length > 0) return { success: false, errors }
  const used = together(each.flatMap((one) => (one.success ? one.tables : [])))
  if (used.success) return { success: true, tables: used.data }
  return { success: false, errors: used.error.findings.map((found) => findingText(found, found.file)) }
}

function loaded(text: string, which: string): FoundTables {
  const result = safeLoadTable(text)
  if (result.success) return { success: true, tables: [result.data] }
  const { findings } = result.error
  return { success: false, errors: findings.map((found) => findingText(found, `${which}line ${found.line}`)) }
}

function refused(fault: RangeFault): FoundTables {
  return { success: false, errors: [rangeText(fault)] }
}
