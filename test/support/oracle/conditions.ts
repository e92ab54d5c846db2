import { isOneOf } from './answers.js'
import { type Case, questionsUnder } from './case.js'
import { asNumber } from './fraction.js'
import { points } from './points.js'
import { at, has, items, maybe, text, texts } from './tree.js'
import { every, opposite, some, type Truth, truth, within } from './truth.js'

/** Decides the leaves that read figures; what a line or a change may depend on has none of them. */
export type Figures = (leaf: unknown) => Truth

const noFigures: Figures = (leaf) => {
  throw new TypeError(`not a condition over needs: ${JSON.stringify(leaf)}`)
}

/** The leaves that read points or answers: of a child who was not scored they are not known. */
export const READS_ANSWERS = ['question', 'count-of', 'score']

/** Whether a condition is so. */
export function holds(c: Case, condition: unknown, figures: Figures = noFigures): Truth {
  if (has(condition, 'all')) return every(items(condition, 'all').map((one) => holds(c, one, figures)))
  if (has(condition, 'any')) return some(items(condition, 'any').map((one) => holds(c, one, figures)))
  if (has(condition, 'not')) return opposite(holds(c, at(condition, 'not'), figures))
  if (has(condition, 'fact')) return fact(c, condition)
  if (has(condition, 'circumstance')) return truth(c.facts.get(text(condition, 'circumstance')) === true)
  if (has(condition, 'form')) return truth(c.form !== null && texts(condition, 'form').includes(c.form))
  if (!c.scored && READS_ANSWERS.some((key) => has(condition, key))) return 'unknown'
  if (has(condition, 'question')) return truth(isAt(c, text(condition, 'question'), texts(condition, 'is')))
  if (has(condition, 'count-of')) return truth(count(c, condition) >= BigInt(text(condition, 'at-least')))
  if (has(condition, 'score')) return within(condition, points(c, text(condition, 'score')))
  if (maybe(condition, 'asked-exceptional') === 'yes') return truth(c.askedExceptional)
  return figures(condition)
}

/** The leaves of a condition, in the order in which they stand. */
export function leavesOf(condition: unknown): readonly unknown[] {
  const under = [...items(condition, 'all'), ...items(condition, 'any')]
  if (has(condition, 'not')) return leavesOf(at(condition, 'not'))
  return under.length === 0 ? [condition] : under.flatMap(leavesOf)
}

/** What a leaf over needs reads; null where it is not known, and where a question is in no level. */
export function seenAt(c: Case, leaf: unknown): string | number | boolean | null {
  if (has(leaf, 'fact') && !isUnknownSetting(c, text(leaf, 'fact'))) {
    const value = c.facts.get(text(leaf, 'fact'))
    return typeof value === 'object' ? asNumber(value) : (value ?? null)
  }
  if (has(leaf, 'circumstance')) return c.facts.get(text(leaf, 'circumstance')) === true
  if (has(leaf, 'form')) return c.form
  if (has(leaf, 'asked-exceptional')) return c.askedExceptional
  if (!c.scored) return null
  if (has(leaf, 'question')) return c.answers.get(text(leaf, 'question'))?.level ?? null
  if (has(leaf, 'count-of')) return Number(count(c, leaf))
  return has(leaf, 'score') ? asNumber(points(c, text(leaf, 'score'))) : null
}

function isUnknownSetting(c: Case, fact: string): boolean {
  return c.facts.get(fact) === 'unknown' && text(c.table, 'facts', fact, 'is') === 'setting'
}

function fact(c: Case, condition: unknown): Truth {
  const id = text(condition, 'fact')
  const value = c.facts.get(id)
  if (isUnknownSetting(c, id)) return 'unknown'
  if (typeof value === 'string') return truth(texts(condition, 'is').includes(value))
  if (typeof value === 'object') return within(condition, value)
  throw new TypeError(`nothing to compare with in ${JSON.stringify(condition)}`)
}

function isAt(c: Case, question: string, levels: readonly string[]): boolean {
  return isOneOf(c.answers.get(question)?.level ?? null, levels)
}

function count(c: Case, condition: unknown): bigint {
  const among = new Set(texts(condition, 'among').flatMap((name) => questionsUnder(c.table, name)))
  const levels = texts(condition, 'count-of')
  return BigInt([...among].filter((question) => isAt(c, question, levels)).length)
}
