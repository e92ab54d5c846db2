import { didYouMean } from '../../did-you-mean.js'

/** What can be wrong with a file of cases before an assessment in it can be read: its code, and what its sentence needs. */
export interface SheetFaultData {
  RAS010: Record<never, never>
  RAS011: Record<never, never>
  RAS012: { readonly name: string; readonly known: readonly string[] }
  RAS013: { readonly name: string; readonly full: readonly string[] }
  RAS014: { readonly name: string; readonly before: number }
  RAS015: { readonly names: readonly string[] }
  RAS016: { readonly cells: number; readonly columns: number }
  RAS017: { readonly name: string }
  RAS018: { readonly limit: string }
  RAS019: { readonly detail: string }
  RAS020: { readonly cell: string; readonly why: CellFault; readonly shown: string }
}

/**
 * Why a cell of a workbook cannot be read: it shows an error, holds a time of day, has a formula that was never worked
 * out, a number of too many digits, is merged with others, or stands below no name.
 */
export type CellFault = 'error' | 'time' | 'formula' | 'digits' | 'merged' | 'nameless'

export type SheetFault = {
  [C in keyof SheetFaultData]: { readonly code: C; readonly data: SheetFaultData[C] }
}[keyof SheetFaultData]

/** A fault in words: what is wrong, and how to mend it. */
export function sheetWords(fault: SheetFault): { readonly message: string; readonly mend: string } {
  switch (fault.code) {
    case 'RAS010':
      return say('The file is not text in UTF-8.', 'Save it as “CSV UTF-8”.')
    case 'RAS011':
      return say('There is no row of names.', 'Name the columns in row 1.')
    case 'RAS012':
      return fault.data.name.trim() === ''
        ? say('The column has no name.', 'Name it, or remove it.')
        : say(
            `“${fault.data.name}” is nothing that these tables ask.`,
            `${didYouMean(fault.data.name, fault.data.known)} A column that is not for them is left out with --ignore.`,
          )
    case 'RAS013':
      return say(
        `“${fault.data.name}” could be ${fault.data.full.join(' or ')}.`,
        'Write the name in full, as it stands here.',
      )
    case 'RAS014':
      return say(`“${fault.data.name}” is column ${fault.data.before} already.`, 'Keep one of the two.')
    case 'RAS015':
      return say(
        `No column is called ${fault.data.names.map((name) => `“${name}”`).join(' or ')}, and no case can do without it.`,
        'Add the column.',
      )
    case 'RAS016':
      return say(
        `The row has ${cells(fault.data.cells)}, and there are ${fault.data.columns} columns.`,
        'Put text that has a separator in it in quotation marks.',
      )
    case 'RAS017':
      return say(
        `A quotation mark in “${fault.data.name}” is not in order.`,
        'Double every quotation mark inside a cell that is in quotation marks, and close the cell.',
      )
    case 'RAS018':
      return say(
        `The row does not end within ${fault.data.limit}.`,
        'Shorten it; in a sheet, look for a quotation mark that is open: what comes after it was read as other rows.',
      )
    case 'RAS019':
      return say(`The line is not an assessment as JSON: ${fault.data.detail}.`, 'Write one object a line.')
    case 'RAS020':
      return cellWords(fault.data)
  }
}

function cellWords({ cell, why, shown }: SheetFaultData['RAS020']) {
  switch (why) {
    case 'error':
      return say(`Cell ${cell} shows the error ${shown}.`, 'Correct it, or empty the cell.')
    case 'time':
      return say(`Cell ${cell} holds a time of day: ${shown}.`, 'Give the day alone.')
    case 'formula':
      return say(
        `Cell ${cell} has a formula that was never worked out.`,
        'Open the workbook in a spreadsheet, let it calculate, and save it.',
      )
    case 'digits':
      return say(
        `Cell ${cell} holds a number of more than 15 digits, which no spreadsheet keeps: ${shown}.`,
        'Write it as text.',
      )
    case 'merged':
      return say(`${cell} is merged into one cell.`, 'Unmerge it, and fill in each row by itself.')
    case 'nameless':
      return say(`Cell ${cell} stands below no name.`, 'Name its column in row 1, or empty the cell.')
  }
}

function say(message: string, mend: string) {
  return { message, mend }
}

function cells(count: number): string {
  return count === 1 ? '1 cell' : `${count} cells`
}
