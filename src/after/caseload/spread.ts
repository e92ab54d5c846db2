import { must } from '../../must.js'
import type { Bucket, CaseloadDiff, Dot } from './caseload-diff.js'

/** Figures of many cases, side by side. */
export interface Figures {
  readonly before: Float64Array
  readonly after: Float64Array
}

/** Whole pence: the edges between which changes are counted, on both sides of nothing. */
const EDGES = [10_000, 50_000, 100_000, 200_000, 500_000, 1_000_000]

/** How many changes lie between each two edges: losses first, then none, then gains. All buckets are listed. */
export function bucketsOf({ before, after }: Figures): readonly Bucket[] {
  const side = EDGES.length + 1
  const counts = new Array<number>(2 * side + 1).fill(0)
  for (let i = 0; i < before.length; i++) {
    const change = (after[i] ?? 0) - (before[i] ?? 0)
    const size = Math.abs(change)
    const at = side + Math.sign(change) * (size === 0 ? 0 : 1 + EDGES.filter((edge) => size >= edge).length)
    counts[at] = (counts[at] ?? 0) + 1
  }
  return counts.map((cases, at) => {
    if (at === side) return { from: 0, to: 0, cases }
    const place = Math.abs(at - side)
    const [near, far] = [place === 1 ? 0 : must(EDGES[place - 2]), EDGES[place - 1] ?? null]
    return at > side ? { from: near, to: far, cases } : { from: far === null ? null : -far, to: 0 - near, cases }
  })
}

const PER_CENTS = [0, 5, 25, 50, 75, 95, 100]

/** The changes at certain parts of the way from the biggest loss to the biggest gain. */
export function percentilesOf({ before, after }: Figures): CaseloadDiff['percentiles'] {
  const changes = after.map((pence, i) => pence - (before[i] ?? 0)).sort()
  const last = changes.length - 1
  if (last < 0) return []
  return PER_CENTS.map((perCent) => {
    const at = perCent > 50 ? last - Math.floor(((100 - perCent) * last) / 100) : Math.floor((perCent * last) / 100)
    return { perCent, change: must(changes[at]) }
  })
}

/** More different dots than this are put into squares. */
export const MOST_DOTS = 2000

/** Pairs of figures and how many cases have each; in squares of readable sides where there are too many different ones. */
export function dotsOf({ before, after }: Figures): CaseloadDiff['dots'] {
  const alone: Dot[] = []
  for (let i = 0; i < before.length; i++) alone.push({ before: before[i] ?? 0, after: after[i] ?? 0, cases: 1 })
  return gridded(merged(alone), MOST_DOTS)
}

/** The same cases at no more than so many dots, at least one. */
function gridded(dots: readonly Dot[], most: number): CaseloadDiff['dots'] {
  let [square, made]: [number | null, readonly Dot[]] = [null, dots]
  for (const side of sides()) {
    if (made.length <= most) break
    const middle = (pence: number) => Math.floor(pence / side) * side + side / 2
    made = merged(dots.map(({ before, after, cases }) => ({ before: middle(before), after: middle(after), cases })))
    square = side
  }
  return { square, dots: made }
}

/** £10, £20, £50, £100 and so on, in pence. */
function* sides(): Generator<number> {
  for (let ten = 1000; Number.isSafeInteger(ten * 5); ten *= 10) yield* [ten, 2 * ten, 5 * ten]
}

/** One dot for each place, by place. */
function merged(dots: readonly Dot[]): readonly Dot[] {
  const places = new Map<string, { before: number; after: number; cases: number }>()
  for (const { before, after, cases } of dots) {
    const key = `${before} ${after}`
    const place = places.get(key)
    if (place) place.cases += cases
    else places.set(key, { before, after, cases })
  }
  return [...places.values()].sort((a, b) => a.before - b.before || a.after - b.after)
}
