import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { streams } from '../src/cli/batch/node-streams.js'
import { files } from '../src/cli/files.js'
import { main } from '../src/cli/main.js'
import { VERSION } from '../src/version.js'
import { ras } from './support/batch.js'

const NORFOLK = 'tables/norfolk/short-breaks-primary.yaml'
const WESTMARCH = 'tables/westmarch/children-2026-27.yaml'
const FAULTS = 'fixtures/faults/table-with-five-faults.yaml'

describe('ras allocate', () => {
  it('prints the statement, and nothing on stderr', async () => {
    const { exit, out, err } = await ras(['allocate', 'fixtures/assessments/norfolk-145.yaml', '--table', NORFOLK])
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out).toContain('£1,500.00 A YEAR')
  })
  it('prints the budget as JSON and the statement as Markdown', async () => {
    const json = await ras([
      'allocate',
      'fixtures/assessments/herefordshire-52.yaml',
      '--table',
      'tables/herefordshire/high-needs-matrix.yaml',
      '--format',
      'json',
    ])
    expect(JSON.parse(json.out)).toMatchObject({ format: 'ras.budget/1', total: { settled: 293800, waiting: [] } })
    const markdown = await ras([
      'allocate',
      'fixtures/assessments/westmarch-primary.yaml',
      '--table',
      WESTMARCH,
      '--format',
      'markdown',
    ])
    expect(markdown.out).toMatch(/^# Likely amount/)
  })
  it('reads either side from standard input, but not both', async () => {
    const assessment = readFileSync('fixtures/assessments/norfolk-145.yaml', 'utf8')
    expect((await ras(['allocate', '-', '--table', NORFOLK], assessment)).exit).toBe(0)
    expect(
      (await ras(['allocate', 'fixtures/assessments/norfolk-145.yaml', '--table', '-'], readFileSync(NORFOLK, 'utf8')))
        .exit,
    ).toBe(0)
    expect((await ras(['allocate', '-', '--table', '-'])).exit).toBe(2)
  })
  it('tells every problem of an assessment at its line, and exits 1', async () => {
    const { exit, out } = await ras(
      ['allocate', '-', '--table', NORFOLK],
      'case: Anna\ndate: 2026-02-30\nfacts:\n  age: 9\n  safeguarding: maybe\n',
    )
    expect(exit).toBe(1)
    for (const part of [
      '(standard input):1:7 error RAS632',
      ':2:7 error RAS402',
      ':5:17 error RAS627',
      'RAS631',
      '4 errors',
    ])
      expect(out).toContain(part)
  })
  it('tells the faults of a table too', async () => {
    expect(await ras(['allocate', 'fixtures/assessments/norfolk-145.yaml', '--table', FAULTS])).toMatchObject({
      exit: 1,
      err: '',
    })
  })
})

