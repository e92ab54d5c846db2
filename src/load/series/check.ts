import { type Located, MOST_FINDINGS, sortFindings } from '../../diagnostic.js'
import { placer } from '../place.js'
import { readSource } from '../source.js'
import type { AllocationTable } from '../table.js'
import { holes } from './holes.js'
import type { LockText } from './lock.js'
import { overlaps } from './overlaps.js'
import { againstRecord } from './recorded.js'
import { distinct, nameOf, spansOf } from './span.js'
import { supersessions } from './supersedes.js'
import { givenTwice } from './twice.js'

/** A file of a table among others. */
export interface SeriesFile {
  /** What it is called in findings. */
  readonly file: string
  /** The folder that it stands in, and its name there; null for one that stands in none. */
  readonly folder: string | null
  readonly base: string | null
  /** Null where it could not be loaded. */
  readonly table: AllocationTable | null
  /** The id and version that it says, as `nameOf` has them; null where that cannot be read. */
  readonly name: string | null
}

/** The record beside the tables of a folder, and which of the files that it names are there. */
export interface Lock extends LockText {
  readonly folder: string
  readonly present: ReadonlySet<string>
}

/**
 * What several tables, and the records beside them, say of one another: days on which two are in force or none is,
 * versions given twice, what supersedes what, and what changed since it was published (RAS403 to RAS408, RAS411). The
 * order of files changes nothing. No file gives nothing; files that could not be loaded count only by their names.
 */
export function checkSeries(files: readonly SeriesFile[], locks: readonly Lock[]): readonly Located[] {
  const place = placer()
  const tables = files.flatMap(({ table }) => table ?? [])
  const once = distinct(firstOfEach(files))
  const spans = spansOf(once)
  const names = new Set([...files.flatMap(({ name }) => name ?? []), ...locks.flatMap(recordedNames)])
  const ids = new Set(locks.flatMap(({ published }) => published.map(({ id }) => id)))
  const found = [
    ...locks.flatMap((lock) => lock.findings),
    ...givenTwice(tables, place),
    ...overlaps(spans, place),
    ...(isWhole(files, locks) ? holes(spans, once, place) : []),
    ...supersessions(once, { names, ids }, place),
    ...locks.flatMap((lock) => (lock.findings.length > 0 ? [] : againstRecord(files, lock, place))),
  ]
  return sortFindings(found).slice(0, MOST_FINDINGS)
}

/** The id and version that a text says, whether or not it is a table otherwise. */
export function nameIn(text: string, file: string): string | null {
  const { tree } = readSource(text, file)
  const said = (key: string) => {
    const value: unknown = typeof tree === 'object' && tree !== null ? Reflect.get(tree, key) : undefined
    return typeof value === 'string' && value !== '' ? value : null
  }
  const [id, version] = [said('id'), said('version')]
  return id === null || version === null ? null : nameOf({ id, version })
}

/** One table of each id and version: that of the first file by name. The others are told as given twice. */
function firstOfEach(files: readonly SeriesFile[]): readonly AllocationTable[] {
  const sorted = [...files].sort((a, b) => (a.file < b.file ? 1 : -1))
  const first = new Map(sorted.flatMap(({ table }) => (table ? [[nameOf(table), table] as const] : [])))
  return [...first.values()]
}

function recordedNames({ published }: Lock): string[] {
  return published.map(nameOf)
}

/** Whether every table is here, as far as the records know: else what looks like a hole may be none. */
function isWhole(files: readonly SeriesFile[], locks: readonly Lock[]): boolean {
  if (files.some(({ table }) => table === null)) return false
  const read = new Set(files.map(({ folder, base }) => `${folder}\n${base}`))
  return locks.every(({ folder, published, present }) =>
    published.every(({ file }) => !present.has(file) || read.has(`${folder}\n${file}`)),
  )
}
