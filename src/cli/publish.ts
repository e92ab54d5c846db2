import path from 'node:path'
import { isDate } from '../calendar.js'
import { finding, type Located, sortFindings } from '../diagnostic.js'
import { safeLoadTable } from '../load/load.js'
import { checkSeries } from '../load/series/check.js'
import { LOCK_NAME, lockText } from '../load/series/lock.js'
import { nameOf } from '../load/series/span.js'
import type { Published } from '../load/shape/published.js'
import { type AllocationTable, planOf } from '../load/table.js'
import { type Checked, check } from './audited.js'
import { writeAll } from './batch/outputs.js'
import type { Streams } from './batch/streams.js'
import { type ExitCode, type Io, read, stop } from './io.js'
import { refuse } from './refuse.js'
import { folderOf, inSeries, locksBeside, type ReadLock, type ReadTable } from './series.js'
import { isFolder, tablesInside } from './table-files.js'
import { textsOf } from './texts.js'

/** What `ras publish` was asked for. */
export interface PublishOptions {
  readonly on?: string
}

/**
 * `ras publish FILES…`: records beside each table what it says today, so that whoever changes it later is told. Nothing
 * is written where a table has an error, is not `status: published`, does not go with the other tables in its folder,
 * or was published with another text. What is recorded already stays as it is.
 *
 * @throws Stop where a record was changed while this one was made: nothing is written then.
 */
export async function publish(io: Io, given: readonly string[], { on }: PublishOptions): Promise<ExitCode> {
  if (given.includes('-')) throw stop(2, 'A table is recorded by its file, and standard input is none.')
  if (on !== undefined && !isDate(on)) throw stop(2, `--on takes a day such as 2026-04-01, and “${on}” is none.`)
  for (const file of given) if (isFolder(io, file)) throw stop(2, `${file} is a folder: give the files of its tables.`)
  const streams = await io.streams()
  const texts = textsOf(io, given)
  const checked = [...texts].map(([file, text]) => check(file, text))
  const files = [
    ...checked.map(({ file, loaded }) => ({ file, text: texts.get(file) ?? '', table: loaded?.table ?? null })),
    ...othersBeside(io, [...texts.keys()]),
  ]
  const locks = locksBeside(io, [...texts.keys()])
  const found = [...checked.flatMap(standing), ...checkSeries(files.map(inSeries), locks)]
  const errors = sortFindings(found.filter(({ severity }) => severity === 'error'))
  if (errors.length > 0) {
    const shown = new Map([...files, ...locks].map(({ file, text }) => [file, text]))
    return refuse(io, errors, (file) => shown.get(file) ?? '', 'pretty')
  }
  const tables = checked.flatMap(({ file, loaded }) => (loaded ? [{ file, table: loaded.table }] : []))
  const told = record(io, streams, tables, locks, on ?? streams.today())
  io.out(told.join(''))
  return 0
}

/** What is wrong with a table by itself, and that it is not published where it is not. */
function standing({ findings, loaded, locate }: Checked): readonly Located[] {
  if (!loaded || loaded.table.status === 'published') return findings
  return [...findings, locate(finding('RAS412', '/status', { status: loaded.table.status }))]
}

/** The other tables in the folders of these. */
function othersBeside(io: Io, given: readonly string[]): readonly ReadTable[] {
  const own = new Set(given.map((file) => path.resolve(file)))
  const folders = [...new Map(given.map((file) => [folderOf(file), path.dirname(file)])).values()]
  return folders
    .flatMap((folder) => tablesInside(io, folder))
    .filter((file) => !own.has(path.resolve(file)))
    .map((file) => {
      const text = read(io, file)
      const result = safeLoadTable(text, { file })
      return { file, text, table: result.success ? result.data : null }
    })
}

interface Named {
  readonly file: string
  readonly table: AllocationTable
}

/** Adds to the record of each folder what is not in it, and says what became of each table. */
function record(
  io: Io,
  streams: Streams,
  tables: readonly Named[],
  locks: readonly ReadLock[],
  on: string,
): readonly string[] {
  const before = new Map(
    locks.flatMap(({ folder, published }) => published.map((one) => [`${folder} ${nameOf(one)}`, one])),
  )
  const added = new Map<string, { readonly at: string; readonly entries: Published[] }>()
  const told = tables.map(({ file, table }) => {
    const folder = folderOf(file) ?? ''
    const known = before.get(`${folder} ${nameOf(table)}`)
    if (known) return `${file}: published on ${known.on} already, ${nameOf(table)}\n`
    const to = added.get(folder) ?? { at: path.join(path.dirname(file), LOCK_NAME), entries: [] }
    to.entries.push({ id: table.id, version: table.version, hash: planOf(table).hash, file: path.basename(file), on })
    added.set(folder, to)
    return `${file}: published on ${on}, ${nameOf(table)}\n`
  })
  const lockOf = (folder: string) => locks.find((lock) => lock.folder === folder)
  const texts = [...added].map(([folder, { at, entries }]): [string, string] => {
    return [at, lockText([...(lockOf(folder)?.published ?? []), ...entries])]
  })
  writeAll(io, streams, texts, () => {
    for (const [folder, { at }] of added) {
      const now = io.files.exists(at) ? read(io, at) : null
      if (now !== (lockOf(folder)?.text ?? null))
        throw stop(2, `${at} was changed meanwhile, and nothing is written: run ras publish again.`)
    }
  })
  return told
}
