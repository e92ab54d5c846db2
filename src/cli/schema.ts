import { safeLoadTable } from '../load/load.js'
import { planOf } from '../load/table.js'
import { tableSchema } from '../load/table-schema.js'
import { assessmentSchema } from '../score/assessment-schema.js'
import { type ExitCode, type Io, name, read, stop } from './io.js'
import { refuse } from './refuse.js'

/** `ras schema table` or `ras schema assessment --table T [--form F]`: a JSON Schema (draft-07) on stdout. */
export function schemaCommand(io: Io, of: string, file: string | undefined, form: string | undefined): ExitCode {
  if (of === 'table') {
    io.out(`${JSON.stringify(tableSchema(), null, 2)}\n`)
    return 0
  }
  if (file === undefined) throw stop(2, 'The schema of an assessment depends on its table: give --table.')
  const text = read(io, file)
  const table = safeLoadTable(text, { file: name(file) })
  if (!table.success) return refuse(io, table.error.findings, () => text, 'pretty')
  const forms = [...planOf(table.data).forms.keys()]
  if (form !== undefined && !forms.includes(form))
    throw stop(
      2,
      `This table has no form called “${form}”. ${forms.length > 0 ? `It has: ${forms.join(', ')}.` : 'It has none.'}`,
    )
  io.out(`${JSON.stringify(assessmentSchema(table.data, form), null, 2)}\n`)
  return 0
}
