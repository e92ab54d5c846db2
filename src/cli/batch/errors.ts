import type { CaseProblem } from '../../caseload/columns.js'
import type { BadRow } from '../../caseload/sheet/bad-row.js'
import { sheetWords } from '../../caseload/sheet/fault.js'
import { placeIn, placesOf } from '../../caseload/sheet/place.js'
import type { Finding, Located } from '../../diagnostic.js'
import { unplaced } from '../../load/source.js'
import { readReference } from '../../score/read-whole.js'
import { visible } from '../../visible.js'
import type { Block, RowTrouble } from './block.js'
import type { Columns } from './csv-filling.js'
import type { HeaderFault } from './csv-sheet.js'
import { csvRow } from './csv-text.js'

/** The row of names of an errors file. */
export const ERRORS_HEAD = csvRow(['row', 'case', 'column', 'code', 'what', 'mend'])

/** An error as a row of an errors file. */
export function errorAsCsv(error: BadRow): string {
  return csvRow([String(error.row), error.case, error.column, error.code, error.message, error.mend])
}

/** An error as a line for a person. */
export function errorInWords(file: string, { row, column, code, message, mend }: BadRow): string {
  return `${shown(`${file} row ${row}${column === '' ? '' : `, ${column}`}: ${code} ${message} ${mend}`)}\n`
}

/** A fault of the row of names, as a finding is shown. */
export function headerInWords(file: string, { row = 1, column, fault }: HeaderFault): string {
  const { message, mend } = sheetWords(fault)
  return `${file}:${row}${column > 0 ? `:${column}` : ''} error ${fault.code}\n  ${shown(message)}\n  ${shown(mend)}\n`
}

/** Text in which nothing moves the cursor of a terminal, changes its colours, or turns the order of what is shown. */
export function shown(text: string): string {
  return visible(text, (mark) => `\\u${(mark.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
}

/** Everything that is wrong with the rows of a block, row by row. `sheet` is null where the rows are lines of JSON. */
export function errorsIn(block: Block, problems: readonly CaseProblem[], sheet: Columns | null): readonly BadRow[] {
  const { rows, cases, troubles } = block
  const found = problems.map(({ row, findings }): RowTrouble => {
    return { is: 'assessment', row: rows[row] ?? 0, case: cases[row] ?? '', findings }
  })
  const errors = [...troubles, ...found].flatMap((trouble) => errorsOf(trouble, sheet))
  return errors.sort((a, b) => a.row - b.row)
}

/** Everything that is wrong with one row. */
export function errorsOf(trouble: RowTrouble, sheet: Columns | null): readonly BadRow[] {
  const { row } = trouble
  switch (trouble.is) {
    case 'sheet': {
      const { column, fault } = trouble
      return [{ row, case: trouble.case, column, code: fault.code, ...sheetWords(fault) }]
    }
    case 'assessment':
      return trouble.findings.map((found) => {
        const { code, message, mend } = found
        return { row, case: trouble.case, column: placeOf(found, sheet), code, message, mend }
      })
  }
}

function placeOf(found: Located, sheet: Columns | null): string {
  return sheet ? placeIn(found, sheet.names, sheet.headings) : (placesOf(found)[0] ?? '')
}

/** The cases whose reference is none, which no figure hangs on and only their rows can tell. */
export function badReferences({ n, cases }: Block): readonly CaseProblem[] {
  const found: Finding[] = []
  const problems: CaseProblem[] = []
  for (let row = 0; row < n; row++) {
    const reference = cases[row]
    readReference(reference === '' ? undefined : reference, (one) => found.push(one))
    if (found.length > 0) problems.push({ row, findings: found.splice(0).map((one) => unplaced(one, 'assessment')) })
  }
  return problems
}
