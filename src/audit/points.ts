import { gcd } from '../load/compile/context.js'

/**
 * A set of whole numbers as stretches with both ends inside, rising and apart. Within a stretch the members are `step`
 * apart, and so are all of them from each other by whole steps; a set of one has step 0.
 */
export interface Points {
  readonly step: number
  readonly runs: readonly Run[]
}
type Run = readonly [from: number, to: number]

/** A set that would need more stretches than this is not worked out. */
const MOST_RUNS = 20_000
/** Nor one that would take more pairs of stretches than this to add up. */
const MOST_PAIRS = 400_000

/** One number after the other, `step` apart. */
export function stretch(from: number, to: number, step: number): Points {
  return { step: from === to ? 0 : step, runs: [[from, to]] }
}

/** These numbers, in any order. */
export function pointsOf(values: readonly number[]): Points {
  const first = values[0] ?? 0
  const step = values.reduce((common, value) => gcd(common, Math.abs(value - first)), 0)
  return merged(
    values.map((value): Run => [value, value]),
    step,
  )
}

/** Every sum of one number of each; nothing where there are too many to work out. */
export function plus(a: Points, b: Points): Points | null {
  const step = gcd(a.step, b.step)
  const [left, right] = [refined(a, step), refined(b, step)]
  if (!left || !right || left.length * right.length > MOST_PAIRS) return null
  return small(
    merged(
      left.flatMap(([from, to]) => right.map((other): Run => [from + other[0], to + other[1]])),
      step,
    ),
  )
}

/** Every number of either. */
export function union(a: Points, b: Points): Points | null {
  const step = gcd(gcd(a.step, b.step), Math.abs(lowest(a) - lowest(b)))
  const [left, right] = [refined(a, step), refined(b, step)]
  return left && right && small(merged([...left, ...right], step))
}

/** The higher of one number of each, whichever they are. */
export function highest(a: Points, b: Points): Points | null {
  const both = union(a, b)
  const least = Math.max(lowest(a), lowest(b))
  return both && within(both, least, highestOf(both))
}

/** Every number multiplied, by nothing below 0. */
export function times(points: Points, by: number): Points {
  if (by === 0) return stretch(0, 0, 0)
  return { step: points.step * by, runs: points.runs.map(([from, to]): Run => [from * by, to * by]) }
}

/** Every number, and the limit in the place of those above it. */
export function limited(points: Points, limit: number): Points | null {
  if (highestOf(points) <= limit) return points
  const most = stretch(limit, limit, 0)
  return lowest(points) > limit ? most : union(within(points, lowest(points), limit), most)
}

export function lowest({ runs }: Points): number {
  return runs[0]?.[0] ?? 0
}

export function highestOf({ runs }: Points): number {
  return runs.at(-1)?.[1] ?? 0
}

/** Whether one of the numbers is at least `from` and below `below`. */
export function reaches({ step, runs }: Points, from: number, below: number): boolean {
  return runs.some((run) => firstFrom(run, from, step) < Math.min(below, run[1] + 1))
}

export function has(points: Points, value: number): boolean {
  return reaches(points, value, value + 1)
}

/** The least of the numbers that is not below `from`; none is Infinity. */
export function leastFrom({ step, runs }: Points, from: number): number {
  return Math.min(...runs.map((run) => firstFrom(run, from, step)).filter((value, i) => value <= (runs[i]?.[1] ?? 0)))
}

/** The numbers themselves, rising; of very many, the first. */
export function membersOf({ step, runs }: Points): readonly number[] {
  return runs.flatMap(([from, to]) => {
    const count = step === 0 ? 1 : (to - from) / step + 1
    return Array.from({ length: Math.min(count, MOST_RUNS) }, (_, i) => from + i * step)
  })
}

/** The least member of a stretch that is not below `from`. */
function firstFrom([first]: Run, from: number, step: number): number {
  return from <= first ? first : step === 0 ? Number.POSITIVE_INFINITY : first + Math.ceil((from - first) / step) * step
}

/** Those from `low` to `high`; there is at least one. */
function within({ step, runs }: Points, low: number, high: number): Points {
  const kept = runs.flatMap((run): readonly Run[] => {
    const from = firstFrom(run, low, step)
    const to = run[1] <= high ? run[1] : run[0] + (step === 0 ? 0 : Math.floor((high - run[0]) / step) * step)
    return from <= to && to >= run[0] && to <= high ? [[from, to]] : []
  })
  const single = kept.length === 1 && kept[0]?.[0] === kept[0]?.[1]
  return { step: single ? 0 : step, runs: kept }
}

/** The same set with a finer step: what was one stretch comes apart. */
function refined({ step, runs }: Points, finer: number): readonly Run[] | null {
  if (step === finer || step === 0) return runs
  const count = runs.reduce((sum, [from, to]) => sum + (to - from) / step + 1, 0)
  if (count > MOST_RUNS) return null
  return runs.flatMap(([from, to]) =>
    Array.from({ length: (to - from) / step + 1 }, (_, i): Run => [from + i * step, from + i * step]),
  )
}

/** Stretches in order, those that touch or overlap joined. */
function merged(runs: readonly Run[], step: number): Points {
  const joined: [number, number][] = []
  for (const [from, to] of [...runs].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last && from <= last[1] + step) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return { step, runs: joined }
}

function small(points: Points): Points | null {
  return points.runs.length > MOST_RUNS ? null : points
}
