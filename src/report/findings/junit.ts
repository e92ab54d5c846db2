import type { Located } from '../../diagnostic.js'
import { oneLine } from '../one-line.js'
import { type Case, junitXml, type Suite } from './junit-xml.js'
import { inFull } from './pretty.js'
import { codeAndPlace, isWarning, linesOf, type Report, repositoryPath, STANDARD_INPUT, tooMany } from './report.js'

/**
 * A report as JUnit’s XML, as GitLab and Jenkins show it: a suite for each file, and in it a failure for each error. A
 * checked file without findings is one test that passes. A warning passes too, and says what it found; where there are more of
 * them than are allowed, each fails, and so does a suite that says how many there are.
 */
export function asJunit(report: Report): string {
  const more = tooMany(report)
  const texts = new Map(report.files.map(({ file, text }) => [file, text]))
  const checked = report.files.filter(({ about }) => about !== '').map(({ file }) => file)
  const files = new Set([...checked, ...report.findings.map(({ file }) => file)])
  const suites = [...files].map((file): Suite => {
    const lines = linesOf(texts.get(file) ?? '')
    const found = report.findings.filter((one) => one.file === file)
    const cases = found.map((one) => caseOf(one, inFull(one, lines), more !== null))
    const path = file === STANDARD_INPUT ? null : repositoryPath(file)
    return { name: path ?? file, file: path, cases: cases.length > 0 ? cases : [CLEAN] }
  })
  return junitXml('ras validate', more === null ? suites : [...suites, limit(more)])
}

const CLEAN: Case = { name: 'no findings', failure: null, output: '' }

function caseOf(one: Located, output: string, warningsFail: boolean): Case {
  const message = oneLine(one.message)
  const failure = { type: one.severity, message: `${message} ${oneLine(one.mend)}` }
  return {
    name: `${codeAndPlace(one)}: ${message}`,
    failure: isWarning(one) && !warningsFail ? null : failure,
    output,
  }
}

function limit(message: string): Suite {
  return {
    name: 'ras validate',
    file: null,
    cases: [{ name: 'warnings', failure: { type: 'warnings', message }, output: '' }],
  }
}
