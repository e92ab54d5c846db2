import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { allocate, loadTable, readAssessment } from '../src/index.js'
import { figuresIn, records, rowOf, workshop } from './support/batch.js'

const NORFOLK = 'tables/norfolk/short-breaks-primary.yaml'
const WESTMARCH = 'tables/westmarch/children-2026-27.yaml'
const HEREFORD = 'tables/herefordshire/high-needs-matrix.yaml'
const YORKSHIRE = 'tables/north-yorkshire/secondary-question-a.yaml'
const TABLES = readdirSync('tables', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => `tables/${name.replaceAll('\\', '/')}`)

const shop = workshop()
afterAll(() => shop.remove())

const with_ = (...tables: string[]) => tables.flatMap((table) => ['--table', table])
const HEAD = 'case,date,age,safeguarding,points\n'
const row = (number: number, points: number | string = 145) => `A-${number},2026-10-01,9,no,${points}\n`

/** Works out a sheet for Norfolk, and gives what is then in the folder. */
async function norfolk(sheet: string, ...more: string[]) {
  shop.write('in.csv', sheet)
  const told = await shop.ras('batch', shop.at('in.csv'), ...with_(NORFOLK), '-o', shop.at('out.csv'), ...more)
  const read = (name: string) => (existsSync(shop.at(name)) ? records(shop.read(name)) : null)
  return { ...told, rows: read('out.csv'), errors: read('out.errors.csv') }
}

describe('an invented caseload', () => {
  it.each([...TABLES.map((table) => [table]), [NORFOLK, HEREFORD], [WESTMARCH, YORKSHIRE]].map((files) => ({ files })))(
    'for $files is read without a fault, and comes out as allocate has it',
    async ({ files }) => {
      const loaded = files.map((file) => loadTable(readFileSync(file, 'utf8')))
      const cases = ['cases.csv', 'cases.ndjson'].map(shop.at)
      for (const file of cases)
        expect(await shop.ras('caseload', ...with_(...files), '--cases', '150', '--seed', '11', '-o', file)).toEqual({
          exit: 0,
          out: '',
          err: 'synthetic: 150 invented cases, no child among them\n',
        })
      const lines = shop.read('cases.ndjson').trimEnd().split('\n')
      const budgets = lines.map((line) => rowOf(allocate(readAssessment(JSON.parse(line), loaded), loaded)))
      for (const file of cases) {
        const { exit, err } = await shop.ras('batch', file, ...with_(...files), '-o', shop.at('results.csv'))
        expect({ exit, err }).toEqual({ exit: 0, err: '' })
        expect(records(shop.read('results.csv')).map(figuresIn)).toEqual(budgets)
      }
    },
  )

  it('is the same for the same seed, begins the same however long it is, and says of every row that it is invented', async () => {
    const invent = async (cases: string, seed: string) =>
      (await shop.ras('caseload', ...with_(WESTMARCH), '--cases', cases, '--seed', seed)).out
    const text = await invent('40', '3')
    expect(await invent('40', '3')).toBe(text)
    expect((await invent('60', '3')).startsWith(text)).toBe(true)
    expect(await invent('40', '4')).not.toBe(text)
    expect(records(text).map((one) => one.case)).toEqual(
      Array.from({ length: 40 }, (_, i) => `synthetic-${String(i + 1).padStart(6, '0')}`),
    )
  })

  it('has answers that go together: who answers high once mostly does', async () => {
    const { out } = await shop.ras('caseload', ...with_(WESTMARCH), '--cases', '2000', '--seed', '5')
    const ranks = ['none', 'small', 'some', 'lots', 'exceptional']
    const pairs = records(out)
      .map(({ learning = '', 'personal-care': care = '' }) => [ranks.indexOf(learning), ranks.indexOf(care)] as const)
      .filter(([a, b]) => a >= 0 && b >= 0)
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    const [a, b] = [mean(pairs.map(([one]) => one)), mean(pairs.map(([, other]) => other))]
    const [va, vb] = [mean(pairs.map(([one]) => (one - a) ** 2)), mean(pairs.map(([, other]) => (other - b) ** 2))]
    expect(mean(pairs.map(([one, other]) => (one - a) * (other - b))) / Math.sqrt(va * vb)).toBeGreaterThan(0.5)
  })

  it('is refused for tables that no child could have together, and for numbers that are none', async () => {
    const form = readFileSync(YORKSHIRE, 'utf8')
    shop.write(
      'young.yaml',
      form
        .replace(/^id: /m, 'id: young-')
        .replace('from-age: 11', 'from-age: 4, below-age: 7')
        .replace(/^lines:\n {2}[\w-]+/m, 'lines:\n  another')
        .replace(/( {4}title: )/, '$1Young '),
    )
    const both = [...with_(WESTMARCH), '--table', shop.at('young.yaml')]
    for (const argv of [
      ['--cases', '1', ...both],
      ['--cases', 'many', ...with_(WESTMARCH)],
      ['--cases', '1', '--seed', '-1', ...with_(WESTMARCH)],
    ])
      expect(await shop.ras('caseload', ...argv)).toMatchObject({ exit: 2, out: '' })
    expect(
      await shop.ras('caseload', '--cases', '1', ...with_('fixtures/faults/table-with-five-faults.yaml')),
    ).toMatchObject({ exit: 1 })
  })
})

