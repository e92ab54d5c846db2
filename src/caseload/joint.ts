import type { Column } from './columns.js'

type Codes = Column['codes']

/** One code for what several columns give together, counted from 0 in the order in which they first meet. */
export interface Joint {
  readonly codes: Uint32Array
  /** Fills `codes` for the first n cases, and gives how many different ones there are by now. */
  readonly join: (columns: readonly Codes[], n: number) => number
}

/** Below this, two codes find their joint code in a plain array. */
const SMALL = 256

export function joint(block: number): Joint {
  const codes = new Uint32Array(block)
  // One more than the joint code; 0 where the two have not met.
  const small = new Uint32Array(SMALL * SMALL)
  const large = new Map<number | string, number>()
  let known = 0
  const find = (key: number | string): number => {
    const found = large.get(key)
    if (found !== undefined) return found
    large.set(key, known)
    return known++
  }
  const join = (columns: readonly Codes[], n: number) => {
    const [first, second] = columns
    for (let i = 0; i < n; i++) {
      const a = first?.[i] ?? 0
      const b = second?.[i] ?? 0
      if (columns.length > 2) codes[i] = find(columns.map((one) => one[i]).join())
      else if (a >= SMALL || b >= SMALL) codes[i] = find(a * 2 ** 32 + b)
      else {
        const at = a * SMALL + b
        if (small[at] === 0) small[at] = ++known
        codes[i] = (small[at] ?? 0) - 1
      }
    }
    return known
  }
  return { codes, join }
}
