import { type Finding, finding } from '../diagnostic.js'
import type { GridPlan } from '../load/grid-plan.js'
import type { NodePlan, Plan } from '../load/plan.js'
import { must } from '../must.js'
import { highest, limited, type Points, plus, pointsOf, reaches, stretch, times, union } from './points.js'
import { type Reads, readsOfGrids, readsOfNode } from './reads.js'

/**
 * What a group or score can come to on one form. `exact`: by some answers each of the points is reached. Otherwise what
 * hangs together was taken as if it did not, and more may be listed than can be; never less.
 */
export interface Reach {
  readonly points: Points
  readonly exact: boolean
}

/** The reach of every group and score, by index: on each form, and nothing where there is too much to work out. */
export type Reaches = readonly (readonly (Reach | null)[])[]

/** Works out, by arithmetic over sets, every number of points that answers can come to. */
export function reachesOf(plan: Plan): Reaches {
  const forms = plan.forms.size === 0 ? [plan.formless] : [...plan.forms.values()]
  const byForm = forms.map(({ asks }) => {
    const all: (Reach | null)[] = []
    for (const node of plan.nodes) all.push(reachOf(plan, node, asks, all))
    return all
  })
  return plan.nodes.map((_, index) => byForm.map((all) => all[index] ?? null))
}

/** What a question can come to on a form: when it may not be asked at all, that hangs together with other answers. */
export function questionReach(plan: Plan, index: number, asks: readonly boolean[]): Reach {
  const { levels, inBetween, low, high, notApplicable, mayBeLeft, when } = must(plan.questions[index])
  if (!asks[index]) return { points: stretch(0, 0, 0), exact: true }
  const nothing = notApplicable || mayBeLeft || when ? [0] : []
  const said = pointsOf([...levels.values(), ...nothing])
  const between = inBetween ? union(said, stretch(low, high, plan.unit / 100)) : said
  return { points: between ?? said, exact: when === null }
}

function reachOf(plan: Plan, node: NodePlan, asks: readonly boolean[], nodes: readonly (Reach | null)[]): Reach | null {
  if (node.kind === 'brought') return { points: stretch(0, node.high, 1), exact: true }
  const parts = partsReach(plan, node, asks, nodes)
  const weighed = parts && weighedReach(plan, node, parts)
  const multiplied = weighed && times(weighed.points, (node.times?.by ?? 1) * (node.atMost?.scale ?? 1))
  const points = multiplied && (node.atMost ? limited(multiplied, node.atMost.limit) : multiplied)
  return weighed && points ? { points, exact: weighed.exact } : null
}

function partsReach(
  plan: Plan,
  node: NodePlan,
  asks: readonly boolean[],
  nodes: readonly (Reach | null)[],
): Reach | null {
  const together = node.kind === 'highest-of' ? highest : plus
  const sets: Points[] = []
  const before: Reads[] = []
  let exact = true
  for (const term of node.terms) {
    const own = term.node ? (nodes[term.index] ?? null) : questionReach(plan, term.index, asks)
    if (!own) return null
    const reads = term.node ? readsOfNode(plan, term.node) : questionReads(term.index)
    exact &&= own.exact && before.every((one) => areApart(one, reads))
    before.push(reads)
    sets.push(times(own.points, term.weight))
  }
  const [first, ...rest] = sets
  let points: Points | null = first ?? null
  for (const set of rest) points = points && together(points, set)
  return points && { points, exact }
}

/** A factor can be any that the look up holds; which one, hangs together with the points unless only facts choose it. */
function weighedReach(plan: Plan, { weight, terms }: NodePlan, parts: Reach): Reach | null {
  if (!weight) return parts
  const factors = [...new Set(weight.grid.rows.flatMap(({ cells }) => cells.map(({ value }) => value ?? 0)))]
  const reads = readsOfGrids(plan, [weight.grid])
  const others = terms.map(({ node, index }) => (node ? readsOfNode(plan, node) : questionReads(index)))
  const free = reads.nodes.size === 0 && reads.questions.size === 0 && others.every((one) => areApart(one, reads))
  let points: Points | null = null
  for (const factor of factors) {
    const one = times(parts.points, factor)
    points = points ? union(points, one) : one
    if (!points) return null
  }
  return points && { points, exact: parts.exact && (free || factors.length === 1) }
}

function questionReads(index: number): Reads {
  return { facts: new Set(), questions: new Set([index]), nodes: new Set() }
}

/** Whether nothing moves both. */
function areApart(a: Reads, b: Reads): boolean {
  const none = (one: ReadonlySet<number>, other: ReadonlySet<number>) => [...one].every((index) => !other.has(index))
  return none(a.facts, b.facts) && none(a.questions, b.questions) && none(a.nodes, b.nodes)
}

/** Every row of these look ups that no answers on any form reach. Where not all could be worked out, none is told. */
export function unreachedRows(grids: readonly GridPlan[], all: Reaches): Finding[] {
  return grids.flatMap(({ node, scale, rows }) => {
    const byForm = node ? must(all[node.index]) : []
    const known = byForm.filter((reach) => reach !== null)
    if (!node || known.length < byForm.length) return []
    return rows.flatMap((row, i) => {
      const next = rows[i + 1]
      const [from, below] = [row.from, next?.from ?? Number.POSITIVE_INFINITY].map((at) => Math.ceil(at / scale))
      if (known.some(({ points }) => reaches(points, from ?? 0, below ?? 0))) return []
      const data = { score: node.id, from: String(row.fromPoints), next: next ? String(next.fromPoints) : null }
      return [finding('RAS863', `${row.at}/from`, data)]
    })
  })
}
