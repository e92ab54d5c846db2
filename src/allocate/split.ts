import { partOfYear } from '../calendar.js'
import type { LinePlan, NodePlan } from '../load/plan.js'
import { must } from '../must.js'
import { asPence, type Pence, share } from '../pence.js'
import type { Scene } from '../score/conditions.js'
import type { PartYear, Share } from './budget.js'

/** A figure by who pays it. Each part is whole pence and they add up to the figure (rule R2). */
export function byFunder({ funders }: LinePlan, figure: Pence): Share[] {
  switch (funders.is) {
    case 'all':
      return funders.ids.map((id) => ({ id, pence: figure }))
    case 'per-cent':
      return shares(funders.ids, share(figure, funders.weights))
    case 'first': {
      if (funders.ids.length === 1) return funders.ids.map((id) => ({ id, pence: figure }))
      const first = Math.min(figure, funders.first)
      return shares(funders.ids, funders.firstIsA ? [first, figure - first] : [figure - first, first])
    }
  }
}

/** A figure by outcome, in proportion to points: a share of points, not a price (rule R3). */
export function byOutcome({ outcome }: LinePlan, figure: Pence, scene: Scene): Share[] {
  if ('id' in outcome) return [{ id: outcome.id, pence: figure }]
  const all = scene.plan.outcomes
  const sums: number[] = []
  for (let i = 0; i < all.length; i++) sums.push(0)
  if (figure > 0) spread(outcome.node, figure, scene, sums)
  return outcome.node.outcomes.map((id) => ({ id, pence: asPence(sums[all.indexOf(id)] ?? 0) }))
}

/** Nested: a score's part is split again over what the score is made of, down to groups and questions. */
function spread(node: NodePlan, figure: number, scene: Scene, sums: number[]): void {
  const weights: number[] = []
  for (const term of node.terms)
    weights.push(((term.node ? scene.nodes[term.index] : scene.reading.points[term.index]) ?? 0) * term.weight)
  const parts = share(figure, weights)
  for (let i = 0; i < parts.length; i++) {
    const term = must(node.terms[i])
    const part = parts[i] ?? 0
    if (term.node && term.to < 0) spread(term.node, part, scene, sums)
    else sums[term.to] = (sums[term.to] ?? 0) + part
  }
}

function shares(ids: readonly string[], parts: readonly number[]): Share[] {
  return ids.map((id, i) => ({ id, pence: asPence(parts[i] ?? 0) }))
}

/** The family's contingency, inside the figure; null where the line has none. */
export function contingencyIn({ contingency }: LinePlan, figure: Pence): Pence | null {
  return contingency === null ? null : asPence(share(figure, [contingency, 10000 - contingency])[0] ?? 0)
}

/** What this year gets of a full year's figure; null where the whole year is meant. */
export function partYear({ partYear: plan }: LinePlan, figure: Pence, { reading }: Scene): PartYear | null {
  if (!plan) return null
  const fact = reading.facts[plan.fact]
  if (plan.is === 'start' && typeof fact !== 'string') return null
  const { part, outOf } =
    plan.is === 'terms' ? { part: Number(fact), outOf: plan.outOf } : partOfYear(String(fact), plan.yearFrom, plan.in)
  const unit = plan.is === 'terms' ? 'terms' : plan.in
  const within = Math.min(part, outOf)
  return { pence: asPence(share(figure, [within, outOf - within])[0] ?? 0), part: within, outOf, unit }
}
