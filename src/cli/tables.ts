import { type Located, sortFindings } from '../diagnostic.js'
import { safeLoadTable } from '../load/load.js'
import { type AllocationTable, planOf } from '../load/table.js'
import { together } from '../load/together.js'
import { type Io, name, read } from './io.js'

/** Tables that can be worked out together, in the order of their ids; or what is wrong with them. */
export type LoadedTables =
  | { readonly success: true; readonly tables: readonly AllocationTable[] }
  | { readonly success: false; readonly findings: readonly Located[]; readonly textOf: (file: string) => string }

/** Loads every table there is to load, and tells what is wrong with any of them, or with all of them together. */
export function loadTables(io: Io, files: readonly string[]): LoadedTables {
  const { tables, texts, findings } = loadEach(io, files)
  const textOf = (file: string) => texts.get(file) ?? ''
  if (findings.length > 0) return { success: false, findings, textOf }
  const used = together(tables)
  return used.success ? { success: true, tables: used.data } : { success: false, findings: used.error.findings, textOf }
}

/** Every table that loads, a file that is given twice as often; and everything that is wrong with the others. */
export function loadEach(io: Io, files: readonly string[]) {
  const texts = new Map(files.map((file) => [name(file), read(io, file)]))
  const loaded = new Map([...texts].map(([file, text]) => [file, safeLoadTable(text, { file })]))
  const findings = sortFindings([...loaded.values()].flatMap((table) => (table.success ? [] : table.error.findings)))
  const tables = files.flatMap((file) => {
    const table = loaded.get(name(file))
    return table?.success ? [table.data] : []
  })
  return { tables, texts, findings }
}

/** The plans of tables. */
export function plansOf(tables: readonly AllocationTable[]) {
  return tables.map(planOf)
}
