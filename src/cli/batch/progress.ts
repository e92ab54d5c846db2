import { thousands } from './summary.js'

/** A line on standard error that says how far the work is, written over itself a few times a second. */
export interface Progress {
  /** `part` is the share of the input that was read, from 0 to 1; null where its length is unknown. */
  readonly show: (rows: number, part: number | null) => void
  /** Takes the line away. */
  readonly end: () => void
}

const EVERY = 200

/** The progress for whoever watches; where nobody does, nothing. */
export function openProgress(watched: boolean, now: () => number, write: (text: string) => void): Progress {
  let last = now()
  let shown = false
  return {
    show: (rows, part) => {
      if (!watched || now() - last < EVERY) return
      last = now()
      shown = true
      const share = part === null ? '' : ` (${Math.floor(100 * part)}%)`
      write(`\r\u001b[K${thousands(rows)} rows${share}`)
    },
    end: () => {
      if (shown) write('\r\u001b[K')
    },
  }
}
