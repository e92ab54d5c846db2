import { loadTable } from '../load/load.js'
import { tableSchema } from '../load/table-schema.js'
import { assessmentSchema } from '../score/assessment-schema.js'
import { type ExitCode, type Io, read, stop } from './io.js'

/** `ras schema table` or `ras schema assessment --table T [--form F]`: a JSON Schema (draft-07) on stdout. */
export function schemaCommand(io: Io, of: string, table: string | undefined, form: string | undefined): ExitCode {
  if (of === 'table') {
    io.out(`${JSON.stringify(tableSchema(), null, 2)}\n`)
    return 0
  }
  if (table === undefined) throw stop(2, 'The schema of an assessment depends on its table: give --table.')
  io.out(`${JSON.stringify(assessmentSchema(loadTable(read(io, table), { file: table }), form), null, 2)}\n`)
  return 0
}