describe('bad rows', () => {
  it('are told by row and column, and leave every other result as it is', async () => {
    const { out } = await shop.ras('caseload', ...with_(WESTMARCH), '--cases', '60', '--seed', '2')
    const [head = '', ...cases] = out.trimEnd().split('\n')
    const columns = head.split(',')
    const spoil = (at: number, column: string, value: string) => {
      const cells = cases[at]?.split(',') ?? []
      cells[columns.indexOf(column)] = value
      cases[at] = cells.join(',')
    }
    const run = async () => {
      shop.write('in.csv', `${[head, ...cases].join('\n')}\n`)
      const told = await shop.ras('batch', shop.at('in.csv'), ...with_(WESTMARCH), '-o', shop.at('out.csv'))
      return { ...told, rows: records(shop.read('out.csv')) }
    }
    const before = await run()
    expect(before.exit).toBe(0)
    spoil(3, 'learning', 'sometimes')
    spoil(8, 'safeguarding', '')
    spoil(14, 'age', '25')
    spoil(20, 'date', '2026-02-30')
    spoil(26, 'case', '=cmd|calc')
    spoil(31, 'communication', '41')
    spoil(37, 'exceptional', 'perhaps')
    spoil(42, 'continuing-care', 'refused')
    spoil(42, 'continuing-care/reason', '')
    spoil(42, 'sleep', '')
    cases[48] = `${cases[48]},one more`
    cases[53] = cases[53]?.split(',').slice(0, 5).join(',') ?? ''
    const after = await run()
    expect(after.exit).toBe(1)
    const errors = records(shop.read('out.errors.csv'))
    expect(errors.map(({ row, case: name, column, code }) => [Number(row), name, column, code])).toEqual([
      [5, 'synthetic-000004', 'learning', 'RAS621'],
      [10, 'synthetic-000009', 'safeguarding', 'RAS626'],
      [16, 'synthetic-000015', 'form', 'RAS629'],
      [22, 'synthetic-000021', 'date', 'RAS402'],
      [28, "'=cmd|calc", 'case', 'RAS632'],
      [33, 'synthetic-000032', 'communication', 'RAS623'],
      [39, 'synthetic-000038', 'exceptional', 'RAS104'],
      [44, 'synthetic-000043', 'sleep', 'RAS620'],
      [44, 'synthetic-000043', 'continuing-care/reason', 'RAS630'],
      [50, 'synthetic-000049', '', 'RAS016'],
      [55, 'synthetic-000054', columns[5], 'RAS016'],
    ])
    expect(errors[0]).toMatchObject({ what: '“learning” has no level “sometimes”.' })
    const bad = new Set(errors.map(({ row }) => row))
    expect(after.rows).toEqual(before.rows.filter(({ row }) => !bad.has(row ?? '')))
    expect(after.out).toContain('10 bad rows without a result')
  })

  it('a thousand of them give a thousand errors, and all other results', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => row(i + 1, i % 5 === 2 ? 'many' : i % 187))
    const { exit, rows: results, errors } = await norfolk(HEAD + rows.join(''))
    expect(exit).toBe(1)
    expect(errors?.map((one) => Number(one.row))).toEqual(rows.flatMap((_, i) => (i % 5 === 2 ? [i + 2] : [])))
    expect(results?.map((one) => Number(one.row))).toEqual(rows.flatMap((_, i) => (i % 5 === 2 ? [] : [i + 2])))
  })

  it('of JSON are told by their lines', async () => {
    const good = (number: number) =>
      JSON.stringify({
        case: `A-${number}`,
        date: '2026-10-01',
        facts: { age: 9, safeguarding: false },
        scores: { points: 145 },
      })
    const lines = [
      good(1),
      '{"case": "A-2", ',
      '',
      '[1]',
      good(5).replace('"age":9', '"age":9,"agee":9'),
      good(6).replace('{"age"', '{"__proto__":{"age":9},"age"'),
      good(7).replace('}}', '},"participants":["the child"],"outcomes":[{"words":"to swim"}]}'),
      good(8).replace('}}', '},"participants":[""]}'),
      good(9).replace('"A-9"', '9'),
      good(10),
    ]
    const { exit, out, err } = await shop.piped(lines.join('\n'), 'batch', '-', '--from', 'ndjson', ...with_(NORFOLK))
    expect(exit).toBe(1)
    const results = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(results.map(({ row: number, case: name }) => [number, name])).toEqual([
      [1, 'A-1'],
      [7, 'A-7'],
      [10, 'A-10'],
    ])
    expect(results[0]).toEqual({
      row: 1,
      case: 'A-1',
      lines: { 'short-breaks': { state: 'settled', pence: 150000 } },
      streams: { 'social-care': { settled: 150000, atLeast: false } },
      total: { settled: 150000, atLeast: false },
      flags: ['short-breaks-team'],
      flagsUnknown: [],
      tables: [{ id: 'norfolk-short-breaks-primary', version: 'reconstructed-1', provenance: 'reconstructed' }],
    })
    expect(err.match(/row \d+(, [^:]+)?: RAS\d+/g)).toEqual([
      'row 2: RAS019',
      'row 4: RAS103',
      'row 5, facts/agee: RAS109',
      'row 6, facts/__proto__: RAS109',
      'row 8, participants/0: RAS105',
      'row 9, case: RAS632',
    ])
  })
})

