import * as words from '../../explain/words.js'
import { type Expression, iff, infix, input, number, text } from '../formula/expression.js'
import { serial } from '../program/days.js'
import type { Scheme } from './scheme.js'

/** That a table was not in force on the day of the assessment, which is told with `after` behind it; '' where it was. */
export function notInForce({ plan, written }: Scheme, after = ''): Expression {
  const said = text(`${written.title}: ${words.notice('not-in-force')}${after}`)
  const day = input('date')
  const late = plan.to === null ? text('') : iff(infix(day, '>', number(serial(plan.to))), said, text(''))
  return iff(infix(day, '<', number(serial(plan.from))), said, late)
}
