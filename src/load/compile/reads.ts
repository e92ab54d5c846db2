import type { ConditionPlan } from '../condition-plan.js'
import type { CategoryPlan, GridPlan, WeightPlan } from '../grid-plan.js'
import type { LinePlan } from '../plan.js'
import type { PricePlan } from '../price-plan.js'
import type { Context } from './context.js'

/** Whether a line reads points or answers, and whether it reads the setting: what makes it refer, or stand side by side. */
export function readsOf(
  { facts }: Pick<Context, 'facts'>,
  { price, changes, when }: Pick<LinePlan, 'price' | 'changes' | 'when'>,
): Pick<LinePlan, 'scored' | 'bySetting'> {
  const conditions = [when, ...changes.map((change) => change.when)].filter((one) => one !== null).flatMap(leavesOf)
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
      categories.some((category: CategoryPlan) => category.of === 'fact' && isSetting(category.index)) ||
      conditions.some((condition) => condition.is === 'fact' && isSetting(condition.fact)),
  }
}

/** The look ups that a price makes; the bands beside a judged band move no sum. */
function gridsOf(price: PricePlan): readonly GridPlan[] {
  if (price.is === 'look-up' || price.is === 'category') return [price.grid]
  const weight: WeightPlan | null = price.is === 'flat' ? price.weight : null
  return weight ? [weight.grid] : []
}

/** The conditions that a condition is made of, opened down to those that read something. */
export function leavesOf(condition: ConditionPlan): ConditionPlan[] {
  if (condition.is === 'all' || condition.is === 'any') return condition.of.flatMap(leavesOf)
  return condition.is === 'not' ? leavesOf(condition.of) : [condition]
}
