import type { NodePlan, Plan, Term } from '../load/plan.js'
import { must } from '../must.js'
import { weightOf, weightUse } from './grid.js'
import type { ScoreResult, ScoreStep } from './needs.js'
import type { Reading } from './read-assessment.js'

/** Numbers by place. */
type Numbers = readonly number[] | Float64Array
type Written = number[] | Float64Array

/**
 * The points of n cases side by side: what there is of question or node k for case i stands at `k × stride + i`.
 * `nodes` comes in with the points that were brought, and 0 for what is summed.
 */
export interface Sheet {
  readonly n: number
  readonly stride: number
  readonly points: Numbers
  readonly nodes: Written
  /** What weights are chosen by, in case i; its nodes only as far as they are added up. */
  readonly at: (i: number) => Values
}

type Values = Pick<Reading, 'facts' | 'levels' | 'scored'> & { readonly nodes: readonly number[] }

/**
 * The points of every node by index, each a whole number over the node's own power of ten. Nothing is ever rounded. A
 * child who is not scored has none: every line that reads them refers.
 */
export function scoreNodes(plan: Plan, reading: Reading): number[] {
  if (!reading.scored) return plan.nodes.map(() => 0)
  const nodes = [...reading.brought]
  const { facts, levels, scored, points } = reading
  addUp(plan, { n: 1, stride: 1, points, nodes, at: () => ({ facts, levels, scored, nodes }) })
  return nodes
}

/** Adds up every node of a sheet, each after those it is made of. */
export function addUp(plan: Plan, sheet: Sheet): void {
  for (const node of plan.nodes) if (node.kind !== 'brought') addUpNode(node, sheet)
}

function addUpNode(node: NodePlan, sheet: Sheet): void {
  const { n, stride, nodes } = sheet
  const own = node.index * stride
  addParts(node, sheet, nodes, own)
  const { weight, times, atMost } = node
  if (weight)
    for (let i = 0; i < n; i++) {
      const values = sheet.at(i)
      if (values.scored) nodes[own + i] = (nodes[own + i] ?? 0) * weightOf(weight, values, values.nodes)
    }
  if (times) for (let i = 0; i < n; i++) nodes[own + i] = (nodes[own + i] ?? 0) * times.by
  if (atMost) for (let i = 0; i < n; i++) nodes[own + i] = Math.min((nodes[own + i] ?? 0) * atMost.scale, atMost.limit)
}

/** Puts together what a node is made of, the sum or the highest, and adds it to what stands in `to` from `own` on. */
function addParts(node: NodePlan, { n, stride, points, nodes }: Parts, to: Written, own: number): void {
  if (node.kind === 'highest-of') {
    for (let i = 0; i < n; i++)
      to[own + i] = worth(must(node.terms[highestOf(node, points, nodes, stride, i)]), points, nodes, stride, i)
    return
  }
  const { terms } = node
  for (let k = 0; k < terms.length; k += 2) {
    const one = must(terms[k])
    const two = terms[k + 1]
    const from = one.node ? nodes : points
    const first = one.index * stride
    const { weight } = one
    if (!two) {
      for (let i = 0; i < n; i++) to[own + i] = (to[own + i] ?? 0) + (from[first + i] ?? 0) * weight
      return
    }
    const from2 = two.node ? nodes : points
    const first2 = two.index * stride
    const weight2 = two.weight
    for (let i = 0; i < n; i++)
      to[own + i] = (to[own + i] ?? 0) + (from[first + i] ?? 0) * weight + (from2[first2 + i] ?? 0) * weight2
  }
}

type Parts = Pick<Sheet, 'n' | 'stride' | 'points'> & { readonly nodes: Numbers }

/** The place of the highest part in a case; of several, the first by name. */
export function highestOf(node: NodePlan, points: Numbers, nodes: Numbers, stride = 1, i = 0): number {
  let best = 0
  for (let k = 1; k < node.terms.length; k++)
    if (worth(must(node.terms[k]), points, nodes, stride, i) > worth(must(node.terms[best]), points, nodes, stride, i))
      best = k
  return best
}

/** What a term contributes in a case, on its node's scale. */
export function worth(term: Term, points: Numbers, nodes: Numbers, stride = 1, i = 0): number {
  return ((term.node ? nodes : points)[term.index * stride + i] ?? 0) * term.weight
}

/** The scores as results list them, by id, with the working of each. */
export function explainScores(plan: Plan, reading: Reading, nodes: readonly number[]): ScoreResult[] {
  return plan.listed.map((node) => ({
    id: node.id,
    points: (nodes[node.index] ?? 0) / node.den,
    steps: stepsOf(plan, node, reading, nodes),
  }))
}

function stepsOf(plan: Plan, node: NodePlan, reading: Reading, nodes: readonly number[]): ScoreStep[] {
  const total = nodes[node.index] ?? 0
  if (node.kind === 'brought') return [{ op: 'brought', points: total / node.den }]
  const points = node.terms.map(({ node: inner, index }) =>
    inner ? (nodes[index] ?? 0) / inner.den : (reading.points[index] ?? 0) / plan.unit,
  )
  const steps: ScoreStep[] = [madeOf(node, points, reading, nodes)]
  if (!node.weight && !node.times && !node.atMost) return steps
  const parts = [0]
  addParts(node, { n: 1, stride: 1, points: reading.points, nodes }, parts, 0)
  let [before = 0] = parts
  let den = node.sumDen
  if (node.weight) {
    const after = before * weightOf(node.weight, reading, nodes)
    const use = weightUse(node.weight, reading, nodes)
    steps.push({ op: 'weight', ...use, before: before / den, after: after / (den * node.weight.den) })
    before = after
    den *= node.weight.den
  }
  if (node.times) {
    const after = before * node.times.by
    steps.push({ op: 'times', factor: node.times.text, before: before / den, after: after / (den * node.times.den) })
    before = after
    den *= node.times.den
  }
  if (node.atMost)
    steps.push({ op: 'at-most', limit: node.atMost.limit / node.den, before: before / den, after: total / node.den })
  return steps
}

function madeOf(node: NodePlan, points: number[], reading: Reading, nodes: readonly number[]): ScoreStep {
  if (node.perCent) return { op: 'per-cent', of: node.names, perCent: node.perCent, points }
  if (node.kind !== 'highest-of') return { op: 'points', of: node.names, points }
  return { op: 'highest', of: node.names, points, highest: must(node.names[highestOf(node, reading.points, nodes)]) }
}
