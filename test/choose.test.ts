import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type AllocationTable, type Choices, chooseTable, chooseTables, type Located, loadTable } from '../src/index.js'
import { spansOf } from '../src/load/series/span.js'
import { arbitrarySeries } from './support/arbitrary/series.js'
import { wideLines } from './support/docs.js'
import { harbour } from './support/harbour.js'
import { lawOver, RUNS } from './support/law.js'
import { versions } from './support/series.js'

const [first, second] = [
  harbour({ version: '2025-26', from: '2025-04-01' }),
  harbour({ version: '2026-27', from: '2026-04-01', supersedes: '2025-26' }),
]
const draft = harbour({ version: '2027-28', from: '2027-04-01', supersedes: '2026-27', status: 'draft' })

/** What is said where nothing could be chosen. */
function said(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    const { findings, name, code } = error as { name: string; code: string; findings: readonly Located[] }
    expect({ name, code }).toEqual({ name: 'TableError', code: 'RAS_TABLE' })
    return findings.map((one) => `${one.code} ${one.message}`).join('\n')
  }
  throw new Error('something was chosen')
}

describe('chooseTable', () => {
  const tables = [draft, second, first]

  it.each([
    ['2025-04-01', '2025-26'],
    ['2026-03-31', '2025-26'],
    ['2026-04-01', '2026-27'],
    // The draft that begins then is not in force.
    ['2027-04-01', '2026-27'],
    ['9999-12-31', '2026-27'],
  ])('on %s chooses %s', (on, version) => {
    expect(chooseTable(tables, { on }).version).toBe(version)
    expect(chooseTable(tables, { on, stream: 'social-care', authority: 'Harbour council (invented)' }).version).toBe(
      version,
    )
  })

  it('says what ended, what begins, and what is only a draft', () => {
    expect(said(() => chooseTable(tables, { on: '2025-03-31' }))).toBe(
      'RAS409 No published table is in force on 2025-03-31 for any stream: none is in force before, and harbour-short-breaks 2025-26 (from 2025-04-01) has not begun.',
    )
    const ended = harbour({ version: '2024-25', from: '2024-04-01', to: '2024-12-31' })
    expect(said(() => chooseTable([draft, ended], { on: '2027-04-01', stream: 'social-care' }))).toBe(
      'RAS409 No published table is in force on 2027-04-01 for the stream social-care: harbour-short-breaks 2024-25 (to 2024-12-31) has ended, and none begins later. Not published: harbour-short-breaks 2027-28 (draft).',
    )
  })

  it('is refused for no tables, and for a stream, a scheme or an authority that there is not', () => {
    expect(said(() => chooseTable([], { on: '2026-04-01' }))).toMatch(/^RAS409 /)
    for (const other of [{ stream: 'health' }, { scheme: 'harbour' }, { authority: 'Haven' }])
      expect(said(() => chooseTable(tables, { on: '2026-04-01', ...other }))).toMatch(/^RAS409 .*none begins later\.$/)
  })

  it('names all that are in force, and whose they are where they are of several authorities', () => {
    const clubs = harbour({ id: 'clubs', version: '1', from: '2025-04-01' })
    const haven = harbour({ id: 'haven', version: '1', from: '2025-04-01', authority: 'Haven Council' })
    expect(said(() => chooseTable([first, clubs], { on: '2026-04-01' }))).toBe(
      'RAS410 2 tables are in force on 2026-04-01 for any stream: clubs 1, harbour-short-breaks 2025-26.',
    )
    expect(said(() => chooseTable([haven, first], { on: '2026-04-01' }))).toContain(
      'harbour-short-breaks 2025-26 of Harbour Council (invented), haven 1 of Haven Council.',
    )
    expect(chooseTable([haven, first, clubs], { on: '2026-04-01', scheme: 'clubs' })).toBe(clubs)
  })

  it('takes the same table twice for one, and two that only have the same name for two', () => {
    const again = harbour({ version: '2025-26', from: '2025-04-01' })
    const other = harbour({ version: '2025-26', from: '2025-04-01', give: 501 })
    expect(chooseTable([again, first], { on: '2025-04-01' }).version).toBe('2025-26')
    expect(said(() => chooseTable([other, first], { on: '2025-04-01' }))).toMatch(/^RAS410 2 tables /)
  })

  it('knows that a later table took over even where only the earlier scheme is asked for', () => {
    const successor = loadTable(
      harbour
        .text({ id: 'all-breaks', version: '1', from: '2026-04-01' })
        .replace('rounding:', 'supersedes: { id: harbour-short-breaks, version: 2025-26 }\nrounding:'),
    )
    expect(said(() => chooseTable([first, successor], { on: '2026-04-01', scheme: first.id }))).toMatch(
      /^RAS409 .*2025-26 \(to 2026-03-31\) has ended/,
    )
  })

  it.each(['', '2026-02-29', '2026-4-1', 'today', '2026-04-01T00:00:00Z', undefined, null, 20260401])(
    'refuses %s as a day, whatever the tables',
    (on) => {
      for (const some of [[], tables])
        for (const choose of [chooseTable, chooseTables])
          expect(() => choose(some, { on: on as string })).toThrow(
            new RangeError(`“${on}” is not a day of the calendar: write the day in question as YYYY-MM-DD.`),
          )
    },
  )

  it('never takes another scheme for one that stops between two of its versions', () => {
    const ended = harbour({ version: '2025-26', from: '2025-04-01', to: '2026-03-31' })
    const later = harbour({ version: '2026-27', from: '2026-04-03' })
    const clubs = harbour({ id: 'clubs', version: '1', from: '2025-04-01', line: 'clubs' })
    const stopped =
      'RAS409 No published table is in force on 2026-04-01 for harbour-short-breaks, the stream social-care: harbour-short-breaks 2025-26 (to 2026-03-31) has ended, and harbour-short-breaks 2026-27 (from 2026-04-03) has not begun.'
    for (const stream of [undefined, 'social-care']) {
      const asked = { on: '2026-04-01', ...(stream === undefined ? {} : { stream }) }
      expect(said(() => chooseTable([later, clubs, ended], asked))).toBe(stopped)
      expect(said(() => chooseTables([later, clubs, ended], asked))).toBe(stopped)
    }
    expect(chooseTable([later, clubs, ended], { on: '2026-04-01', scheme: 'clubs' })).toBe(clubs)
    expect(chooseTables([later, clubs, ended], { on: '2026-04-01', schemes: ['clubs'] })).toEqual([clubs])
    // Begun and ended for good, a scheme is not missed.
    expect(chooseTable([clubs, ended], { on: '2026-04-01' })).toBe(clubs)
    expect(chooseTable([later, clubs], { on: '2026-04-01' })).toBe(clubs)
  })

  it('takes a correction from the same first day for the one that it corrects', () => {
    const corrected = harbour({ version: '2026-27-b', from: '2026-04-01', supersedes: '2026-27' })
    const withdrawn = harbour({ version: '2026-27', from: '2026-04-01', supersedes: '2025-26', status: 'withdrawn' })
    for (const middle of [second, withdrawn]) {
      const on = (day: string) => chooseTable([corrected, middle, first], { on: day }).version
      expect(['2026-03-31', '2026-04-01', '9999-12-31'].map(on)).toEqual(['2025-26', '2026-27-b', '2026-27-b'])
    }
  })

  it('goes back past a table that was withdrawn', () => {
    const middle = harbour({ version: '2026-27', from: '2026-04-01', supersedes: '2025-26', status: 'withdrawn' })
    const last = harbour({ version: '2027-28', from: '2027-04-01', supersedes: '2026-27' })
    const on = (day: string) => chooseTable([first, middle, last], { on: day }).version
    expect(['2026-04-01', '2027-03-31', '2027-04-01'].map(on)).toEqual(['2025-26', '2025-26', '2027-28'])
  })
})

