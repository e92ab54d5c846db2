import { readdirSync, readFileSync } from 'node:fs'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workshop } from './support/batch.js'
import { BEFORE, later } from './support/diff.js'

const OLD = 'fixtures/diff/2026-27.yaml'
const CASELOAD = 'fixtures/diff/caseload.csv'
const UP = 'fixtures/diff/RAS911-total-rises.yaml'
const OPEN = 'fixtures/diff/RAS915-settled-is-open.yaml'
const DOWN = 'fixtures/diff/RAS912-one-child-loses.yaml'

let shop: ReturnType<typeof workshop>
beforeAll(() => {
  shop = workshop()
})
afterAll(() => shop.remove())

describe.each(readdirSync('fixtures/diff').filter((name) => /^RAS\d+-.*\.yaml$/.test(name)))('%s', (name) => {
  const file = `fixtures/diff/${name}`
  const text = readFileSync(file, 'utf8')
  const [, limits = ''] = /^# limits: (.+)$/m.exec(text) ?? []
  const [, caseload = CASELOAD] = /^# caseload: (.+)$/m.exec(text) ?? []
  const [, code, line, column] = /^# expect: (RAS\d+) (\d+):(\d+)\n$/m.exec(text) ?? []
  const within = (format: string) =>
    shop.ras('diff', OLD, file, '--caseload', caseload, ...limits.split(' '), '--format', format)

  it('is found at its line, and nothing else is', async () => {
    const { exit, out } = await within('json')
    expect(exit).toBe(1)
    expect(JSON.parse(out).findings).toMatchObject([
      { code, file, line: Number(line), column: Number(column), severity: 'error' },
    ])
    expect(JSON.parse(out).findings).toHaveLength(1)
  })
  it('comes first in every report', async () => {
    for (const format of ['text', 'markdown', 'html']) {
      const { exit, out } = await within(format)
      expect(exit).toBe(1)
      expect(out.indexOf(String(code))).toBeGreaterThan(0)
      expect(out.indexOf(String(code))).toBeLessThan(out.search(/the two tables/i))
    }
  })
  it('passes without a limit', async () => {
    expect((await shop.ras('diff', OLD, file, '--caseload', caseload)).exit).toBe(0)
  })
})

