import type { Quantity } from '../program/program.js'
import type { Expression } from './expression.js'
import { equals, iff, number, quantity, text } from './expression.js'

/** The quantity that is 1 when everything is filled in, and otherwise 0. */
export const READY = 'ready'

/** A quantity's formula as its cell has it: one that waits is '' until everything is filled in. */
export function guarded(one: Pick<Quantity, 'formula' | 'waits'>): Expression {
  return one.waits ? iff(equals(quantity(READY), number(0)), text(''), one.formula) : one.formula
}
