import { among, type Digit } from './digits.js'

/** Keys below this are places in a plain array, of which only the places that are used take memory. */
const DENSE = 2 ** 24

/** How many different keys may be known at a time; then they are forgotten, so that memory stays bounded. */
const MOST = 2 ** 17

/** Room for the keys that a block may add after it was last seen whether so many are known. */
const SHORT = 2 * MOST

/** The one number for everything that something depends on in a case, and what was found for each such number. */
export interface Keys {
  /** What was found for each case of the block. */
  readonly found: Float64Array
  /** Fills `found` for the first n cases, asking only where nothing is known yet. What is found is not negative. */
  readonly work: (n: number, ask: (i: number) => number) => void
}

/** `forgotten` is told when everything known has been forgotten. */
export function keysOf(digits: readonly Digit[], block: number, forgotten: () => void): Keys {
  const found = new Float64Array(block)
  const parts = partsOf(digits)
  const known = sizeOf(digits) <= DENSE ? densely(sizeOf(digits), block) : sparsely(block)
  const { keys, look } = known
  let count = 0
  return {
    found,
    work: (n, ask) => {
      if (count >= MOST || parts.some(({ interned }) => interned !== null && interned.size >= MOST)) {
        count = 0
        known.forget()
        for (const { interned } of parts) interned?.clear()
        forgotten()
      }
      keys.fill(0, 0, n)
      for (const part of parts) append(part, keys, n)
      if (look(found, n)) return
      for (let i = 0; i < n; i++) {
        if ((found[i] ?? 0) >= 0) continue
        // An earlier case of the block may have been asked for the same by now.
        const before = known.at(i)
        found[i] = before < 0 ? ask(i) : before
        if (before >= 0) continue
        known.know(i, found[i] ?? 0)
        count++
      }
    },
  }
}

/** What is known for each key. */
interface Known {
  readonly keys: Float64Array
  /** Looks all keys up; −1 where nothing is known, and then not all was. */
  readonly look: (found: Float64Array, n: number) => boolean
  readonly at: (i: number) => number
  readonly know: (i: number, number: number) => void
  readonly forget: () => void
}

function densely(size: number, block: number): Known {
  const keys = new Float64Array(block)
  // One more than what is known, so that a new array knows nothing.
  let known = new Int32Array(size)
  return {
    keys,
    look: (found, n) => {
      let least = 0
      for (let i = 0; i < n; i++) {
        const number = (known[keys[i] ?? 0] ?? 0) - 1
        found[i] = number
        least = Math.min(least, number)
      }
      return least >= 0
    },
    at: (i) => (known[keys[i] ?? 0] ?? 0) - 1,
    know: (i, number) => {
      known[keys[i] ?? 0] = number + 1
    },
    forget: () => {
      known = new Int32Array(size)
    },
  }
}

function sparsely(block: number): Known {
  const keys = new Float64Array(block)
  const known = new Map<number, number>()
  const at = (i: number) => known.get(keys[i] ?? 0) ?? -1
  return {
    keys,
    look: (found, n) => {
      let least = 0
      for (let i = 0; i < n; i++) {
        const number = at(i)
        found[i] = number
        least = Math.min(least, number)
      }
      return least >= 0
    },
    at,
    know: (i, number) => {
      known.set(keys[i] ?? 0, number)
    },
    forget: () => known.clear(),
  }
}

interface Part {
  readonly digit: Digit
  /** Where the key before this digit would grow too long for a double, what it is shortened to. */
  readonly interned: Map<number, number> | null
}

function partsOf(digits: readonly Digit[]): Part[] {
  let size = 1
  return digits.map((digit) => {
    const long = size * digit.size > Number.MAX_SAFE_INTEGER
    size = (long ? SHORT : size) * digit.size
    return { digit, interned: long ? new Map<number, number>() : null }
  })
}

/** How many keys some digits can make. */
export function sizeOf(digits: readonly Digit[]): number {
  return digits.reduce((size, digit) => size * digit.size, 1)
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
      const { bounds, scale, met } = digit
      if (met) {
        const { low, step, places } = met
        for (let i = 0; i < n; i++) {
          const value = of[i] ?? 0
          const at = (value - low) / step
          let place = places[at] ?? 0
          if (place === 0) {
            place = 1 + among(value * scale, bounds)
            places[at] = place
          }
          keys[i] = (keys[i] ?? 0) * size + place - 1
        }
        return
      }
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
