import type { NodePlan, Plan } from '../load/plan.js'
import { must } from '../must.js'
import { has, highest, leastFrom, lowest, membersOf, type Points, plus, times } from './points.js'
import { questionReach, type Reaches } from './reachable.js'

/** The points of each question and of each brought score, by index, that come to a certain score. */
export interface Coming {
  readonly questions: Map<number, number>
  readonly brought: Map<number, number>
}

/** A form, as the reach of everything was worked out on it. */
interface OnForm {
  readonly plan: Plan
  readonly asks: readonly boolean[]
  readonly reaches: Reaches
  /** Its place among the forms. */
  readonly form: number
  /** Which of several answers that come to the same are taken: the lowest of the last parts first, or otherwise. */
  readonly way: Way
}

/** Whether the parts are gone through from the first, and whether the highest of each is tried first. */
export interface Way {
  readonly fromFirst: boolean
  readonly highFirst: boolean
}

export const WAYS: readonly Way[] = [false, true].flatMap((fromFirst) =>
  [false, true].map((highFirst) => ({ fromFirst, highFirst })),
)

/**
 * Finds answers that come to exactly this score, over the score’s own power of ten; nothing where none do, or where what
 * makes it up hangs together (weights, questions that are not always asked) and none were found.
 */
export function answersFor(on: OnForm, node: NodePlan, target: number): Coming | null {
  const coming: Coming = { questions: new Map(), brought: new Map() }
  return assign(on, node, target, coming) ? coming : null
}

function assign(on: OnForm, node: NodePlan, target: number, coming: Coming): boolean {
  if (node.kind === 'brought') {
    coming.brought.set(node.index, target)
    return target >= 0 && target <= node.high
  }
  const sets = node.terms.map((term) => {
    const own = term.node ? on.reaches[term.index]?.[on.form] : questionReach(on.plan, term.index, on.asks)
    return own ? times(own.points, term.weight) : null
  })
  const known = sets.filter((set) => set !== null)
  if (node.weight || known.length < sets.length) return false
  const put = (term: number, value: number) => {
    const { node: inner, index, weight } = must(node.terms[term])
    if (weight === 0)
      return inner ? assign(on, inner, lowest(must(on.reaches[index]?.[on.form]?.points)), coming) : true
    if (inner) return assign(on, inner, value / weight, coming)
    coming.questions.set(index, value / weight)
    return true
  }
  return node.kind === 'highest-of' ? putHighest(node, known, target, put) : putSum(node, known, target, on.way, put)
}

type Put = (term: number, value: number) => boolean

/** One part comes to it, the others stay as low as they can. */
function putHighest(node: NodePlan, sets: readonly Points[], target: number, put: Put): boolean {
  let all: Points | null = must(sets[0])
  for (const set of sets.slice(1)) all = all && highest(all, set)
  if (!all) return false
  const parts = partsFor(node, all, target)
  const chosen = sets.findIndex((set) => has(set, parts))
  if (chosen < 0 || sets.some((set) => lowest(set) > parts)) return false
  return sets.every((set, i) => put(i, i === chosen ? parts : lowest(set)))
}

/** Part after part, each takes what leaves a sum that the parts still to come can come to. */
function putSum(node: NodePlan, sets: readonly Points[], target: number, way: Way, put: Put): boolean {
  const order = sets.map((_, i) => (way.fromFirst ? sets.length - 1 - i : i))
  const sums: Points[] = []
  for (const i of order) {
    const [so, set] = [sums.at(-1), must(sets[i])]
    const sum = so ? plus(so, set) : set
    if (!sum) return false
    sums.push(sum)
  }
  let rest = partsFor(node, must(sums.at(-1)), target)
  for (let place = order.length - 1; place >= 0; place--) {
    const [i, left, others] = [must(order[place]), rest, sums[place - 1]]
    const members = membersOf(must(sets[i]))
    const tried = way.highFirst ? [...members].reverse() : members
    const taken = tried.find((value) => (others ? has(others, left - value) : value === left))
    if (taken === undefined || !put(i, taken)) return false
    rest -= taken
  }
  return true
}

/** The points before `times` and a limit; above a limit the least that reach it, and where nothing counts any. */
function partsFor({ times: factor, atMost }: NodePlan, all: Points, target: number): number {
  const by = (factor?.by ?? 1) * (atMost?.scale ?? 1)
  if (by === 0) return lowest(all)
  return atMost && target === atMost.limit ? leastFrom(all, Math.ceil(target / by)) : target / by
}
