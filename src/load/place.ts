import type { Finding, Located } from '../diagnostic.js'
import { readSource, unplaced } from './source.js'
import { type AllocationTable, originOf } from './table.js'

/** Places a finding in the text of a table. */
export type Place = (table: AllocationTable, found: Finding) => Located

/** Places findings in the texts of their tables, reading each text once; a table that came as data has pointers only. */
export function placer(): Place {
  const read = new Map<AllocationTable, (found: Finding) => Located>()
  return (table, found) => {
    const { file, text } = originOf(table)
    const locate =
      read.get(table) ?? (text === null ? (one: Finding) => unplaced(one, file) : readSource(text, file).locate)
    read.set(table, locate)
    return locate(found)
  }
}

/** The place of a finding, as another finding names it: `file:line:column`, or the pointer where there are no lines. */
export function whereIs({ file, line, column, at }: Located): string {
  return line > 0 ? `${file}:${line}:${column}` : at
}
