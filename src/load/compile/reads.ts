import type { ConditionPlan, LeafPlan } from '../condition-plan.js'
import type { GridPlan } from '../grid-plan.js'
import type { LinePlan } from '../plan.js'
import type { PricePlan } from '../price-plan.js'
import type { Context } from './context.js'

/** Whether a line reads points or answers, and whether it reads the setting: what makes it refer, or stand side by side. */
export function readsOf(
  { facts }: Pick<Context, 'facts'>,
  line: Pick<LinePlan, 'price' | 'changes' | 'when'>,
): Pick<LinePlan, 'scored' | 'bySetting'> {
  const { price } = line
  const conditions = conditionsOf(line).flatMap(leavesOf)
  const grids = gridsOf(price)
  const categories = grids.flatMap(({ across }) => across)
  const isSetting = (index: number) => {
    const fact = facts[index]
    return fact?.is === 'choice' && fact.of === 'setting'
  }
  return {
    scored:
      price.is === 'each-point' ||
      grids.some(({ node }) => node !== null) ||
      categories.some(({ of }) => of === 'question') ||
      conditions.some(({ is }) => is === 'score' || is === 'question' || is === 'count'),
    bySetting:
      categories.some((category) => category.of === 'fact' && isSetting(category.index)) ||
      conditions.some((condition) => condition.is === 'fact' && isSetting(condition.fact)),
  }
}

/** Whether a change of the line reads the day: what is kept of an earlier figure tapers. */
export function changesReadTheDay({ changes }: Pick<LinePlan, 'changes'>): boolean {
  return changes.some((change) => change.op === 'protect' && change.keeps.length > 0)
}

/** The look ups that a price makes; the bands beside a judged band move no sum. */
export function gridsOf(price: PricePlan): readonly GridPlan[] {
  if (price.is === 'look-up' || price.is === 'category') return [price.grid]
  return price.is === 'flat' && price.weight ? [price.weight.grid] : []
}

/** The conditions of a line: when it applies, and when each of its changes is made. */
export function conditionsOf({ when, changes }: Pick<LinePlan, 'when' | 'changes'>): readonly ConditionPlan[] {
  return [when, ...changes.map((change) => change.when)].filter((one) => one !== null)
}

/** The conditions that a condition is made of, opened down to those that read something. */
export function leavesOf(condition: ConditionPlan): LeafPlan[] {
  switch (condition.is) {
    case 'all':
    case 'any':
      return condition.of.flatMap(leavesOf)
    case 'not':
      return leavesOf(condition.of)
    default:
      return [condition]
  }
}
