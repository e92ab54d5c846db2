import type { Allows, Book, Cell, Held, Placed } from './book.js'
import { evaluator, type Inputs } from './formula/evaluate.js'
import type { Expression } from './formula/expression.js'
import { isError, type Value } from './formula/value.js'
import { written } from './formula/written.js'
import { placesOf } from './layout.js'
import type { Program, Quantity, TableProgram } from './program/program.js'

/**
 * Gives every cell its formula as text, and what it comes to for what is filled in: previews, and programs that do not
 * calculate what they are shown, see the values. What is filled in stands in the cells of its inputs.
 *
 * `more`: blocks of the Table sheet besides those of the program.
 */
export function place(book: Book<Expression>, program: Program, more: TableProgram, inputs: Inputs): Book<Placed> {
  const { places } = placesOf(book)
  const shown = formulasOf(book)
  const values = evaluator({
    tables: [...program.tables, more],
    inputs: program.inputs,
    quantities: [...program.quantities, ...shown.map(({ quantity }) => quantity)],
  })(inputs)
  const ids = new Map<Cell<Expression>, string>(shown.map(({ cell, quantity: { id } }) => [cell, id]))
  const cellAt = (cell: Cell<Expression>): Cell<Placed> => {
    const { allows, ...rest } = cell
    const rule = allows ? { allows: ruleAt(allows, (formula) => written(formula, places)) } : {}
    if (!('formula' in rest)) return { ...rest, ...rule, value: filled(cell.holds, inputs) ?? rest.value }
    const id = ids.get(cell) ?? ''
    return { ...rest, ...rule, formula: { text: written(rest.formula, places), value: sound(id, values(id)) } }
  }
  return {
    ...book,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell && cellAt(cell)) })),
    })),
  }
}

/** The formulas that no spreadsheet holds, as too long ones, by the quantity or the place that they stand in; and why. */
export function unwritable(book: Book<Expression>): readonly { readonly id: string; readonly why: string }[] {
  const { places } = placesOf(book)
  return formulasOf(book).flatMap(({ cell, quantity: { id } }) => {
    try {
      if ('formula' in cell) written(cell.formula, places)
      return []
    } catch (error) {
      if (error instanceof RangeError)
        return [{ id: cell.holds?.is === 'quantity' ? cell.holds.id : id, why: error.message }]
      throw error
    }
  })
}

/** Every formula as a quantity: its own where its cell holds one, and otherwise one named after its place. */
function formulasOf({ sheets }: Book<Expression>) {
  return sheets.flatMap(({ name, rows }) =>
    rows.flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) => {
        if (!cell || !('formula' in cell)) return []
        return [{ cell, quantity: shownAt(`shown/${name}/${row}/${column}`, cell.formula) }]
      }),
    ),
  )
}

function shownAt(id: string, formula: Expression): Quantity {
  return { id, label: '', unit: 'text', section: '', formula, waits: false }
}

function filled(holds: Held | undefined, inputs: Inputs): string | number | null {
  const value = holds?.is === 'input' ? inputs.get(holds.id) : undefined
  return value === undefined || value === '' ? null : value
}

function ruleAt(allows: Allows<Expression>, text: (formula: Expression) => string): Allows<Placed> {
  return allows.is === 'range' ? { is: 'range', range: { text: text(allows.range), value: '' } } : allows
}

/** No cell of a book may come to an error: it would be a slip of its formulas. */
function sound(id: string, value: Value): string | number {
  if (isError(value)) throw new Error(`The formula at ${id} comes to ${value.error}.`)
  return value
}