describe('ras diff', () => {
  it('fails a draft that raises the total by 3% under 0.5%, with the figure', async () => {
    const { exit, out } = await shop.ras('diff', OLD, UP, '--caseload', CASELOAD, '--max-total-change', '0.5%')
    expect(exit).toBe(1)
    expect(out.replace(/\s+/g, ' ')).toContain(
      `${UP}:4:10 RAS911 The total changes by +3.00% (+£450.00 a year), and at most 0.5% is allowed.`,
    )
  })
  it('fails a draft that costs a single child £2,000, and names the case', async () => {
    const { exit, out } = await shop.ras('diff', OLD, DOWN, '--caseload', CASELOAD, '--max-loss', '500')
    expect(exit).toBe(1)
    expect(out.replace(/\s+/g, ' ')).toContain(
      `${DOWN}:4:10 RAS912 Case EX-08 loses £2,000.00 (40.00%) a year, from £5,000.00 to £3,000.00`,
    )
  })
  it('without a caseload says what changed, and nothing of cases', async () => {
    const { exit, out } = await shop.ras('diff', OLD, UP)
    expect(exit).toBe(0)
    expect(out).toContain('£2,150.00')
    expect(out).not.toContain('OVER A CASELOAD')
  })
  it('gives JSON of its own format, and the same bytes each time', async () => {
    const argv = ['diff', OLD, UP, '--caseload', CASELOAD, '--format', 'json', '--max-loss', '1'] as const
    const { exit, out } = await shop.ras(...argv)
    expect(exit).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      format: 'ras.diff/1',
      earlier: { version: '2026-27', status: 'published', provenance: 'synthetic' },
      later: { status: 'draft' },
      sameScheme: true,
      changes: [{ kind: 'changed', what: 'rows' }, {}, {}, {}, {}],
      caseload: { cases: 9, comparable: { total: { before: 1_500_000, after: 1_545_000 } } },
      findings: [],
    })
    expect((await shop.ras(...argv)).out).toBe(out)
  })
  it('says in every format who stands behind both tables, and what the figures are', async () => {
    for (const format of ['text', 'markdown', 'html']) {
      const { out } = await shop.ras('diff', OLD, UP, '--caseload', CASELOAD, '--format', format)
      for (const words of [
        /likely amounts/,
        /indicative/,
        /synthetic/i,
        /published/,
        /draft/,
        /real people/,
        /reference/,
      ])
        expect(out).toMatch(words)
    }
  })
  it('gives a page of HTML without a fault', async () => {
    const { out } = await shop.ras('diff', OLD, UP, '--caseload', CASELOAD, '--format', 'html')
    const report = await new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:a11y'],
    }).validateString(out)
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
  })
  it('writes the report to a file, and nothing on standard output', async () => {
    const { exit, out, err } = await shop.ras('diff', OLD, UP, '--format', 'html', '-o', shop.at('diff.html'))
    expect({ exit, out, err }).toEqual({ exit: 0, out: '', err: '' })
    expect(shop.read('diff.html')).toMatch(/^<!doctype html>/i)
  })
  it('reads any one of the three from standard input', async () => {
    const [whole] = [await shop.ras('diff', OLD, UP, '--caseload', CASELOAD, '--format', 'json')]
    const cases = JSON.parse(whole.out).caseload
    const piped = await shop.piped(
      readFileSync(CASELOAD, 'utf8'),
      'diff',
      OLD,
      UP,
      '--caseload',
      '-',
      '--from',
      'csv',
      '--format',
      'json',
    )
    expect(JSON.parse(piped.out).caseload).toEqual(cases)
    const table = await shop.piped(BEFORE, 'diff', '-', UP, '--caseload', CASELOAD, '--format', 'json')
    expect(JSON.parse(table.out).caseload).toEqual(cases)
  })
  it.each([
    ['diff', OLD, UP, '--max-loss', '500'],
    ['diff', OLD, UP, '--max-total-change', '1%'],
    ['diff', OLD, UP, '--max-newly-referred', '1%'],
    ['diff', OLD, UP, '--ignore', 'worker'],
    ['diff', OLD, UP, '--caseload', CASELOAD, '--max-loss', 'a lot'],
    ['diff', OLD, UP, '--caseload', CASELOAD, '--max-newly-referred', '1.5'],
    ['diff', OLD, UP, '--caseload', 'README.md'],
    ['diff', OLD, UP, '--caseload', 'no-such.csv'],
    ['diff', OLD, 'no-such.yaml'],
    ['diff', OLD],
    ['diff', '-', '-'],
    ['diff', '-', UP, '--caseload', '-', '--from', 'csv'],
    ['diff', OLD, UP, '-o', UP],
    ['diff', OLD, UP, '--caseload', CASELOAD, '-o', CASELOAD],
    ['diff', OLD, UP, '--format', 'pdf'],
  ])('%s %s %s %s %s %s %s is a mistake of usage, and nothing is written', async (...argv) => {
    const { exit, out, err } = await shop.ras(...argv.filter((one) => one !== undefined))
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).not.toBe('')
  })
  it.each([
    [
      '--max-loss',
      '5,000',
      '--max-loss takes pounds such as 5000, or a percentage such as 10%, and “5,000” is neither. Write 5000.',
    ],
    ['--max-loss', '£500', 'and “£500” is neither. Write 500.'],
    ['--max-loss', 'a lot', 'and “a lot” is neither.'],
    [
      '--max-total-change',
      '1 %',
      '--max-total-change takes pounds such as 20000, or a percentage such as 0.5%, and “1 %” is neither. Write 1%.',
    ],
    [
      '--max-newly-referred',
      'few',
      '--max-newly-referred takes a number of cases such as 3, or a percentage such as 1%',
    ],
  ])('%s %s is no limit, and it is said how one is written', async (option, text, said) => {
    const { exit, err } = await shop.ras('diff', OLD, UP, '--caseload', CASELOAD, option, text)
    expect(exit).toBe(2)
    expect(err).toContain(said)
    if (text === 'a lot') expect(err).not.toContain('Write')
  })
  it('fails a draft that refers £6,000 of £15,000, with the figure, and the report leads with it', async () => {
    const { exit, out } = await shop.ras('diff', OLD, OPEN, '--caseload', CASELOAD, '--max-total-change', '0.5%')
    expect(exit).toBe(1)
    const text = out.replace(/\s+/g, ' ')
    expect(text).toContain(
      `${OPEN}:4:10 RAS915 £6,000.00 a year (40.0%) that was settled before is open now, so that the change of the total is not known, and at most 0.5% is allowed.`,
    )
    expect(text).toContain('What it comes to £6,000.00 a year that was settled before is open now')
  })
  it('tells the faults of either table at their lines', async () => {
    shop.write('broken.yaml', later(['rounding: half up', 'rounding: up']))
    for (const argv of [
      [OLD, shop.at('broken.yaml')],
      [shop.at('broken.yaml'), OLD],
    ]) {
      const { exit, out } = await shop.ras('diff', ...argv)
      expect(exit).toBe(1)
      expect(out).toContain('broken.yaml:10:11 error RAS104')
    }
  })
})

