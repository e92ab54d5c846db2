import type { Allows, Book, Cell, Held, Placed } from './book.js'
import { evaluator, type Inputs } from './formula/evaluate.js'
import type { Expression } from './formula/expression.js'
import { isError, type Value } from './formula/value.js'
import { written } from './formula/written.js'
import { placesOf } from './layout.js'
import type { Program, Quantity, TableProgram } from './program/program.js'

/** A book in its places, and the formulas that no spreadsheet holds, as too long ones: by what they are, and why. */
export interface InPlace {
  readonly book: Book<Placed>
  readonly tooLong: readonly { readonly id: string; readonly why: string }[]
}

/**
 * Gives every cell its formula as text, and what it comes to for what is filled in: previews, and programs that do not
 * calculate what they are shown, see the values. What is filled in stands in the cells of its inputs.
 *
 * `more`: blocks of the Table sheet besides those of the program.
 */
export function place(book: Book<Expression>, program: Program, more: TableProgram, inputs: Inputs): InPlace {
  const { places } = placesOf(book)
  const tooLong: { readonly id: string; readonly why: string }[] = []
  const textOf = (formula: Expression, id: string): string => {
    try {
      return written(formula, places)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      tooLong.push({ id, why: error.message })
      return ''
    }
  }
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
    const held = rest.holds?.is === 'quantity' ? rest.holds.id : id
    return { ...rest, ...rule, formula: { text: textOf(rest.formula, held), value: sound(id, values(id)) } }
  }
  const sheets = book.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell && cellAt(cell)) })),
  }))
  return { book: { ...book, sheets }, tooLong }
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
