/**
 * One row of CSV (RFC 4180) from bytes: a cell that begins with a quotation mark ends with one, and may hold separators,
 * line ends and doubled quotation marks; a row ends with CR, LF or both. Nothing is guessed: a quotation mark that
 * does not fit is told, and the next row is then looked for on the next line.
 *
 * Bytes and not text, because most cells have been met before: their hash finds them without making text of them.
 */
export interface RowSeen {
  cells: number
  /** Whether all cells are empty. */
  blank: boolean
  /** The place of the cell whose quotation marks are not in order; −1 where all are. */
  badQuote: number
}

/** Takes a cell: its place in the row, from 0, its bytes, and their hash. */
export type TakeCell = (place: number, bytes: Buffer, from: number, to: number, hash: number) => void

const [LF, CR, QUOTE] = [10, 13, 34]
/** Below this are separators and line ends, and letters are not. */
const LETTERS = 60

/** Takes one more byte into a hash, which begins as 0. */
export function hashed(hash: number, byte: number): number {
  return (Math.imul(hash, 31) + byte) | 0
}

/**
 * Reads the row that begins at `from` and hands out its cells. Gives where the next row begins, or −1 where the row does
 * not end before `to`; where `last` is so, it ends there.
 */
export function scanRow(
  bytes: Buffer,
  from: number,
  to: number,
  last: boolean,
  separator: number,
  take: TakeCell,
  seen: RowSeen,
): number {
  seen.blank = true
  seen.badQuote = -1
  let at = from
  for (let place = 0; ; place++) {
    seen.cells = place + 1
    if (at < to && bytes[at] === QUOTE) {
      const close = closing(bytes, at + 1, to)
      if (close < 0 && !last) return -1
      // What comes after the last byte there is can still make this quotation mark one half of a doubled one.
      if (close === to - 1 && !last) return -1
      const after = close + 1
      if (close < 0 || (after < to && !ends(bytes[after] ?? 0, separator))) {
        seen.badQuote = place
        return nextLine(bytes, from, to, last)
      }
      if (close > at + 1) seen.blank = false
      unquoted(bytes, at + 1, close, place, take)
      at = after
    } else {
      const start = at
      let hash = 0
      for (; at < to; at++) {
        const byte = bytes[at] ?? 0
        if (byte < LETTERS && ends(byte, separator)) break
        hash = hashed(hash, byte)
      }
      if (at === to && !last) return -1
      if (at > start) seen.blank = false
      take(place, bytes, start, at, hash)
    }
    if (at < to && bytes[at] === separator) at++
    else return lineEnd(bytes, at, to, last)
  }
}

function ends(byte: number, separator: number): boolean {
  return byte === separator || byte === LF || byte === CR
}

/** The quotation mark that closes a cell; −1 where none does. */
function closing(bytes: Buffer, from: number, to: number): number {
  for (let at = bytes.indexOf(QUOTE, from); at >= 0 && at < to; at = bytes.indexOf(QUOTE, at + 2))
    if (at + 1 >= to || bytes[at + 1] !== QUOTE) return at
  return -1
}

/** Hands out a cell that stood in quotation marks, each doubled one made single. */
function unquoted(bytes: Buffer, from: number, to: number, place: number, take: TakeCell): void {
  let cell = bytes
  let [start, end] = [from, to]
  const doubled = bytes.indexOf(QUOTE, from)
  if (doubled >= 0 && doubled < to) {
    cell = Buffer.from(bytes.toString('latin1', from, to).replaceAll('""', '"'), 'latin1')
    ;[start, end] = [0, cell.length]
  }
  let hash = 0
  for (let at = start; at < end; at++) hash = hashed(hash, cell[at] ?? 0)
  take(place, cell, start, end, hash)
}

/** Where the next row begins, from where this one ends; −1 where half of a line end may still be to come. */
function lineEnd(bytes: Buffer, at: number, to: number, last: boolean): number {
  if (at >= to) return to
  if (bytes[at] === LF) return at + 1
  if (at + 1 >= to) return last ? to : -1
  return bytes[at + 1] === LF ? at + 2 : at + 1
}

/** Where the next line begins, whatever stands in this one. */
export function nextLine(bytes: Buffer, from: number, to: number, last: boolean): number {
  for (let at = from; at < to; at++) if (bytes[at] === LF || bytes[at] === CR) return lineEnd(bytes, at, to, last)
  return last ? to : -1
}
