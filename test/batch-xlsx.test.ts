import { existsSync, readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import Papa from 'papaparse'
import { afterAll, describe, expect, it } from 'vitest'
import { loadTable, readAssessment } from '../src/index.js'
import type { Grid } from '../src/workbook/grid.js'
import { workbook } from '../src/workbook/index.js'
import { readSheet } from '../src/workbook/xlsx/read.js'
import { figuresIn, records, workshop } from './support/batch.js'
import { RUNS, SEED } from './support/law.js'
import { type Sheet, stored, type Written, workbookOf, workbookOfXml } from './support/written-xlsx.js'

const NORFOLK = 'tables/norfolk/short-breaks-primary.yaml'
const TABLES = readdirSync('tables', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => `tables/${name.replaceAll('\\', '/')}`)

const HOW = { sheet: null, mebibytes: 16 }

const shop = workshop()
afterAll(() => shop.remove())

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const NAMES = ['case', 'date', 'age', 'safeguarding', 'points']
const child = (number: number, points: Written = 145): Written[] => [`A-${number}`, '2026-10-01', 9, false, points]

/** Works a workbook out for Norfolk, and gives the results, the errors and what is said. */
async function norfolk(sheets: Readonly<Record<string, Sheet>> | Buffer, ...more: string[]) {
  shop.write('in.xlsx', Buffer.isBuffer(sheets) ? sheets : await workbookOf(sheets))
  const to = ['-o', shop.at('out.csv')]
  const told = await shop.ras('batch', shop.at('in.xlsx'), '--table', NORFOLK, ...to, ...more)
  const read = (name: string) => (existsSync(shop.at(name)) ? records(shop.read(name)) : [])
  return { ...told, rows: read('out.csv'), errors: read('out.errors.csv') }
}

/** `row column: code` of each error, and the cell it names. */
const brief = (errors: readonly Record<string, string>[]) =>
  errors.map(({ row, column, code, what = '' }) => {
    return [Number(row), column, code, /\b[A-Z]+\d+(:[A-Z]+\d+)?\b/.exec(what.replace(/“.*?”/g, ''))?.[0] ?? '']
  })

describe('a workbook', () => {
  it('is read cell by cell: numbers, yes and no, days, formulas by the value saved with them', async () => {
    const { exit, rows, errors } = await norfolk({
      Caseload: [
        NAMES,
        ['A-1', day('2026-10-01'), 9, false, 145],
        [12, '2026-10-01', '9', 'no', { formula: '100+70', saved: 170 }],
        ['A-3', { value: 46296, shownAs: 'd mmm yyyy' }, 9, true, 145.5],
        [{ formula: '"A-"&4', saved: 'A-4' }, day('2026-10-01'), 9, 'yes', { formula: 'x', saved: 0 }],
      ],
    })
    expect({ exit, errors }).toEqual({ exit: 0, errors: [] })
    expect(rows.map((one) => [one.row, one.case, one['short-breaks'], one.flags])).toEqual([
      ['2', 'A-1', '1500.00', 'short-breaks-team'],
      ['3', '12', '4000.00', 'exactly-170'],
      ['4', 'A-3', '1500.00', 'social-worker'],
      ['5', 'A-4', '0.00', 'social-worker'],
    ])
  })

  it('is read as another program saved it', async () => {
    const { exit, rows, errors } = await norfolk(
      readFileSync('fixtures/caseloads/norfolk-saved-by-libreoffice.xlsx'),
      '--ignore',
      'worker',
    )
    expect(exit).toBe(1)
    expect(rows.map((one) => [one.row, one.case, one.total, one.flags])).toEqual([
      ['2', 'EX-0012', '1500.00', 'short-breaks-team'],
      ['3', 'EX-0013', '0.00', 'social-worker'],
      ['6', 'EX-0015', '4000.00', 'exactly-170'],
    ])
    expect(brief(errors)).toEqual([
      [5, 'points', 'RAS020', 'E5'],
      [7, 'date', 'RAS020', 'B7'],
      [8, 'age', 'RAS627', ''],
      [9, 'age', 'RAS626', ''],
    ])
  })

  it('counts days from 1904 where the workbook says so', async () => {
    for (const dateSystem of ['1904', '1900'] as const) {
      const written = await workbookOf({ Caseload: [[day('2026-10-01'), day('1904-03-01')]] }, {}, { dateSystem })
      const read = await readSheet(written, { ...HOW, styles: false })
      expect(read.success && [0, 1].map((column) => read.grid.cell(0, column))).toEqual([
        { is: 'text', text: '2026-10-01' },
        { is: 'text', text: '1904-03-01' },
      ])
    }
    const serial = { value: 0, shownAs: 'yyyy-mm-dd' }
    const first = await readSheet(await workbookOf({ A: [[serial]] }, {}, { dateSystem: '1904' }), {
      ...HOW,
      styles: false,
    })
    expect(first.success && first.grid.cell(0, 0)).toEqual({ is: 'text', text: '1904-01-01' })
  })

  it('leaves a blank cell out, which is never 0', async () => {
    const { exit, errors, rows } = await norfolk({
      Caseload: [NAMES, child(1, null), child(2, ''), child(3, { formula: '""', saved: '' }), child(4, 0)],
    })
    expect(exit).toBe(1)
    expect(brief(errors)).toEqual([2, 3, 4].map((row) => [row, 'points', 'RAS631', '']))
    expect(rows.map((one) => [one.row, one.total])).toEqual([['5', '0.00']])
  })

  it('tells a cell that cannot be read by its address, and works out all other rows', async () => {
    const { exit, errors, rows } = await norfolk({
      Caseload: [
        NAMES,
        child(1, { error: '#N/A' }),
        ['A-2', new Date('2026-10-01T12:30:00Z'), 9, false, 145],
        child(3, { formula: '1+1', saved: undefined }),
        [2 ** 60, '2026-10-01', 9, false, 145],
        [...child(5), null, 'a note'],
        child(6),
        child(7, { formula: 'NA()', saved: null }),
      ],
    })
    expect(exit).toBe(1)
    expect(brief(errors)).toEqual([
      [2, 'points', 'RAS020', 'E2'],
      [3, 'date', 'RAS020', 'B3'],
      [4, 'points', 'RAS020', 'E4'],
      [5, 'case', 'RAS020', 'A5'],
      [6, '', 'RAS020', 'G6'],
      [8, 'points', 'RAS020', 'E8'],
    ])
    expect(errors.map((one) => one.case)).toEqual(['A-1', 'A-2', 'A-3', '', 'A-5', 'A-7'])
    expect(rows.map((one) => [one.row, one.total])).toEqual([['7', '1500.00']])
  })

  it('refuses a sum with a rest that nobody typed, rather than rounding it', async () => {
    const { errors, rows } = await norfolk({
      Caseload: [NAMES, child(1, { formula: '145+0.1+0.2-0.3', saved: 145 + 0.1 + 0.2 - 0.3 }), child(2, 145.25)],
    })
    expect(brief(errors)).toEqual([[2, 'points', 'RAS631', '']])
    expect(rows).toHaveLength(1)
  })

  it('does not take a part of a merged cell for a blank one', async () => {
    const rows = [NAMES, child(1), ['A-2', '2026-10-01', 9, null, 145], child(3), child(4)]
    const merges = [{ startRow: 1, startCol: 3, endRow: 2, endCol: 3 }]
    const merged = await workbookOf({ Caseload: rows }, { merges })
    const told = await norfolk(merged)
    expect(brief(told.errors)).toEqual([
      [2, 'safeguarding', 'RAS020', 'D2:D3'],
      [3, 'safeguarding', 'RAS020', 'D2:D3'],
    ])
    expect(told.rows.map((one) => one.row)).toEqual(['4', '5'])
    const beside = rows.map((row, i) => [...row, i === 0 ? 'worker' : 'J'])
    const notRead = await workbookOf(
      { Caseload: beside },
      { merges: [{ startRow: 3, startCol: 5, endRow: 4, endCol: 5 }] },
    )
    expect(brief((await norfolk(notRead, '--ignore', 'worker')).errors).map(([row]) => row)).toEqual([3])
  })

  it('tells what is wrong with its row of names by its columns', async () => {
    const of = async (names: readonly Written[], more = {}) =>
      (await norfolk(await workbookOf({ Caseload: [names, child(1)] }, more))).out.match(/:1(:\d+)? error RAS\d+/g)
    expect(await of(['case', 'date', 'age', 'safegarding', 'points'])).toEqual([':1:4 error RAS012'])
    expect(await of(['case', 'date', null, 'safeguarding', 'points'])).toEqual([':1:3 error RAS012'])
    expect(await of(['case', 'date', 'age', { error: '#REF!' }, 'points'])).toEqual([':1:4 error RAS020'])
    expect(await of([null, null])).toEqual([':1 error RAS011'])
    expect(await of([])).toEqual([':1 error RAS011'])
    expect(await of(NAMES, { merges: [{ startRow: 0, startCol: 1, endRow: 0, endCol: 2 }] })).toEqual([
      ':1:2 error RAS020',
    ])
    expect(await of([...NAMES, null, ''])).toBe(null)
  })

  it('counts blank rows down to the last one that is filled', async () => {
    const { exit, out, rows } = await norfolk({
      Caseload: [NAMES, [], child(1), [null, ''], [], child(2), [], ['', null], []],
    })
    expect(exit).toBe(0)
    expect(rows.map((one) => one.row)).toEqual(['3', '6'])
    expect(out).toContain('3 blank rows passed over')
  })

  it('may have words above its names, and results beside them', async () => {
    const result = { formula: 'IF(A7="","",1500)', saved: '' }
    const above = [['Short breaks: many children'], ['norfolk, reconstructed'], [], ['What is asked', 'The day']]
    const beside = (row: readonly Written[], ...more: Written[]) => [...row, null, ...more]
    const { exit, rows, out } = await norfolk({
      Caseload: [
        ...above,
        beside(NAMES, 'case', 'short-breaks', 'what to do'),
        beside(child(1), { formula: 'A6', saved: 'A-1' }, 1500, { error: '#N/A' }),
        beside([null, null, null, null, null], result, result, result),
        beside(child(2), result, result, result),
        ...Array.from({ length: 50 }, () => beside([null, null, null, null, null], result, result, result)),
      ],
    })
    expect({ exit, cases: rows.map((one) => [one.row, one.case]) }).toEqual({
      exit: 0,
      cases: [
        ['6', 'A-1'],
        ['8', 'A-2'],
      ],
    })
    expect(out).toContain('1 blank row passed over')
    const wrong = await norfolk({ Caseload: [...above, ['case', 'dat', ...NAMES.slice(2)], child(1)] })
    expect(wrong.out).toMatch(/in\.xlsx:5:2 error RAS012/)
    // An empty column alone hides nothing.
    const gap = await norfolk({
      Caseload: [
        [...NAMES, null, 'exceptional'],
        [...child(1), null, 'yes'],
      ],
    })
    expect(gap.out).toMatch(/:1:6 error RAS012/)
  })

  it('has a sheet called Caseload, or one that is shown; else somebody must say which', async () => {
    const [good, other] = [[NAMES, child(1)], [['nothing of it']]]
    expect(await norfolk({ Notes: other, Caseload: good })).toMatchObject({ exit: 0 })
    expect(await norfolk({ Plans: good })).toMatchObject({ exit: 0 })
    expect(await norfolk({ Notes: other, Plans: good })).toMatchObject({
      exit: 2,
      err: expect.stringMatching(/has several sheets: “Notes”, “Plans”\. Say which one with --sheet\.\n$/),
    })
    expect(await norfolk({ Notes: other, Plans: good }, '--sheet', 'Plans')).toMatchObject({ exit: 0 })
    expect(await norfolk({ Plans: good }, '--sheet', 'plans')).toMatchObject({
      exit: 2,
      err: expect.stringMatching(/has no sheet called “plans”\. It has “Plans”\.\n$/),
    })
    shop.write('in.csv', 'case\n')
    expect(await shop.ras('batch', shop.at('in.csv'), '--sheet', 'A', '--table', NORFOLK)).toMatchObject({ exit: 2 })
  })
})

describe('a file that is no workbook', () => {
  const sound = () => workbookOf({ Caseload: [NAMES, ...Array.from({ length: 50 }, (_, i) => child(i))] })
  const encrypted = () =>
    workbookOf({ Caseload: [NAMES, child(1)] }, {}, { encryption: { password: 'secret', spinCount: 1 } })
  const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2000)])

  it.each([
    ['text', async () => Buffer.from('case,date\n'), /is not an Excel workbook/],
    ['nothing', async () => Buffer.alloc(0), /is not an Excel workbook/],
    ['half of one', async () => (await sound()).subarray(0, 900), /is damaged/],
    ['one with a password', encrypted, /is protected by a password/],
    ['one of the old kind', async () => old, /is a workbook of the old kind/],
    [
      'another zip',
      async () => renamed(await sound(), '[Content_Types].xml', '[Content_Typos].xml'),
      /is not an Excel workbook/,
    ],
    [
      'one without its sheet',
      async () => renamed(await sound(), 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet9.xml'),
      /is damaged/,
    ],
    ['one that says it is huge', async () => declaring(await sound(), 2 ** 31), /would take more than 192 MiB/],
    ['one that says less than it is', async () => declaring(await sound(), 10), /is damaged/],
    ['one that says nothing of its size', async () => declaring(await sound(), 0), /is damaged/],
  ])('such as %s is told as that', async (_, bytes, words) => {
    const { exit, out, err } = await norfolk(await bytes())
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toMatch(words)
    expect(err).toMatch(/^ras: .*in\.xlsx .*\.\n$/)
  })

  it('is never our bug, whichever bytes of it are damaged', async () => {
    const bytes = await workbookOf({ Caseload: [NAMES, ...Array.from({ length: 5 }, (_, i) => child(i))] })
    const damaged = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(damaged, async (changes) => {
        const spoilt = Buffer.from(bytes)
        for (const [at, byte] of changes) spoilt[at] = byte
        const { exit } = await norfolk(spoilt)
        expect([0, 1, 2]).toContain(exit)
      }),
      { seed: SEED, numRuns: Math.min(RUNS, 300) },
    )
  })

  it('does not fall for XML that goes on inside itself', async () => {
    const deep = `${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}`
    const lol = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    for (const xml of [deep, `${lol}<worksheet>&b;</worksheet>`]) {
      const read = await readSheet(stored({ 'xl/worksheets/sheet1.xml': xml }), { ...HOW, styles: true })
      if (read.success) expect(read.grid.height).toBe(0)
      else expect(read.fault.is).toBe('broken')
    }
  })
})

