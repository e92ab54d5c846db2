import { call, type Expression, equals, iff, infix, input, number, quantity, text } from '../formula/expression.js'
import { READY } from '../formula/guarded.js'

/** What stands only when everything is filled in. */
export function whenReady(shown: Expression, otherwise: Expression = text('')): Expression {
  return iff(equals(quantity(READY), number(1)), shown, otherwise)
}

/** An amount of pence as pounds, or hundredths as what they are parts of; nothing where there is none. */
export function hundredth(id: string): Expression {
  const value = quantity(id)
  return iff(call('ISNUMBER', value), infix(value, '/', number(100)), text(''))
}

/** The same while a condition holds, and nothing otherwise. */
export function hundredthIf(condition: Expression, id: string): Expression {
  return iff(condition, hundredth(id), text(''))
}

/** The text that stands beside the value that a quantity has; nothing for any other. */
export function byValue(id: string, cases: readonly (readonly [value: string, said: Expression])[]): Expression {
  return cases.reduceRight<Expression>(
    (rest, [value, said]) => iff(equals(quantity(id), text(value)), said, rest),
    text(''),
  )
}

/** Yes, no, or not known yet. */
export function truthWords(id: string, words: Readonly<Record<'yes' | 'no' | 'unknown', Expression>>): Expression {
  const of = quantity(id)
  return whenReady(iff(equals(of, number(1)), words.yes, iff(equals(of, number(0)), words.no, words.unknown)))
}

/** Whether a quantity is above nothing. */
export function some(id: string): Expression {
  return infix(quantity(id), '>', number(0))
}

/** A count with its word: `1 thing`, `3 things`. */
export function counted(id: string, word: string): Expression {
  const one = equals(quantity(id), number(1))
  return infix(infix(quantity(id), '&', text(` ${word}`)), '&', iff(one, text(''), text('s')))
}

/** The day of the assessment as a person reads it, whatever the language of the spreadsheet. */
export function dayWords(id: string): Expression {
  const part = (name: 'YEAR' | 'MONTH' | 'DAY') => call(name, input(id))
  const two = (one: Expression) => iff(infix(one, '<', number(10)), infix(text('0'), '&', one), one)
  const dash = text('-')
  return [part('YEAR'), dash, two(part('MONTH')), dash, two(part('DAY'))].reduce((all, one) => infix(all, '&', one))
}
