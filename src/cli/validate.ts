import { sortFindings } from '../diagnostic.js'
import { safeLoadTable } from '../load/load.js'
import { asJson, pretty, tally } from './findings.js'
import { type ExitCode, type Io, read } from './io.js'

/** `ras validate FILES…`: every finding of every table, on stdout; exit 1 when there is an error. */
export function validate(io: Io, files: readonly string[], format: string): ExitCode {
  const texts = new Map(files.map((file) => [name(file), read(io, file)]))
  const results = [...texts].map(([file, text]) => ({ file, result: safeLoadTable(text, { file }) }))
  const findings = sortFindings(
    results.flatMap(({ result }) => [...(result.success ? [] : result.error.findings), ...result.warnings]),
  )
  if (format === 'json') io.out(asJson(findings))
  else {
    io.out(pretty(findings, (file) => texts.get(file) ?? ''))
    for (const { file, result } of results)
      if (result.success) io.out(`${file}: a valid table, ${result.data.id} ${result.data.version}\n`)
    if (findings.length > 0) io.out(`\n${tally(findings)}\n`)
  }
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0
}

/** What a file is called in positions. */
export function name(file: string): string {
  return file === '-' ? '(standard input)' : file
}