describe('a caseload for ras diff', () => {
  const cases = async (text: string, name = 'cases.csv', ...more: readonly string[]) => {
    shop.write(name, text)
    const result = await shop.ras('diff', OLD, UP, '--caseload', shop.at(name), '--format', 'json', ...more)
    return { ...result, json: result.exit < 2 && result.out.startsWith('{') ? JSON.parse(result.out) : null }
  }

  it('with bad rows has them told by row, case and column, and exits 1', async () => {
    const { exit, json } = await cases(
      'case,date,age,points\nEX-1,2027-05-03,9,10\nEX-2,2027-05-03,9,999\nAnna,2027-05-03,9,10\nEX-4,2027-05-03,9\nEX-5,2027-02-30,9,10\n',
    )
    expect(exit).toBe(1)
    expect(json.caseload.readable).toEqual({ both: 1, old: 0, new: 0, neither: 3 })
    expect(json.bad).toBe(4)
    expect(json.badRows.map((one: Record<string, unknown>) => [one.row, one.case, one.column, one.code])).toEqual([
      [3, 'EX-2', 'points', 'RAS631'],
      [4, 'Anna', 'case', 'RAS632'],
      [5, 'EX-4', 'points', 'RAS016'],
      [6, 'EX-5', 'date', 'RAS402'],
    ])
  })
  it('with many bad rows tells 200 faults and counts them all', async () => {
    const { exit, json } = await cases(`case,date,age,points\n${'EX-1,2027-05-03,9,999\n'.repeat(3000)}`)
    expect([exit, json.bad, json.badRows.length]).toEqual([1, 3000, 200])
    const { out } = await shop.ras('diff', OLD, UP, '--caseload', shop.at('cases.csv'))
    expect(out).toContain('3,000 rows of the caseload, the first 200 of them')
  })
  it('may have a mark before it, semicolons, tabs, line ends of any kind and quotation marks', async () => {
    const plain = await cases(readFileSync(CASELOAD, 'utf8'))
    for (const text of [
      `\ufeff${readFileSync(CASELOAD, 'utf8')}`,
      readFileSync(CASELOAD, 'utf8').replaceAll(',', ';'),
      readFileSync(CASELOAD, 'utf8').replaceAll(',', '\t').replaceAll('\n', '\r\n'),
      readFileSync(CASELOAD, 'utf8').replaceAll(/[^,\n]+/g, '"$&"'),
      readFileSync(CASELOAD, 'utf8').replaceAll('\n', '\n\n'),
    ])
      expect((await cases(text)).json.caseload).toEqual(plain.json.caseload)
  })
  it('says the same as lines of JSON', async () => {
    const plain = await cases(readFileSync(CASELOAD, 'utf8'))
    const [, ...rows] = readFileSync(CASELOAD, 'utf8').trim().split('\n')
    const lines = rows.map((row) => {
      const [reference, date, age, points] = row.split(',')
      return JSON.stringify({
        format: 'ras.assessment/1',
        case: reference,
        date,
        facts: { age: Number(age) },
        scores: { points },
      })
    })
    expect((await cases(`${lines.join('\n')}\n`, 'cases.ndjson')).json.caseload).toEqual(plain.json.caseload)
    const bad = await cases(`${lines.join('\n')}\n{\n{"case":"EX-1"}\n{"a":1,"a":2}\n`, 'cases.ndjson')
    expect(bad.exit).toBe(1)
    expect(bad.json.badRows.map((one: Record<string, unknown>) => [one.row, one.code])).toEqual([
      [10, 'RAS019'],
      [11, 'RAS102'],
      [11, 'RAS626'],
      [11, 'RAS631'],
      [12, 'RAS004'],
    ])
  })
  it('without a case is none, and with nothing at all lacks its row of names', async () => {
    const none = await cases('case,date,age,points\n')
    expect([none.exit, none.json.caseload.cases]).toEqual([0, 0])
    const limited = await cases('case,date,age,points\n', 'cases.csv', '--max-loss', '100%')
    expect([limited.exit, limited.json.findings.map((one: { message: string }) => one.message)]).toEqual([
      1,
      ['None of the 0 cases of the caseload could be compared, so that no limit was tried.'],
    ])
    const empty = await cases('')
    expect([empty.exit, empty.out.includes('RAS011')]).toEqual([1, true])
  })
  it('may have columns that only one table knows, and none that neither does', async () => {
    const asks = 'fixtures/diff/RAS914-asks-more.yaml'
    shop.write('alone.csv', 'case,date,age,points,alone\nEX-1,2027-05-03,9,10,yes\n')
    for (const [one, other] of [
      [OLD, asks],
      [asks, OLD],
    ] as const) {
      const { exit, out } = await shop.ras('diff', one, other, '--caseload', shop.at('alone.csv'), '--format', 'json')
      expect([exit, JSON.parse(out).caseload.readable.both]).toEqual([0, 1])
    }
    shop.write('alone.csv', 'case,date,age,points,alone,worker\nEX-1,2027-05-03,9,10,yes,7\n')
    const strange = await shop.ras('diff', OLD, asks, '--caseload', shop.at('alone.csv'))
    expect([strange.exit, strange.out.includes('alone.csv:1:6 error RAS012')]).toEqual([1, true])
    const ignored = await shop.ras('diff', OLD, asks, '--caseload', shop.at('alone.csv'), '--ignore', 'worker')
    expect(ignored.exit).toBe(0)
  })
  it('that lacks a column which only the new table needs has its cases told, and lacks what both need at once', async () => {
    const asks = 'fixtures/diff/RAS914-asks-more.yaml'
    const lacking = await shop.ras('diff', OLD, asks, '--caseload', CASELOAD, '--format', 'json')
    expect(JSON.parse(lacking.out).caseload.readable).toEqual({ both: 0, old: 9, new: 0, neither: 0 })
    const both = await cases('case,date,points\nEX-1,2027-05-03,10\n')
    expect([both.exit, both.out.includes('RAS015')]).toEqual([1, true])
    const twice = await cases('case,date,age,points,points\nEX-1,2027-05-03,9,10,10\n')
    expect([twice.exit, twice.out.includes('RAS014')]).toEqual([1, true])
  })
  it('with hostile texts does not break out of any report', async () => {
    const evil = '<img src=x onerror=alert(1)>|`**]('
    shop.write(
      'evil.csv',
      `case,date,age,points\n"${evil}",2027-05-03,9,10\n"a\u001b[31m\nb",2027-05-03,9,10\nEX_1_2,2027-05-03,9,50\n`,
    )
    for (const format of ['text', 'markdown', 'html', 'json']) {
      const { exit, out } = await shop.ras('diff', OLD, UP, '--caseload', shop.at('evil.csv'), '--format', format)
      expect(exit).toBe(1)
      expect(out).not.toContain('\u001b')
      if (format === 'html') expect(out).not.toContain('<img')
      if (format === 'markdown') {
        expect(out).not.toMatch(/(?<!\\)<img/)
        expect(out).toContain('EX\\_1\\_2')
      }
    }
  })
  it('of thousands that lose gives a comment that GitHub takes, and says what is left out', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `EX-${i},2027-05-03,9,100`)
    shop.write('many.csv', `case,date,age,points\n${rows.join('\n')}\n`)
    const { exit, out } = await shop.ras(
      'diff',
      OLD,
      DOWN,
      '--caseload',
      shop.at('many.csv'),
      '--max-loss',
      '1',
      '--format',
      'markdown',
    )
    expect(exit).toBe(1)
    expect(out.length).toBeLessThanOrEqual(65_000)
    expect(out).toContain('2,980 cases more')
  })
})
