import { type Limit, type Limits, readLimit } from '../../after/caseload/limits.js'
import type { Streams } from '../batch/streams.js'
import type { Format } from '../batch/ways.js'
import { formatOf } from '../batch/ways.js'
import { stop } from '../io.js'
import { outputFile } from '../output-file.js'

/** What `ras diff` was asked for. */
export interface DiffOptions {
  readonly caseload?: string
  readonly from?: Format
  readonly ignore?: readonly string[]
  readonly maxTotalChange?: string
  readonly maxLoss?: string
  readonly maxNewlyReferred?: string
  readonly format: 'text' | 'markdown' | 'json' | 'html'
  readonly output?: string
}

/** Where everything comes from and goes to, and what is allowed. */
export interface DiffWays {
  /** Null where only the tables are compared. */
  readonly caseload: { readonly file: string; readonly format: Format } | null
  readonly limits: Limits
  /** Null for standard output. */
  readonly output: string | null
}

/**
 * Settles files, formats and limits before anything is read.
 *
 * @throws Stop where a limit is none, has no caseload to be measured on, or a file would be written over what is read.
 */
export function settleDiff(streams: Streams, tables: readonly string[], options: DiffOptions): DiffWays {
  const { caseload } = options
  const totalChange = limit('--max-total-change', options.maxTotalChange, 'pounds such as 20000', '0.5%')
  const loss = limit('--max-loss', options.maxLoss, 'pounds such as 5000', '10%')
  const newlyReferred = limit('--max-newly-referred', options.maxNewlyReferred, 'a number of cases such as 3', '1%')
  if (newlyReferred?.of === 'number' && newlyReferred.size % 100 !== 0)
    throw stop(2, '--max-newly-referred takes a whole number of cases, or a percentage such as 1%.')
  if (caseload === undefined)
    for (const [option, value] of [
      ['--max-total-change', options.maxTotalChange],
      ['--max-loss', options.maxLoss],
      ['--max-newly-referred', options.maxNewlyReferred],
      ['--ignore', options.ignore],
      ['--from', options.from],
    ] as const)
      if (value !== undefined) throw stop(2, `${option} is for a caseload: give --caseload FILE too.`)
  const read = [...tables, ...(caseload === undefined ? [] : [caseload])]
  if (read.filter((file) => file === '-').length > 1)
    throw stop(2, 'Only one of the two tables and the caseload can come from standard input.')
  const output = outputFile(options.output)
  if (output !== null && read.some((file) => file !== '-' && (file === output || streams.same(file, output))))
    throw stop(2, `${output} is read: it cannot be written as well.`)
  const limits = { ...(totalChange && { totalChange }), ...(loss && { loss }), ...(newlyReferred && { newlyReferred }) }
  return {
    caseload: caseload === undefined ? null : { file: caseload, format: from(caseload, options) },
    limits,
    output,
  }
}

function from(caseload: string, options: DiffOptions): Format {
  const format = options.from ?? formatOf(caseload)
  if (format === null) throw stop(2, `What kind of file is ${caseload}? Say it with --from csv or --from ndjson.`)
  return format
}

function limit(option: string, text: string | undefined, number: string, part: string): Limit | undefined {
  if (text === undefined) return undefined
  const read = readLimit(text)
  if (read) return read
  const plain = text.replace(/[£,\s]/g, '')
  const hint = readLimit(plain) ? ` Write ${plain}.` : ''
  throw stop(2, `${option} takes ${number}, or a percentage such as ${part}, and “${text}” is neither.${hint}`)
}
