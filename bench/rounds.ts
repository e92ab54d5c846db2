/** Something to time: it does one unit of work for a number that counts up, and gives back a number that depends on it. */
export type Work = (i: number) => number

export interface Timing {
  /** Microseconds of processor time for one unit of work: the median, and the middle half, over all rounds. */
  readonly median: number
  readonly low: number
  readonly high: number
}

/** How long one work runs before the next has its turn, in microseconds: long enough that every turn pays for its garbage. */
const TURN = 15000

/**
 * Times several works in turn, round after round in one process, so that a throttled machine slows all of them alike,
 * and gives medians. Processor time is counted, garbage collection with it, and not time on the wall: on a busy machine
 * the wall also shows what others did. What the works return is added up, so that nothing can be left out as unused.
 */
export function interleaved<Name extends string>(
  works: Readonly<Record<Name, Work>>,
  rounds: number,
): Record<Name, Timing> {
  const entries = Object.entries<Work>(works).map(([name, work]) => ({
    name,
    work,
    each: enough(work),
    times: [] as number[],
  }))
  for (let round = 0; round < rounds; round++)
    for (let turn = 0; turn < entries.length; turn++) {
      // Turned by one each round, so that no work always follows the same other one.
      const entry = entries[(turn + round) % entries.length]
      entry?.times.push(timed(entry.work, entry.each))
    }
  const timings = entries.map(({ name, times }) => [
    name,
    { median: quantile(times, 0.5), low: quantile(times, 0.25), high: quantile(times, 0.75) },
  ])
  return Object.fromEntries(timings) as Record<Name, Timing>
}

/** Warms a work up, and finds how often it must be done to fill a turn. */
function enough(work: Work): number {
  let each = 1
  for (let spent = 0; spent < 20 * TURN; ) {
    const one = timed(work, each)
    spent += one * each
    each = Math.max(1, Math.ceil(TURN / one))
  }
  return each
}

let kept = 0

function timed(work: Work, each: number): number {
  let sum = 0
  const start = process.cpuUsage()
  for (let i = 0; i < each; i++) sum += work(i)
  const { user, system } = process.cpuUsage(start)
  kept += sum
  if (Number.isNaN(kept)) throw new RangeError('A work gave no number')
  return Math.max(user + system, 1) / each
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