describe('XML that no spreadsheet writes', () => {
  it.each([
    ['a row number that is none', '<row r="x"><c r="A1"><v>1</v></c></row>'],
    ['a cell beyond the sheet', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ['a row beyond the sheet', '<row r="1048577"><c r="A1048577"><v>1</v></c></row>'],
    [
      'two cells at the far corners',
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    ],
    ['text that is not there', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>'],
    ['a number that is none', '<row r="1"><c r="A1"><v>NaN</v></c></row>'],
    ['a number beyond all', '<row r="1"><c r="A1"><v>1e999</v></c></row>'],
  ])('%s is a fault of the file or of its names, and no crash', async (_, rows) => {
    const { exit, err, out } = await norfolk(workbookOfXml(rows))
    expect([1, 2]).toContain(exit)
    expect(err + out).toMatch(/is damaged|RAS0\d\d/)
  })
})

describe('the same rows as CSV and as a workbook', () => {
  it.each(TABLES)('give the same results and the same errors, byte for byte: %s', async (table) => {
    const runs = Math.max(2, Math.min(12, Math.round(RUNS / 50)))
    await fc.assert(
      fc.asyncProperty(fc.nat(99_999), async (seed) => {
        const next = chances(seed)
        const invented = await shop.ras('caseload', '--table', table, '--cases', '25', '--seed', String(seed))
        const [head = [], ...cases] = spoilt(cells(invented.out), next)
        shop.write('in.csv', Papa.unparse([head, ...cases], { newline: '\n' }))
        shop.write(
          'in.xlsx',
          await workbookOf({ Caseload: [head, ...cases.map((row) => row.map((one) => typed(one, next())))] }),
        )
        const [asCsv, asXlsx] = [await worked('in.csv', table), await worked('in.xlsx', table)]
        expect(asXlsx).toEqual(asCsv)
        expect(asCsv.results.split('\n').length).toBeGreaterThan(5)
      }),
      { seed: SEED, numRuns: runs },
    )
  })

  async function worked(file: string, table: string) {
    for (const name of ['same.csv', 'same.errors.csv']) shop.write(name, '')
    const { exit } = await shop.ras('batch', shop.at(file), '--table', table, '-o', shop.at('same.csv'))
    return { exit, results: shop.read('same.csv'), errors: shop.read('same.errors.csv') }
  }

  function cells(text: string): string[][] {
    const lines = text.trimEnd().split('\n')
    return lines
      .slice(0, -1)
      .concat(lines.at(-1)?.includes('invented cases') ? [] : lines.slice(-1))
      .map((line) => parsed(line))
  }

  function parsed(line: string): string[] {
    return [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
      quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
    )
  }

  /** Numbers from 0 to 99 that go on for ever, the same for the same seed. */
  function chances(seed: number): () => number {
    let state = seed
    return () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((state / 2 ** 32) * 100)
    }
  }

  /** One row in four has a cell that is wrong, empty or strange; one in ten is followed by a blank row. */
  function spoilt([head = [], ...rows]: string[][], next: () => number): string[][] {
    const all = rows.flatMap((row) => {
      const column = next() % row.length
      const wrong = ['', 'perhaps', '-1', '1e3', 'a "b", c', ' ', '0.30000000000000004', 'é\n;'][next() % 8] ?? ''
      const changed = next() < 25 ? row.map((one, i) => (i === column ? wrong : one)) : row
      return next() < 10 ? [changed, row.map(() => '')] : [changed]
    })
    // CSV counts blank rows at its end, and a sheet has none there.
    return [head, ...all, rows[0] ?? []]
  }

  /** The text as a person may have typed it into a spreadsheet. */
  function typed(text: string, chance: number): Written {
    if (text === '') return chance % 2 ? null : ''
    if (chance < 30) return text
    if (/^(yes|no)$/.test(text)) return text === 'yes'
    if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day(text).getTime())) return day(text)
    return String(Number(text)) === text ? Number(text) : text
  }
})

