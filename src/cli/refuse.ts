import type { Located } from '../diagnostic.js'
import { asJson, pretty, tally } from './findings.js'
import type { ExitCode, Io } from './io.js'

/** Prints findings on stdout, with the lines they are on; the exit code for a command that cannot go on. */
export function refuse(
  io: Io,
  findings: readonly Located[],
  textOf: (file: string) => string,
  format: string,
): ExitCode {
  io.out(format === 'json' ? asJson(findings) : `${pretty(findings, textOf)}\n${tally(findings)}\n`)
  return 1
}
