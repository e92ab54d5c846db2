import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import { describe, expect, it } from 'vitest'
import { MEANINGS } from '../src/report/codes/meanings.js'
import { asSarif } from '../src/report/findings/sarif.js'
import { uriOf } from '../src/report/findings/uri.js'
import { arbitraryReport } from './support/arbitrary/reports.js'
import { faults, findingsOf } from './support/faults.js'
import { property } from './support/law.js'
import { twoFaults } from './support/reports.js'

const SCHEMA = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'

const valid = validator()

/** What the schema of SARIF 2.1.0 has against a report. */
function wrongs(sarif: string): unknown {
  return valid(JSON.parse(sarif)) ? null : valid.errors
}

function validator() {
  // Ajv reads the schema’s draft but for the name of its own address.
  const { id: _, $schema: __, ...schema } = JSON.parse(readFileSync(SCHEMA, 'utf8'))
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  ajv.addFormat('uri', /^[a-z][a-z0-9+.-]*:[\w\-.~!$&'()*+,;=:@/?%#[\]]*$/i)
  ajv.addFormat('uri-reference', /^(?![^/?#]*:(?!\/\/))(?:[\w\-.~!$&'()*+,;=:@/?#]|%[0-9A-F]{2})*$/i)
  ajv.addFormat('date-time', /./)
  return ajv.compile(schema)
}

describe('a report as SARIF', () => {
  it('has a rule for each code and a result for each finding', () => {
    const { runs } = JSON.parse(asSarif(twoFaults()))
    expect(runs).toHaveLength(1)
    const [{ tool, results, columnKind }] = runs
    expect(tool.driver.name).toBe('send-ras')
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['RAS101', 'RAS105'])
    expect(tool.driver.rules[0].shortDescription.text).toBe(MEANINGS.RAS101.title)
    expect(columnKind).toBe('utf16CodeUnits')
    expect(results[1]).toEqual({
      ruleId: 'RAS105',
      ruleIndex: 1,
      level: 'error',
      message: {
        text: '“£500” is not in the form expected here. Write an amount such as 1500 or 1500.00, without £ or commas, or refer.',
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'tables/a%20b%2C%2050%25.yaml' },
            region: { startLine: 46, startColumn: 35 },
          },
          logicalLocations: [{ fullyQualifiedName: '/lines/short-breaks/price/rows/1/give', kind: 'value' }],
        },
      ],
      partialFingerprints: { 'ras/v1': 'RAS105 tables/a b, 50%.yaml#/lines/short-breaks/price/rows/1/give' },
    })
  })

  it('is what the schema of SARIF says, for every fault there is', () => {
    for (const fault of faults()) {
      const findings = findingsOf(fault)
      expect(wrongs(asSarif({ findings })), fault.name).toBe(null)
    }
    expect(wrongs(asSarif({ findings: [] }))).toBe(null)
    expect(wrongs(asSarif({ findings: [] }).replace('"results": []', '"results": [{}]'))).not.toBe(null)
  })

  property('is what the schema of SARIF says, whatever a table says, and the same twice', arbitraryReport, (report) => {
    const sarif = asSarif(report)
    expect(wrongs(sarif)).toBe(null)
    expect(asSarif(report)).toBe(sarif)
  })

  property('has no link that a table has made', arbitraryReport, (report) => {
    for (const { message } of JSON.parse(asSarif(report)).runs[0].results) expect(message.text).not.toContain('](')
  })

  property('has fingerprints that are all different', arbitraryReport, (report) => {
    const marks = JSON.parse(asSarif(report)).runs[0].results.map((one: { partialFingerprints: object }) =>
      JSON.stringify(one.partialFingerprints),
    )
    expect(new Set(marks).size).toBe(report.findings.length)
  })

  property('has fingerprints that do not change where lines move', arbitraryReport, (report) => {
    const marks = (findings: typeof report.findings) =>
      JSON.parse(asSarif({ findings })).runs[0].results.map(
        (one: { partialFingerprints: object }) => one.partialFingerprints,
      )
    const moved = report.findings.map((one) => ({ ...one, line: one.line + 7 }))
    expect(marks(moved)).toEqual(marks(report.findings))
  })
})

describe('the address of a file', () => {
  it.each([
    ['tables/x.yaml', 'tables/x.yaml'],
    ['./tables/x.yaml', 'tables/x.yaml'],
    ['../x.yaml', '../x.yaml'],
    ['tables\\x.yaml', 'tables/x.yaml'],
    ['a b#1%.yaml', 'a%20b%231%25.yaml'],
    ['žluť.yaml', '%C5%BElu%C5%A5.yaml'],
    ['a:b.yaml', 'a%3Ab.yaml'],
    ['/home/x y.yaml', 'file:///home/x%20y.yaml'],
    ['C:\\tables\\x.yaml', 'file:///C:/tables/x.yaml'],
    ['\\\\server\\share\\x.yaml', 'file:////server/share/x.yaml'],
    ['\ud800.yaml', '%EF%BF%BD.yaml'],
    ['(standard input)', null],
  ])('%j is %j', (file, uri) => {
    expect(uriOf(file)).toBe(uri)
  })

  it('is that file, read by another hand', () => {
    for (const file of ['a b#1%?.yaml', '/x/žluť&+.yaml', 'a:b/c;d.yaml', '😀/[x].yaml'])
      expect(decodeURIComponent(new URL(uriOf(file) ?? '', 'file:///root/').pathname)).toBe(
        file.startsWith('/') ? file : `/root/${file}`,
      )
  })
})
