import type { CaseloadBudget } from '../../caseload/columns.js'
import type { Out } from '../../caseload/run.js'
import { type AllocationTable, planOf } from '../../load/table.js'
import { type Bytes, put } from './bytes.js'

/** The tables that a caseload is worked out by. */
export type UsedTables = CaseloadBudget['tables']

/** Writes results, row by row. */
export interface ResultWriter {
  /** What stands before the first row; empty where nothing does. */
  readonly head: string
  /** Puts one case: its row of the input, its reference, and its place in the results. */
  readonly row: (to: Bytes, row: number, reference: string, at: number) => void
}

/** What each line counts, by its place in the results; null for money. */
export type Counted = readonly (string | null)[]

/** How results are written. The writer reads `out` as it stands at each call. */
export type Writing = (out: Out, tables: UsedTables, counted: Counted) => ResultWriter

/** What the lines of some tables count, in the order of the results. */
export function countedBy(tables: readonly AllocationTable[]): Counted {
  return tables.flatMap((table) => planOf(table).lines.map(({ provides }) => provides))
}

/** A part of a row. */
export type Part = (to: Bytes, at: number) => void

/** The same bytes for the same word of flags: sets of flags come again and again. */
export function ofWord(make: (bits: readonly number[]) => string): (word: number) => Buffer {
  const known = new Map<number, Buffer>()
  return (word) => {
    const before = known.get(word)
    if (before) return before
    if (known.size === MOST_SETS) known.clear()
    const bytes = Buffer.from(make(bitsOf(word)))
    known.set(word, bytes)
    return bytes
  }
}

const MOST_SETS = 2 ** 14

/** The places of the bits that are set in a word, lowest first. */
function bitsOf(word: number): number[] {
  return Array.from({ length: 32 }, (_, bit) => bit).filter((bit) => (word >>> bit) & 1)
}

/** What each word of a case stands for, one after the other, with something between those that are not empty. */
export function listed(
  texts: readonly ((word: number) => Buffer)[],
  words: readonly Uint32Array[],
  between: Buffer,
): Part {
  return (to, at) => {
    let some = false
    for (let k = 0; k < words.length; k++) {
      const text = texts[k]?.(words[k]?.[at] ?? 0)
      if (!text || text.length === 0) continue
      if (some) put(to, between)
      put(to, text)
      some = true
    }
  }
}
