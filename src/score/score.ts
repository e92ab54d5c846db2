import type { NodePlan, Plan } from '../load/plan.js'
import type { ScoreResult, ScoreStep } from './needs.js'
import type { Reading } from './read-assessment.js'

/** The points of every node by index, each a whole number over the node's own power of ten. Nothing is ever rounded. */
export function scoreNodes(plan: Plan, reading: Reading): number[] {
  const nodes: number[] = []
  for (const node of plan.nodes) nodes.push(pointsOf(node, reading, nodes))
  return nodes
}

function pointsOf(node: NodePlan, reading: Reading, nodes: readonly number[]): number {
  if (node.kind === 'brought') return reading.brought[node.index] ?? 0
  const sum = sumOf(node, reading, nodes)
  const value = node.times ? sum * node.times.by : sum
  return node.atMost ? Math.min(value * node.atMost.scale, node.atMost.limit) : value
}

function sumOf(node: NodePlan, reading: Reading, nodes: readonly number[]): number {
  let sum = 0
  for (const term of node.terms)
    sum += ((term.node ? nodes[term.index] : reading.points[term.index]) ?? 0) * term.weight
  return sum
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
  const steps: ScoreStep[] = [
    node.perCent
      ? { op: 'per-cent', of: node.names, perCent: node.perCent, points }
      : { op: 'points', of: node.names, points },
  ]
  if (!node.times && !node.atMost) return steps
  let before = sumOf(node, reading, nodes)
  let den = node.sumDen
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
