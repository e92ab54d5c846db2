import { readFileSync } from 'node:fs'
import { safeLoadTable } from '../../src/index.js'
import type { Report } from '../../src/report/findings/report.js'

/** The report of one text, as `ras validate` makes it of a table that does not load. */
export function reportOf(file: string, text: string, most: number | null = null): Report {
  const result = safeLoadTable(text, { file })
  const findings = result.success ? result.warnings : [...result.error.findings, ...result.warnings]
  return { findings, files: [{ file, text, about: '' }], most }
}

/** Norfolk with two faults, in a file whose name every format has to escape. */
export function twoFaults(): Report {
  const text = readFileSync('tables/norfolk/short-breaks-primary.yaml', 'utf8')
    .replace(/^advice:/m, 'advise:')
    .replace('give: 500.00', 'give: "£500"')
  return reportOf('./tables/a b, 50%.yaml', text)
}
