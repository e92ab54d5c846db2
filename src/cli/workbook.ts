import { type AllocationTable, originOf } from '../load/table.js'
import { safeReadAssessment } from '../score/assess.js'
import { MOST_ROWS, safeWorkbook } from '../workbook/index.js'
import { writeWhole } from './batch/outputs.js'
import { type ExitCode, type Io, name, read, stop } from './io.js'
import { outputFile } from './output-file.js'
import { refuse } from './refuse.js'
import { loadTables } from './tables.js'

/** What `ras workbook` was asked for. */
export interface WorkbookCommand {
  readonly output: string
  readonly assessment?: string
  readonly caseload?: string
}

/**
 * `ras workbook TABLE… -o FILE.xlsx [--assessment FILE] [--caseload ROWS]`: a workbook without macros whose own formulas
 * give the budget; or everything that is wrong with the tables or the assessment, and exit 1.
 */
export async function workbookCommand(io: Io, files: readonly string[], asked: WorkbookCommand): Promise<ExitCode> {
  const { assessment } = asked
  const path = fileOf(asked.output)
  const rows = asked.caseload === undefined ? {} : { caseload: rowsOf(asked.caseload) }
  const inputs = assessment === undefined ? files : [...files, assessment]
  if (inputs.filter((file) => file === '-').length > 1) throw stop(2, 'Only one file can come from standard input.')
  const streams = await io.streams()
  if (inputs.some((file) => file !== '-' && (file === path || streams.same(file, path))))
    throw stop(2, `${path} is read: it cannot be written as well.`)
  if (io.files.exists(path))
    throw stop(2, `${path} is there already, and may hold what somebody filled in. Name another file.`)
  const text = assessment === undefined ? '' : read(io, assessment)
  const loaded = loadTables(io, files)
  if (!loaded.success) return refuse(io, loaded.findings, loaded.textOf, 'pretty')
  const { tables } = loaded
  const input = assessment === undefined ? null : safeReadAssessment(text, tables, { file: name(assessment) })
  if (input && !input.success) return refuse(io, input.error.findings, () => text, 'pretty')
  const made = await safeWorkbook(tables, { ...(input ? { assessment: input.data } : {}), ...rows })
  if (!made.success) return refuse(io, made.error.findings, textOf(tables), 'pretty')
  writeWhole(io, streams, path, made.data)
  return 0
}

/** The text of each table, by its file. */
function textOf(tables: readonly AllocationTable[]): (file: string) => string {
  const texts = new Map(tables.map(originOf).map(({ file, text }) => [file, text ?? '']))
  return (file) => texts.get(file) ?? ''
}

/** The name of a workbook; it is a file of bytes, and never goes to a screen. */
function fileOf(output: string): string {
  const path = outputFile(output)
  if (path === null || !/\.xlsx$/i.test(path)) throw stop(2, `${output} is no name for a workbook: it ends in .xlsx.`)
  return path
}

function rowsOf(text: string): number {
  const rows = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (rows < 1 || rows > MOST_ROWS) throw stop(2, `--caseload is a number of rows, from 1 to ${MOST_ROWS}.`)
  return rows
}
