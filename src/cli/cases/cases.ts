import { casesAsJunit } from '../../report/cases/as-junit.js'
import { casesAsJson, casesAsText } from '../../report/cases/as-text.js'
import type { CaseResult } from '../../report/cases/result.js'
import { type ExitCode, type Io, outLast, stop } from '../io.js'
import { log } from '../log.js'
import { caseFolders } from './folders.js'
import { tryCases } from './try-case.js'

/** What `ras cases` was asked for. */
export interface CasesOptions {
  readonly case?: readonly string[]
  readonly format: string
  readonly write?: boolean
  readonly table?: string
  readonly count?: string
  readonly seed?: string
}

/**
 * `ras cases DIR [--case NUMBER…]`: works out every numbered case of a directory and compares it, to the penny, with
 * what it expects. Exit 1 when a case fails, whatever the reason. `ras cases DIR --write --table T --count N` makes
 * such a directory.
 */
export async function casesCommand(io: Io, directory: string, options: CasesOptions): Promise<ExitCode> {
  if (options.write) {
    const { writeCases } = await import('./write-cases.js')
    return writeCases(io, directory, options)
  }
  if (options.table !== undefined || options.count !== undefined || options.seed !== undefined)
    throw stop(2, '--table, --count and --seed are for --write, which makes cases.')
  const results = tryCases(io, caseFolders(io, directory, options.case ?? []))
  const text = inFormat(results, directory, options.format)
  if (options.format === 'pretty') log(io, text)
  else outLast(io, text)
  return results.some(({ wrong }) => wrong.length > 0) ? 1 : 0
}

function inFormat(results: readonly CaseResult[], directory: string, format: string): string {
  if (format === 'json') return casesAsJson(results)
  return format === 'junit' ? casesAsJunit(results, directory) : casesAsText(results)
}
