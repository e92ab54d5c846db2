import { among, type Digit } from './digits.js'

/** Keys up to this are places in a plain array. */
const DENSE = 2 ** 20

/** How many different keys may be known at a time; then they are forgotten, so that memory stays bounded. */
const MOST = 2 ** 17

/** Room for the keys that a block may add after it was last seen whether so many are known. */
const SHORT = 2 * MOST

/** The one number for everything that something depends on in a case, and what was found for each such number. */
export interface Keys {
  /** What was found for each case of the block. */
  readonly found: Int32Array
  /** Fills `found` for the first n cases, asking only where nothing is known yet. What is found is not negative. */
  readonly work: (n: number, ask: (i: number) => number) => void
}

/** `forgotten` is told when everything known has been forgotten. */
export function keysOf(digits: readonly Digit[], block: number, forgotten: () => void = () => {}): Keys {
  const keys = new Float64Array(block)
  const found = new Int32Array(block)
  const parts = partsOf(digits)
  const last = parts[parts.length - 1]?.size ?? 1
  const dense = last <= DENSE ? new Int32Array(last).fill(-1) : null
  const sparse = new Map<number, number>()
  let known = 0
  const look = (i: number): number => (dense ? dense[keys[i] ?? 0] : sparse.get(keys[i] ?? 0)) ?? -1
  const know = (i: number, number: number): number => {
    known++
    if (dense) dense[keys[i] ?? 0] = number
    else sparse.set(keys[i] ?? 0, number)
    return number
  }
  const forget = () => {
    known = 0
    dense?.fill(-1)
    sparse.clear()
    for (const { interned } of parts) interned?.clear()
    forgotten()
  }
  return {
    found,
    work: (n, ask) => {
      if (known >= MOST || parts.some(({ interned }) => interned !== null && interned.size >= MOST)) forget()
      keys.fill(0, 0, n)
      for (const part of parts) append(part, keys, n)
      if (dense) for (let i = 0; i < n; i++) found[i] = dense[keys[i] ?? 0] ?? -1
      else for (let i = 0; i < n; i++) found[i] = look(i)
      for (let i = 0; i < n; i++) {
        if ((found[i] ?? 0) >= 0) continue
        // An earlier case of the block may have been asked for the same by now.
        const before = look(i)
        found[i] = before >= 0 ? before : know(i, ask(i))
      }
    },
  }
}

interface Part {
  readonly digit: Digit
  /** Where the key before this digit would grow too long for a double, what it is shortened to. */
  readonly interned: Map<number, number> | null
  /** How many keys there can be up to here. */
  readonly size: number
}

function partsOf(digits: readonly Digit[]): Part[] {
  let size = 1
  return digits.map((digit) => {
    const long = size * digit.size > Number.MAX_SAFE_INTEGER
    size = (long ? SHORT : size) * digit.size
    return { digit, interned: long ? new Map<number, number>() : null, size }
  })
}

function intern(known: Map<number, number>, key: number): number {
  const before = known.get(key)
  if (before !== undefined) return before
  known.set(key, known.size)
  return known.size - 1
}

/** Adds a digit to the keys of the first n cases. */
function append({ digit, interned }: Part, keys: Float64Array, n: number): void {
  if (interned) for (let i = 0; i < n; i++) keys[i] = intern(interned, keys[i] ?? 0)
  const { of, size } = digit
  switch (digit.is) {
    case 'whole': {
      const { low, step } = digit
      if (step === 1) for (let i = 0; i < n; i++) keys[i] = (keys[i] ?? 0) * size + (of[i] ?? 0) - low
      else for (let i = 0; i < n; i++) keys[i] = (keys[i] ?? 0) * size + ((of[i] ?? 0) - low) / step
      return
    }
    case 'among': {
      const { bounds, scale } = digit
      for (let i = 0; i < n; i++) keys[i] = (keys[i] ?? 0) * size + among((of[i] ?? 0) * scale, bounds)
      return
    }
    case 'listed': {
      const { list } = digit
      for (let i = 0; i < n; i++) keys[i] = (keys[i] ?? 0) * size + (list[of[i] ?? 0] ?? 0)
      return
    }
  }
}
