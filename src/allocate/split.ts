import { partOfYear } from '../calendar.js'
import type { LinePlan, NodePlan } from '../load/plan.js'
import { must } from '../must.js'
import { asPence, type Pence, share } from '../pence.js'
import { highestOf, worth } from '../score/score.js'
import type { PartYear, Share } from './budget.js'
import { keptOn } from './changes.js'
import type { BudgetScene } from './scene.js'

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
export function byOutcome({ outcome, outcomesTo }: LinePlan, figure: Pence, scene: BudgetScene): Share[] {
  if ('id' in outcome) return [{ id: outcome.id, pence: figure }]
  const all = scene.plan.outcomes
  const sums: number[] = []
  for (let i = 0; i < all.length; i++) sums.push(0)
  if (figure > 0) spread(outcome.node, figure, scene, sums)
  return outcomesTo.map((to) => ({ id: must(all[to]), pence: asPence(sums[to] ?? 0) }))
}

/** Nested: a score's part is split again over what the score is made of, down to groups and questions. */
function spread(node: NodePlan, figure: number, scene: BudgetScene, sums: number[]): void {
  const weights = weightsOf(node, scene)
  const parts = share(figure, weights)
  for (let i = 0; i < parts.length; i++) {
    const term = must(node.terms[i])
    const part = parts[i] ?? 0
    if (term.node && term.to < 0) spread(term.node, part, scene, sums)
    else sums[term.to] = (sums[term.to] ?? 0) + part
  }
}

/** What each part contributes; of several of which the highest counts, that one alone. */
function weightsOf(node: NodePlan, { reading, nodes }: BudgetScene): number[] {
  if (node.kind === 'highest-of') {
    const highest = highestOf(node, reading.points, nodes)
    return node.terms.map((_, i) => (i === highest ? 1 : 0))
  }
  const weights: number[] = []
  for (const term of node.terms) weights.push(worth(term, reading.points, nodes))
  return weights
}

function shares(ids: readonly string[], parts: readonly number[]): Share[] {
  return ids.map((id, i) => ({ id, pence: asPence(parts[i] ?? 0) }))
}

/** The family's contingency, inside the figure; null where the line has none. */
export function contingencyIn({ contingency }: LinePlan, figure: Pence): Pence | null {
  return contingency === null ? null : asPence(share(figure, [contingency, 10000 - contingency])[0] ?? 0)
}

/** The part that a block contract holds on the day of the assessment; null where none does. */
export function lockedIn({ locked }: LinePlan, figure: Pence, { reading }: BudgetScene): Pence | null {
  if (locked === null) return null
  const { part } = keptOn(locked, reading.date)
  return asPence(share(figure, [part, 10000 - part])[0] ?? 0)
}

/** What this year gets of a full year's figure; null where the whole year is meant. */
export function partYear({ partYear: plan }: LinePlan, figure: Pence, { reading }: BudgetScene): PartYear | null {
  if (!plan) return null
  const given = reading.facts[plan.fact] ?? null
  if (plan.is === 'terms') return partOf(figure, Number(given), plan.outOf, 'terms')
  const end = plan.end < 0 ? null : (reading.facts[plan.end] ?? null)
  if (given === null && end === null) return null
  const days = { start: given === null ? null : String(given), end: end === null ? null : String(end) }
  const { part, outOf } = partOfYear(days, plan.yearFrom, plan.in)
  return partOf(figure, part, outOf, plan.in)
}

function partOf(figure: Pence, part: number, outOf: number, unit: PartYear['unit']): PartYear {
  const within = Math.min(part, outOf)
  return { pence: asPence(share(figure, [within, outOf - within])[0] ?? 0), part: within, outOf, unit }
}
