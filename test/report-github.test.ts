import { describe, expect, it } from 'vitest'
import { MEANINGS } from '../src/report/codes/meanings.js'
import { asGithub } from '../src/report/findings/github.js'
import { asPretty } from '../src/report/findings/pretty.js'
import { repositoryPath, STANDARD_INPUT, tally, tooMany } from '../src/report/findings/report.js'
import { unheeded } from '../src/report/findings/unheeded.js'
import { oneLine } from '../src/report/one-line.js'
import { arbitraryHostile, arbitraryReport } from './support/arbitrary/reports.js'
import { commandsIn } from './support/github-runner.js'
import { property } from './support/law.js'
import { twoFaults } from './support/reports.js'

describe('a report for GitHub Actions', () => {
  it('has a command for each finding, and all of it for the log', () => {
    const report = twoFaults()
    const lines = asGithub(report).split('\n')
    expect(lines.slice(0, 3)).toEqual([
      `::error file=tables/a b%2C 50%25.yaml,line=31,col=1,title=RAS101 ${MEANINGS.RAS101.title}::“advise” is not a word of the format here. Did you mean “advice”?`,
      `::error file=tables/a b%2C 50%25.yaml,line=46,col=35,title=RAS105 ${MEANINGS.RAS105.title}::“£500” is not in the form expected here. Write an amount such as 1500 or 1500.00, without £ or commas, or refer.`,
      '::group::2 errors, 0 warnings',
    ])
    const token = lines[3]?.slice('::stop-commands::'.length) ?? ''
    expect(token).toMatch(/^[0-9a-f]{64}$/)
    expect(lines.slice(4)).toEqual([...asPretty(report).trimEnd().split('\n'), `::${token}::`, '::endgroup::', ''])
  })

  it('says that there are too many warnings as an error of its own', () => {
    const { commands } = commandsIn(asGithub({ findings: [], files: [], most: 0 }))
    expect(commands).toEqual([])
    const [last] = commandsIn(
      asGithub({
        ...twoFaults(),
        findings: twoFaults().findings.map((one) => ({ ...one, severity: 'warning' as const })),
        most: 1,
      }),
    ).commands.slice(2)
    expect(last).toEqual({
      name: 'error',
      properties: { title: 'Too many warnings' },
      data: 'Too many warnings: 2, where at most 1 is allowed.',
    })
  })

  property(
    'its commands are its findings, whatever a table says, and no other command is heeded',
    arbitraryReport,
    (report) => {
      const { commands, log } = commandsIn(asGithub(report))
      const more = tooMany(report)
      const expected = report.findings.map(({ severity, code, file, line, column, message, mend }) => ({
        name: severity,
        properties: {
          ...(file === STANDARD_INPUT ? {} : { file: repositoryPath(file) }),
          ...(line > 0 ? { line: `${line}`, col: `${column}` } : {}),
          title: `${code} ${MEANINGS[code].title}`,
        },
        data: `${oneLine(message)} ${oneLine(mend)}`,
      }))
      const limit = { name: 'error', properties: { title: 'Too many warnings' }, data: more }
      const group = [
        { name: 'group', properties: {}, data: tally(report) },
        { name: 'endgroup', properties: {}, data: '' },
      ]
      expect(commands).toEqual([
        ...expected,
        ...(more === null ? [] : [limit]),
        ...(report.findings.length === 0 ? [] : group),
      ])
      expect(log.join('\n')).toContain(
        asPretty(report)
          .split(/\r\n|\r|\n/)
          .join('\n')
          .trimEnd(),
      )
    },
  )
})

describe('text in which no command is heeded', () => {
  property('is any text', arbitraryHostile, (text) => {
    expect(commandsIn(`${unheeded(text)}::notice::after`).commands.map(({ data }) => data)).toEqual(['after'])
  })

  it('is heeded again after it, even where it says how to be', () => {
    const once = unheeded('a')
    expect(commandsIn(`${unheeded(once)}::notice::after`).commands).toHaveLength(1)
  })
})
