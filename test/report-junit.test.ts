import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { asJunit } from '../src/report/findings/junit.js'
import { fails, isWarning, repositoryPath, tooMany } from '../src/report/findings/report.js'
import { oneLine } from '../src/report/one-line.js'
import { arbitraryReport } from './support/arbitrary/reports.js'
import { property } from './support/law.js'
import { reportOf, twoFaults } from './support/reports.js'

interface Case {
  readonly classname: string
  readonly name: string
  readonly failure?: { readonly type: string; readonly message: string; readonly text: string }
  readonly 'system-out'?: string
}

interface Suite {
  readonly name: string
  readonly tests: string
  readonly failures: string
  readonly testcase: readonly Case[]
}

/** A report as a reader of XML has it. */
function parsed(xml: string): {
  readonly tests: string
  readonly failures: string
  readonly testsuite: readonly Suite[]
} {
  expect(XMLValidator.validate(xml)).toBe(true)
  const reader = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    textNodeName: 'text',
    parseAttributeValue: false,
    parseTagValue: false,
    trimValues: false,
    htmlEntities: true,
    alwaysCreateTextNode: false,
    isArray: (name) => name === 'testsuite' || name === 'testcase',
  })
  const { testsuites } = reader.parse(xml)
  return { testsuite: [], ...testsuites }
}

/** Text as XML can hold it. */
const legal = (text: string) => text.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')

describe('a report as JUnit’s XML', () => {
  it('has a suite for a file, and a failure for each error', () => {
    expect(asJunit(twoFaults())).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="ras validate" tests="2" failures="2" errors="0" skipped="0">
  <testsuite name="tables/a b, 50%.yaml" tests="2" failures="2" errors="0" skipped="0">
    <testcase classname="tables/a b, 50%.yaml" name="RAS101 at 31:1: “advise” is not a word of the format here." file="tables/a b, 50%.yaml">
      <failure type="error" message="“advise” is not a word of the format here. Did you mean “advice”?">./tables/a b, 50%.yaml:31:1 error RAS101
  “advise” is not a word of the format here.
  31 | advise: The local SEND information, advice and support service (SENDIASS) gives families free and impartial ad
     | ^
  Did you mean “advice”?
</failure>
    </testcase>
    <testcase classname="tables/a b, 50%.yaml" name="RAS105 at 46:35: “£500” is not in the form expected here." file="tables/a b, 50%.yaml">
      <failure type="error" message="“£500” is not in the form expected here. Write an amount such as 1500 or 1500.00, without £ or commas, or refer.">./tables/a b, 50%.yaml:46:35 error RAS105
  “£500” is not in the form expected here.
  46 |       { from: 70,  to: 115, give: "£500",  band: small },
     |                                   ^
  Write an amount such as 1500 or 1500.00, without £ or commas, or refer.
</failure>
    </testcase>
  </testsuite>
</testsuites>
`,
    )
  })

  it('has one test that passes for a clean file', () => {
    const report = { findings: [], files: [{ file: 'a.yaml', text: '', about: 'a.yaml: a valid table\n' }], most: 0 }
    expect(asJunit(report)).toContain(
      '<testsuite name="a.yaml" tests="1" failures="0" errors="0" skipped="0">\n    <testcase classname="a.yaml" name="no findings" file="a.yaml"/>\n',
    )
  })

  it('has no suite of what was only read beside the tables', () => {
    const files = ['a.yaml: a valid table\n', ''].map((about, i) => ({ file: `${i}.yaml`, text: '', about }))
    expect(parsed(asJunit({ findings: [], files, most: null })).testsuite.map(({ name }) => name)).toEqual(['0.yaml'])
  })

  it('has no suite of nothing', () => {
    expect(parsed(asJunit({ findings: [], files: [], most: null })).testsuite).toEqual([])
  })

  property(
    'is XML that says what was found, whatever a table says, with the right counts',
    arbitraryReport,
    (report) => {
      const xml = asJunit(report)
      expect(legal(xml)).toBe(xml)
      const { tests, failures, testsuite } = parsed(xml)
      const cases = testsuite.flatMap(({ testcase }) => testcase)
      expect([tests, failures]).toEqual([cases.length, cases.filter(({ failure }) => failure).length].map(String))
      for (const suite of testsuite)
        expect([suite.tests, suite.failures]).toEqual(
          [suite.testcase.length, suite.testcase.filter(({ failure }) => failure).length].map(String),
        )
      expect(failures !== '0').toBe(fails(report))
      for (const one of report.findings) {
        const found = cases.find(
          ({ classname, name }) =>
            classname === legal(repositoryPath(one.file)) &&
            name.startsWith(one.code) &&
            name.endsWith(legal(`: ${oneLine(one.message)}`)),
        )
        const fail = !isWarning(one) || tooMany(report) !== null
        expect(found?.failure?.message).toBe(fail ? legal(`${oneLine(one.message)} ${oneLine(one.mend)}`) : undefined)
        expect(found?.['system-out'] !== undefined).toBe(!fail)
      }
    },
  )

  it('fails each warning where there are too many of them, and says so', () => {
    const text = twoFaults().files[0]?.text ?? ''
    const report = reportOf('a.yaml', text)
    const warned = { ...report, findings: report.findings.map((one) => ({ ...one, severity: 'warning' as const })) }
    expect(parsed(asJunit({ ...warned, most: 2 }))).toMatchObject({ tests: '2', failures: '0' })
    const { tests, failures, testsuite } = parsed(asJunit({ ...warned, most: 1 }))
    expect([tests, failures]).toEqual(['3', '3'])
    expect(testsuite[1]?.testcase[0]?.failure?.message).toBe('Too many warnings: 2, where at most 1 is allowed.')
  })
})
