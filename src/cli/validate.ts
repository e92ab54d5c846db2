import { type Located, sortFindings } from '../diagnostic.js'
import { check, principlesInFull, summary } from './audited.js'
import { asJson, inShort, isConcern, pretty, tally } from './findings.js'
import { type ExitCode, type Io, name, read } from './io.js'

/**
 * `ras validate FILES…`: every finding of every table, on stdout; exit 1 when there is an error. A table that loads is
 * tried against the six principles: a breach is an error, told in full; a concern is told in a line. With `--principles`
 * each principle is listed with its verdict, and the facts beside it.
 */
export function validate(io: Io, files: readonly string[], format: string, principles = false): ExitCode {
  const texts = new Map(files.map((file) => [name(file), read(io, file)]))
  const all = [...texts].map(([file, text]) => check(file, text))
  const findings = sortFindings(all.flatMap((one) => one.findings))
  if (format === 'json') io.out(asJson(findings))
  else {
    const full = findings.filter((one) => !isConcern(one))
    const tables = all.map(
      (one) => `${summary(one)}${principles ? principlesInFull(one) : concerns(findings, one.file)}`,
    )
    const blocks = [
      pretty(full, (file) => texts.get(file) ?? ''),
      tables.join(''),
      findings.length > 0 ? `${tally(findings)}\n` : '',
    ]
    io.out(blocks.filter((block) => block !== '').join('\n'))
  }
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0
}

function concerns(findings: readonly Located[], file: string): string {
  return findings
    .filter((one) => one.file === file && isConcern(one))
    .map(inShort)
    .join('')
}
