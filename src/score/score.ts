import type { NodePlan, Plan } from '../load/plan.js'
import type { ScoreResult, ScoreStep } from './needs.js'
import type { Reading } from './read-assessment.js'

/** The points of every node by index, each a whole number over the node's own power of ten. Nothing is ever rounded. */
export function scoreNodes(plan: Plan, reading: Reading): number[] {
  const nodes: number[] = []
  for (const node of plan.nodes) nodes.push(points(node, sumOf(node, reading, nodes), reading.brought[nodes.length] ?? 0))
  return nodes
}

function sumOf(node: NodePlan, reading: Reading, nodes: readonly number[]): number {
  let sum = 0
  for (const term of node.terms)
    sum += ((term.of === 'question' ? reading.points[term.index] : nodes[term.index]) ?? 0) * term.weight
  return sum
}

function points(node: NodePlan, sum: number, brought: number): number {
  if (node.kind === 'brought') return brought
  const value = node.times ? sum * node.times.by : sum
  if (!node.atMost) return value
  return Math.min(value * node.atMost.scale, node.atMost.limit)
}

/** The scores as results list them, by id, with the working of each. */
export function explainScores(plan: Plan, reading: Reading, nodes: readonly number[]): ScoreResult[] {
  return plan.listed.map((index) => {
    const node = plan.nodes[index] as NodePlan
    return { id: node.id, points: (nodes[index] ?? 0) / node.den, steps: stepsOf(plan, node, reading, nodes, index) }
  })
}

function stepsOf(plan: Plan, node: NodePlan, reading: Reading, nodes: readonly number[], index: number): ScoreStep[] {
  if (node.kind === 'brought') return [{ op: 'brought', points: (nodes[index] ?? 0) / node.den }]
  const of: number[] = []
  for (const term of node.terms)
    of.push(
      term.of === 'question'
        ? (reading.points[term.index] ?? 0) / plan.unit
        : (nodes[term.index] ?? 0) / (plan.nodes[term.index]?.den ?? 1),
    )
  const steps: ScoreStep[] = [
    node.perCent
      ? { op: 'per-cent', of: node.names, perCent: node.perCent, points: of }
      : { op: 'points', of: node.names, points: of },
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
    steps.push({ op: 'at-most', limit: node.atMost.limit / node.den, before: before / den, after: (nodes[index] ?? 0) / node.den })
  return steps
}
