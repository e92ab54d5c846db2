import { describe, expect, it } from 'vitest'
import { utf8Length } from '../src/load/utf8.js'
import { asSummary } from '../src/report/findings/summary.js'
import { arbitraryReport } from './support/arbitrary/reports.js'
import { property } from './support/law.js'
import { twoFaults } from './support/reports.js'

describe('a report as the summary of a step', () => {
  it('has every finding in a table', () => {
    expect(asSummary(twoFaults())).toBe(
      `# Allocation tables: 2 errors, 0 warnings

| Severity | Code | Place | What is wrong | How to mend it |
| --- | --- | --- | --- | --- |
| error | RAS101 | tables/a b, 50%.yaml:31:1 | “advise” is not a word of the format here. | Did you mean “advice”? |
| error | RAS105 | tables/a b, 50%.yaml:46:35 | “£500” is not in the form expected here. | Write an amount such as 1500 or 1500.00, without £ or commas, or refer. |
`,
    )
  })

  it('says of clean files what they are', () => {
    const files = [{ file: 'a.yaml', text: '', about: 'a.yaml: a valid table, a 1\n  more\n' }]
    expect(asSummary({ findings: [], files, most: 0 })).toBe(
      '# Allocation tables: 0 errors, 0 warnings\n\n- a.yaml: a valid table, a 1\n',
    )
  })

  it('leaves out what there is no room for, and says how much', () => {
    const report = twoFaults()
    const findings = Array.from({ length: 2500 }, () => report.findings).flat()
    const text = asSummary({ ...report, findings })
    const rows = text.match(/^\| error /gm)?.length ?? 0
    expect(utf8Length(text)).toBeLessThanOrEqual(2 ** 19)
    expect(utf8Length(text)).toBeGreaterThan(0.99 * 2 ** 19)
    expect(text).toContain(`There is no room for ${5000 - rows} more: see the log.`)
  })

  property('is as many rows as there is room for, each on its own line', arbitraryReport, (report) => {
    for (const room of [0, 600, 10_000]) {
      const text = asSummary(report, room)
      const rows = text.split('\n').filter((line) => /^\| (error|warning) \|/.test(line))
      const told = /no room for (\d+) more/.exec(text)?.[1] ?? '0'
      expect(rows.length + Number(told)).toBe(report.findings.length)
      if (rows.length > 0) expect(utf8Length(text)).toBeLessThanOrEqual(room)
      // Five cells: whatever a table says, none of it is a border.
      for (const row of rows) expect(row.match(/(?<!\\)(?:\\\\)*\|/g)).toHaveLength(6)
    }
  })
})
