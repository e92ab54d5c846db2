import type { FlagCondition } from '../load/shape/when.js'
import type { Deep, Written } from '../load/table.js'
import { and, count, lower, or, pounds, spaced } from './grammar.js'

/** A condition, read aloud. */
export function when(condition: Deep<FlagCondition>, table: Written): string {
  if ('all' in condition) return and(condition.all.map((one) => when(one, table)))
  if ('any' in condition) return or(condition.any.map((one) => when(one, table)))
  if ('not' in condition) return `it is not so that ${when(condition.not, table)}`
  if ('fact' in condition)
    return condition.is
      ? `the ${spaced(condition.fact)} is ${or(condition.is)}`
      : `${spaced(condition.fact)} is ${range(condition, String)}`
  if ('circumstance' in condition) {
    const fact = table.facts?.[condition.circumstance]
    return fact?.is === 'circumstance' ? lower(fact.means) : condition.circumstance
  }
  if ('form' in condition) return `the form is ${or(condition.form)}`
  if ('question' in condition)
    return `${spaced(condition.question)} is ${or(condition.is.map((level) => level.replace('/', ', ')))}`
  if ('judged-band' in condition) {
    const more =
      condition['by-more-than'] === undefined ? '' : ` by more than ${count(Number(condition['by-more-than']), 'band')}`
    return `the ${spaced(condition['judged-band'])} and the band of ${table.lines[condition['differs-from']]?.title ?? condition['differs-from']} by points differ${more}`
  }
  if ('count-of' in condition)
    return `${condition['at-least']} or more of ${and(condition.among.map(spaced))} are ${or(condition['count-of'].map((level) => level.replace('/', ', ')))}`
  if ('score' in condition) return `${spaced(condition.score)} are ${range(condition, String)}`
  if ('line' in condition)
    return `${table.lines[condition.line]?.title ?? condition.line} is ${range(condition, pounds)}`
  if ('total' in condition)
    return `the total${condition.total === 'all' ? '' : ` of ${table.streams[condition.total]?.title}`} is ${range(condition, pounds)}`
  if ('near-next-row' in condition)
    return `the next row of ${table.lines[condition['near-next-row']]?.title} is ${condition.within} points away or fewer`
  return 'the family asks to be an exceptional case'
}

type Range = {
  readonly from?: string | undefined
  readonly above?: string | undefined
  readonly 'up-to'?: string | undefined
  readonly below?: string | undefined
}

function range(bounds: Range, show: (text: string) => string): string {
  const said = [
    bounds.from === undefined ? '' : `${show(bounds.from)} or more`,
    bounds.above === undefined ? '' : `more than ${show(bounds.above)}`,
    bounds['up-to'] === undefined ? '' : `${show(bounds['up-to'])} or less`,
    bounds.below === undefined ? '' : `less than ${show(bounds.below)}`,
  ]
  return said.filter((text) => text !== '').join(' and ')
}
