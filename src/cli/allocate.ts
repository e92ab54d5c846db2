import { allocate } from '../allocate/allocate.js'
import { sortFindings } from '../diagnostic.js'
import { explain } from '../explain/explain.js'
import { safeLoadTable } from '../load/load.js'
import { safeReadAssessment } from '../score/assess.js'
import { type ExitCode, type Io, read, stop } from './io.js'
import { refuse } from './refuse.js'
import { name } from './validate.js'

/**
 * `ras allocate ASSESSMENT --table T [--table T …]`: the statement or the budget on stdout, or every problem and exit 1.
 * With several tables, one budget from all of them.
 */
export function allocateCommand(io: Io, assessment: string, tableFiles: readonly string[], format: string): ExitCode {
  if ([assessment, ...tableFiles].filter((file) => file === '-').length > 1)
    throw stop(2, 'Only one of the assessment and the tables can come from standard input.')
  const texts = new Map([...tableFiles, assessment].map((file) => [name(file), read(io, file)]))
  const textOf = (file: string) => texts.get(file) ?? ''
  const loaded = new Map(
    tableFiles.map((file) => [name(file), safeLoadTable(textOf(name(file)), { file: name(file) })]),
  )
  const findings = [...loaded.values()].flatMap((table) => (table.success ? [] : table.error.findings))
  if (findings.length > 0) return refuse(io, sortFindings(findings), textOf, format)
  const tables = tableFiles.flatMap((file) => {
    const table = loaded.get(name(file))
    return table?.success ? [table.data] : []
  })
  const input = safeReadAssessment(textOf(name(assessment)), tables, { file: name(assessment) })
  if (!input.success) return refuse(io, input.error.findings, textOf, format)
  const budget = allocate(input.data, tables)
  if (format === 'json') io.out(`${JSON.stringify(budget, null, 2)}\n`)
  else io.out(explain(budget, tables, { format: format === 'markdown' ? 'markdown' : 'text' }))
  return 0
}
