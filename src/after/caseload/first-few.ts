/** The first few of many things by some order, in whatever order they come. Equal ones are all kept. */
export interface FirstFew<T> {
  readonly add: (one: T) => void
  readonly all: readonly T[]
}

/** Keeps at most so many; `order` says which of two comes first. */
export function firstFew<T>(most: number, order: (a: T, b: T) => number): FirstFew<T> {
  const all: T[] = []
  return {
    all,
    add: (one) => {
      const last = all[most - 1]
      if (last !== undefined && order(one, last) >= 0) return
      let [low, high] = [0, all.length]
      while (low < high) {
        const middle = (low + high) >> 1
        const there = all[middle]
        if (there !== undefined && order(there, one) <= 0) low = middle + 1
        else high = middle
      }
      all.splice(low, 0, one)
      if (all.length > most) all.pop()
    },
  }
}
