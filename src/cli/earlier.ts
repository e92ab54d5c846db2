import { against } from '../after/against.js'
import { compare, type Located } from '../diagnostic.js'
import { safeLoadTable } from '../load/load.js'
import type { AllocationTable } from '../load/table.js'
import type { Checked } from './audited.js'
import { name, stop } from './io.js'

/**
 * What is told of tables beside earlier ones, given by their texts; and what is wrong with an earlier one that does not
 * load. Each table is compared with the earlier one of its scheme that has its version, or else with the last of those
 * that began when it did or before. `named` are the paths that were given: of a folder, not every table need match.
 *
 * @throws Stop where a named table is of no scheme that was given, unless a table did not load: it may be that one.
 */
export function sinceEarlier(
  old: ReadonlyMap<string, string>,
  tables: readonly Checked[],
  named: readonly string[],
): readonly Located[] {
  const read = [...old].map(([file, text]) => ({ file, result: safeLoadTable(text, { file }) }))
  const loaded = read.flatMap(({ file, result }) => (result.success ? [{ file, table: result.data }] : []))
  const unmatched = loaded.find(
    ({ file, table }) =>
      named.map(name).includes(file) && tables.every((one) => one.loaded && one.loaded.table.id !== table.id),
  )
  if (unmatched)
    throw stop(2, `${unmatched.file} is the table “${unmatched.table.id}”, and no table to check has that name.`)
  const earlier = loaded.map(({ table }) => table)
  return [
    ...read.flatMap(({ result }) => (result.success ? [] : result.error.findings)),
    ...tables.flatMap((one) => (one.loaded ? changed(earlier, one.loaded.table).map(one.locate) : [])),
  ]
}

function changed(earlier: readonly AllocationTable[], table: AllocationTable) {
  const before = earlier
    .filter(({ id, 'in-force': days }) => id === table.id && days.from <= table['in-force'].from)
    .sort((a, b) => compare(a['in-force'].from, b['in-force'].from))
  const one = before.find(({ version }) => version === table.version) ?? before.at(-1)
  return one ? against(one, table) : []
}
