import { allocate } from '../allocate/allocate.js'
import { explain } from '../explain/explain.js'
import { safeReadAssessment } from '../score/assess.js'
import { type ExitCode, type Io, name, read, stop } from './io.js'
import { refuse } from './refuse.js'
import { loadWanted, type TableOptions, wantedTables } from './wanted-tables.js'

/** What `ras allocate` was asked for. */
export interface AllocateOptions extends TableOptions {
  readonly format: string
}

/**
 * `ras allocate ASSESSMENT --table T [--table T …]`: the statement or the budget on stdout, or every problem and exit 1.
 * With several tables, one budget from all of them. With `--tables FOLDER --on DATE`, those in force on that day.
 */
export function allocateCommand(io: Io, assessment: string, options: AllocateOptions): ExitCode {
  const { format } = options
  const wanted = wantedTables(io, options)
  if ([assessment, ...wanted.files].filter((file) => file === '-').length > 1)
    throw stop(2, 'Only one of the assessment and the tables can come from standard input.')
  const text = read(io, assessment)
  const loaded = loadWanted(io, wanted)
  if (!loaded.success) return refuse(io, loaded.findings, loaded.textOf, format)
  const { tables } = loaded
  const input = safeReadAssessment(text, tables, { file: name(assessment) })
  if (!input.success) return refuse(io, input.error.findings, () => text, format)
  const budget = allocate(input.data, tables)
  if (format === 'json') io.out(`${JSON.stringify(budget, null, 2)}\n`)
  else io.out(explain(budget, tables, { format: format === 'markdown' ? 'markdown' : 'text' }))
  return 0
}
