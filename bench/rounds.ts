/** Something to time: it does one unit of work for a number that counts up, and gives back a number that depends on it. */
export type Work = (i: number) => number

export interface Timing {
  readonly name: string
  /** Microseconds for one unit of work: the median, and the middle half, over all rounds. */
  readonly median: number
  readonly low: number
  readonly high: number
}

/**
 * Times several works in turn, round after round in one process, so that a busy or throttled machine slows all of them
 * alike, and gives medians. What the works return is added up and kept, so that nothing can be left out as unused.
 */
export function interleaved(works: Readonly<Record<string, Work>>, options: { readonly rounds: number; readonly each: number }): Timing[] {
  const entries = Object.entries(works).map(([name, work]) => ({ name, work, times: new Array<number>() }))
  // The first fifth of the rounds warms up and is not counted.
  const warm = Math.ceil(options.rounds / 5)
  for (let round = -warm; round < options.rounds; round++) {
    // Turned by one each round, so that no work always follows the same other one.
    for (let turn = 0; turn < entries.length; turn++) {
      const entry = entries[(turn + round + warm) % entries.length]
      if (!entry) continue
      const time = timed(entry.work, options.each)
      if (round >= 0) entry.times.push(time)
    }
  }
  return entries.map(({ name, times }) => ({ name, median: quantile(times, 0.5), low: quantile(times, 0.25), high: quantile(times, 0.75) }))
}

let kept = 0

function timed(work: Work, each: number): number {
  let sum = 0
  const start = process.hrtime.bigint()
  for (let i = 0; i < each; i++) sum += work(i)
  const spent = Number(process.hrtime.bigint() - start)
  kept += sum
  if (Number.isNaN(kept)) throw new RangeError('A work gave no number')
  return spent / each / 1000
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
