import type * as fc from 'fast-check'
import type { Assessment } from '../../../src/index.js'
import { makeAssessment } from './assessment.js'
import { fromChoices, type Pick } from './choices.js'
import { withoutGaps } from './header.js'
import type { TableTree } from './known.js'
import { put } from './planted-tree.js'
import { makeTable } from './table.js'

/** The first days of generated series: before leap days, month ends, the ends of years, and a century without a leap day. */
const STARTS = ['2028-02-27', '2026-02-26', '2027-12-29', '2026-03-30', '2100-02-26', '2026-08-30']

/** So many days of a series are looked at. */
export const DAYS = 16

/** The versions of one scheme, as trees; the days on which anything can happen, in order; and a child for any of them. */
export interface Series {
  readonly trees: readonly TableTree[]
  readonly assessment: Assessment
  readonly days: readonly string[]
}

/** Versions that know nothing of one another: overlapping, with holes, of every status, one superseding any other. */
export function arbitrarySeries(): fc.Arbitrary<Series> {
  return fromChoices((pick) => {
    const { base, days, assessment } = ground(pick)
    const count = pick.int(1, 5)
    const trees = Array.from({ length: count }, (_, i) => {
      const from = pick.int(1, DAYS - 2)
      const to = pick.chance(60) ? pick.int(from, DAYS - 2) : null
      const over = pick.chance(50) ? pick.int(0, count - 1) : null
      const tree = version(base, i, days, { from, to, over })
      const status = pick.chance(30) ? pick.one(['withdrawn', 'draft', 'trial']) : 'published'
      return { ...(pick.chance(30) ? withStream(tree) : tree), status }
    })
    return { trees, days, assessment }
  })
}

/** Versions of which each begins on the day after the one before it ends, whichever of the two says so. */
export function arbitraryChain(): fc.Arbitrary<Series> {
  return fromChoices((pick) => {
    const { base, days, assessment } = ground(pick)
    const count = pick.int(2, 4)
    const starts = [1]
    while (starts.length < count) starts.push((starts.at(-1) ?? 0) + pick.int(1, 4))
    const trees = starts.map((from, i) => {
      const next = starts[i + 1] ?? null
      const end = next === null ? (pick.chance(50) ? pick.int(from, DAYS - 2) : null) : next - 1
      // The one before says when it ends, or this one that it supersedes it, or both.
      const says = i % 2 === 0 || pick.chance(50)
      return version(base, i, days, {
        from,
        to: says ? end : null,
        over: i > 0 && (i % 2 === 0 || pick.chance(50)) ? i - 1 : null,
      })
    })
    return { trees, days, assessment }
  })
}

/** A published table that supersedes nothing, its days, and a child. */
export function ground(pick: Pick) {
  const made = makeTable(pick)
  const start = Date.parse(pick.one(STARTS))
  return {
    assessment: makeAssessment(pick, made),
    base: put({ ...made, status: 'published', id: 'scheme', authority: 'Harbour Council' }, ['supersedes'], undefined),
    days: Array.from({ length: DAYS }, (_, i) => new Date(start + i * 86_400_000).toISOString().slice(0, 10)),
  }
}

interface When {
  readonly from: number
  readonly to: number | null
  readonly over: number | null
}

/** A version of a table, in force on days by their number. */
export function version(base: TableTree, i: number, days: readonly string[], { from, to, over }: When): TableTree {
  return withoutGaps({
    ...base,
    version: `v${i}`,
    title: `Version ${i}`,
    'in-force': withoutGaps({ from: days[from], to: to === null ? undefined : days[to] }),
    supersedes: over === null ? undefined : { id: 'scheme', version: `v${over}` },
  })
}

/** The same with one more stream, in which it is in force as well. */
function withStream(tree: TableTree): TableTree {
  return put(tree, ['streams', 'one-more'], { title: 'One more', law: 'health' })
}