describe('the workbook of ras workbook', () => {
  it.each([NORFOLK, 'tables/eastmere/every-word.yaml', 'tables/westmarch/children-2026-27.yaml'])(
    'is read from its sheet Caseload, and gives the results of the same cases as CSV: %s',
    async (file) => {
      const table = loadTable(readFileSync(file, 'utf8'))
      const invent = (to: string) =>
        shop.ras('caseload', '--table', file, '--cases', '12', '--seed', '5', '-o', shop.at(to))
      await invent('cases.ndjson')
      await invent('cases.csv')
      const lines = shop.read('cases.ndjson').trimEnd().split('\n')
      const cases = lines.map((line) => readAssessment(JSON.parse(line), table))
      shop.write('whole.xlsx', Buffer.from(await workbook(table, { caseload: 40, cases })))
      const run = (from: string) => shop.ras('batch', shop.at(from), '--table', file)
      const [whole, csv] = [await run('whole.xlsx'), await run('cases.csv')]
      expect(whole.exit).toBe(csv.exit)
      const figures = (out: string) => records(out.replace(/\n\n[\s\S]*$/, '')).map(figuresIn)
      expect(figures(whole.out)).toEqual(figures(csv.out))
      expect(figures(whole.out)).toHaveLength(12)
    },
  )
})

