import type { Column } from './columns.js'

type Codes = Column['codes']

/** One code for what several columns give together, counted from 0 in the order in which they first meet. */
export interface Joint {
  /** Fills `places` for the first n cases, and gives how many different codes there are by now. */
  readonly join: (columns: readonly Codes[], n: number, places: Int32Array) => number
  /** Begins anew. */
  readonly forget: () => void
}

/** Below this, two codes find their joint code in a plain array. */
const SMALL = 256

export function joint(): Joint {
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
  const join = (columns: readonly Codes[], n: number, places: Int32Array) => {
    const [first, second] = columns
    for (let i = 0; i < n; i++) {
      const a = first?.[i] ?? 0
      const b = second?.[i] ?? 0
      if (columns.length > 2) places[i] = find(columns.map((one) => one[i]).join())
      else if (a >= SMALL || b >= SMALL) places[i] = find(a * 2 ** 32 + b)
      else {
        const at = a * SMALL + b
        if (small[at] === 0) small[at] = ++known
        places[i] = (small[at] ?? 0) - 1
      }
    }
    return known
  }
  const forget = () => {
    small.fill(0)
    large.clear()
    known = 0
  }
  return { join, forget }
}
