import { type Allows, type Cell, holds, type StyleName, worked } from '../book.js'
import type { Expression } from '../formula/expression.js'
import { guarded } from '../formula/guarded.js'
import type { Asks, Input, Program } from '../program/program.js'
import { dropDown } from './lists.js'
import { longestLiteral } from './literals.js'

/** The cell in which something is answered, and what may be typed into it. */
export function answerCell(input: Input, program: Program): Cell<Expression> {
  const allows = dropDown(input, program) ?? allowed(input.asks)
  return holds(styleOf(input.asks), null, { holds: { is: 'input', id: input.id }, ...(allows ? { allows } : {}) })
}

function styleOf(asks: Asks): StyleName {
  switch (asks.is) {
    case 'name':
    case 'one-of':
      return 'in-text'
    case 'number':
      return 'in-number'
    case 'pounds':
      return 'in-pounds'
    case 'day':
      return 'in-day'
    case 'words':
      return 'in-words'
  }
}

function allowed(asks: Asks): Allows<Expression> | null {
  switch (asks.is) {
    case 'number':
      return { is: 'number', low: asks.low, high: asks.high, places: asks.places }
    case 'pounds':
      return { is: 'number', low: 0, high: asks.high, places: 2 }
    case 'day':
      return { is: 'day' }
    case 'name':
    case 'one-of':
    case 'words':
      return null
  }
}

/** What is still to do at an answer: the quantity that says it stands here. */
export function checkCell({ check }: Input, { quantities }: Program): Cell<Expression> | null {
  const found = check === null ? undefined : quantities.find(({ id }) => id === check)
  if (!found) return null
  const formula = guarded(found)
  return worked('check', formula, { room: longestLiteral(formula), holds: { is: 'quantity', id: found.id } })
}
