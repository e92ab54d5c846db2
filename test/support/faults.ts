import { readdirSync, readFileSync } from 'node:fs'
import { check } from '../../src/cli/audited.js'
import {
  type AllocationTable,
  type Located,
  loadTable,
  safeAllocate,
  safeLoadTable,
  safeReadAssessment,
} from '../../src/index.js'
import { programOf } from '../../src/workbook/program/program-of.js'
import { toldRefused } from '../../src/workbook/refused.js'

const FOLDER = 'fixtures/faults'

/** A file with exactly one fault, and where a person would look for it. */
export interface Fault {
  readonly name: string
  readonly text: string
  readonly isAssessment: boolean
  /** `RAS201 32:19`: the code, the line and the column. */
  readonly expected: string
}

const EXPECT = /^# expect: (RAS\d{3} \d+:\d+)$/

/** Every fixture that is named for a code; what it expects is its last line. */
export function faults(): Fault[] {
  return readdirSync(FOLDER)
    .filter((name) => /^RAS\d{3}-/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(`${FOLDER}/${name}`, 'utf8')
      const expected = EXPECT.exec(text.trimEnd().split('\n').at(-1) ?? '')?.[1]
      if (expected?.slice(0, 6) !== name.slice(0, 6)) throw new Error(`${name} does not say what it expects`)
      return { name, text, isAssessment: name.endsWith('.assessment.yaml'), expected }
    })
}

/** The table that the assessments with one fault are for. */
export function tableForAssessments(): AllocationTable {
  return loadTable(read('table-for-assessments.yaml'))
}

export function read(name: string): string {
  return readFileSync(`${FOLDER}/${name}`, 'utf8')
}

/** Every finding of a file, errors and warnings. The principles are tried where a fault is one of theirs. */
export function findingsOf({ name, text, isAssessment }: Omit<Fault, 'expected'>): readonly Located[] {
  if (name.startsWith('RAS8')) return check(name, text).findings
  if (/^RAS11[12]/.test(name)) return findingsBeside(name, text)
  if (name.startsWith('RAS311')) return findingsInWorkbook(name, text)
  const result = isAssessment
    ? safeReadAssessment(text, tableForAssessments(), { file: name })
    : safeLoadTable(text, { file: name })
  return result.success ? result.warnings : [...result.error.findings, ...result.warnings]
}

/** What is wrong with a table only beside another: the findings in this one of the two. */
function findingsBeside(name: string, text: string): readonly Located[] {
  const result = safeAllocate({}, [loadTable(text, { file: name }), tableForAssessments()])
  return result.success ? [] : result.error.findings.filter(({ file }) => file === name)
}

/** What a workbook cannot say of a table that is in order. */
function findingsInWorkbook(name: string, text: string): readonly Located[] {
  const made = programOf([loadTable(text, { file: name })])
  return made.success ? [] : toldRefused(made.refused)
}

/** The codes that are declared, read from the declaration: a union of types has no values to ask at run time. */
export function declaredCodes(): string[] {
  const declared = readFileSync('src/diagnostic.ts', 'utf8')
  const body = /export interface FindingData \{([^}]*(?:\{[^}]*\}[^}]*)*)\n\}/.exec(declared)?.[1] ?? ''
  return [...body.matchAll(/^ {2}(RAS\d{3}):/gm)].map(([, code]) => code ?? '')
}

/** What is wrong with the words of a finding about a text; nothing when a person can read them. */
export function wrongWords({ code, message, mend }: Located, text: string): string[] {
  return [message, mend].flatMap((sentence) => {
    const wrong: string[] = []
    if (sentence.trim() === '') wrong.push('is empty')
    if (!/[.?]$/.test(sentence)) wrong.push('does not end')
    for (const word of ['NaN', 'undefined', 'Infinity', 'null', '[object'])
      if (sentence.includes(word) && !text.includes(word)) wrong.push(`says ${word}`)
    return wrong.map((why) => `${code} ${why}: ${sentence}`)
  })
}
