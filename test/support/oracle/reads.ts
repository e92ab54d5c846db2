import { categories } from './chosen.js'
import { READS_ANSWERS } from './conditions.js'
import { at, has, items } from './tree.js'

/**
 * Whether a line reads points or answers, so that it says nothing for a child who was not scored: its price and the
 * weight of it, its own condition, and those of its changes. A band beside a judged one moves no sum and is not asked.
 */
export function readsAnswers(line: unknown): boolean {
  const conditions = [line, ...items(line, 'changes')].map((one) => at(one, 'when'))
  const priced = [at(line, 'price'), at(line, 'provides')]
  return conditions.some(inCondition) || priced.some((one) => inPrice(one) || inPrice(at(one, 'weight')))
}

function inPrice(tree: unknown): boolean {
  const byPoints = has(tree, 'look-up') || has(tree, 'each-point-of')
  return byPoints || categories(tree).some((category) => has(category, 'question'))
}

function inCondition(condition: unknown): boolean {
  if (READS_ANSWERS.some((key) => has(condition, key))) return true
  const under = [...items(condition, 'all'), ...items(condition, 'any')]
  return under.some(inCondition) || (has(condition, 'not') && inCondition(at(condition, 'not')))
}
