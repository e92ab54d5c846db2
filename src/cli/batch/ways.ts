import { stop } from '../io.js'
import { outputFile } from '../output-file.js'
import type { TableOptions } from '../wanted-tables.js'
import type { Streams } from './streams.js'

export type Format = 'csv' | 'ndjson'

/** What `ras batch` was asked for. */
export interface BatchOptions extends TableOptions {
  readonly output?: string
  readonly errors?: string
  readonly from?: Format
  readonly to?: Format
  readonly ignore?: readonly string[]
}

/** Where everything comes from and goes to. */
export interface Ways {
  readonly input: string
  readonly from: Format
  readonly to: Format
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
  const from = options.from ?? formatOf(input)
  if (from === null) throw stop(2, `What kind of file is ${input}? Say it with --from csv or --from ndjson.`)
  const to = options.to ?? (output === null ? null : formatOf(output)) ?? from
  const beside = output !== null && streams.isFile(output) ? besides(output) : null
  const errors = options.errors === '-' ? null : (outputFile(options.errors) ?? beside)
  const read = [input, ...tables].filter((file) => file !== '-')
  if ([input, ...tables].length - read.length > 1)
    throw stop(2, 'Only one of the caseload and the tables can come from standard input.')
  for (const file of [output, errors])
    if (file !== null)
      for (const one of read)
        if (one === file || streams.same(one, file)) throw stop(2, `${file} is read: it cannot be written as well.`)
  if (output !== null && errors !== null && (output === errors || streams.same(output, errors)))
    throw stop(2, `${output} cannot hold both the results and the errors.`)
  return { input, from, to, output, errors }
}

/** The format that the name of a file says; null where it says none. */
export function formatOf(file: string): Format | null {
  if (/\.csv$/i.test(file)) return 'csv'
  return /\.(ndjson|jsonl)$/i.test(file) ? 'ndjson' : null
}

/** `out.csv` → `out.errors.csv` */
function besides(output: string): string {
  return `${output.replace(/\.(csv|ndjson|jsonl)$/i, '')}.errors.csv`
}
