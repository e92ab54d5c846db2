/** The bytes of a file, or of standard input, in order. */
export interface Source {
  /** How many bytes there are; null where nobody can know yet. */
  readonly size: number | null
  /** Puts the next bytes into a buffer from a place on, and says how many; 0 is the end. */
  readonly read: (into: Buffer, from: number) => Promise<number>
  readonly close: () => Promise<void>
}

/** A row, or a line, may have this many bytes. */
export const LONGEST_ROW = 2 ** 20

/** Bytes that were read and are not worked on yet. */
export interface Window {
  readonly bytes: Buffer
  from: number
  to: number
  /** Whether nothing comes after them. */
  last: boolean
  /** How many bytes were read so far. */
  read: number
}

export function openWindow(): Window {
  return { bytes: Buffer.allocUnsafeSlow(2 * LONGEST_ROW), from: 0, to: 0, last: false, read: 0 }
}

/** Whether the window is full of what is not worked on: the row in it is too long. */
export function isFull({ from, to }: Window): boolean {
  return to - from > LONGEST_ROW
}

/** Reads on, keeping what is not worked on yet. */
export async function readOn(window: Window, source: Source): Promise<void> {
  const { bytes, from, to } = window
  bytes.copyWithin(0, from, to)
  window.from = 0
  window.to = to - from
  const more = await source.read(bytes, window.to)
  window.to += more
  window.read += more
  window.last = more === 0
}
