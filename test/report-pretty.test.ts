import { describe, expect, it } from 'vitest'
import { asPretty } from '../src/report/findings/pretty.js'
import { repositoryPath } from '../src/report/findings/report.js'
import { arbitraryReport } from './support/arbitrary/reports.js'
import { property } from './support/law.js'
import { reportOf, twoFaults } from './support/reports.js'

describe('a report for a person', () => {
  it('shows each line with a mark under it, and how much there is', () => {
    expect(asPretty(twoFaults())).toBe(
      `./tables/a b, 50%.yaml:31:1 error RAS101
  “advise” is not a word of the format here.
  31 | advise: The local SEND information, advice and support service (SENDIASS) gives families free and impartial ad
     | ^
  Did you mean “advice”?

./tables/a b, 50%.yaml:46:35 error RAS105
  “£500” is not in the form expected here.
  46 |       { from: 70,  to: 115, give: "£500",  band: small },
     |                                   ^
  Write an amount such as 1500 or 1500.00, without £ or commas, or refer.

2 errors, 0 warnings
`,
    )
  })

  it('shows the right line, however lines end', () => {
    const text = twoFaults().files[0]?.text ?? ''
    const plain = asPretty(reportOf('a.yaml', text))
    for (const end of ['\r\n', '\r']) expect(asPretty(reportOf('a.yaml', text.replaceAll('\n', end)))).toBe(plain)
  })

  it('keeps the mark under what it marks where something before it is not shown', () => {
    const [one, two] = asPretty(reportOf('a.yaml', '"a\u001b[2J\t\u202e": 1\n')).split('\n').slice(-6)
    expect([one, two?.indexOf('^')]).toEqual(['  1 | "a�[2J �": 1', 6])
  })

  property('has nothing in it that steers a terminal, whatever a table says', arbitraryReport, (report) => {
    const text = asPretty(report)
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
    expect(
      text.split('\n').filter((line) => /^(?! ).* (error|warning) RAS\d{3}( \(principle .*\))?$/.test(line)),
    ).toHaveLength(report.findings.filter(({ code }) => code !== 'RAS865').length)
  })
})

describe('a path in a repository', () => {
  it.each([
    ['./a.yaml', 'a.yaml'],
    ['././/a.yaml', 'a.yaml'],
    ['../a.yaml', '../a.yaml'],
    ['.a.yaml', '.a.yaml'],
    ['a\\b.yaml', 'a/b.yaml'],
    ['./', './'],
  ])('%j is %j', (file, path) => {
    expect(repositoryPath(file)).toBe(path)
  })
})
