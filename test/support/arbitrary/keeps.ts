import type { Tree } from '../oracle/tree.js'
import type { Pick } from './choices.js'
import { hundredths } from './numbers.js'

const DAYS = ['2026-04-01', '2026-09-01', '2026-09-02', '2027-04-01', '2028-02-29', '2031-12-31']
const PER_CENTS = [10000, 6667, 6600, 5000, 3333, 3300, 1250, 1, 0]

/** What is kept from day to day, on days that rise, in parts that do not. */
export function keeps(pick: Pick): Tree {
  const days = pick.some(DAYS, 1, 3)
  let last = 0
  return days.map((from): Tree => {
    last = pick.int(last, PER_CENTS.length - 1)
    return { from, 'per-cent': hundredths(pick, PER_CENTS[last] ?? 0) }
  })
}