describe('results as a workbook', () => {
  const out = () => shop.at('results.xlsx')
  const grid = async (): Promise<Grid> => {
    const read = await readSheet(readFileSync(out()), { ...HOW, styles: true })
    if (!read.success) throw new Error(read.fault.is)
    return read.grid
  }

  it.each(TABLES)('hold what the CSV holds, amounts as numbers: %s', async (table) => {
    await shop.ras('caseload', '--table', table, '--cases', '120', '--seed', '4', '-o', shop.at('cases.csv'))
    const run = (to: string) => shop.ras('batch', shop.at('cases.csv'), '--table', table, '-o', to)
    const told = [await run(shop.at('results.csv')), await run(out())]
    expect(told[1]?.exit).toBe(told[0]?.exit)
    const sheet = await grid()
    const names = Array.from({ length: sheet.width }, (_, x) => sheet.cell(0, x)).map(
      (cell) => 'text' in cell && cell.text,
    )
    const rows = records(shop.read('results.csv'))
    expect(names).toEqual(Object.keys(rows[0] ?? {}))
    expect(sheet.height).toBe(rows.length + 1)
    for (const [y, row] of rows.entries())
      for (const [x, text] of Object.values(row).entries()) {
        const cell = sheet.cell(y + 1, x)
        const figure = /^-?\d+(\.\d+)?$/.test(text) && names[x] !== 'case'
        if (text === '') expect(cell).toEqual({ is: 'blank' })
        else if (figure) expect(cell).toEqual({ is: 'number', text: String(Number(text)), percent: false })
        else expect(cell).toEqual({ is: 'text', text })
      }
  })

  it('are the same bytes in two runs, and no formula', async () => {
    shop.write('in.xlsx', await workbookOf({ Caseload: [NAMES, child(1), child(2, 300), child(3, 190)] }))
    const run = () => shop.ras('batch', shop.at('in.xlsx'), '--table', NORFOLK, '-o', out())
    expect(await run()).toMatchObject({ exit: 1, err: '' })
    const first = readFileSync(out())
    await new Promise((done) => setTimeout(done, 1100))
    await run()
    expect(readFileSync(out()).equals(first)).toBe(true)
    expect(records(shop.read('results.errors.csv')).map(({ row }) => row)).toEqual(['3'])
    const sheet = await grid()
    for (let y = 0; y < sheet.height; y++)
      for (let x = 0; x < sheet.width; x++) expect(sheet.isFormula(y, x)).toBe(false)
  })

  it('come from lines of JSON as well, and errors stay CSV', async () => {
    const scores = { points: 145 }
    const one = {
      format: 'ras.assessment/1',
      case: 'A-1',
      date: '2026-10-01',
      facts: { age: 9, safeguarding: false },
      scores,
    }
    shop.write('in.ndjson', `${JSON.stringify(one)}\n`)
    const run = (...argv: string[]) => shop.ras('batch', shop.at('in.ndjson'), '--table', NORFOLK, '-o', out(), ...argv)
    expect(await run('--errors', shop.at('bad.xlsx'))).toMatchObject({
      exit: 2,
      err: expect.stringContaining('as CSV'),
    })
    expect(await run()).toMatchObject({ exit: 0 })
    expect((await grid()).cell(1, 2)).toEqual({ is: 'number', text: '1500', percent: false })
  })

  it('stop before they are more than a workbook can hold, and leave what was there', async () => {
    shop.write('results.xlsx', 'before')
    const rows = Array.from({ length: 250_001 }, (_, i) => `A-${i},2026-10-01,9,no,145`)
    shop.write('many.csv', [NAMES.join(','), ...rows].join('\n'))
    expect(await shop.ras('batch', shop.at('many.csv'), '--table', NORFOLK, '-o', out())).toMatchObject({
      exit: 2,
      err: expect.stringMatching(/results\.xlsx would have more than 250,000 cases, .* ends in \.csv, or split/),
    })
    expect(shop.read('results.xlsx')).toBe('before')
  })

  it('leave what was there when the run fails, and need a file', async () => {
    shop.write('results.xlsx', 'before')
    shop.write('in.xlsx', 'no workbook')
    expect(await shop.ras('batch', shop.at('in.xlsx'), '--table', NORFOLK, '-o', out())).toMatchObject({ exit: 2 })
    expect(shop.read('results.xlsx')).toBe('before')
    shop.write('in.xlsx', await workbookOf({ Caseload: [NAMES, child(1)] }))
    expect(await shop.ras('batch', shop.at('in.xlsx'), '--table', NORFOLK, '--to', 'xlsx')).toMatchObject({ exit: 2 })
    expect(await shop.ras('batch', shop.at('in.xlsx'), '--table', NORFOLK, '-o', shop.at('in.xlsx'))).toMatchObject({
      exit: 2,
    })
    const { exit, out: printed } = await shop.ras('batch', shop.at('in.xlsx'), '--table', NORFOLK)
    expect({ exit, rows: records(printed).map((one) => one.total) }).toEqual({ exit: 0, rows: ['1500.00'] })
    expect(shop.files().filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

/** A zip in which a part has another name, of the same length. */
function renamed(bytes: Buffer, name: string, other: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll(name, other), 'latin1')
}

/** A zip whose list says that its sheet will have this many bytes. */
function declaring(bytes: Buffer, size: number): Buffer {
  const at = bytes.lastIndexOf('xl/worksheets/sheet1.xml')
  const spoilt = Buffer.from(bytes)
  spoilt.writeUInt32LE(size, at - 46 + 24)
  return spoilt
}