describe('chooseTables', () => {
  const clubs = harbour({ id: 'clubs', version: '1', from: '2026-01-01', to: '2026-12-31', line: 'clubs' })
  const schools = harbour({ id: 'schools', version: '1', from: '2026-01-01', stream: 'education' })
  const names = (tables: readonly AllocationTable[], choice: Choices) =>
    chooseTables(tables, choice).map(({ id, version }) => `${id} ${version}`)

  it('chooses all that stand together on the day, by id', () => {
    const tables = [schools, second, clubs, first, draft]
    expect(names(tables, { on: '2025-12-31' })).toEqual(['harbour-short-breaks 2025-26'])
    expect(names(tables, { on: '2026-03-31' })).toEqual(['clubs 1', 'harbour-short-breaks 2025-26', 'schools 1'])
    expect(names(tables, { on: '2027-01-01' })).toEqual(['harbour-short-breaks 2026-27', 'schools 1'])
    expect(names(tables, { on: '2026-03-31', schemes: ['clubs'] })).toEqual(['clubs 1'])
  })

  it('is refused for a scheme that is not in force, and where none is', () => {
    expect(said(() => chooseTables([first, clubs], { on: '2027-01-01', schemes: ['clubs', first.id] }))).toBe(
      'RAS409 No published table is in force on 2027-01-01 for clubs: clubs 1 (to 2026-12-31) has ended, and none begins later.',
    )
    expect(said(() => chooseTables([first], { on: '2025-03-31' }))).toMatch(/^RAS409 .* for any stream: /)
    expect(said(() => chooseTables([], { on: '2025-03-31' }))).toMatch(/^RAS409 /)
  })

  it('is refused between two tables of a stream, and not before the first or after the last', () => {
    const later = harbour({ id: 'clubs', version: '2', from: '2027-02-01', line: 'clubs', stream: 'clubs' })
    const earlier = harbour({
      id: 'clubs',
      version: '1',
      from: '2026-01-01',
      to: '2026-12-31',
      line: 'clubs',
      stream: 'clubs',
    })
    const tables = [first, earlier, later]
    expect(names(tables, { on: '2025-12-31' })).toEqual(['harbour-short-breaks 2025-26'])
    expect(said(() => chooseTables(tables, { on: '2027-01-31' }))).toBe(
      'RAS409 No published table is in force on 2027-01-31 for the stream clubs: clubs 1 (to 2026-12-31) has ended, and clubs 2 (from 2027-02-01) has not begun.',
    )
    expect(names(tables, { on: '2027-02-01' })).toEqual(['clubs 2', 'harbour-short-breaks 2025-26'])
  })

  it('is refused where two cannot stand in one budget', () => {
    const rival = harbour({ version: '2026-27', from: '2026-04-01' })
    expect(said(() => chooseTables([first, rival], { on: '2026-04-01' }))).toMatch(/^RAS410 .*2025-26.*2026-27/)
  })

  it('never mixes two authorities in one stream by itself', () => {
    const haven = harbour({ id: 'haven', version: '1', from: '2025-04-01', authority: 'Haven', line: 'haven' })
    expect(said(() => chooseTables([first, haven], { on: '2026-04-01' }))).toMatch(/^RAS410 .* of Haven\./)
    expect(names([first, haven], { on: '2026-04-01', authority: 'haven' })).toEqual(['haven 1'])
    expect(names([first, haven], { on: '2026-04-01', schemes: ['haven', first.id] })).toHaveLength(2)
  })

  it('knows that another scheme took over where only the earlier one is asked for', () => {
    const care = harbour({ version: '1', id: 'care', from: '2026-04-01', over: [first.id, '2025-26'] })
    expect(names([first, care], { on: '2026-03-31', schemes: [first.id] })).toHaveLength(1)
    expect(said(() => chooseTables([first, care], { on: '2026-04-01', schemes: [first.id] }))).toMatch(
      /^RAS409 .*2025-26 \(to 2026-03-31\) has ended/,
    )
  })

  it('does not bring a stream along in which the table is superseded', () => {
    const both = harbour({ version: '1', from: '2025-04-01', stream: 'education', also: 'social-care' })
    const care = harbour({ version: '2', id: 'care', from: '2026-04-01', line: 'care', over: [both.id, '1'] })
    expect(names([both, care], { on: '2026-03-31' })).toEqual(['harbour-short-breaks 1'])
    expect(said(() => chooseTables([both, care], { on: '2026-04-01' }))).toMatch(
      /^RAS410 .* for the stream social-care: care 2, harbour-short-breaks 1\./,
    )
    expect(chooseTable([both, care], { on: '2026-04-01', stream: 'education' })).toBe(both)
  })

  const law = lawOver(arbitrarySeries, (series) => ({ ...series, all: versions(series) }), Math.ceil(RUNS / 8))
  law('whatever is chosen is in force in every stream that it has, and nothing else is', ({ all, days }) => {
    const tables = all.map(({ loaded }) => loaded)
    const spans = spansOf(tables)
    for (const on of days) {
      const holding = spans.filter(({ from, last }) => from <= on && (last === null || on <= last))
      try {
        const chosen = chooseTables(tables, { on })
        for (const table of chosen) {
          const streams = spans.filter((span) => span.table === table).length
          expect(holding.filter((span) => span.table === table)).toHaveLength(streams)
        }
        expect(new Set(holding.map(({ table }) => table))).toEqual(new Set(chosen))
      } catch (error) {
        if (!(error instanceof Error && error.name === 'TableError')) throw error
      }
    }
  })
})

describe('docs/versions.md', () => {
  const page = readFileSync('docs/versions.md', 'utf8')

  it('runs its code, and it gives what it says', async () => {
    const code = /```ts\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
    const folder = path.resolve('fixtures/series/harbour')
    const files = readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }))
    mkdirSync('temp', { recursive: true })
    const file = path.resolve('temp/versions.ts')
    const run = code
      .replace("'send-ras'", "'../src/index.js'")
      .replace(/^table\.version .*$/m, 'export const version = table.version')
    writeFileSync(file, `const files = ${JSON.stringify(files)}\n${run}`)
    const { version } = (await import(file)) as { version: string }
    expect(code).toContain(`table.version // '${version}'`)
    expect(version).toBe('2025-26')
  })

  it('has no line above 120 characters, beside tables and what the code prints', () => {
    expect(wideLines(page)).toEqual([])
  })
})
