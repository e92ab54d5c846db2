import type { Expression } from '../formula/expression.js'
import type { Places } from '../formula/places.js'
import { written } from '../formula/written.js'

/** Stands for the number of the row; no formula can have it. */
const ROW = '\u0001'

/** A formula in each of many rows. */
export interface RowFormula {
  /** Its text, by the row from 0. */
  readonly text: (row: number) => string
  /** Whether it reads its own sheet only. */
  readonly isOwn: boolean
}

/**
 * A formula in each of many rows. It is written once: between rows only the number of the row differs, which `places`
 * are asked for.
 *
 * @throws RangeError where even the last row, from 0, has no room for it.
 */
export function rowFormula(expression: Expression, places: (row: number) => Places, last: number): RowFormula {
  written(expression, places(last))
  const own = places(0)
  const marked: Places = { ...own, input: (id) => open(own.input(id)), quantity: (id) => open(own.quantity(id)) }
  const text = written(expression, marked)
  const pieces = text.split(ROW)
  // A text may have the sign as well: then a formula is only said more often than it need be.
  return { text: (row) => pieces.join(String(row + 1)), isOwn: !text.includes('!') }
}

/** An address in the first row with the mark in the place of its number; one that stays stays. */
function open(first: string): string {
  return first.replace(/(?<=[A-Z])1$/, ROW)
}
