import type { Range } from '../../load/condition-plan.js'
import { call, type Expression, equals, iff, infix, number, sumOf, text } from '../formula/expression.js'
import { addEarly, type Making } from './making.js'

/*
 * Truth as a number: 1 yes, 0 no, 0.5 not known yet. So the smaller of two is both, the larger is either, and what is
 * left to 1 is not: the three-valued logic that flags need (rule R4), in arithmetic that any spreadsheet has.
 */

export const YES = number(1)
export const NO = number(0)
export const UNKNOWN = number(0.5)

export function not(truth: Expression): Expression {
  return truth.is === 'number' ? number(1 - truth.value) : infix(YES, '-', truth)
}

/** All of them; yes of none. */
export function all(of: readonly Expression[]): Expression {
  return fold('MIN', of, YES)
}

/** Any of them; no of none. */
export function any(of: readonly Expression[]): Expression {
  return fold('MAX', of, NO)
}

/** Where one of them settles it whatever the others are, it alone stands. */
function fold(name: 'MIN' | 'MAX', of: readonly Expression[], nothing: typeof YES): Expression {
  const settles = name === 'MIN' ? 0 : 1
  const open = of.filter((one) => !(one.is === 'number' && one.value === 1 - settles))
  const settled = open.find((one) => one.is === 'number' && one.value === settles)
  if (settled) return settled
  return open.length < 2 ? (open[0] ?? nothing) : call(name, ...open)
}

/** 1 where a comparison holds. */
export function truth(comparison: Expression): Expression {
  return iff(comparison, YES, NO)
}

/** 1 where a name is one of some. Added up and not nested, since nesting has a limit. */
export function isOneOf(value: Expression, names: readonly string[]): Expression {
  return value.is === 'text'
    ? number(names.includes(value.value) ? 1 : 0)
    : sumOf([...new Set(names)].map((name) => truth(equals(value, text(name)))))
}

/** 1 where a whole number lies within every bound that is given. */
export function inRange(value: Expression, { from, above, upTo, below }: Range): Expression {
  const bounds: readonly (readonly [number | null, '>=' | '>' | '<=' | '<'])[] = [
    [from, '>='],
    [above, '>'],
    [upTo, '<='],
    [below, '<'],
  ]
  return all(bounds.flatMap(([bound, by]) => (bound === null ? [] : [truth(infix(value, by, number(bound)))])))
}

/** One of some numbers, by its place from 1; 0 for any other place. */
export function pickNumber(place: Expression, of: readonly Expression[]): Expression {
  return sumOf(of.map((one, i) => iff(equals(place, number(i + 1)), one, number(0))))
}

/** One of some texts, by its place from 1; '' for any other place. */
export function pickText(place: Expression, of: readonly Expression[]): Expression {
  const picked = of.map((one, i) => iff(equals(place, number(i + 1)), one, text('')))
  return picked.reduce((all, one) => infix(all, '&', one))
}

/** So many are added up in one formula: a formula has 8,192 characters at the most. */
const AT_ONCE = 60

/** A sum of any length: what is too long for one formula goes through parts. They can be worked out of an empty form. */
export function longSum(
  making: Making,
  about: { readonly id: string; readonly section: string; readonly label: string },
  of: readonly Expression[],
): Expression {
  if (of.length <= AT_ONCE) return sumOf(of)
  const parts: Expression[] = []
  for (let from = 0; from < of.length; from += AT_ONCE) {
    const part = parts.length + 1
    const adding = {
      id: `${about.id}/part-${part}`,
      section: about.section,
      label: `${about.label}, part ${part}`,
      unit: 'number',
    } as const
    parts.push(addEarly(making, adding, sumOf(of.slice(from, from + AT_ONCE))))
  }
  return sumOf(parts)
}
