import { type ExitCode, type Io, name, outLast } from '../io.js'
import { refuse } from '../refuse.js'
import { plansOf } from '../tables.js'
import { loadWanted, wantedTables } from '../wanted-tables.js'
import { headerInWords } from './errors.js'
import { openCases } from './open-cases.js'
import { openSource } from './open-source.js'
import { openOutputs } from './outputs.js'
import { openProgress } from './progress.js'
import { resultsAsCsv } from './results-csv.js'
import { resultsAsJson } from './results-json.js'
import { summary } from './summary.js'
import { type BatchOptions, settle, type Ways } from './ways.js'
import { work } from './work.js'

/**
 * `ras batch CASELOAD --table T… [-o OUT]`: the likely amounts of many cases, row by row, in bounded memory. Bad rows
 * are told in a file of their own, and exit 1. What was at OUT stays until the new results are whole.
 */
export async function batchCommand(io: Io, input: string, options: BatchOptions): Promise<ExitCode> {
  const streams = await io.streams()
  const began = streams.now()
  const wanted = wantedTables(io, options)
  const ways = settle(streams, input, wanted.files, options)
  const loaded = loadWanted(io, wanted)
  if (!loaded.success) return refuse(io, loaded.findings, loaded.textOf, 'pretty')
  const { tables } = loaded
  const plans = plansOf(tables)
  // Standard output may be the results; then everything else is said beside them.
  const say = ways.output === null ? io.err : (words: string) => outLast(io, words)
  const source = await openSource(streams, input)
  try {
    const opened = await openCases(ways, source, plans, options.ignore ?? [])
    if ('faults' in opened) {
      say(opened.faults.map((one) => headerInWords(name(input), one)).join('\n'))
      return 1
    }
    const outputs = openOutputs(io, streams, { ...ways, input: name(input) })
    const progress = openProgress(streams.watched, streams.now, io.err)
    try {
      const workbook = ways.to === 'xlsx' ? await collecting(ways) : null
      const writing = workbook?.writing ?? (ways.to === 'csv' ? resultsAsCsv : resultsAsJson)
      const tally = await work(opened.blocks, tables, opened.columns, writing, {
        results: outputs.results,
        errors: outputs.errors,
        progress: ({ cases, bad }) => progress.show(cases + bad, opened.part()),
      })
      if (workbook) outputs.results(await workbook.finish())
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

/** What a workbook needs is loaded only where one is written. */
async function collecting({ output }: Ways) {
  const { collectForWorkbook } = await import('./results-xlsx.js')
  return collectForWorkbook(output ?? '')
}
