import { type Case, junitXml } from '../findings/junit-xml.js'
import { repositoryPath } from '../findings/report.js'
import { oneLine } from '../one-line.js'
import { inALine } from './as-text.js'
import type { CaseResult } from './result.js'

/** The cases as JUnit’s XML, as GitLab and Jenkins show it: a test for each, which fails where anything is wrong. */
export function casesAsJunit(cases: readonly CaseResult[], directory: string): string {
  const path = repositoryPath(directory)
  return junitXml('ras cases', [{ name: path, file: path, cases: cases.map(test) }])
}

function test({ name, title, wrong }: CaseResult): Case {
  const lines = wrong.map(inALine)
  const failure = wrong.length > 0 ? { type: 'case', message: lines[0] ?? '' } : null
  return { name: oneLine(title === null ? name : `${name}: ${title}`), failure, output: lines.join('\n') }
}
