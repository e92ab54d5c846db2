import { allocate } from '../allocate/allocate.js'
import { explain } from '../explain/explain.js'
import { safeLoadTable } from '../load/load.js'
import { safeReadAssessment } from '../score/assess.js'
import { type ExitCode, type Io, read, stop } from './io.js'
import { refuse } from './refuse.js'
import { name } from './validate.js'

/** `ras allocate ASSESSMENT --table T`: the statement or the budget on stdout, or every problem and exit 1. */
export function allocateCommand(io: Io, assessment: string, tableFile: string, format: string): ExitCode {
  if (assessment === '-' && tableFile === '-')
    throw stop(2, 'Only one of the assessment and the table can come from standard input.')
  const texts = new Map([
    [name(tableFile), read(io, tableFile)],
    [name(assessment), read(io, assessment)],
  ])
  const textOf = (file: string) => texts.get(file) ?? ''
  const table = safeLoadTable(textOf(name(tableFile)), { file: name(tableFile) })
  if (!table.success) return refuse(io, table.error.findings, textOf, format)
  const input = safeReadAssessment(textOf(name(assessment)), table.data, { file: name(assessment) })
  if (!input.success) return refuse(io, input.error.findings, textOf, format)
  const budget = allocate(input.data, table.data)
  if (format === 'json') io.out(`${JSON.stringify(budget, null, 2)}\n`)
  else io.out(explain(budget, table.data, { format: format === 'markdown' ? 'markdown' : 'text' }))
  return 0
}
