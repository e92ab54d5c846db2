import type { Cell, Placed, StyleName } from '../book.js'
import { type Expression, equals, iff, infix, input, text } from '../formula/expression.js'
import { guarded } from '../formula/guarded.js'
import { address } from '../formula/places.js'
import { isError, type Value } from '../formula/value.js'
import type { Quantity } from '../program/program.js'
import type { Caseload } from './caseload.js'
import { firstRow } from './head-rows.js'
import { rowFormula } from './row-formula.js'
import { CASELOAD, rowPlaces } from './row-places.js'

/** A cell of each row, by the row of the children from 0. */
export type RowCells = (at: number) => Cell<Placed>

interface Look {
  readonly style: StyleName
  readonly format?: string
}

/** The cells in which a quantity is worked out. */
export function quantityCells(made: Caseload, sheet: string, one: Quantity, look: Look): RowCells {
  const value = (at: number) => sound(one.id, (made.values[at] ?? made.blank)(one.id))
  return formulaCells(made, sheet, guarded(one), look, value, made.columns.working.get(one.id))
}

/** The cells that show the reference again. */
export function referenceCells(made: Caseload, sheet: string, look: Look): RowCells {
  const given = input('case')
  const formula = iff(equals(given, text('')), text(''), infix(given, '&', text('')))
  return formulaCells(made, sheet, formula, look, (at) => String(made.cases[at]?.get('case') ?? ''), undefined)
}

/** The cells in which something is filled in. */
export function inputCells({ cases }: Caseload, id: string, blank: Cell<Placed>): RowCells {
  return (at) => {
    const value = cases[at]?.get(id) ?? ''
    return value === '' ? blank : { ...blank, value }
  }
}

function formulaCells(
  made: Caseload,
  sheet: string,
  formula: Expression,
  { style, format }: Look,
  value: (at: number) => string | number,
  column: number | undefined,
): RowCells {
  const first = firstRow(made)
  const last = first + made.rows - 1
  const { text, isOwn } = rowFormula(formula, (row) => rowPlaces(sheet, row, made.columns, made.table), last)
  const look = { style, ...(format === undefined ? {} : { format }) }
  const shared = (at: number) => {
    if (!isOwn || column === undefined) return {}
    const over = `${address(first, column, 'neither')}:${address(last, column, 'neither')}`
    return { shared: { index: column, ...(at === 0 ? { over } : {}) } }
  }
  return (at) => {
    const now = value(at)
    // A row is as high as what it shows now; whoever fills in more can make it higher.
    const room = sheet === CASELOAD && typeof now === 'string' && now !== '' ? { room: now } : {}
    return { ...look, ...room, formula: { text: text(first + at), value: now, ...shared(at) } }
  }
}

/** No cell of a book may come to an error: it would be a slip of its formulas. */
function sound(id: string, value: Value): string | number {
  if (isError(value)) throw new Error(`The formula of ${id} in a row comes to ${value.error}.`)
  return value
}
