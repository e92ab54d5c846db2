import { partOfYear } from '../calendar.js'
import type { LinePlan, NodePlan } from '../load/plan.js'
import { asPence, type Pence, share } from '../pence.js'
import type { Scene } from '../score/conditions.js'
import type { PartYear, Share } from './budget.js'

/** A figure by who pays it. Each part is whole pence and they add up to the figure (rule R2). */
export function byFunder({ funders }: LinePlan, figure: Pence): Share[] {
  switch (funders.is) {
    case 'all':
      return [{ id: funders.ids[0] ?? '', pence: figure }]
    case 'per-cent': {
      const parts = share(figure, funders.weights)
      return funders.ids.map((id, i) => ({ id, pence: (parts[i] ?? 0) as Pence }))
    }
    case 'first': {
      const first = Math.min(figure, funders.first)
      if (funders.ids.length === 1) return [{ id: funders.ids[0] ?? '', pence: figure }]
      return funders.ids.map((id, i) => ({ id, pence: ((i === 0) === funders.firstIsA ? first : figure - first) as Pence }))
    }
  }
}

/** A figure by outcome, in proportion to points: a share of points, not a price (rule R3). */
export function byOutcome({ outcome }: LinePlan, figure: Pence, scene: Scene): Share[] {
  if ('id' in outcome) return [{ id: outcome.id, pence: figure }]
  const node = scene.plan.nodes[outcome.node] as NodePlan
  const shares = node.outcomes.map((id) => ({ id, pence: 0 }))
  spread(node, figure, scene, shares)
  return shares as unknown as Share[]
}

function spread(node: NodePlan, figure: number, scene: Scene, shares: { readonly id: string; pence: number }[]): void {
  const weights: number[] = []
  for (const term of node.terms)
    weights.push(((term.of === 'question' ? scene.reading.points[term.index] : scene.nodes[term.index]) ?? 0) * term.weight)
  const parts = share(figure, weights)
  for (const [i, term] of node.terms.entries()) {
    const part = parts[i] ?? 0
    if (term.outcome === null) spread(scene.plan.nodes[term.index] as NodePlan, part, scene, shares)
    else for (const to of shares) if (to.id === term.outcome) to.pence += part
  }
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
  const { part, outOf } = plan.is === 'terms' ? { part: Number(fact), outOf: plan.outOf } : partOfYear(String(fact), plan.yearFrom, plan.in)
  const unit = plan.is === 'terms' ? 'terms' : plan.in
  const within = Math.min(part, outOf)
  return { pence: asPence(share(figure, [within, outOf - within])[0] ?? 0), part: within, outOf, unit }
}
