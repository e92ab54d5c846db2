import { checkTolerances } from '../../after/caseload/tolerances.js'
import { diffTables } from '../../after/diff/diff-tables.js'
import { readSource } from '../../load/source.js'
import type { AllocationTable } from '../../load/table.js'
import { asHtml } from '../../report/as-html.js'
import { asMarkdown } from '../../report/as-markdown.js'
import { asText } from '../../report/as-text.js'
import { type DiffReport, diffPage } from '../../report/diff/page.js'
import { forReading, MOST_IN_A_COMMENT } from '../../report/diff/shortened.js'
import { headerInWords } from '../batch/errors.js'
import { openSource } from '../batch/open-source.js'
import { writeWhole } from '../batch/outputs.js'
import { openProgress } from '../batch/progress.js'
import type { Streams } from '../batch/streams.js'
import { type ExitCode, type Io, name, outLast } from '../io.js'
import { log } from '../log.js'
import { refuse } from '../refuse.js'
import { loadEach } from '../tables.js'
import { type DiffOptions, type DiffWays, settleDiff } from './options.js'
import { type Compared, compareFile } from './work.js'

/**
 * `ras diff OLD NEW [--caseload FILE]`: what a later table says otherwise, and what that does to a caseload. Exit 1 where
 * a limit is passed, or a row cannot be read.
 */
export async function diffCommand(io: Io, old: string, later: string, options: DiffOptions): Promise<ExitCode> {
  const streams = await io.streams()
  const ways = settleDiff(streams, [old, later], options)
  const { tables, texts, findings } = loadEach(io, [old, later])
  const textOf = (file: string) => texts.get(file) ?? ''
  const [before, after] = tables
  if (findings.length > 0 || !before || !after) return refuse(io, findings, textOf, options.format)
  const compared =
    ways.caseload === null ? null : await overCaseload(io, streams, ways.caseload, [before, after], options)
  if (compared === 'refused') return 1
  const { findings: over, leftOut } = compared
    ? checkTolerances(compared.diff, ways.limits)
    : { findings: [], leftOut: { losers: 0, unreadable: 0 } }
  const { locate } = readSource(textOf(name(later)), name(later))
  const report: DiffReport = {
    changes: diffTables(before, after),
    caseload: compared?.diff ?? null,
    findings: over.map(locate),
    leftOut,
    bad: compared?.bad ?? 0,
    badRows: compared?.badRows ?? [],
  }
  const text = laidOut(report, options.format)
  if (ways.output !== null) writeWhole(io, streams, ways.output, text)
  else if (options.format === 'text') log(io, text)
  else outLast(io, text)
  return over.length > 0 || report.bad > 0 ? 1 : 0
}

async function overCaseload(
  io: Io,
  streams: Streams,
  { file, format }: NonNullable<DiffWays['caseload']>,
  tables: readonly [AllocationTable, AllocationTable],
  { ignore = [] }: DiffOptions,
): Promise<Compared | 'refused'> {
  const source = await openSource(streams, file)
  const progress = openProgress(streams.watched, streams.now, io.err)
  try {
    const compared = await compareFile(source, format, tables, ignore, progress.show)
    if (!('faults' in compared)) return compared
    log(io, compared.faults.map((one) => headerInWords(name(file), one)).join('\n'))
    return 'refused'
  } finally {
    progress.end()
    await source.close()
  }
}

function laidOut(report: DiffReport, format: DiffOptions['format']): string {
  switch (format) {
    case 'json':
      return asJson(report)
    case 'html':
      return asHtml(diffPage(report))
    case 'markdown':
      return forReading(diffPage(report), asMarkdown, MOST_IN_A_COMMENT)
    case 'text':
      return forReading(diffPage(report), asText, null)
  }
}

/** What `diffTables` says, and beside it what was found over the caseload. */
function asJson({ changes, ...rest }: DiffReport): string {
  return `${JSON.stringify({ ...changes, ...rest }, null, 2)}\n`
}
