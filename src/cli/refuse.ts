import type { Located } from '../diagnostic.js'
import { asJson } from '../report/findings/json.js'
import { asPretty } from '../report/findings/pretty.js'
import { type ExitCode, type Io, outLast } from './io.js'
import { log } from './log.js'

/** Prints findings on stdout, with the lines they are on; the exit code for a command that cannot go on. */
export function refuse(
  io: Io,
  findings: readonly Located[],
  textOf: (file: string) => string,
  format: string,
): ExitCode {
  const files = [...new Set(findings.map(({ file }) => file))].map((file) => ({ file, text: textOf(file), about: '' }))
  if (format === 'json') outLast(io, asJson({ findings }))
  else log(io, asPretty({ findings, files, most: null }))
  return 1
}
