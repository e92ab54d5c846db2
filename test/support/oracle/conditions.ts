import { type Case, questionsUnder } from './case.js'
import { points } from './points.js'
import { at, has, items, maybe, text, texts } from './tree.js'
import { every, opposite, some, type Truth, truth, within } from './truth.js'

/** Decides the leaves that read figures; what a line or a change may depend on has none of them. */
export type Figures = (leaf: unknown) => Truth

const noFigures: Figures = (leaf) => {
  throw new TypeError(`not a condition over needs: ${JSON.stringify(leaf)}`)
}

/** Whether a condition is so. */
export function holds(c: Case, condition: unknown, figures: Figures = noFigures): Truth {
  if (has(condition, 'all')) return every(items(condition, 'all').map((one) => holds(c, one, figures)))
  if (has(condition, 'any')) return some(items(condition, 'any').map((one) => holds(c, one, figures)))
  if (has(condition, 'not')) return opposite(holds(c, at(condition, 'not'), figures))
  if (has(condition, 'fact')) return fact(c, condition)
  if (has(condition, 'circumstance')) return truth(c.facts.get(text(condition, 'circumstance')) === true)
  if (has(condition, 'form')) return truth(c.form !== null && texts(condition, 'form').includes(c.form))
  if (has(condition, 'question')) return truth(isAt(c, text(condition, 'question'), texts(condition, 'is')))
  if (has(condition, 'count-of')) return truth(count(c, condition) >= BigInt(text(condition, 'at-least')))
  if (has(condition, 'score')) return within(condition, points(c, text(condition, 'score')))
  if (maybe(condition, 'asked-exceptional') === 'yes') return truth(c.askedExceptional)
  return figures(condition)
}

function fact(c: Case, condition: unknown): Truth {
  const value = c.facts.get(text(condition, 'fact'))
  if (typeof value === 'string') return truth(texts(condition, 'is').includes(value))
  if (typeof value === 'object') return within(condition, value)
  throw new TypeError(`nothing to compare with in ${JSON.stringify(condition)}`)
}

function isAt(c: Case, question: string, levels: readonly string[]): boolean {
  const level = c.answers.get(question)?.level
  return typeof level === 'string' && levels.includes(level)
}

function count(c: Case, condition: unknown): bigint {
  const among = new Set(texts(condition, 'among').flatMap((name) => questionsUnder(c.table, name)))
  const levels = texts(condition, 'count-of')
  return BigInt([...among].filter((question) => isAt(c, question, levels)).length)
}
