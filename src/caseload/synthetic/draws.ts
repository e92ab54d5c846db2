/** Numbers that look like chance and are the same for the same seed, on every machine (sfc32). */
export interface Draws {
  /** From 0 up to, and not, 1. */
  readonly next: () => number
  /** A whole number from 0 up to, and not, `below`. */
  readonly whole: (below: number) => number
  /** Whether something of this probability comes up. */
  readonly chance: (probability: number) => boolean
  /** Something between −1 and 1, more often near 0. */
  readonly around: () => number
}

export function draws(seed: number): Draws {
  let [a, b, c, count] = [seed | 0, Math.floor(seed / 2 ** 32) | 0, 0x9e3779b9 | 0, 1]
  const next = () => {
    const drawn = (((a + b) | 0) + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + drawn) | 0
    return (drawn >>> 0) / 2 ** 32
  }
  // The first numbers of near seeds are near each other.
  for (let i = 0; i < 16; i++) next()
  return {
    next,
    whole: (below) => Math.floor(next() * below),
    chance: (probability) => next() < probability,
    around: () => next() + next() - 1,
  }
}