describe('a sheet', () => {
  it('may have semicolons or tabs, a mark before it, line ends of any kind, blank rows and columns that are not read', async () => {
    const plain = await norfolk(HEAD + row(1) + row(2, 170))
    for (const [separator, end] of [
      [';', '\r\n'],
      ['\t', '\r'],
      [',', '\n'],
    ] as const) {
      const named = (HEAD + row(1) + row(2, 170))
        .trimEnd()
        .split('\n')
        .map((line, i) => `${line},${i === 0 ? 'name' : '"Jo ""J"" Bloggs,\n5 High St"'}`)
      const sheet = named.map((line) => line.replace(/,(?! *\n5)/g, separator).replace('Bloggs;', 'Bloggs,')).join(end)
      const told = await norfolk(`\ufeff${sheet}`, '--ignore', 'name')
      expect({ ...told, out: '' }).toEqual({ ...plain, out: '' })
    }
    const blank = await norfolk(`${HEAD}\n${row(1)},,,,\n\n${row(2, 170)}\n`)
    expect(blank.rows?.map((one) => one.row)).toEqual(['3', '6'])
    expect(blank.out).toContain('4 blank rows passed over')
  })

  it('may name its columns in full or short, in any order', async () => {
    const full = 'scores/points,facts/safeguarding,facts/age,date,case\n145,yes,9,2026-10-01,A-1\n'
    expect((await norfolk(full)).rows).toMatchObject([
      { case: 'A-1', 'short-breaks': '1500.00', flags: 'social-worker' },
    ])
  })

  it('is refused for its names, all at once, before anything is read or written', async () => {
    shop.write('out.csv', 'old')
    const names = 'case,agee,points,scores/points,,date\n'
    shop.write('in.csv', names + 'x'.repeat(100))
    const { exit, out } = await shop.ras('batch', shop.at('in.csv'), ...with_(NORFOLK), '-o', shop.at('out.csv'))
    expect(exit).toBe(1)
    expect(out.match(/in\.csv:1:\d error RAS\d+/g)).toEqual([
      'in.csv:1:2 error RAS012',
      'in.csv:1:4 error RAS014',
      'in.csv:1:5 error RAS012',
    ])
    expect(out).toContain('Did you mean “age”?')
    expect(shop.read('out.csv')).toBe('old')
    const missing = await shop.piped('case,date\n', 'batch', '-', '--from', 'csv', ...with_(NORFOLK))
    expect(missing.err.match(/is called “\w+”/g)).toEqual([
      'is called “age”',
      'is called “safeguarding”',
      'is called “points”',
    ])
  })

  it('is refused where a name could mean two things, or where it is no text', async () => {
    shop.write('two.yaml', readFileSync(WESTMARCH, 'utf8').replaceAll('far-from-services', 'play'))
    const names = 'case,form,date,play,facts/play'
    const { exit, err } = await shop.piped(names, 'batch', '-', '--from', 'csv', ...with_(shop.at('two.yaml')))
    expect(exit).toBe(1)
    expect(err).toContain(':1:4 error RAS013\n  “play” could be facts/play or answers/play.\n')
    expect((await norfolk('')).out).toContain('RAS011')
    expect((await norfolk(HEAD.replaceAll(/(?=.)/g, '\0'))).out).toContain('RAS010')
    expect((await norfolk('case,"date\n')).out).toContain('in.csv:1:2 error RAS017')
  })

  it('with a quotation mark that is never closed loses no row', async () => {
    const long = `${HEAD}${row(1)}A-2,"2026-10-01,9,no,145\n${Array.from({ length: 90_000 }, (_, i) => row(i + 3)).join('')}`
    const { exit, rows, errors } = await norfolk(long)
    expect(exit).toBe(1)
    expect(errors).toMatchObject([{ row: '3', case: 'A-2', code: 'RAS018' }])
    expect(rows).toHaveLength(90_001)
    const short = await norfolk(`${HEAD}A-1,"2026-10-01,9,no,145\n${row(2)}`)
    expect(short.errors).toMatchObject([{ row: '2', case: 'A-1', column: 'date', code: 'RAS017' }])
    expect(short.rows).toMatchObject([{ row: '3', case: 'A-2' }])
  })
})

