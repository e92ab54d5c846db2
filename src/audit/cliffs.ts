import type { BudgetLine } from '../allocate/budget.js'
import { allocateLine } from '../allocate/line.js'
import type { LinePlan, NodePlan, Plan } from '../load/plan.js'
import { must } from '../must.js'
import { asPence, type Pence } from '../pence.js'
import { sceneOf } from './child.js'
import { aroundOf } from './choices.js'
import { assessmentAt, type Ladders, laddersOf, type Stand } from './ladders.js'
import { climb } from './orders.js'
import { concernOf } from './search.js'
import { tryLine } from './tried.js'

/**
 * The largest step up on a line: for one point more of the score that prices it, or for one answer that is one step
 * further. A fact, and no fault: families are told how near the next row is. `one level` is the largest that was met
 * among the cases tried, so there may be a larger one.
 */
export interface Cliff {
  readonly line: string
  readonly by: 'one point' | 'one level'
  /** The score or question. */
  readonly of: string
  readonly from: string
  readonly to: string
  /** Pounds a year more, in pence. */
  readonly pence: Pence
  readonly at: string
}

/** So many combinations of facts, and so many orders of raising answers, are tried for each line. */
const AROUNDS = 3
const CLIMBS = 5

/** The largest cliffs of every line that comes to money, the highest first. */
export function cliffsOf(plan: Plan): readonly Cliff[] {
  const all = plan.lines
    .filter(({ provides }) => provides === null)
    .flatMap((line) => {
      const concern = concernOf(plan, line)
      const arounds = aroundOf(plan, concern.reads, concern.conditions).slice(0, AROUNDS)
      const ladders = arounds.map((around) => laddersOf(plan, concern, around))
      return [
        largest(ladders.flatMap((one) => forOnePoint(line, one))),
        largest(ladders.flatMap((one) => forOneLevel(line, one))),
      ]
    })
  return all.filter((cliff) => cliff !== null).sort((a, b) => b.pence - a.pence)
}

function largest(cliffs: readonly Cliff[]): Cliff | null {
  return cliffs.reduce<Cliff | null>((most, one) => (one.pence > (most?.pence ?? 0) ? one : most), null)
}

/** Across every row edge, with everything else at its lowest and at its highest. */
function forOnePoint(line: LinePlan, ladders: Ladders): readonly Cliff[] {
  const { price } = line
  if (price.is !== 'look-up' && price.is !== 'each-point') return []
  const { node } = price
  const edges =
    price.is === 'look-up' ? price.grid.rows.map(({ from }) => Math.ceil(from / price.grid.scale)) : [node.low]
  const { plan, variables } = ladders
  const stands: readonly Stand[] = [variables.map(() => 0), variables.map(({ rungs }) => rungs.length - 1)]
  return stands.flatMap((stand) => {
    const scene = sceneOf(plan, assessmentAt(ladders, stand))
    if (!scene) return []
    const workAt = (points: number) => {
      const nodes = scene.nodes.map((value, index) => (index === node.index ? points : value))
      return allocateLine(line, { ...scene, nodes })
    }
    return edges.flatMap((edge) =>
      [edge - node.den, edge].flatMap((from): Cliff[] => {
        const to = from + node.den
        if (from < node.low || to > node.high) return []
        const after = workAt(to)
        const pence = rise(figure(workAt(from)), figure(after))
        const at = after.steps.find((step) => 'points' in step)?.at ?? line.price.at
        return pence === null
          ? []
          : [{ line: line.id, by: 'one point', of: node.id, ...ends(node, from, to), pence, at }]
      }),
    )
  })
}

function ends({ den }: NodePlan, from: number, to: number) {
  return { from: String(from / den), to: String(to / den) }
}

/** From one answer to the next, in several orders from the least need to the most. */
function forOneLevel(line: LinePlan, ladders: Ladders): readonly Cliff[] {
  const { plan, variables } = ladders
  const steps = variables.map(({ rungs }) => rungs.length - 1)
  const found: Cliff[] = []
  for (let number = 0; number < CLIMBS && steps.length > 0; number++) {
    let stand: Stand = steps.map(() => 0)
    let before = figureAt(line, ladders, stand)
    for (const raised of climb(steps, number)) {
      const { is, index, rungs } = must(variables[raised])
      const place = must(stand[raised])
      stand = stand.map((one, i) => (i === raised ? one + 1 : one))
      const now = figureAt(line, ladders, stand)
      const pence = rise(before, now)
      before = now
      const [from, to] = [rungs[place]?.level ?? null, rungs[place + 1]?.level ?? null]
      if (is !== 'question' || pence === null || from === null || to === null) continue
      const { id, at } = must(plan.questions[index])
      found.push({ line: line.id, by: 'one level', of: id, from, to, pence, at })
    }
  }
  return found
}

function figureAt(line: LinePlan, ladders: Ladders, stand: Stand): number | null {
  const tried = tryLine(ladders.plan, line, assessmentAt(ladders, stand))
  return tried && figure(tried.line)
}

function figure({ amount }: BudgetLine): number | null {
  return 'pence' in amount ? amount.pence : null
}

function rise(before: number | null, after: number | null): Pence | null {
  return before !== null && after !== null && after > before ? asPence(after - before) : null
}
