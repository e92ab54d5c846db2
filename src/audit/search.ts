import { conditionsOf } from '../load/compile/reads.js'
import type { LinePlan, Plan } from '../load/plan.js'
import { must } from '../must.js'
import { aroundOf } from './choices.js'
import { fallsAt } from './falls-at.js'
import { assessmentAt, type Concern, laddersOf, type Stand } from './ladders.js'
import { climb } from './orders.js'
import { gridsUnder, readsOfLine } from './reads.js'
import { rank, type Tried, tryLine } from './tried.js'

/** Two assessments that differ only in need, of which the needier gets less; and where in the table it falls. */
export interface Fall {
  readonly less: Tried
  readonly more: Tried
  readonly at: string
}

/** How often a line is worked out, at the most, before the search gives up. */
export const TRIES = 4000

/** What a line hangs on, as a search needs it. */
export function concernOf(plan: Plan, line: LinePlan): Concern {
  const reads = readsOfLine(plan, line)
  const asked = [...reads.questions].flatMap((index) => plan.questions[index]?.when ?? [])
  return { reads, grids: gridsUnder(plan, line, reads), conditions: [...conditionsOf(line), ...asked] }
}

/**
 * Looks for a fall on a line: cases are raised one answer at a time from the least need to the most, in one order after
 * another, around every combination of the facts it reads, and worked out by the engine itself. Always the same search:
 * nothing is drawn. `tries` is how often the line is worked out at the most. A pair that is found is made as alike as it
 * can be and still fall.
 */
export function searchFall(plan: Plan, line: LinePlan, tries: number = TRIES): Fall | null {
  const concern = concernOf(plan, line)
  const arounds = aroundOf(plan, concern.reads, concern.conditions)
  let left = tries
  for (let number = 0; left > 0; number++) {
    for (const around of arounds) {
      const ladders = laddersOf(plan, concern, around, number % 2 === 1)
      if (ladders.variables.length === 0) left--
      const work = (stand: Stand) => {
        left--
        return tryLine(plan, line, assessmentAt(ladders, stand))
      }
      const steps = ladders.variables.map(({ rungs }) => rungs.length - 1)
      const found = fallOn(climb(steps, number), steps.length, work)
      if (!found) continue
      const [less, more] = closest(found, work)
      return { less, more, at: fallsAt(plan, line, less, more) }
    }
  }
  return null
}

type Work = (stand: Stand) => Tried | null
type Pair = readonly [less: Stand, more: Stand]

/** Climbs from the bottom to the top, and compares each step with the best before it. */
function fallOn(order: readonly number[], variables: number, work: Work): Pair | null {
  let stand: Stand = Array.from({ length: variables }, () => 0)
  let best = { stand, rank: rankAt(work, stand) }
  for (const raised of order) {
    stand = set(stand, raised, (place) => place + 1)
    const now = rankAt(work, stand)
    if (now === null) return null
    if (best.rank !== null && now < best.rank) return [best.stand, stand]
    best = { stand, rank: now }
  }
  return null
}

function rankAt(work: Work, stand: Stand): number | null {
  const tried = work(stand)
  return tried && rank(tried.line)
}

/** Brings the two together, one variable at a time, for as long as the needier still gets less. */
function closest([less, more]: Pair, work: Work): readonly [Tried, Tried] {
  let pair: Pair = [less, more]
  for (let i = 0; i < less.length; i++) {
    const [low, high] = pair
    const [a, b] = [must(low[i]), must(high[i])]
    const nearer: readonly Pair[] = [
      [low, set(high, i, () => a)],
      [set(low, i, () => b), high],
    ]
    pair = (a === b ? undefined : nearer.find((one) => falls(one, work))) ?? pair
  }
  return [must(work(pair[0]) ?? undefined), must(work(pair[1]) ?? undefined)]
}

function falls([less, more]: Pair, work: Work): boolean {
  const [a, b] = [rankAt(work, less), rankAt(work, more)]
  return a !== null && b !== null && b < a
}

function set(stand: Stand, at: number, to: (place: number) => number): Stand {
  return stand.map((place, i) => (i === at ? to(place) : place))
}
