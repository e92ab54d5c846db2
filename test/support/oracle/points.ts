import type { Case } from './case.js'
import { chosen } from './chosen.js'
import { type Fraction, isBelow, least, ONE, over, product, read, sum, times, ZERO } from './fraction.js'
import { at, entries, has, inOrder, maybe, text, texts } from './tree.js'

const HUNDRED = read('100')

/** One thing that a score is made of, and the part of it that counts. */
export interface Term {
  readonly name: string
  readonly part: Fraction
}

/** The points of a question, a group or a score: worked out afresh whenever they are asked for. */
export function points(c: Case, name: string): Fraction {
  const answer = c.answers.get(name)
  if (answer !== undefined) return answer.points
  const group = at(c.table, 'questions', name)
  if (group !== undefined) return sum(entries(group, 'ask').map(([question]) => points(c, question)))
  const score = at(c.table, 'scores', name)
  if (score === undefined) throw new RangeError(`no score ${name}`)
  if (has(score, 'brought')) return c.brought.get(name) ?? ZERO
  const parts = terms(score).map((term) => contribution(c, term))
  const whole = has(score, 'highest-of') ? parts.reduce(highest) : sum(parts)
  const weighted = product([whole, weightOf(c, score), read(maybe(score, 'times') ?? '1')])
  const most = maybe(score, 'at-most')
  return most === null ? weighted : least(weighted, read(most))
}

/** What a term adds to its score. */
export function contribution(c: Case, term: Term): Fraction {
  return times(points(c, term.name), term.part)
}

/** What a score is made of, in the order of the names. */
export function terms(score: unknown): readonly Term[] {
  const whole = [...texts(score, 'sum'), ...texts(score, 'highest-of')].map((name) => ({ name, part: ONE }))
  const parts = entries(score, 'per-cent-of').map(([name, perCent]) => ({
    name,
    part: over(read(text(perCent)), HUNDRED),
  }))
  return [...whole, ...parts].sort((a, b) => inOrder(a.name, b.name))
}

/** The factor that is looked up beside a sum or a price; 1 where there is none. */
export function weightOf(c: Case, tree: unknown): Fraction {
  return has(tree, 'weight') ? read(chosen(c, at(tree, 'weight'), (score) => points(c, score)).give) : ONE
}

const highest = (a: Fraction, b: Fraction): Fraction => (isBelow(a, b) ? b : a)

/** The groups and scores of a table: what a budget lists as its scores. */
export function scoreNames(table: unknown): readonly string[] {
  const names = [...entries(table, 'questions'), ...entries(table, 'scores')].map(([name]) => name)
  return names.sort(inOrder)
}
