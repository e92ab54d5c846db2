import path from 'node:path'
import { type Io, stop } from './io.js'

/**
 * Files as they are, and in the place of each folder every `*.yaml` and `*.yml` below it, sorted.
 *
 * @throws Stop where a folder holds no table, or cannot be looked into.
 */
export function tableFiles(io: Io, given: readonly string[]): string[] {
  return given.flatMap((one) => (one === '-' ? [one] : (tablesBelow(io, one) ?? [one])))
}

/** The tables below a folder, sorted; null where the path leads to no folder. @throws Stop as {@link tableFiles}. */
export function tablesBelow(io: Io, folder: string): readonly string[] | null {
  const found = looking(folder, () => io.files.below(folder))?.filter(isTable)
  if (found?.length === 0) throw stop(2, `There is no table in ${folder}: no file below it ends in .yaml or .yml.`)
  return found?.map((way) => path.join(folder, way)) ?? null
}

/** The tables right inside a folder, sorted; none where there is no such folder. */
export function tablesInside(io: Io, folder: string): readonly string[] {
  const found = looking(folder, () => io.files.inside(folder)) ?? []
  return found.filter((name) => isTable(name) && !name.startsWith('.')).map((name) => path.join(folder, name))
}

function isTable(name: string): boolean {
  return /\.ya?ml$/i.test(name)
}

function looking<T>(folder: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw stop(2, `${folder} cannot be read (${String(error.code)}).`)
    throw error
  }
}
