import { isDate } from '../calendar.js'
import { compare } from '../diagnostic.js'
import { tablesOn } from '../load/choose-tables.js'
import { isOf } from '../load/series/on-a-day.js'
import { unplaced } from '../load/source.js'
import { type AllocationTable, originOf } from '../load/table.js'
import { together } from '../load/together.js'
import { type Io, stop } from './io.js'
import { series } from './series.js'
import { locksBelow, tablesBelow } from './table-files.js'
import { type LoadedTables, loadEach, loadTables } from './tables.js'

/** The options by which a command is told its tables: each by its file, or all below a folder on a day. */
export interface TableOptions {
  readonly table?: readonly string[]
  readonly tables?: string
  readonly on?: string
  readonly authority?: string
  readonly scheme?: readonly string[]
}

/** The files to read, and for those below a folder which of them count. */
export interface WantedTables {
  readonly files: readonly string[]
  readonly among: {
    readonly folder: string
    readonly choice: { readonly on: string; readonly authority?: string; readonly schemes?: readonly string[] }
  } | null
}

/**
 * Settles where the tables of a command come from. No day is taken for granted, today least of all.
 *
 * @throws Stop where the options do not fit together, or the folder holds no table.
 */
export function wantedTables(io: Io, { table, tables, on, authority, scheme }: TableOptions): WantedTables {
  if (table !== undefined && tables !== undefined)
    throw stop(2, 'Give the tables with --table, or the folder that they are in with --tables: not both.')
  if (tables === undefined) {
    for (const [option, value] of Object.entries({ on, authority, scheme }))
      if (value !== undefined) throw stop(2, `--${option} chooses among the tables below a folder: give --tables too.`)
    if (table === undefined) throw stop(2, 'Which tables? Give --table FILE, or --tables FOLDER --on DATE.')
    return { files: table, among: null }
  }
  if (on === undefined)
    throw stop(2, 'Tables change over time: say with --on YYYY-MM-DD on which day they are to hold.')
  if (!isDate(on)) throw stop(2, `--on takes a day such as 2026-04-01, and “${on}” is none.`)
  const files = tablesBelow(io, tables)
  if (files === null) throw stop(2, `${tables} is not a folder: --tables takes one, and --table takes a file.`)
  const choice = {
    on,
    ...(authority === undefined ? {} : { authority }),
    ...(scheme === undefined ? {} : { schemes: scheme }),
  }
  return { files, among: { folder: tables, choice } }
}

/**
 * Loads the tables that a command is to use: those of its files; or those in force on a day, of all below a folder. A
 * table there that does not load, is given twice, or is not what was published, stops the command, used or not; and
 * so does a record that cannot be read, or one of a table that is gone: an earlier one would hold in its place.
 *
 * @throws Stop where no table there, in force or not, is of the authority or of a scheme that was asked for.
 */
export function loadWanted(io: Io, { files, among }: WantedTables): LoadedTables {
  if (among === null) return loadTables(io, files)
  const { tables, texts, findings } = loadEach(io, files)
  const read = tables.map((table) => ({ file: originOf(table).file, text: originOf(table).text ?? '', table }))
  const { findings: across, locks } = series(io, read, { locks: locksBelow(io, [among.folder]) })
  const shown = new Map([...texts, ...locks.map(({ file, text }) => [file, text] as const)])
  const textOf = (file: string) => shown.get(file) ?? ''
  const records = new Set(locks.map(({ file }) => file))
  const stopping = across.filter(({ code, file }) => STOPPING.has(code) || records.has(file))
  if (findings.length + stopping.length > 0) return { success: false, findings: [...findings, ...stopping], textOf }
  const strangers = strangersTo(tables, among)
  if (strangers !== null) throw stop(2, strangers)
  const { chosen, findings: unsettled } = tablesOn(tables, among.choice)
  if (unsettled.length > 0)
    return { success: false, findings: unsettled.map((found) => unplaced(found, among.folder)), textOf }
  const used = together(chosen)
  return used.success ? { success: true, tables: used.data } : { success: false, findings: used.error.findings, textOf }
}

/** That no table is of the authority or of a scheme that was asked for, and which there are; null where there is. */
function strangersTo(
  tables: readonly AllocationTable[],
  { folder, choice: { authority, schemes } }: NonNullable<WantedTables['among']>,
): string | null {
  const there = (of: (table: AllocationTable) => string) => [...new Set(tables.map(of))].sort(compare).join(', ')
  if (authority !== undefined && !tables.some((table) => isOf(table, authority)))
    return `No table in ${folder} is of “${authority}”: --authority can be ${there((table) => table.authority)}.`
  const stranger = schemes?.find((scheme) => !tables.some(({ id }) => id === scheme))
  if (stranger !== undefined)
    return `No table in ${folder} has the id “${stranger}”: --scheme can be ${there(({ id }) => id)}.`
  return null
}

/** What makes it unclear which table was in force: the same version twice, or another text than was published. */
const STOPPING: ReadonlySet<string> = new Set(['RAS405', 'RAS406'])
