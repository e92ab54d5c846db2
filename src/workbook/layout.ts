import type { Book, Held } from './book.js'
import { address, type Places, sheetPrefix } from './formula/places.js'

/** Where a cell stands: its sheet, and its row and column from 0. */
export interface Spot {
  readonly sheet: string
  readonly row: number
  readonly column: number
}

/** Where everything stands in a book. */
export interface Layout {
  /** Throws an Error for what stands nowhere, which is a slip of the sheets. */
  readonly spot: (held: Held) => Spot
  /** The same as formulas write it, always with the sheet: what is read on one is often asked on another. */
  readonly places: Places
  /** Every input and quantity that stands somewhere, by id, in the order of the sheets. */
  readonly inputs: ReadonlyMap<string, Spot>
  readonly quantities: ReadonlyMap<string, Spot>
}

/** Finds every cell that holds an input, a quantity or a figure. What stands twice is where it stands first. */
export function placesOf<F>(book: Book<F>): Layout {
  const spots = new Map<string, Spot>()
  const inputs = new Map<string, Spot>()
  const quantities = new Map<string, Spot>()
  for (const { name: sheet, rows } of book.sheets)
    rows.forEach(({ cells }, row) => {
      cells.forEach((cell, column) => {
        const held = cell?.holds
        if (!held || spots.has(keyOf(held))) return
        const spot = { sheet, row, column }
        spots.set(keyOf(held), spot)
        if (held.is === 'input') inputs.set(held.id, spot)
        if (held.is === 'quantity') quantities.set(held.id, spot)
      })
    })
  const spot = (held: Held): Spot => {
    const found = spots.get(keyOf(held))
    if (!found) throw new Error(`The ${held.is} ${held.is === 'figure' ? held.block : held.id} stands on no sheet.`)
    return found
  }
  return { spot, places: written(spot, lastRows(spots)), inputs, quantities }
}

function keyOf(held: Held): string {
  return held.is === 'figure' ? `figure ${held.block} ${held.column} ${held.row}` : `${held.is} ${held.id}`
}

/** How many rows each column of a block has, by the key without the row. */
function lastRows(spots: ReadonlyMap<string, Spot>): ReadonlyMap<string, number> {
  const rows = new Map<string, number>()
  for (const key of spots.keys()) {
    const [, column, row] = /^(figure .* \d+) (\d+)$/.exec(key) ?? []
    if (column !== undefined) rows.set(column, Math.max(rows.get(column) ?? 0, Number(row)))
  }
  return rows
}

function written(spot: (held: Held) => Spot, rows: ReadonlyMap<string, number>): Places {
  const at = (held: Held): string => {
    const { sheet, row, column } = spot(held)
    return `${sheetPrefix(sheet)}${address(row, column)}`
  }
  return {
    input: (id) => at({ is: 'input', id }),
    quantity: (id) => at({ is: 'quantity', id }),
    cell: (block, row, column) => at({ is: 'figure', block, row, column }),
    range: (block, first, last) => {
      const to = spot({ is: 'figure', block, row: rows.get(`figure ${block} ${last}`) ?? 0, column: last })
      return `${at({ is: 'figure', block, row: 0, column: first })}:${address(to.row, to.column)}`
    },
  }
}