describe('results', () => {
  it('keep the order of the rows, and say what they were worked out by', async () => {
    const { rows, out } = await norfolk(HEAD + [9, 3, 7, 3].map((number) => row(number)).join(''))
    expect(rows?.map((one) => [one.row, one.case])).toEqual([
      ['2', 'A-9'],
      ['3', 'A-3'],
      ['4', 'A-7'],
      ['5', 'A-3'],
    ])
    expect(rows?.[0]).toMatchObject({
      tables: 'norfolk-short-breaks-primary@reconstructed-1',
      provenance: 'reconstructed',
    })
    expect(out).toMatch(/^4 cases of .*in\.csv by norfolk-short-breaks-primary reconstructed-1 \(reconstructed\)\n/)
    expect(out).toContain('all          £6,000.00\n')
    expect(out).toMatch(/agreed by: short-breaks-team 4\n\n\d+\.\d seconds\n$/)
  })

  it('go to standard output without -o, and everything else beside them', async () => {
    const { exit, out, err } = await shop.piped(
      `${HEAD}${row(1)}${row(2, 'x')}`,
      'batch',
      '-',
      '--from',
      'csv',
      ...with_(NORFOLK),
    )
    expect(exit).toBe(1)
    expect(records(out)).toMatchObject([{ row: '2', case: 'A-1' }])
    expect(err).toMatch(/^\(standard input\) row 3, points: RAS631 /)
    expect(err).toContain('1 bad row without a result\n')
    const json = await shop.piped(HEAD + row(1), 'batch', '-', '--from', 'csv', '--to', 'ndjson', ...with_(NORFOLK))
    expect(JSON.parse(json.out)).toMatchObject({ row: 2, total: { settled: 150000 } })
  })

  it('take the place of an earlier file whole, with the errors beside it; without errors an earlier errors file goes', async () => {
    await norfolk(HEAD + row(1, 'x'))
    expect(shop.read('out.errors.csv')).toContain('RAS631')
    const { errors, rows } = await norfolk(HEAD + row(1))
    expect([errors, rows?.length]).toEqual([null, 1])
    await norfolk(HEAD + row(1, 'x'), '--errors', shop.at('bad.csv'))
    expect(records(shop.read('bad.csv'))).toMatchObject([{ row: '2', column: 'points' }])
    expect(shop.files().filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('cannot go to one place with the errors, however it is spelt, before it is there', async () => {
    shop.write('in.csv', HEAD + row(1) + row(2, 'x'))
    mkdirSync(shop.at('real'))
    symlinkSync(shop.at('real'), shop.at('linked'))
    for (const [out, errors] of [
      ['real/one.csv', 'linked/one.csv'],
      ['real/one.csv', 'real/../real/./one.csv'],
    ] as const)
      expect(
        await shop.ras(
          ...['batch', shop.at('in.csv'), ...with_(NORFOLK)],
          ...['-o', shop.at(out), '--errors', `${shop.folder}/${errors}`],
        ),
      ).toMatchObject({ exit: 2, err: expect.stringContaining('cannot hold both') })
    expect(readdirSync(shop.at('real'))).toEqual([])
    const apart = ['-o', shop.at('real/one.csv'), '--errors', shop.at('linked/two.csv')]
    expect(await shop.ras('batch', shop.at('in.csv'), ...with_(NORFOLK), ...apart)).toMatchObject({ exit: 1 })
    expect(readdirSync(shop.at('real'))).toEqual(['one.csv', 'two.csv'])
  })

  it('without errors leave a file alone that is no errors file', async () => {
    for (const text of ['row,case\nmy own\n', '']) {
      shop.write('mine.csv', text)
      await norfolk(HEAD + row(1), '--errors', shop.at('mine.csv'))
      expect(shop.read('mine.csv')).toBe(text)
    }
    await norfolk(HEAD + row(1, 'x'), '--errors', shop.at('mine.csv'))
    expect(records(shop.read('mine.csv'))).toMatchObject([{ column: 'points' }])
    await norfolk(HEAD + row(1), '--errors', shop.at('mine.csv'))
    expect(existsSync(shop.at('mine.csv'))).toBe(false)
  })

  it('have their errors on standard error for --errors -, in words that do nothing to a terminal', async () => {
    const before = readdirSync('.')
    const { exit, err, out, errors } = await norfolk(
      HEAD + row(1).replace('no', '\u001b[2J\u009b\u202e7'),
      '--errors',
      '-',
    )
    expect([exit, errors]).toEqual([1, null])
    expect(err).toMatch(/ row 2, safeguarding: RAS\d+ .*\\u001b\[2J\\u009b\\u202e7.*\n$/)
    expect(out).toContain('1 bad row without a result\n')
    expect(readdirSync('.')).toEqual(before)
    expect((await norfolk(HEAD.replace('age', 'a\u001bge'))).out).toContain('“a\\u001bge”')
  })

  it('are not written over what is read, nor where nothing can be written', async () => {
    shop.write('in.csv', HEAD + row(1))
    for (const out of [shop.at('in.csv'), shop.at('no-such-folder/out.csv'), shop.folder])
      expect(await shop.ras('batch', shop.at('in.csv'), ...with_(NORFOLK), '--to', 'csv', '-o', out)).toMatchObject({
        exit: 2,
        out: '',
      })
    expect(
      await shop.ras(
        'batch',
        shop.at('in.csv'),
        ...with_(NORFOLK),
        '-o',
        shop.at('out.csv'),
        '--errors',
        shop.at('in.csv'),
      ),
    ).toMatchObject({ exit: 2 })
    expect(shop.read('in.csv')).toBe(HEAD + row(1))
    if (!existsSync('/dev/full')) return
    const full = await shop.ras('batch', shop.at('in.csv'), ...with_(NORFOLK), '--to', 'csv', '-o', '/dev/full')
    expect(full).toEqual({ exit: 2, out: '', err: 'ras: /dev/full cannot be written (ENOSPC).\n' })
  })
})

describe('more different values than are remembered', () => {
  it('change no result', async () => {
    const days = Array.from({ length: 70_000 }, (_, i) => new Date(i * 86_400_000).toISOString().slice(0, 10))
    const sheet = HEAD + days.map((day, i) => row(i, i % 187).replace('2026-10-01', day)).join('')
    const { exit, rows } = await norfolk(sheet)
    expect([exit, rows?.length]).toEqual([0, days.length])
    const same = await norfolk(HEAD + days.map((_, i) => row(i, i % 187)).join(''))
    expect(rows).toEqual(same.rows)
    const lines = records(sheet).map(({ age, safeguarding, points, ...rest }) =>
      JSON.stringify({ ...rest, facts: { age, safeguarding }, scores: { points } }),
    )
    shop.write('in.ndjson', lines.join('\n'))
    await shop.ras('batch', shop.at('in.ndjson'), ...with_(NORFOLK), '-o', shop.at('out.csv'))
    expect(records(shop.read('out.csv')).map((one) => one.total)).toEqual(rows?.map((one) => one.total))
  })
})

describe('what cannot begin', () => {
  it('says why, with exit 2', async () => {
    for (const argv of [
      ['batch', shop.at('none.csv'), ...with_(NORFOLK)],
      ['batch', shop.folder, '--from', 'csv', ...with_(NORFOLK)],
      ['batch', '-', ...with_(NORFOLK)],
      ['batch', '-', '--from', 'csv', ...with_('-')],
    ])
      expect(await shop.ras(...argv)).toMatchObject({ exit: 2, out: '' })
    expect(await shop.ras('batch', '-', '--from', 'csv', ...with_(NORFOLK, NORFOLK))).toMatchObject({ exit: 1 })
  })
})
