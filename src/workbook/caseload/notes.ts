import * as words from '../../explain/words.js'
import { call, type Expression, iff, infix, input, number, text } from '../formula/expression.js'
import { serial } from '../program/days.js'
import type { Quantity } from '../program/program.js'
import type { Arranging, Scheme } from '../sheets/scheme.js'
import type { Results } from './results.js'
import { inParts } from './row-program.js'

const ID = 'result/notes'

/** What else must be said of a child’s amounts: that a table was not in force on the day of the assessment. */
export function notes({ schemes }: Arranging): Results {
  const { parts, whole } = inParts(ID, schemes.map(notInForce))
  const title = 'Notes'
  const made: Quantity = {
    ...{ id: ID, label: title, unit: 'text', section: '', waits: true },
    formula: call('TRIM', whole),
  }
  return { columns: [{ name: 'notes', title, id: ID, style: 'text', width: 30 }], quantities: [...parts, made] }
}

function notInForce({ plan, written }: Scheme): Expression {
  const said = text(`${written.title}: ${words.notice('not-in-force')} `)
  const day = input('date')
  const late = plan.to === null ? text('') : iff(infix(day, '>', number(serial(plan.to))), said, text(''))
  return iff(infix(day, '<', number(serial(plan.from))), said, late)
}
