import { address, type Grid } from '../grid.js'

/** What is wrong with a sheet that should become a table. */
export interface ImportFault {
  /** The cell, as a spreadsheet calls it: `B7`. */
  readonly at: string
  readonly what: string
  readonly mend: string
}

export type Tell = (row: number, column: number, what: string, mend: string) => void

/** Takes faults by row and column, from 0, and gives them in the order of the sheet. */
export function faultList(): { readonly tell: Tell; readonly all: () => readonly ImportFault[] } {
  const found: { readonly row: number; readonly column: number; readonly fault: ImportFault }[] = []
  return {
    tell: (row, column, what, mend) => {
      found.push({ row, column, fault: { at: address(row, column), what, mend } })
    },
    all: () => found.sort((a, b) => a.row - b.row || a.column - b.column).map(({ fault }) => fault),
  }
}

/** The text of a cell without blanks around it; empty for a blank one. A cell without a value is told, and null. */
export function textAt(grid: Grid, row: number, column: number, tell: Tell): string | null {
  const cell = grid.cell(row, column)
  switch (cell.is) {
    case 'blank':
      return ''
    case 'text':
      return cell.text.trim()
    case 'number':
      if (!cell.percent) return cell.text
      tell(
        row,
        column,
        'The number is shown as per cent.',
        'Write what it stands for, and give the cell a plain format.',
      )
      return null
    case 'none':
      tell(row, column, ...withoutValue(cell.why, cell.shown))
      return null
  }
}

function withoutValue(why: 'error' | 'time' | 'formula' | 'digits', shown: string): [what: string, mend: string] {
  switch (why) {
    case 'error':
      return [`The cell shows the error ${shown}.`, 'Correct it, or empty the cell.']
    case 'time':
      return [`The cell holds a time of day: ${shown}.`, 'Give the day alone, or the number as a plain number.']
    case 'formula':
      return [
        'The cell has a formula that was never worked out.',
        'Open the workbook in a spreadsheet, let it calculate, and save it.',
      ]
    case 'digits':
      return [`The cell holds a number of more than 15 digits: ${shown}.`, 'Correct it.']
  }
}

/** A cell as a sentence shows it: one line, and not too long. */
export function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return `“${line.length > 60 ? `${line.slice(0, 60)}…` : line}”`
}
