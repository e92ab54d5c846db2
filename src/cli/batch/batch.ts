import { sheetWords } from '../../caseload/sheet/fault.js'
import { type ExitCode, hasNoReader, type Io, name, stop } from '../io.js'
import { refuse } from '../refuse.js'
import { loadTables, plansOf } from '../tables.js'
import { csvBlocks } from './csv-blocks.js'
import { type HeaderFault, openSheet } from './csv-sheet.js'
import { shown } from './errors.js'
import { jsonBlocks } from './json-blocks.js'
import { openOutputs } from './outputs.js'
import { openProgress } from './progress.js'
import { resultsAsCsv } from './results-csv.js'
import { resultsAsJson } from './results-json.js'
import { openWindow, type Source } from './source.js'
import type { Streams } from './streams.js'
import { summary } from './summary.js'
import { type BatchOptions, settle } from './ways.js'
import { work } from './work.js'

/**
 * `ras batch CASELOAD --table T… [-o OUT]`: the likely amounts of many cases, row by row, in bounded memory. Bad rows
 * are told in a file of their own, and exit 1. What was at OUT stays until the new results are whole.
 */
export async function batchCommand(io: Io, input: string, options: BatchOptions): Promise<ExitCode> {
  const streams = await io.streams()
  const began = streams.now()
  const ways = settle(streams, input, options)
  const loaded = loadTables(io, options.table)
  if (!loaded.success) return refuse(io, loaded.findings, loaded.textOf, 'pretty')
  const { tables } = loaded
  const plans = plansOf(tables)
  // Standard output may be the results; then everything else is said beside them.
  const say = ways.output === null ? io.err : (words: string) => sayLast(io, words)
  const source = await openSource(streams, input)
  try {
    const window = openWindow()
    const sheet = ways.from === 'csv' ? await openSheet(window, source, plans, options.ignore ?? []) : null
    if (sheet && 'faults' in sheet) {
      say(sheet.faults.map((one) => inHeader(name(input), one)).join('\n'))
      return 1
    }
    const outputs = openOutputs(io, streams, { ...ways, input: name(input) })
    const progress = openProgress(streams.watched, streams.now, io.err)
    try {
      const blocks = sheet ? csvBlocks(sheet, plans, window, source) : jsonBlocks(plans, window, source)
      const tally = await work(blocks, tables, sheet, ways.to === 'csv' ? resultsAsCsv : resultsAsJson, {
        results: outputs.results,
        errors: outputs.errors,
        progress: ({ cases, bad }) => progress.show(cases + bad, source.size ? window.read / source.size : null),
      })
      outputs.finish(tally.bad > 0)
      progress.end()
      say(summary(tally, tables, name(input), ways.errors, (streams.now() - began) / 1000))
      return tally.bad > 0 ? 1 : 0
    } finally {
      progress.end()
      outputs.close()
    }
  } finally {
    await source.close()
  }
}

/** Says the last words on standard output. The exit code is the same if nobody reads them. */
function sayLast(io: Io, words: string): void {
  try {
    io.out(words)
  } catch (error) {
    if (!hasNoReader(error)) throw error
  }
}

/** The caseload; what the system has against reading it ends the command. */
async function openSource(streams: Streams, path: string): Promise<Source> {
  const reading = async <T>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act()
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
      throw stop(2, `${path} cannot be read (${code === 'ENOENT' ? 'there is no such file' : code}).`)
    }
  }
  const source = await reading(() => streams.open(path))
  return { ...source, read: (into, from) => reading(() => source.read(into, from)) }
}

/** A fault of the row of names, as a finding is shown. */
function inHeader(file: string, { column, fault }: HeaderFault): string {
  const { message, mend } = sheetWords(fault)
  return `${file}:1${column > 0 ? `:${column}` : ''} error ${fault.code}\n  ${shown(message)}\n  ${shown(mend)}\n`
}
