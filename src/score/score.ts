import type { NodePlan, Plan, Term } from '../load/plan.js'
import { must } from '../must.js'
import { weightOf, weightUse } from './grid.js'
import type { ScoreResult, ScoreStep } from './needs.js'
import type { Reading } from './read-assessment.js'

/**
 * The points of every node by index, each a whole number over the node's own power of ten. Nothing is ever rounded. A
 * child who is not scored has none: every line that reads them refers.
 */
export function scoreNodes(plan: Plan, reading: Reading): number[] {
  if (!reading.scored) return plan.nodes.map(() => 0)
  const nodes: number[] = []
  for (const node of plan.nodes) nodes.push(pointsOf(node, reading, nodes))
  return nodes
}

function pointsOf(node: NodePlan, reading: Reading, nodes: readonly number[]): number {
  if (node.kind === 'brought') return reading.brought[node.index] ?? 0
  const parts = partsOf(node, reading, nodes)
  const weighed = node.weight ? parts * weightOf(node.weight, reading, nodes) : parts
  const value = node.times ? weighed * node.times.by : weighed
  return node.atMost ? Math.min(value * node.atMost.scale, node.atMost.limit) : value
}

/** What a node is made of, put together: the sum, or the highest. */
function partsOf(node: NodePlan, reading: Reading, nodes: readonly number[]): number {
  if (node.kind === 'highest-of') return worth(must(node.terms[highestOf(node, reading, nodes)]), reading, nodes)
  let sum = 0
  for (const term of node.terms) sum += worth(term, reading, nodes)
  return sum
}

/** The place of the highest part; of several, the first by name. */
export function highestOf(node: NodePlan, reading: Reading, nodes: readonly number[]): number {
  let best = 0
  for (let i = 1; i < node.terms.length; i++)
    if (worth(must(node.terms[i]), reading, nodes) > worth(must(node.terms[best]), reading, nodes)) best = i
  return best
}

/** What a term contributes, on its node's scale. */
export function worth(term: Term, reading: Reading, nodes: readonly number[]): number {
  return ((term.node ? nodes[term.index] : reading.points[term.index]) ?? 0) * term.weight
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
  const points: number[] = []
  for (const { node: inner, index } of node.terms)
    points.push(inner ? (nodes[index] ?? 0) / inner.den : (reading.points[index] ?? 0) / plan.unit)
  const steps: ScoreStep[] = [madeOf(node, points, reading, nodes)]
  if (!node.weight && !node.times && !node.atMost) return steps
  let before = partsOf(node, reading, nodes)
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
  return { op: 'highest', of: node.names, points, highest: must(node.names[highestOf(node, reading, nodes)]) }
}
