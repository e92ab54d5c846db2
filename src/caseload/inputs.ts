import type { LeafPlan, NeedLeaf } from '../load/condition-plan.js'
import type { CategoryPlan, GridPlan } from '../load/grid-plan.js'
import type { FactPlan, NodePlan } from '../load/plan.js'
import { boundsIn } from '../load/range.js'
import { must } from '../must.js'
import type { Block } from './block.js'
import type { Counts } from './counts.js'
import { type Digit, whole, wholeAmongBounds } from './digits.js'

/** The columns of a table that something can depend on. */
export interface Inputs {
  readonly block: Block
  readonly counts: Counts
}

/** The form, and whether the child is scored: where conditions ask for the form, or a form leaves some children unscored. */
export function contextDigits({ context, plan }: Block, leaves: readonly LeafPlan[]): Digit[] {
  const matters = leaves.some(({ is }) => is === 'form') || [...plan.forms.values()].some((form) => form.notScored)
  return matters ? [whole(context, 2 * plan.forms.size)] : []
}

export function factDigit({ plan, facts }: Block, index: number): Digit {
  return whole(must(facts[index]), mostOf(must(plan.facts[index])) + 2, -1)
}

/** The largest number that a fact can be. */
function mostOf(fact: FactPlan): number {
  switch (fact.is) {
    case 'choice':
      return fact.values.length
    case 'age':
      return 25
    case 'terms':
    case 'decision':
      return 3
    case 'circumstance':
      return 1
    case 'start':
    case 'end':
      return -1
    case 'hours':
    case 'entitlement':
    case 'money':
      return fact.atMost
  }
}

function levelDigit({ plan, levels }: Block, index: number): Digit {
  return whole(must(levels[index] ?? undefined), must(plan.questions[index]).levels.size + 1)
}

/** The points of a node. A child who is not scored has none, which may be below everything that scores. */
export function nodeDigit({ ofNode }: Block, { index, low, high, den, grain }: NodePlan): Digit {
  const step = den / grain
  const from = Math.min(0, low)
  return whole(must(ofNode[index]), Math.floor((high - from) / step) + 1, from, step)
}

export function dateDigit({ date }: Block): Digit {
  return whole(date, 2 ** 22)
}

/**
 * What a look up is chosen by: its categories, and the row. `before` is how far before a row, in points, something else
 * changes too: a flag that is raised near the next row.
 */
export function gridDigits(block: Block, { node, across, rows, scale }: GridPlan, before: readonly number[]): Digit[] {
  const category = ({ of, index }: CategoryPlan) => (of === 'fact' ? factDigit(block, index) : levelDigit(block, index))
  const categories = across.map(category)
  if (!node) return categories
  const far = before.flatMap((points) => {
    const steps = points * node.den * scale
    return [Math.floor(steps), Math.ceil(steps)]
  })
  const bounds = rows.flatMap(({ from }) => [0, ...far].map((steps) => from - steps))
  return [wholeAmongBounds(nodeDigit(block, node), bounds, scale), ...categories]
}

/** What a condition without sums can depend on. */
export function leafDigit(leaf: NeedLeaf, { block, counts }: Inputs): Digit {
  switch (leaf.is) {
    case 'fact':
    case 'circumstance':
      return factDigit(block, leaf.fact)
    case 'amount-of-fact':
      return wholeAmongBounds(factDigit(block, leaf.fact), boundsIn(leaf.range), leaf.scale)
    case 'form':
      return whole(block.context, 2 * block.plan.forms.size)
    case 'question':
      return levelDigit(block, leaf.question)
    case 'count':
      return whole(counts.columnOf(leaf), leaf.questions.length + 1)
    case 'score':
      return wholeAmongBounds(nodeDigit(block, leaf.node), boundsIn(leaf.range), leaf.scale)
    case 'asked':
      return whole(block.asked, 2)
  }
}
