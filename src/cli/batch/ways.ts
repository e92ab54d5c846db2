import { stop } from '../io.js'
import { outputFile } from '../output-file.js'
import type { TableOptions } from '../wanted-tables.js'
import type { Streams } from './streams.js'

export type Format = 'csv' | 'ndjson'

/** A workbook is read and written whole, and only here. */
export type BatchFormat = Format | 'xlsx'

/** What `ras batch` was asked for. */
export interface BatchOptions extends TableOptions {
  readonly output?: string
  readonly errors?: string
  readonly from?: BatchFormat
  readonly to?: BatchFormat
  readonly sheet?: string
  readonly ignore?: readonly string[]
}

/** Where everything comes from and goes to. */
export interface Ways {
  readonly input: string
  readonly from: BatchFormat
  readonly to: BatchFormat
  /** The sheet of a workbook that is read; null where nobody says which. */
  readonly sheet: string | null
  /** Null for standard output. */
  readonly output: string | null
  /** Null where bad rows are told on standard error. */
  readonly errors: string | null
}

/**
 * Settles formats and files before anything is read.
 *
 * @throws Stop where a format cannot be told, or a file would be written over something that is read.
 */
export function settle(streams: Streams, input: string, tables: readonly string[], options: BatchOptions): Ways {
  const output = outputFile(options.output)
  const from = options.from ?? batchFormatOf(input)
  if (from === null)
    throw stop(2, `What kind of file is ${input}? Say it with --from csv, --from xlsx or --from ndjson.`)
  if (options.sheet !== undefined && from !== 'xlsx') throw stop(2, `--sheet is for a workbook, and ${input} is none.`)
  const to = options.to ?? (output === null ? textOf(from) : (batchFormatOf(output) ?? from))
  if (to === 'xlsx' && output === null)
    throw stop(2, 'A workbook is not written to standard output: name its file with -o.')
  const beside = output !== null && streams.isFile(output) ? besides(output) : null
  const errors = options.errors === '-' ? null : (outputFile(options.errors) ?? beside)
  if (errors !== null && /\.xlsx$/i.test(errors)) throw stop(2, `${errors}: errors are written as CSV. Name it .csv.`)
  const read = [input, ...tables].filter((file) => file !== '-')
  if ([input, ...tables].length - read.length > 1)
    throw stop(2, 'Only one of the caseload and the tables can come from standard input.')
  for (const file of [output, errors])
    if (file !== null)
      for (const one of read)
        if (one === file || streams.same(one, file)) throw stop(2, `${file} is read: it cannot be written as well.`)
  if (output !== null && errors !== null && (output === errors || streams.same(output, errors)))
    throw stop(2, `${output} cannot hold both the results and the errors.`)
  return { input, from, to, sheet: options.sheet ?? null, output, errors }
}

function batchFormatOf(file: string): BatchFormat | null {
  return /\.xlsx$/i.test(file) ? 'xlsx' : formatOf(file)
}

/** What standard output gets from a file of this kind. */
function textOf(from: BatchFormat): Format {
  return from === 'xlsx' ? 'csv' : from
}

/** The format that the name of a file says; null where it says none. */
export function formatOf(file: string): Format | null {
  if (/\.csv$/i.test(file)) return 'csv'
  return /\.(ndjson|jsonl)$/i.test(file) ? 'ndjson' : null
}

/** `out.csv` → `out.errors.csv` */
function besides(output: string): string {
  return `${output.replace(/\.(csv|ndjson|jsonl|xlsx)$/i, '')}.errors.csv`
}
