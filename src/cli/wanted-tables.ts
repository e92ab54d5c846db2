import { isDate } from '../calendar.js'
import { tablesOn } from '../load/choose-tables.js'
import { unplaced } from '../load/source.js'
import { originOf } from '../load/table.js'
import { together } from '../load/together.js'
import { type Io, stop } from './io.js'
import { series } from './series.js'
import { tablesBelow } from './table-files.js'
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
 */
export function loadWanted(io: Io, { files, among }: WantedTables): LoadedTables {
  if (among === null) return loadTables(io, files)
  const { tables, texts, findings } = loadEach(io, files)
  const read = tables.map((table) => ({ file: originOf(table).file, text: originOf(table).text ?? '', table }))
  const { findings: across, locks } = series(io, read)
  const shown = new Map([...texts, ...locks.map(({ file, text }) => [file, text] as const)])
  const textOf = (file: string) => shown.get(file) ?? ''
  const records = new Set(locks.map(({ file }) => file))
  const stopping = across.filter(({ code, file }) => STOPPING.has(code) || records.has(file))
  if (findings.length + stopping.length > 0) return { success: false, findings: [...findings, ...stopping], textOf }
  const { chosen, findings: unsettled } = tablesOn(tables, among.choice)
  if (unsettled.length > 0)
    return { success: false, findings: unsettled.map((found) => unplaced(found, among.folder)), textOf }
  const used = together(chosen)
  return used.success ? { success: true, tables: used.data } : { success: false, findings: used.error.findings, textOf }
}

/** What makes it unclear which table was in force: the same version twice, or another text than was published. */
const STOPPING: ReadonlySet<string> = new Set(['RAS405', 'RAS406'])
