import type { DataValidation } from 'hucre/xlsx'
import type { Allows, Placed, Sheet } from '../book.js'
import { LAST, MARCH_1900 } from '../formula/days.js'
import { address } from '../formula/places.js'

/**
 * What may be typed into the cells of a sheet. Cells below one another that allow the same share one rule, so that a
 * thousand rows need no more of them than one.
 */
export function validationsOf({ rows }: Pick<Sheet<Placed>, 'rows'>): DataValidation[] {
  const rules = new Map<string, { readonly allows: Allows<Placed>; readonly runs: Run[] }>()
  rows.forEach(({ cells }, row) => {
    cells.forEach((cell, column) => {
      if (!cell?.allows) return
      const key = JSON.stringify(cell.allows)
      const { runs } = rules.get(key) ?? { runs: [] }
      const above = runs.find((run) => run.column === column && run.last === row - 1)
      const rest = runs.filter((run) => run !== above)
      rules.set(key, { allows: cell.allows, runs: [...rest, { column, first: above?.first ?? row, last: row }] })
    })
  })
  return [...rules.values()].map(({ allows, runs }) => ({
    ...ruleOf(allows),
    range: runs.map(({ column, first, last }) => rangeText(column, first, last)).join(' '),
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
  }))
}

interface Run {
  readonly column: number
  readonly first: number
  readonly last: number
}

function rangeText(column: number, first: number, last: number): string {
  const [from, to] = [address(first, column, 'neither'), address(last, column, 'neither')]
  return from === to ? from : `${from}:${to}`
}

function ruleOf(allows: Allows<Placed>): Omit<DataValidation, 'range'> {
  switch (allows.is) {
    case 'one-of':
      return { type: 'list', values: [...allows.names], ...wrong('Choose one of the list.') }
    case 'range':
      return { type: 'list', formula1: allows.range.text, ...wrong('Choose one of the list.') }
    case 'number': {
      const { low, high, places } = allows
      const kind = places === 0 ? 'A whole number' : `A number with at most ${places} decimals`
      return {
        type: places === 0 ? 'whole' : 'decimal',
        operator: 'between',
        formula1: String(low),
        formula2: String(high),
        ...wrong(`${kind}, from ${low} to ${high}.`),
      }
    }
    case 'day':
      return {
        type: 'date',
        operator: 'between',
        formula1: String(MARCH_1900),
        formula2: String(LAST),
        ...wrong('A day, such as 2026-09-01.'),
      }
  }
}

function wrong(message: string): Pick<DataValidation, 'errorTitle' | 'errorMessage'> {
  return { errorTitle: 'This cannot stand here', errorMessage: message }
}
