import { oneLine } from '../one-line.js'
import type { CaseResult, Wrong } from './result.js'

/** The cases that failed, each with everything that is wrong with it, and how many passed. */
export function casesAsText(cases: readonly CaseResult[]): string {
  const failed = cases.filter(({ wrong }) => wrong.length > 0)
  const told = failed.map(({ name, title, wrong }) => {
    const heading = oneLine(title === null ? name : `${name}: ${title}`)
    return `FAILED ${heading}\n${wrong.map((one) => `  ${inALine(one)}\n`).join('')}\n`
  })
  return `${told.join('')}${tally(cases.length, failed.length)}\n`
}

/** `200 cases: 199 passed, 1 failed.` */
function tally(cases: number, failed: number): string {
  const count = `${cases} ${cases === 1 ? 'case' : 'cases'}`
  return failed === 0 ? `${count}: all passed.` : `${count}: ${cases - failed} passed, ${failed} failed.`
}

/** `cases/001-a/expected.yaml:9:13 /total/settled: 1600.00 was expected, and 1500.00 came.` */
export function inALine({ file, line, column, code, message }: Wrong): string {
  const place = line > 0 ? `${file}:${line}:${column}` : file
  return oneLine(`${place} ${code === null ? '' : `${code} `}${message}`)
}

/** For a machine: how many there are, and every case with what is wrong with it. */
export function casesAsJson(cases: readonly CaseResult[]): string {
  const failed = cases.filter(({ wrong }) => wrong.length > 0).length
  const results = cases.map((one) => ({ ...one, passed: one.wrong.length === 0 }))
  const all = { format: 'ras.cases/1', cases: cases.length, passed: cases.length - failed, failed, results }
  return `${JSON.stringify(all, null, 2)}\n`
}
