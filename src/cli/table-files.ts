import path from 'node:path'
import { LOCK_NAME } from '../load/series/lock.js'
import { type Io, stop } from './io.js'

/**
 * Files as they are, and in the place of each folder every `*.yaml` and `*.yml` below it, sorted.
 *
 * @throws Stop where a folder holds neither a table nor a record of one, or cannot be looked into.
 */
export function tableFiles(io: Io, given: readonly string[]): string[] {
  return given.flatMap((one) => (one === '-' ? [one] : (tablesBelow(io, one) ?? [one])))
}

/** The tables below a folder, sorted; null where the path leads to no folder. @throws Stop as {@link tableFiles}. */
export function tablesBelow(io: Io, folder: string): readonly string[] | null {
  const below = looking(folder, () => io.files.below(folder))
  const found = below?.filter(isTable)
  if (found?.length === 0 && !below?.some(isLock))
    throw stop(2, `There is no table in ${folder}: no file below it ends in .yaml or .yml.`)
  return found?.map((way) => path.join(folder, way)) ?? null
}

/** The records of what was published below each of these that is a folder, sorted. */
export function locksBelow(io: Io, given: readonly string[]): readonly string[] {
  return given.flatMap((one) => {
    const below = one === '-' ? null : looking(one, () => io.files.below(one))
    return (below ?? []).filter(isLock).map((way) => path.join(one, way))
  })
}

export function isFolder(io: Io, given: string): boolean {
  return looking(given, () => io.files.inside(given)) !== null
}

/** The tables right inside a folder, sorted; none where there is no such folder. */
export function tablesInside(io: Io, folder: string): readonly string[] {
  const found = looking(folder, () => io.files.inside(folder)) ?? []
  return found.filter((name) => isTable(name) && !name.startsWith('.')).map((name) => path.join(folder, name))
}

function isTable(name: string): boolean {
  return /\.ya?ml$/i.test(name)
}

function isLock(way: string): boolean {
  return path.posix.basename(way) === LOCK_NAME
}

function looking<T>(folder: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw stop(2, `${folder} cannot be read (${String(error.code)}).`)
    throw error
  }
}
