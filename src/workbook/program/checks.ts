import { tenTo } from '../../decimal.js'
import { LAST, MARCH_1900 } from '../formula/days.js'
import { call, type Expression, equals, iff, infix, number, sumOf, text } from '../formula/expression.js'
import { NO, truth } from './logic.js'

/*
 * What is still wrong with an input, in words; '' when nothing is. A blank is told apart from everything else first:
 * blank is never 0.
 */

/** `missing` where the input is blank; of any other `wrong`, unless it passes: then what more there is to say. */
export function checked(
  given: Expression,
  { missing, wrong }: Told,
  passes: Expression,
  more: Expression = text(''),
): Expression {
  return iff(equals(given, text('')), text(missing), iff(passes, more, text(wrong)))
}

/** What is said of an input that is blank, '' where it may be; and of one that cannot be. */
export interface Told {
  readonly missing: string
  readonly wrong: string
}

/** What is said of an input that must be given, and of one that cannot be. */
export function told(expected: string): Told {
  return { missing: `Still to be filled in: ${expected}.`, wrong: `This cannot be. Give ${expected}.` }
}

/**
 * Whether a cell holds a number from `low` to `high`, both inclusive, with at most so many decimals. Nested, so that
 * nothing is worked out of what is no number.
 */
export function isNumber(given: Expression, low: Expression, high: Expression, places: number): Expression {
  const scale = number(tenTo(places))
  const parts = call('INT', infix(infix(given, '*', scale), '+', number(0.5)))
  const exact = equals(places === 0 ? call('INT', given) : infix(parts, '/', scale), given)
  const inside = iff(infix(given, '<=', high), exact, NO)
  return iff(call('ISNUMBER', given), iff(infix(given, '>=', low), inside, NO), NO)
}

/** A day that a spreadsheet counts rightly: it takes 1900 for a leap year, and ends with the year 9999. */
export function isDay(given: Expression): Expression {
  return isNumber(given, number(MARCH_1900), number(LAST), 0)
}

/** Whether a cell that is not blank holds exactly one of the names in a list: letter by letter, and never by a wildcard. */
export function isIn(given: Expression, list: Expression): Expression {
  return call('EXACT', found(given, list), infix(given, '&', text('')))
}

/** The place of a name in a list, from 1; 0 where it is not in it. */
export function placeIn(given: Expression, list: Expression): Expression {
  const place = call('IFERROR', call('MATCH', infix(given, '&', text('')), list, number(0)), number(0))
  return iff(isIn(given, list), place, number(0))
}

function found(given: Expression, list: Expression): Expression {
  const name = call('INDEX', list, call('MATCH', infix(given, '&', text('')), list, number(0)))
  return call('IFERROR', name, text(''))
}

/** Whether a cell holds exactly one of a few names. */
export function isAny(given: Expression, names: readonly string[]): Expression {
  return infix(sumOf(names.map((name) => truth(call('EXACT', given, text(name))))), '>', NO)
}

/** '' where a cell that is not blank holds some words, and not too many. */
export function areWords(given: Expression): Expression {
  const some = infix(call('LEN', call('TRIM', given)), '>', NO)
  const few = infix(call('LEN', given), '<=', number(2000))
  const wrong = text('This cannot be. Give some words, at most 2,000 characters.')
  return iff(some, iff(few, text(''), wrong), wrong)
}
