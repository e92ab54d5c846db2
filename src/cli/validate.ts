import { type Located, sortFindings } from '../diagnostic.js'
import type { Format } from '../report/findings/formats.js'
import { inShort, isConcern } from '../report/findings/pretty.js'
import { fails, type Report } from '../report/findings/report.js'
import { type Checked, check, principlesInFull, summary } from './audited.js'
import { sinceEarlier } from './earlier.js'
import { type ExitCode, type Io, stop } from './io.js'
import { series } from './series.js'
import { isFolder, locksBelow, tableFiles } from './table-files.js'
import { tell } from './tell.js'
import { textsOf } from './texts.js'
import { whole } from './whole.js'

/** What `ras validate` was asked for. */
export interface ValidateOptions {
  readonly format: Format
  readonly principles?: boolean
  readonly maxWarnings?: string
  readonly recorded?: boolean
  readonly against?: readonly string[]
  readonly output?: string
}

/**
 * `ras validate FILES…`: every finding of every table; exit 1 when there is an error, or when there are more warnings
 * than `--max-warnings` allows. A table that loads is tried against the six principles: a breach is an error; a concern
 * is a warning. Several tables are compared with one another, and with the record of what was published that is beside
 * them, or below a folder that was given, also where no table is left there. With `--recorded` a folder without a record
 * is one of which nothing is recorded. With `--against` a table is compared with the version before it.
 */
export async function validate(io: Io, given: readonly string[], options: ValidateOptions): Promise<ExitCode> {
  const { against = [], principles = false, recorded = false, maxWarnings } = options
  const most = maxWarnings === undefined ? null : whole('--max-warnings', maxWarnings)
  if ([...given, ...against].filter((file) => file === '-').length > 1)
    throw stop(2, 'Only one of the tables can come from standard input.')
  const texts = textsOf(io, tableFiles(io, given))
  const old = textsOf(io, tableFiles(io, against))
  const empty = against.find((one) => isFolder(io, one) && tableFiles(io, [one]).length === 0)
  if (empty !== undefined) throw stop(2, `There is no table in ${empty} to compare with.`)
  const tables = [...texts].map(([file, text]) => check(file, text))
  const read = tables.map(({ file, loaded }) => ({ file, text: texts.get(file) ?? '', table: loaded?.table ?? null }))
  const { findings: across, locks } = series(io, read, { locks: locksBelow(io, given), recorded })
  const own = tables.flatMap((one) => one.findings)
  const findings = sortFindings([...own, ...across, ...sinceEarlier(old, tables, against)])
  const files = [
    ...tables.map((one) => ({ file: one.file, text: texts.get(one.file) ?? '', about: about(one, principles) })),
    ...[...old].flatMap(([file, text]) => (texts.has(file) ? [] : [{ file, text, about: '' }])),
    ...locks.map(({ file, text }) => ({ file, text, about: '' })),
  ]
  const report: Report = { findings, files, most }
  await tell(io, report, options)
  return fails(report) ? 1 : 0
}

/** What there is to say of a table in whole lines: what it is, and how it stands to the principles. */
function about(one: Checked, principles: boolean): string {
  return `${summary(one)}${principles ? principlesInFull(one) : concerns(one.findings)}`
}

function concerns(findings: readonly Located[]): string {
  return sortFindings(findings).filter(isConcern).map(inShort).join('')
}
