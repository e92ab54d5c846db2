import { FORMATS, type Format } from '../report/findings/formats.js'
import { asPretty } from '../report/findings/pretty.js'
import { type Report, STANDARD_INPUT, tooMany } from '../report/findings/report.js'
import { asSummary } from '../report/findings/summary.js'
import { writeWhole } from './batch/outputs.js'
import type { Streams } from './batch/streams.js'
import { type Io, outLast, stop } from './io.js'
import { log } from './log.js'
import { outputFile } from './output-file.js'

/** How a report is wanted, and where. */
export interface Wanted {
  readonly format: Format
  readonly output?: string
}

/**
 * Tells a report on stdout; or writes it to a file, and tells it on stdout for a person. For GitHub a summary is added
 * to the step as well. What the report itself has no words for is said on stderr.
 *
 * @throws Stop where the file cannot be written, or is one of those that were read.
 */
export async function tell(io: Io, report: Report, wanted: Wanted): Promise<void> {
  const { format } = wanted
  const output = outputFile(wanted.output)
  if (output !== null) {
    const streams = await io.streams()
    if (format === 'github') throw stop(2, 'GitHub reads its commands from standard output: leave out -o.')
    if (report.files.some(({ file }) => file !== STANDARD_INPUT && streams.same(file, output)))
      throw stop(2, `${output} is read: it cannot be written as well.`)
    writeWhole(io, streams, output, FORMATS[format](report))
    log(io, asPretty(report))
  } else if (format === 'pretty') log(io, asPretty(report))
  else {
    outLast(io, FORMATS[format](report))
    const more = tooMany(report)
    if (more !== null && (format === 'json' || format === 'sarif')) io.err(`${more}\n`)
    if (format === 'github') summarise(io, await io.streams(), report)
  }
}

/** The check is as good without its summary, so that one that cannot be written fails nothing. */
function summarise(io: Io, streams: Streams, report: Report): void {
  const path = io.env('GITHUB_STEP_SUMMARY')
  if (path === undefined || path === '') return
  try {
    streams.append(path, asSummary(report))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    io.err(`ras: the summary of the step cannot be written (${code}).\n`)
  }
}
