import { type SheetFault, sheetWords } from '../caseload/sheet/fault.js'
import type { Located } from '../diagnostic.js'
import { didYouMean } from '../did-you-mean.js'
import { visible } from '../visible.js'

/** What can be wrong with the ranges that a function was given, before there is an assessment. */
export type RangeFault =
  | { readonly is: 'no-table' }
  | { readonly is: 'unknown-table'; readonly name: string; readonly known: readonly string[] }
  | { readonly is: 'which-version'; readonly id: string; readonly known: readonly string[] }
  | { readonly is: 'table-cell' }
  | { readonly is: 'shape' }
  | { readonly is: 'no-name' }
  | { readonly is: 'name-cell' }
  | { readonly is: 'several'; readonly name: string }
  | { readonly is: 'time' | 'day' | 'zero' | 'kind'; readonly name: string }
  | { readonly is: 'own'; readonly detail: string }

/** A fault of the ranges as a cell shows it. It begins with RAS, as every error does: `RAS table: There is none.` */
export function rangeText(fault: RangeFault): string {
  switch (fault.is) {
    case 'no-table':
      return cell('table', 'There is none.', 'Give the id of a table, or a range that holds the text of one.')
    case 'unknown-table':
      return cell(
        'table',
        `There is no table “${shortened(fault.name)}” here.`,
        fault.known.length === 0
          ? 'No table came with these functions: give a range that holds the text of one.'
          : `${didYouMean(fault.name, fault.known)} Or give a range that holds the text of a table.`,
      )
    case 'which-version':
      return cell('table', `There are several versions of “${fault.id}”.`, `Write one of: ${fault.known.join(', ')}.`)
    case 'table-cell':
      return cell('table', 'A cell of its range holds what is no text.', 'Paste the table as text.')
    case 'shape':
      return cell(
        'names',
        'The names and the values do not fit each other.',
        'Give two columns of as many cells, or a row of names and rows of values as wide as it.',
      )
    case 'no-name':
      return cell('names', 'A value stands beside no name.', 'Name it, or leave it out of the ranges.')
    case 'name-cell':
      return cell('names', 'A name is no text.', 'Write the names as text, as “facts/age”.')
    case 'several':
      return cell('values', `${fault.name} is for one child.`, 'Give one row of values. RAS_TOTAL takes several.')
    case 'time':
      return cell(
        fault.name,
        'The day comes with a time of day, so it may be the wrong day.',
        'Set the script to the time zone of the sheet, or write the day as text: 2026-10-01.',
      )
    case 'day':
      return cell(fault.name, 'This is no day.', 'Write a day from 1900-03-01 on, as 2026-10-01.')
    case 'zero':
      return cell(
        fault.name,
        'This 0 may be a cell with nothing in it.',
        'Leave its row out of the ranges, or write the 0 as text: with an apostrophe before it.',
      )
    case 'kind':
      return cell(fault.name, 'The cell holds what is no value.', 'Write text, a number, a day or yes and no.')
    case 'own':
      return cell('error', `This is a fault of ours: ${fault.detail}.`, 'Please report it, with the table.')
  }
}

/** A fault of the names as a cell shows it: as in `ras batch`, save where a range is mended in another way. */
export function nameText(fault: SheetFault): string {
  const { message, mend } = words(fault)
  return visible(`${fault.code} ${message} ${mend}`)
}

function words(fault: SheetFault) {
  switch (fault.code) {
    case 'RAS011':
      return { message: 'There are no names.', mend: 'Give the range that holds the names: case, date and others.' }
    case 'RAS012': {
      const { name, known } = fault.data
      return { ...sheetWords(fault), mend: `${didYouMean(name, known)} Leave out of the ranges what is not for them.` }
    }
    case 'RAS014':
      return { message: `“${fault.data.name}” is there twice.`, mend: 'Keep one of the two.' }
    case 'RAS015':
      return {
        message: `There is no ${fault.data.names.map((name) => `“${name}”`).join(' or ')}, and no case can do without it.`,
        mend: 'Add it to the names, and its value beside it.',
      }
    default:
      return sheetWords(fault)
  }
}

/** Something that is wrong with an assessment or a table as a cell shows it: its code, its place, what, and the mend. */
export function findingText({ code, message, mend }: Located, place: string): string {
  return visible(`${code}${place === '' ? '' : ` ${place}`}: ${message} ${mend}`)
}

function cell(place: string, message: string, mend: string): string {
  return visible(`RAS ${place}: ${message} ${mend}`)
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
