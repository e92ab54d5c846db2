import type { CellCodes } from '../../caseload/sheet/encode-cells.js'

/**
 * The codes of a column’s cells by their bytes, so that a cell that was met before is never made into text. Cells that
 * are long, or come when the cache is full, are; they get the same codes.
 */
export interface CellCache {
  readonly codes: CellCodes
  /** Where a hash leads: the place of an entry, or −1. */
  slots: Int32Array
  /** Four numbers an entry: its hash, where its bytes begin, how many they are, and its code. */
  readonly entries: Int32Array
  /** Where the next entry will be. */
  end: number
  /** The bytes of all entries, one after the other. */
  bytes: Uint8Array
  used: number
}

const ENTRY = 4
const MOST_ENTRIES = 8192
const LONGEST_CELL = 64

export function cellCache(codes: CellCodes): CellCache {
  return {
    codes,
    slots: new Int32Array(256).fill(-1),
    entries: new Int32Array(codes.freeText ? 0 : ENTRY * MOST_ENTRIES),
    end: 0,
    bytes: new Uint8Array(4096),
    used: 0,
  }
}

/** The code of a cell, from its bytes and their hash. */
export function codeOf(cache: CellCache, bytes: Buffer, from: number, to: number, hash: number): number {
  const { slots, entries, bytes: known } = cache
  const length = to - from
  let slot = spread(hash, slots.length)
  for (let at = slots[slot] ?? -1; at >= 0; at = slots[slot] ?? -1) {
    if (entries[at] === hash && entries[at + 2] === length) {
      const start = entries[at + 1] ?? 0
      let same = 0
      while (same < length && known[start + same] === bytes[from + same]) same++
      if (same === length) return entries[at + 3] ?? 0
    }
    slot = (slot + 1) & (slots.length - 1)
  }
  const code = cache.codes.code(bytes.toString('utf8', from, to))
  if (length <= LONGEST_CELL && cache.end < entries.length) remember(cache, bytes.subarray(from, to), hash, code)
  return code
}

function remember(cache: CellCache, cell: Uint8Array, hash: number, code: number): void {
  if (cache.used + cell.length > cache.bytes.length) {
    const wider = new Uint8Array(2 * cache.bytes.length)
    wider.set(cache.bytes)
    cache.bytes = wider
  }
  cache.bytes.set(cell, cache.used)
  cache.entries.set([hash, cache.used, cell.length, code], cache.end)
  cache.used += cell.length
  cache.end += ENTRY
  if ((2 * cache.end) / ENTRY > cache.slots.length) {
    cache.slots = new Int32Array(2 * cache.slots.length).fill(-1)
    for (let at = 0; at < cache.end; at += ENTRY) enter(cache, at)
  } else enter(cache, cache.end - ENTRY)
}

/** Lets the hash of an entry lead to it. */
function enter({ slots, entries }: CellCache, at: number): void {
  let slot = spread(entries[at] ?? 0, slots.length)
  while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & (slots.length - 1)
  slots[slot] = at
}

function spread(hash: number, slots: number): number {
  return (hash ^ (hash >>> 15)) & (slots - 1)
}