describe('ras validate', () => {
  it('finds five faults at their lines and columns and exits 1', async () => {
    const { exit, out } = await ras(['validate', FAULTS, '--format', 'json'])
    const found = JSON.parse(out) as { code: string; line: number; column: number }[]
    expect(exit).toBe(1)
    expect(found.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([
      'RAS101 13:1',
      'RAS102 26:3',
      'RAS105 37:29',
      'RAS201 39:19',
      'RAS109 42:70',
    ])
  })
  it('shows the line with a mark under it, and how to mend it', async () => {
    expect((await ras(['validate', FAULTS])).out).toContain('13 | advise: ')
    expect((await ras(['validate', FAULTS])).out).toContain('Did you mean “advice”?')
  })
  it('is content with the shipped tables', async () => {
    const { exit, out } = await ras(['validate', NORFOLK, WESTMARCH, 'tables/herefordshire/high-needs-matrix.yaml'])
    expect(exit).toBe(0)
    expect(out.match(/: a valid table, /g)).toHaveLength(3)
    expect(out).not.toContain(' error ')
  })
  it('tells a concern in one line under the table, with its principle', async () => {
    const lines = (await ras(['validate', NORFOLK])).out.trimEnd().split('\n')
    expect(lines[0]).toBe(`${NORFOLK}: a valid table, norfolk-short-breaks-primary reconstructed-1`)
    expect(lines[1]).toMatch(/^ {2}\d+:\d+ RAS851 \(principle 5: participatory\) /)
    expect(lines.at(-1)).toBe('0 errors, 2 warnings')
  })
  it('lists the six principles and the largest cliff when asked', async () => {
    const { exit, out } = await ras(['validate', NORFOLK, '--principles'])
    expect(exit).toBe(0)
    for (const part of [
      '  1 outcomes focused: upheld\n',
      '  5 participatory: concern\n',
      '  6 fair and equitable: upheld\n',
      'More need never means less: short-breaks proven.',
      'Most for one point: £2,000.00 a year more on short-breaks, points from 170 to 171.',
    ])
      expect(out).toContain(part)
  })
  it.each([
    ['a silent limit', 'RAS831-at-most', 3],
    ['a falling amount', 'RAS861-row', 6],
    ['an unreachable row', 'RAS863-between', 6],
    ['a row beyond the most', 'RAS205-unreachable', 6],
    ['a missing source', 'RAS102-source', 3],
    ['a routing gap', 'RAS866-exactly-100', 6],
    ['the first £6,000 deducted twice', 'RAS306-top-up', 6],
  ])('%s fails at its place, and names its principle', async (_, name, principle) => {
    const file = `fixtures/faults/${name}.yaml`
    const place = /# expect: RAS\d+ (\d+:\d+)\n$/.exec(readFileSync(file, 'utf8'))?.[1]
    const { exit, out } = await ras(['validate', file])
    expect(exit).toBe(1)
    expect(out).toContain(`${file}:${place} error ${name.slice(0, 6)} (principle ${principle}: `)
    const found = JSON.parse((await ras(['validate', file, '--format', 'json'])).out) as {
      code: string
      principle: number
    }[]
    expect(found.find(({ code }) => code === name.slice(0, 6))?.principle).toBe(principle)
  })
})

describe('ras', () => {
  it('exits 2 for a slip in the command or a file that is not there, and says so on stderr', async () => {
    for (const argv of [
      ['validate', 'no-such-file.yaml'],
      ['frobnicate'],
      ['allocate', 'x'],
      ['validate', NORFOLK, '--format', 'xml'],
      ['schema', 'assessment'],
    ]) {
      const { exit, out, err } = await ras(argv)
      expect({ exit, out }).toEqual({ exit: 2, out: '' })
      expect(err).not.toBe('')
    }
  })
  it('tells its version and helps, with exit 0', async () => {
    expect(await ras(['--version'])).toEqual({ exit: 0, out: `${VERSION}\n`, err: '' })
    expect(await ras(['--help'])).toMatchObject({ exit: 0, err: '' })
  })
  it('prints schemas', async () => {
    expect(JSON.parse((await ras(['schema'])).out)).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
    })
    const form = JSON.parse((await ras(['schema', 'assessment', '--table', WESTMARCH, '--form', 'primary'])).out)
    expect(Object.keys(form.properties.answers.properties)).toHaveLength(24)
  })
  it('refuses the schema of a table that is not in order, or of a form it does not have', async () => {
    expect((await ras(['schema', 'assessment', '--table', FAULTS])).exit).toBe(1)
    expect(await ras(['schema', 'assessment', '--table', WESTMARCH, '--form', 'nursery'])).toMatchObject({
      exit: 2,
      out: '',
    })
  })
  it('says when it is our own bug, with exit 70', async () => {
    const exit = await main({
      argv: ['validate', '-'],
      readFile: () => '',
      readStdin: () => {
        throw new Error('a bug')
      },
      files,
      out: () => {},
      err: () => {},
      env: () => undefined,
      streams: async () => streams,
    })
    expect(exit).toBe(70)
  })
})
