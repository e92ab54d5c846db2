import { type Finding, type Located, oneLine } from '../diagnostic.js'
import { type AllocationTable, planOf, type Tables } from '../load/table.js'
import type { TableError } from '../load/table-error.js'
import { together } from '../load/together.js'
import { must } from '../must.js'
import { type AssessmentError, problems } from '../score/assess.js'
import type { Assessment } from '../score/needs.js'
import { readCase } from '../score/read-assessment.js'
import { readTogether } from '../score/read-together.js'
import type { Book, Placed } from './book.js'
import { caseloadOf } from './caseload/caseload.js'
import { caseloadRows } from './caseload/rows.js'
import { caseloadSheets } from './caseload/sheets.js'
import { filledIn, type Read, saidApart } from './fill.js'
import { placesOf } from './layout.js'
import { place } from './place.js'
import type { Program } from './program/program.js'
import { programOf } from './program/program-of.js'
import { refusedFormula, toldRefused } from './refused.js'
import { arrange } from './sheets/arrange.js'
import { withDrafts } from './sheets/draft.js'
import { arranging } from './sheets/scheme.js'
import { toldBy } from './told-by.js'
import { writeBook } from './xlsx/write.js'

export interface WorkbookOptions {
  /** What the questionnaire is filled in with. Left out: it is blank. */
  readonly assessment?: Assessment
  /** Adds the sheet Caseload with so many rows, from 1 to 5,000, a row a child. */
  readonly caseload?: number
  /** What its first rows are filled in with. Left out: they are blank. */
  readonly cases?: readonly Assessment[]
}

/** Why a workbook cannot be made of some tables. `name` is `WorkbookError`, `code` is `RAS_WORKBOOK`. */
export interface WorkbookError extends Error {
  readonly name: 'WorkbookError'
  readonly code: 'RAS_WORKBOOK'
  readonly findings: readonly Located[]
}

export type WorkbookResult<Made = Uint8Array> =
  | { readonly success: true; readonly data: Made; readonly warnings: readonly [] }
  | {
      readonly success: false
      readonly error: WorkbookError | TableError | AssessmentError
      readonly warnings: readonly []
    }

/**
 * A table, or several together, as a workbook without macros (.xlsx) whose own formulas give the budget that `allocate`
 * gives, to the penny: sheets Questionnaire, Result, Working and Table. Of a draft or a trial, figures on the sheet Table
 * can be changed. With `caseload`, also Caseload and Caseload working: a row a child, with the same formulas.
 *
 * Money is whole pence on the sheet Working and pounds on the sheet Result. A blank questionnaire shows no figure and no
 * error. The same tables and the same assessment give the same bytes.
 *
 * @throws WorkbookError where a table says what no spreadsheet can say to the penny, with every such place (RAS311).
 * TableError when several tables cannot be used together. AssessmentError when the assessment does not fit them.
 * TypeError for a table that was not loaded, or none. RangeError for rows that are not from 1 to 5,000, more cases than
 * rows, and tables that need more columns than a sheet has.
 * @example await workbook(norfolk, { assessment }) // the bytes of an .xlsx file
 */
export async function workbook(tables: Tables, options: WorkbookOptions = {}): Promise<Uint8Array> {
  return writeBook(workbookOf(tables, options))
}

/** As {@link workbook}, for an assessment that is not trusted: gives the bytes, or the error. */
export async function safeWorkbook(tables: Tables, options: WorkbookOptions = {}): Promise<WorkbookResult> {
  const made = safeWorkbookOf(tables, options)
  return made.success ? { ...made, data: await writeBook(made.data) } : made
}

/** The same before it is a file: every cell with its formula and what it comes to. @throws as {@link workbook}. */
export function workbookOf(tables: Tables, options: WorkbookOptions = {}): Book<Placed> {
  const made = safeWorkbookOf(tables, options)
  if (!made.success) throw made.error
  return made.data
}

/** As {@link workbookOf}, where it may be refused. */
export function safeWorkbookOf(tables: Tables, options: WorkbookOptions = {}): WorkbookResult<Book<Placed>> {
  const { assessment, caseload, cases = [] } = options
  const rows = caseloadRows(caseload, cases.length)
  const used = together(tables)
  if (!used.success) return failed(used.error)
  const read = assessment === undefined ? { each: [] } : readBy(used.data, assessment)
  if (!('each' in read)) return failed(problems(read.findings))
  const many = cases.map((one) => readBy(used.data, one))
  const wrong = many.find((one) => 'findings' in one)
  if (wrong && 'findings' in wrong) return failed(problems(wrong.findings))
  const each = many.flatMap((one) => ('each' in one ? [one.each] : []))
  const apart = new Set([read.each, ...each].flatMap((one) => [...saidApart(one)]))
  const program = programOf(used.data, apart)
  if (!program.success) return failed(refusal(toldRefused(program.refused)))
  return bookOf(program.data, used.data, read.each, { rows, each })
}

function failed(error: WorkbookError | TableError | AssessmentError): WorkbookResult<never> {
  return { success: false, error, warnings: [] }
}

/** A program's sheets, filled in as each table reads an assessment; blank where there is none. */
function bookOf(
  program: Program,
  tables: readonly AllocationTable[],
  each: readonly Read[],
  many: { readonly rows: number; readonly each: readonly (readonly Read[])[] },
): WorkbookResult<Book<Placed>> {
  const whole = withDrafts(program)
  const { book, more } = arrange(whole, tables, toldBy(each))
  const { book: placed, tooLong } = place(book, whole, { id: '', blocks: more, live: false }, filledIn(program, each))
  if (tooLong.length > 0)
    return failed(refusal(toldRefused(tooLong.flatMap(({ id, why }) => refusedFormula(tables, id, why)))))
  if (many.rows === 0) return made(placed)
  const cases = many.each.map((one) => filledIn(program, one))
  try {
    const caseload = caseloadOf(arranging(whole, tables), placesOf(book).places, { rows: many.rows, cases })
    return made({ ...placed, sheets: [...placed.sheets, ...caseloadSheets(caseload)] })
  } catch (error) {
    // More columns than a sheet has, or a formula in a row that is too long.
    if (error instanceof RangeError) return failed(refusal(toldRefused(refusedFormula(tables, '', error.message))))
    throw error
  }
}

function made<Made>(data: Made): WorkbookResult<Made> {
  return { success: true, data, warnings: [] }
}

/** An assessment as each table reads it, or what is wrong with it. */
function readBy(
  tables: readonly AllocationTable[],
  assessment: unknown,
): { readonly each: readonly Read[] } | { readonly findings: readonly Finding[] } {
  const plans = tables.map(planOf)
  if (plans.length > 1) {
    const { reading, findings } = readTogether(plans, assessment)
    return reading ? { each: reading.each } : { findings }
  }
  const plan = must(plans[0])
  const { reading, findings } = readCase(plan, assessment)
  return reading ? { each: [{ plan, reading }] } : { findings }
}

function refusal(findings: readonly Located[]): WorkbookError {
  const message = `A workbook cannot say all of this to the penny.\n${findings.map(oneLine).join('\n')}`
  return Object.assign(new Error(message), { name: 'WorkbookError', code: 'RAS_WORKBOOK', findings } as const)
}
