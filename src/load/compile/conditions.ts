import { decimals, scaled, tenTo } from '../../decimal.js'
import { pointer } from '../../pointer.js'
import type { ConditionPlan, Range } from '../condition-plan.js'
import type { FlagCondition } from '../shape/when.js'
import { type Context, indexOf, nodeOf } from './context.js'

interface Bounds {
  readonly from?: string | undefined
  readonly above?: string | undefined
  readonly 'up-to'?: string | undefined
  readonly below?: string | undefined
}

/** What a condition's names are looked up in. */
type Readers = Pick<Context, 'table' | 'facts' | 'questions' | 'nodes'>

/** Resolves a condition's names and puts its numbers on the scale on which they are compared. */
export function compileCondition(
  context: Readers,
  condition: FlagCondition,
  path: readonly PropertyKey[],
): ConditionPlan {
  const at = pointer(path)
  if ('all' in condition)
    return { at, is: 'all', of: condition.all.map((one, i) => compileCondition(context, one, [...path, 'all', i])) }
  if ('any' in condition)
    return { at, is: 'any', of: condition.any.map((one, i) => compileCondition(context, one, [...path, 'any', i])) }
  if ('not' in condition) return { at, is: 'not', of: compileCondition(context, condition.not, [...path, 'not']) }
  if ('fact' in condition) {
    const fact = indexOf(context.facts, condition.fact)
    if (condition.is) return { at, is: 'fact', fact, values: condition.is }
    return {
      at,
      is: 'amount-of-fact',
      fact,
      scale: context.facts[fact]?.is === 'terms' ? 100 : 1,
      range: range(condition, 2),
    }
  }
  if ('circumstance' in condition)
    return { at, is: 'circumstance', fact: indexOf(context.facts, condition.circumstance) }
  if ('form' in condition) return { at, is: 'form', forms: condition.form }
  if ('question' in condition) {
    const question = indexOf(context.questions, condition.question)
    return { at, is: 'question', question, levels: levelsNamed(context, [question], condition.is) }
  }
  if ('count-of' in condition) {
    const questions = [...new Set(condition.among.flatMap((name) => questionsUnder(context, name)))].sort(
      (a, b) => a - b,
    )
    const levels = levelsNamed(context, questions, condition['count-of'])
    return { at, is: 'count', questions, levels, least: Number(condition['at-least']) }
  }
  if ('score' in condition) {
    const node = nodeOf(context, condition.score)
    const { den } = node
    const places = Math.max(0, ...bounds(condition).map(decimals))
    const scale = Math.max(1, tenTo(places) / den)
    return { at, is: 'score', node, scale, range: range(condition, Math.round(Math.log10(den * scale))) }
  }
  if ('line' in condition) return { at, is: 'line', line: condition.line, range: range(condition, 2) }
  if ('total' in condition)
    return { at, is: 'total', stream: condition.total === 'all' ? null : condition.total, range: range(condition, 2) }
  if ('near-next-row' in condition)
    return { at, is: 'near', line: condition['near-next-row'], within: Number(condition.within) }
  if ('judged-band' in condition) {
    const fact = indexOf(context.facts, condition['judged-band'])
    const declared = context.facts[fact]
    const bands = declared?.is === 'choice' ? declared.values : []
    const tolerance = Number(condition['by-more-than'] ?? '0')
    return { at, is: 'judged', fact, line: condition['differs-from'], bands, tolerance }
  }
  return { at, is: 'asked' }
}

/** The levels meant: one named alone is that level of any kind, where a question has kinds. */
function levelsNamed({ questions }: Readers, indexes: readonly number[], names: readonly string[]): string[] {
  const levels = indexes.flatMap((index) => [...(questions[index]?.levels.keys() ?? [])])
  return [...new Set(levels.filter((level) => names.includes(level) || names.includes(level.replace(/^.*\//, ''))))]
}

function questionsUnder({ table, questions }: Readers, name: string): number[] {
  const group = table.questions?.[name]
  return (group ? Object.keys(group.ask) : [name]).map((id) => indexOf(questions, id))
}

function bounds(condition: Bounds): string[] {
  return [condition.from, condition.above, condition['up-to'], condition.below].filter((text) => text !== undefined)
}

function range(condition: Bounds, places: number): Range {
  const read = (text: string | undefined) => (text === undefined ? null : scaled(text, places))
  return {
    from: read(condition.from),
    above: read(condition.above),
    upTo: read(condition['up-to']),
    below: read(condition.below),
  }
}
