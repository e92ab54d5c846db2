/**
 * Readable numbers along an axis: the multiples of 1, 2 or 5 with noughts behind them that cover from `low` to `high`, and
 * about `most` of them. Whole numbers in, whole numbers out.
 *
 * Where `low` is `high` there is still an axis: one step long.
 *
 * @example ticks(0, 870, 5) // [0, 200, 400, 600, 800, 1000]
 */
export function ticks(low: number, high: number, most: number): number[] {
  const step = readable((high - low) / most)
  const first = Math.floor(low / step)
  const last = Math.max(Math.ceil(high / step), first + 1)
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step)
}

/** The first of 1, 2, 5, 10, 20, 50 … that is at least as much, and never less than 1. */
function readable(least: number): number {
  let power = 1
  for (;;) {
    for (const step of [1, 2, 5]) if (step * power >= least) return step * power
    power *= 10
  }
}
