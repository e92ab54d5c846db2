import { finding, type Located } from '../../diagnostic.js'
import { hashOf } from '../hash.js'
import type { Place } from '../place.js'
import type { Published } from '../shape/published.js'
import { type AllocationTable, planOf, writtenOf } from '../table.js'
import type { Lock, SeriesFile } from './check.js'
import { nameOf } from './span.js'

/** What the record says against the tables beside it: changed (RAS406), gone (RAS407), or not in it (RAS411). */
export function againstRecord(files: readonly SeriesFile[], lock: Lock, place: Place): Located[] {
  const beside = files.filter(({ folder }) => folder === lock.folder)
  const byName = new Map(lock.published.map((entry) => [nameOf(entry), entry]))
  const told = beside.flatMap(({ table }) => {
    if (!table) return []
    const entry = byName.get(nameOf(table))
    const found = entry ? changed(table, entry) : unrecorded(table)
    return found ? [place(table, found)] : []
  })
  const gone = lock.published.flatMap((entry, i) => {
    if (isThere(entry, beside, lock)) return []
    const data = { table: nameOf(entry), file: entry.file }
    return [lock.locate(finding('RAS407', `/tables/${i}`, data))]
  })
  return [...told, ...gone]
}

/**
 * A table that says something else than what was published. That it was withdrawn since is no change, nor that it was
 * given an end where it had none.
 */
function changed(table: AllocationTable, { hash, on }: Published) {
  if (planOf(table).hash === hash) return null
  const { 'in-force': days, ...others } = writtenOf(table)
  const status = table.status === 'withdrawn' ? 'published' : table.status
  const { to: _, ...open } = days
  if ([days, open].some((each) => hashOf({ ...others, status, 'in-force': each }) === hash)) return null
  return finding('RAS406', '/version', { version: table.version, on })
}

function unrecorded({ status, version }: AllocationTable) {
  return status === 'published' ? finding('RAS411', '/status', { version }) : null
}

/** Whether a recorded table is among these files, under any name; or its file is there and was not looked into. */
function isThere(entry: Published, beside: readonly SeriesFile[], { present }: Lock): boolean {
  const name = nameOf(entry)
  if (beside.some((file) => file.name === name)) return true
  const own = beside.find((file) => file.base === entry.file)
  return own ? own.name === null : present.has(entry.file)
}
