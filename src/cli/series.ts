import path from 'node:path'
import type { Located } from '../diagnostic.js'
import { checkSeries, type Lock, nameIn, type SeriesFile } from '../load/series/check.js'
import { LOCK_NAME, lockText, readLock } from '../load/series/lock.js'
import { nameOf } from '../load/series/span.js'
import type { AllocationTable } from '../load/table.js'
import { type Io, name, read } from './io.js'

/** A table file that was read; its table is null where it did not load. */
export interface ReadTable {
  readonly file: string
  readonly text: string
  readonly table: AllocationTable | null
}

/** The record beside the tables of a folder, with its text. */
export interface ReadLock extends Lock {
  readonly file: string
  readonly text: string
}

/** What several tables and the records beside them say of one another, and those records. */
export function series(
  io: Io,
  tables: readonly ReadTable[],
  { locks: others = [], recorded = false }: Records = {},
): { readonly findings: readonly Located[]; readonly locks: readonly ReadLock[] } {
  const files = tables.map(({ file }) => file)
  const locks = locksBeside(io, [...files, ...others])
  const missing = recorded ? noRecords(files, locks) : []
  return { findings: checkSeries(tables.map(inSeries), [...locks, ...missing]), locks }
}

/** Which records count besides those in the folders of the tables. */
interface Records {
  /** The files of others, in whose folders there may be no table any more. */
  readonly locks?: readonly string[]
  /** Whether a folder without a record is taken for one of which nothing is recorded. */
  readonly recorded?: boolean
}

/** The record in the folder of each file, where there is one; each is read once. */
export function locksBeside(io: Io, files: readonly string[]): readonly ReadLock[] {
  return [...locksOf(files)].flatMap(([folder, file]) => {
    if (!io.files.exists(file)) return []
    const text = read(io, file)
    const lock = readLock(text, file)
    const there = lock.published.filter((entry) => io.files.exists(path.join(path.dirname(file), entry.file)))
    return [{ ...lock, folder, file, text, present: new Set(there.map((entry) => entry.file)) }]
  })
}

/** An empty record for each folder of these files that has none. */
function noRecords(files: readonly string[], locks: readonly ReadLock[]): readonly Lock[] {
  return [...locksOf(files)].flatMap(([folder, file]) =>
    locks.some((lock) => lock.folder === folder)
      ? []
      : [{ ...readLock(lockText([]), file), folder, present: new Set() }],
  )
}

/** Where the record of each folder of these files stands, if there is one. */
function locksOf(files: readonly string[]): ReadonlyMap<string, string> {
  const folders = new Map<string, string>()
  for (const file of files) {
    const folder = folderOf(file)
    if (folder !== null && !folders.has(folder)) folders.set(folder, path.join(path.dirname(file), LOCK_NAME))
  }
  return folders
}

export function inSeries({ file, text, table }: ReadTable): SeriesFile {
  const folder = folderOf(file)
  return {
    file,
    folder,
    base: folder === null ? null : path.basename(file),
    table,
    name: table ? nameOf(table) : nameIn(text, file),
  }
}

/** The folder of a file, however it is spelt; null for standard input. */
export function folderOf(file: string): string | null {
  return file === name('-') ? null : path.dirname(path.resolve(file))
}
