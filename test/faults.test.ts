import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { severity } from '../src/diagnostic.js'
import { type Located, loadTable, safeLoadTable, safeReadAssessment } from '../src/index.js'
import {
  declaredCodes,
  type Fault,
  faults,
  findingsOf,
  read,
  tableForAssessments,
  wrongWords,
} from './support/faults.js'

const MEBIBYTE = 1024 * 1024

/** Faults that are too large to keep in a file. */
const generated: readonly Fault[] = [
  {
    name: 'RAS002-mebibyte.yaml',
    text: `${read('table-for-assessments.yaml')}${'# one line more\n'.repeat(MEBIBYTE / 16)}`,
    isAssessment: false,
    expected: 'RAS002 1:1',
  },
  {
    name: 'RAS002-mebibyte.assessment.yaml',
    text: `participants: ["${'é'.repeat(MEBIBYTE / 2)}"]\n`,
    isAssessment: true,
    expected: 'RAS002 1:1',
  },
]

const all = [...faults(), ...generated]

/** Faults that one file alone cannot have: of several tables, beside an earlier one, over a caseload. */
const elsewhere = ['series', 'against', 'diff'].flatMap((folder) => readdirSync(`fixtures/${folder}`))

function placed({ code, line, column }: Located): string {
  return `${code} ${line}:${column}`
}

describe('one file for each fault', () => {
  it('the files that faults are made from have none', () => {
    const table = loadTable(read('table-for-assessments.yaml'))
    expect(safeLoadTable(read('table-for-assessments.yaml')).warnings).toEqual([])
    const sound = read('RAS632-name.assessment.yaml').replace('Jo Westmarch', 'one-fault-1')
    expect(safeReadAssessment(sound, table).success).toBe(true)
  })

  it.each(declaredCodes())('%s has a file', (code) => {
    expect([...all.map(({ name }) => name), ...elsewhere].map((name) => name.slice(0, 6))).toContain(code)
  })

  it('every code is read from the declaration', () => {
    expect(declaredCodes().length).toBeGreaterThan(60)
    expect(new Set(declaredCodes()).size).toBe(declaredCodes().length)
  })

  it.each(all.map((fault) => [fault.name, fault] as const))('%s', (name, fault) => {
    const findings = findingsOf(fault)
    expect(findings.map(placed), findings.map(({ message }) => message).join('\n')).toEqual([fault.expected])
    for (const finding of findings) {
      expect(wrongWords(finding, fault.text)).toEqual([])
      expect(finding.file).toBe(name)
      expect(finding.severity).toBe(severity(finding.code))
    }
  })
})

describe('words', () => {
  const says = (name: string) => {
    const fault = all.find((one) => one.name === name)
    return fault ? findingsOf(fault).map(({ message, mend }) => `${message} ${mend}`) : []
  }

  it('a key that is given twice is named in full', () => {
    expect(says('RAS004-twice.yaml')).toEqual([
      '“advice” is given twice; only one of them could count. Keep one of the two.',
    ])
    expect(says('RAS004-twice-quoted.yaml')[0]).toContain('“stream”')
  })

  it('a slip is answered with the word that was meant', () => {
    expect(says('RAS101-misspelt.yaml')[0]).toContain('Did you mean “advice”?')
    expect(says('RAS104-fact-kind.yaml')[0]).toContain('circumstance,')
  })

  it('what must be done in an assessment can be done in an assessment', () => {
    for (const name of ['RAS109-question', 'RAS109-fact', 'RAS109-score', 'RAS109-outcome'])
      expect(says(`${name}.assessment.yaml`)[0]).not.toMatch(/Declare/)
    const [only] = findingsOf({
      name: 'norfolk.assessment.yaml',
      text: `${read('RAS632-name.assessment.yaml').replace('Jo Westmarch', 'a-1')}`.replace(
        '  sleep: some',
        '  sleep: some\n  zzzzzzzzzzzz: some',
      ),
      isAssessment: true,
    })
    expect(only?.mend).not.toMatch(/Declare/)
  })

  it('a contingency is not told to find a second funder', () => {
    expect(says('RAS305-contingency.yaml')[0]).not.toMatch(/funders/)
  })

  it('a row that ends before it starts is told so', () => {
    expect(says('RAS203-backwards.yaml')[0]).not.toMatch(/between them/)
  })
})

describe('errors', () => {
  it('a table’s error is told by name and code, and carries its findings sorted', () => {
    const result = safeLoadTable(read('table-with-five-faults.yaml'), { file: 'five.yaml' })
    expect(result.success).toBe(false)
    if (result.success) return
    expect(result.error).toBeInstanceOf(Error)
    expect({ ...result.error, message: '' }).toMatchObject({ name: 'TableError', code: 'RAS_TABLE' })
    expect(result.error.message.split('\n')[0]).toBe('five.yaml: 5 errors')
    expect(() => loadTable(read('table-with-five-faults.yaml'), { file: 'five.yaml' })).toThrow(result.error.message)
  })

  it('an assessment’s error is told by name and code', () => {
    const result = safeReadAssessment(read('RAS621-level.assessment.yaml'), tableForAssessments(), {
      file: 'case.yaml',
    })
    expect(result.success ? undefined : { ...result.error }).toMatchObject({
      name: 'AssessmentError',
      code: 'RAS_ASSESSMENT',
    })
    expect(result.success ? '' : result.error.message).toMatch(/^case\.yaml: 1 problem\n {2}case\.yaml:\d+:\d+ RAS621 /)
  })
})
