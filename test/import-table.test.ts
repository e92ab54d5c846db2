import { existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import Papa from 'papaparse'
import { afterAll, describe, expect, it } from 'vitest'
import { asWritten } from '../scripts/examples.js'
import { allocate, loadTable, safeLoadTable } from '../src/index.js'
import { ABOUT_NAMES } from '../src/workbook/import/about.js'
import { yamlText } from '../src/workbook/import/yaml-text.js'
import { workshop } from './support/batch.js'
import { RUNS, SEED } from './support/law.js'
import { type Written, workbookOf } from './support/written-xlsx.js'

const shop = workshop()
afterAll(() => shop.remove())

const ABOUT: Written[][] = [
  ['title', 'Short breaks'],
  ['authority', 'Hillbrook Council'],
  ['version', '2026-27'],
  ['stream', 'social care'],
  ['in force from', '2026-04-01'],
]
const HEADS = ['from', 'to', 'band', 'pounds a year']
const ROWS: Written[][] = [
  [0, 69, 'none', 0],
  [70, 115, 'small', 500],
  [116, null, 'lots', 'refer'],
]
const SHEET = [...ABOUT, [], HEADS, ...ROWS]

/** Puts a cell into a sheet, by its address. */
function spoilt(sheet: readonly (readonly Written[])[], at: string, value: Written): Written[][] {
  const [, letter = 'A', number = '1'] = /^([A-Z])(\d+)$/.exec(at) ?? []
  const [x, y] = [letter.charCodeAt(0) - 65, Number(number) - 1]
  const rows = sheet.map((row) => [...row])
  while (rows.length <= y) rows.push([])
  const row = rows[y] ?? []
  while (row.length <= x) row.push(null)
  row[x] = value
  return rows
}

async function imported(sheet: readonly (readonly Written[])[], more = {}, ...argv: string[]) {
  shop.write('points.xlsx', await workbookOf({ Points: sheet }, more))
  return await shop.ras('import-table', shop.at('points.xlsx'), ...argv)
}

async function importedCsv(sheet: readonly (readonly Written[])[], delimiter = ',') {
  shop.write(
    'points.csv',
    Papa.unparse(
      sheet.map((row) => row.map((one) => one ?? '')),
      { delimiter },
    ),
  )
  return await shop.ras('import-table', shop.at('points.csv'))
}

/** The cells that are told, and of each what is wrong, shortened. */
const cells = (out: string) => [...out.matchAll(/points\.\w+ ([A-Z]+\d+): (.*)$/gm)].map(([, at = '']) => at)

describe('a sheet in the layout', () => {
  it('becomes a draft that loads, with everything that nobody said to be filled in', async () => {
    const { exit, out, err } = await imported(SHEET)
    expect(exit).toBe(0)
    const table = safeLoadTable(out)
    if (!table.success) throw table.error
    const { status, provenance, id, version, authority } = table.data
    expect({ status, provenance, id, version, authority }).toEqual({
      status: 'draft',
      provenance: 'synthetic',
      id: 'short-breaks',
      version: '2026-27',
      authority: 'Hillbrook Council',
    })
    const toFill = table.warnings.filter(({ code }) => code === 'RAS503').map(({ at }) => at)
    expect(toFill).toEqual([
      '/sources/sheet/title',
      '/sources/sheet/clause',
      '/challenge/0/route',
      '/challenge/1/route',
      '/challenge/2/route',
      '/advice',
      '/outcomes/outcome',
      '/scores/points/brought',
      '/lines/short-breaks/price/refer-to',
    ])
    expect(err).toContain('a draft with 3 rows for 1 line\n')
    expect(err).toContain('9 things to fill in')
    expect(out).toContain('- { from: 70, to: 115, give: 500.00, band: small }\n')
  })

  it('cannot be published before that is done', async () => {
    const { out } = await imported(SHEET)
    for (const status of ['trial', 'published', 'withdrawn']) {
      const table = safeLoadTable(out.replace('status: draft', `status: ${status}`))
      expect(table.success ? [] : table.error.findings.map(({ code }) => code)).toEqual(Array(9).fill('RAS504'))
    }
    const filled = safeLoadTable(out.replaceAll(/"TO FILL IN[^"]*"/g, 'Said').replace('status: draft', 'status: trial'))
    expect(filled.success && filled.warnings.filter(({ code }) => /^RAS50/.test(code))).toEqual([])
  })

  it('says all that it may say, as a table has it', async () => {
    const more = [
      ['id', 'hillbrook-breaks'],
      ['provenance', 'reconstructed'],
      ['In force to:', new Date('2027-03-31T00:00:00Z')],
      ['Outcome', 'A break for the child'],
      ['Paid by', 'Hillbrook Council, children’s services'],
      ['Form', 'the short breaks form'],
      ['highest points', 200],
      ['Refer to', 'the short breaks panel'],
      ['Source', 'Short breaks scheme'],
      ['Address', 'https://hillbrook.example/scheme?a=1#b'],
      ['Retrieved', '2026-02-03'],
      ['Advice', 'Hillbrook SENDIASS'],
    ]
    const { exit, out } = await imported([...more, ...ABOUT, HEADS, ...ROWS])
    expect(exit).toBe(0)
    expect(asWritten(out)).toMatchObject({
      id: 'hillbrook-breaks',
      provenance: 'reconstructed',
      'in-force': { from: '2026-04-01', to: '2027-03-31' },
      outcomes: { outcome: 'A break for the child' },
      funders: { council: 'Hillbrook Council, children’s services' },
      scores: { points: { brought: 'the short breaks form', 'at-most': '200' } },
      sources: {
        sheet: {
          title: 'Short breaks scheme',
          url: 'https://hillbrook.example/scheme?a=1#b',
          retrieved: '2026-02-03',
        },
      },
      advice: 'Hillbrook SENDIASS',
    })
    expect(safeLoadTable(out).warnings.filter(({ code }) => code === 'RAS503')).toHaveLength(3)
  })

  it('may have several lines, heads in any order, amounts as people write them, and education’s two ways', async () => {
    const about = [
      ...ABOUT.slice(0, 3),
      ['stream', 'Education'],
      ['amount is', 'Top-up'],
      ['in force from', '2026-04-01'],
    ]
    const sheet = [
      ...about,
      ['Classroom help', 'From', 'Therapy (£)'],
      ['£1,500.00', '0', '£ 20'],
      [1500, '10.5', 'REFER'],
      ['12,345.6', '1,000', '0'],
    ]
    for (const { exit, out } of [await imported(sheet), await importedCsv(sheet), await importedCsv(sheet, ';')]) {
      expect(exit).toBe(0)
      const rowsOf = (give: string[]) => ({
        'amount-is': 'top-up',
        price: { rows: ['0', '10.5', '1000'].map((from, i) => ({ from, give: give[i] })) },
      })
      expect(asWritten(out)).toMatchObject({
        lines: {
          'classroom-help': { title: 'Classroom help', ...rowsOf(['1500.00', '1500.00', '12345.60']) },
          therapy: { title: 'Therapy (£)', ...rowsOf(['20.00', 'refer', '0.00']) },
        },
      })
      expect(safeLoadTable(out).success).toBe(true)
    }
  })

  it('says which figures come from formulas, and takes what was saved with them', async () => {
    const { out, err } = await imported(spoilt(SHEET, 'D9', { formula: 'D8*2+500', saved: 500 }))
    expect(err).toContain('Worked out by formulas, and taken as they were saved: D9.\n')
    expect(out).toContain('# Worked out by formulas, and taken as they were saved: D9.\n')
    expect(out).toContain('give: 500.00')
  })
})

describe('docs/import-table.md', () => {
  const page = readFileSync('docs/import-table.md', 'utf8')

  it('shows the sheet that it imports', () => {
    const shown = [...page.matchAll(/^\| \d+ \|(.*)\|$/gm)].map(([, row = '']) =>
      row.split('|').map((cell) => cell.trim()),
    )
    const { data } = Papa.parse<string[]>(readFileSync('fixtures/import/hillbrook.csv', 'utf8').trimEnd())
    expect(shown).toEqual(data.map((row) => [...row, '', '', ''].slice(0, 4)))
  })

  it('names everything that may stand above the heads', () => {
    expect(ABOUT_NAMES.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
  })
})

describe('an odd sheet', () => {
  it.each([
    ['a blank amount', 'D9', null, 'a blank is not £0'],
    ['an amount below nothing', 'D9', -500, 'below nothing'],
    ['an amount in brackets', 'D9', '(500)', 'below nothing'],
    ['an amount of parts of a penny', 'D9', 500.125, 'not in whole pence'],
    ['an amount with a rest that nobody typed', 'D9', 0.1 + 0.2, 'not in whole pence'],
    ['an amount in words', 'D9', 'panel decides', 'not an amount'],
    ['commas in strange places', 'D9', '1,50', 'not an amount'],
    ['another currency', 'D9', '€500', 'not an amount'],
    ['an amount of too many digits', 'D9', 123_456_789, 'not an amount'],
    ['per cent', 'D9', { value: 0.5, shownAs: '0%' }, 'per cent'],
    ['an error', 'D9', { error: '#DIV/0!' }, 'shows the error #DIV/0!'],
    ['a formula without a value', 'D9', { formula: '1+1', saved: undefined }, 'never worked out'],
    ['no points', 'A9', null, 'no points here'],
    ['points in words', 'A9', '70 and over', 'may be left empty'],
    ['points of three decimals', 'A9', 70.125, 'not points'],
    ['points that do not rise', 'A10', 70, 'by rising points'],
    ['a gap', 'B9', 100, 'what is between has no row'],
    ['two rows for some points', 'B9', 116, 'No points may be in two rows'],
    ['an end before its beginning', 'B9', 60, 'before it begins'],
    ['an end that is missing', 'B9', null, 'no points here'],
    ['no row for the lowest points', 'A8', 5, 'Points below 5 have no row'],
    ['a cell below no head', 'F9', 'see note', 'below no head'],
    ['a cell above no head', 'C2', 'see note', 'two columns'],
    ['a name that means nothing', 'A2', 'autority', 'Did you mean “authority”'],
    ['a name without a value', 'B2', null, 'nothing beside'],
    ['a name twice', 'A2', 'Title', 'second time'],
    ['a stream that is none', 'B4', 'care', 'education, health or social care'],
    ['a day that is none', 'B5', '1 April 2026', 'a day such as'],
    ['a version that is none', 'B3', '2026 / 27!', 'a version such as'],
    ['two heads of one name', 'C7', 'to', 'head of two columns'],
    ['pounds a week', 'D7', 'pounds a week', 'not pounds a year'],
    ['pounds by the hour', 'D7', '£/hour', 'not pounds a year'],
    ['per cent in a head', 'D7', '% of cost', 'not pounds a year'],
    ['four weeks', 'D7', '£ per 4 weeks', 'not pounds a year'],
    ['a month of the calendar', 'D7', '£ per calendar month', 'not pounds a year'],
    ['a week in short', 'D7', '£ p/w', 'not pounds a year'],
    ['half a term', 'D7', 'Half term', 'not pounds a year'],
    ['a quarter', 'D7', 'pounds a quarter', 'not pounds a year'],
    ['thousands', 'D7', '£k', 'not pounds a year'],
    ['thousands in noughts', 'D7', '£000', 'not pounds a year'],
    ['thousands in words', 'D7', 'Cost (thousands)', 'not pounds a year'],
    ['pence', 'D7', 'pence a year', 'not pounds a year'],
    ['hours', 'D7', 'hours a year', 'not pounds a year'],
    ['other money', 'D7', '€ a year', 'not pounds a year'],
    ['no money', 'D7', 'Points', 'not pounds a year'],
    ['a note below the rows', 'A11', 'Note: figures of 2026', 'not points'],
  ])('with %s is told by its cell: %s', async (_, at, value, words) => {
    const { exit, out } = await imported(spoilt(SHEET, at, value))
    expect(exit).toBe(1)
    expect(cells(out)).toContain(at)
    expect(out.split('\n').find((line) => line.includes(` ${at}: `))).toContain(words)
  })

  it('is told all that is wrong with it, not only the first', async () => {
    const slips: [string, Written][] = [
      ['B2', null],
      ['D8', -1],
      ['A9', 'x'],
      ['D10', 'perhaps'],
    ]
    const { out } = await imported(
      slips.reduce<readonly (readonly Written[])[]>((all, [at, to]) => spoilt(all, at, to), SHEET),
    )
    expect(cells(out)).toEqual(['B2', 'D8', 'A9', 'D10'])
    expect(out).toContain('4 things to mend, and no table was made.')
  })

  it('has no row of heads, no rows, a blank row, no amounts, no stream, no day', async () => {
    const without = (name: string) => [...ABOUT.filter(([label]) => label !== name), HEADS, ...ROWS]
    const at = async (sheet: readonly (readonly Written[])[]) => cells((await imported(sheet)).out)
    expect(await at([...ABOUT, ...ROWS])).toEqual(['A1'])
    expect(await at([...ABOUT, HEADS])).toEqual(['A7'])
    expect(await at([...ABOUT, HEADS, ...ROWS.slice(0, 2), [], ...ROWS.slice(2)])).toEqual(['A9'])
    expect(await at([...ABOUT, HEADS.slice(0, 3), ...ROWS.map((row) => row.slice(0, 3))])).toEqual(['A6'])
    expect(await at(without('stream'))).toEqual(['A1'])
    expect(await at(without('in force from'))).toEqual(['A1'])
    expect(await at([['stream', 'education'], ...without('stream')])).toEqual(['A1'])
    expect(await at([['amount is', 'top-up'], ...without('')])).toEqual(['A1'])
    expect(await at([['in force to', '2026-03-31'], ...without('')])).toEqual(['B1'])
    expect(await at([['highest points', 100], ...without('')])).toEqual(['A10'])
    expect(await at([])).toEqual(['A1'])
  })

  it('has merged or hidden cells', async () => {
    const of = async (more: object) => cells((await imported(SHEET, more)).out)
    expect(await of({ merges: [{ startRow: 7, startCol: 2, endRow: 8, endCol: 2 }] })).toEqual(['C8'])
    expect(await of({ rowDefs: new Map([[8, { hidden: true }]]) })).toEqual(['A9'])
    expect(await of({ columns: [{}, { hidden: true }] })).toEqual(['B1'])
  })

  it('is told by its lines where it is CSV', async () => {
    const { exit, out } = await importedCsv(spoilt(SHEET, 'D9', 'x'))
    expect({ exit, at: cells(out) }).toEqual({ exit: 1, at: ['D9'] })
  })
})

describe('the files of an import', () => {
  it('are new ones: nothing is written over, and nothing is left behind', async () => {
    const to = shop.at('new.yaml')
    const { exit, out, err } = await imported(SHEET, {}, '-o', to)
    expect({ exit, out }).toEqual({ exit: 0, out: '' })
    expect(err).toMatch(/new\.yaml: a draft with 3 rows for 1 line\n/)
    expect(loadTable(shop.read('new.yaml')).status).toBe('draft')
    shop.write('new.yaml', 'kept')
    expect(await imported(SHEET, {}, '-o', to)).toMatchObject({
      exit: 2,
      err: expect.stringContaining('there already'),
    })
    expect(shop.read('new.yaml')).toBe('kept')
    const late = shop.at('late.yaml')
    const meanwhile = () => shop.write('late.yaml', 'of somebody else')
    expect(await shop.during(meanwhile, 'import-table', shop.at('points.xlsx'), '-o', late)).toMatchObject({ exit: 2 })
    expect(shop.read('late.yaml')).toBe('of somebody else')
    expect(shop.files().filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('have names that say what they are', async () => {
    shop.write('points.txt', 'from,pounds\n')
    const run = (...argv: string[]) => shop.ras('import-table', ...argv)
    expect(await run(shop.at('points.txt'))).toMatchObject({ exit: 2 })
    expect(await run(shop.at('missing.csv'))).toMatchObject({ exit: 2 })
    expect(await imported(SHEET, {}, '-o', shop.at('table.csv'))).toMatchObject({ exit: 2 })
    expect(existsSync(shop.at('table.csv'))).toBe(false)
    shop.write('points.csv', Buffer.from('from;pounds\n£', 'latin1'))
    expect(await run(shop.at('points.csv'))).toMatchObject({ exit: 2, err: expect.stringContaining('UTF-8') })
    shop.write('points.csv', 'from,pounds\n0,"1\n')
    expect(await run(shop.at('points.csv'))).toMatchObject({ exit: 2, err: expect.stringContaining('row 2') })
    shop.write('points.csv', 'from,pounds\n0,1\n')
    expect(await run(shop.at('points.csv'), '--sheet', 'A')).toMatchObject({ exit: 2 })
    shop.write('points.xlsx', readFileSync('README.md'))
    expect(await run(shop.at('points.xlsx'))).toMatchObject({ exit: 2 })
  })
})

/** Texts that mean something else to some reader of YAML, CSV or a spreadsheet. */
const HOSTILE = [
  ...[
    'yes',
    'No',
    'null',
    '~',
    '1e3',
    '0x1F',
    '1_000',
    '.5',
    '2026-04-01',
    '12:30',
    'a: b',
    'a #b',
    '# x',
    '=1+1',
    '-',
    '- a',
  ],
  ...[
    '@me',
    '+1',
    '!tag',
    '&a',
    '*a',
    '| x',
    '> x',
    '%x',
    '`x',
    '"',
    "'",
    '\\',
    '{a}',
    '[a]',
    'a, b',
    '? a',
    ': a',
    'a:',
    '---',
    '...',
  ],
  ...[
    '<<',
    '__proto__',
    'constructor',
    'é – ü',
    '日本',
    '😀 b',
    'a\u2028b',
    'a\u202eb',
    'a\tb',
    'a\nb',
    '\ufeffa',
    'TO FILL IN: x',
  ],
]

describe('words of any kind', () => {
  it.each(HOSTILE)('survive as they are: %j', async (text) => {
    const about = [
      ...ABOUT,
      ['outcome', text],
      ['advice', text],
      ['refer to', text],
      ['form', text],
      ['source', text],
      ['page', text],
    ]
    const sheet = [...about, HEADS, [0, 9, text, 0], [10, 19, 'b', 1], [20, null, text, 'refer']]
    for (const { exit, out, told } of [await run(imported), await run(importedCsv)]) {
      expect({ exit, told }).toEqual({ exit: 0, told: '' })
      const kept = text.trim()
      expect(asWritten(out)).toMatchObject({
        outcomes: { outcome: kept },
        advice: kept,
        sources: { sheet: { title: kept, clause: kept } },
        scores: { points: { brought: kept } },
        lines: {
          'short-breaks': { price: { 'refer-to': kept, rows: [{ band: kept }, { band: 'b' }, { band: kept }] } },
        },
      })
    }

    async function run(how: (sheet: readonly (readonly Written[])[]) => ReturnType<typeof imported>) {
      const { exit, out } = await how(sheet)
      return { exit, out, told: exit === 0 ? '' : out }
    }
  })

  it('are in quotation marks where another reader of YAML takes them for something else, and can be seen', () => {
    for (const plain of ['Short breaks', 'the panel (new)', 'Band A-1', 'yes please'])
      expect(yamlText(plain)).toBe(plain)
    for (const other of ['yes', 'No', 'TRUE', 'null', 'on', '1', '1e3', '2026-04-01', 'a: b', 'a ', ''])
      expect(yamlText(other)).toBe(JSON.stringify(other))
    expect(yamlText('a\u2028b\u202e\ufeff')).toBe('"a\\u2028b\\u202e\\ufeff"')
  })

  it('as text of YAML read back as the same text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        for (const line of [`a: ${yamlText(text)}\n`, `a: { b: ${yamlText(text)} }\n`])
          expect(JSON.stringify(asWritten(line))).toContain(JSON.stringify(text))
      }),
      { seed: SEED, numRuns: RUNS },
    )
  })
})

describe('a round trip', () => {
  const steps = fc
    .uniqueArray(fc.integer({ min: 1, max: 99_999 }), { maxLength: 12 })
    .map((points) => [0, ...points.sort((a, b) => a - b)])
  const made = fc.record({
    steps,
    whole: fc.boolean(),
    withTo: fc.boolean(),
    columns: fc.integer({ min: 1, max: 3 }),
    pence: fc.array(fc.option(fc.integer({ min: 0, max: 999_999_999 }), { freq: 6 }), { minLength: 39, maxLength: 39 }),
    style: fc.constantFrom('number', 'plain', 'grouped'),
  })

  it('gives at every boundary, and between, the amount of the row', async () => {
    await fc.assert(
      fc.asyncProperty(made, async ({ steps, whole, withTo, columns, pence, style }) => {
        // In hundredths of points.
        const from = steps.map((points) => (whole ? points * 100 : points))
        const to = from.map((_, i) => (from[i + 1] ?? Number.NaN) - (whole ? 100 : 1))
        const give = from.map((_, i) => Array.from({ length: columns }, (_, k) => pence[3 * i + k] ?? null))
        const heads = ['from', ...(withTo ? ['to'] : []), ...Array.from({ length: columns }, (_, k) => `Line ${k + 1}`)]
        const rows = from.map((points, i) => [
          points / 100,
          ...(withTo ? [Number.isNaN(to[i]) ? null : (to[i] ?? 0) / 100] : []),
          ...(give[i] ?? []).map((one) => (one === null ? 'refer' : pounds(one, style))),
        ])
        const sheet = [...ABOUT, ['highest points', 200_000], heads, ...rows]
        for (const { exit, out } of [await imported(sheet), await importedCsv(sheet)]) {
          expect(exit === 0 ? '' : out).toBe('')
          const table = loadTable(out)
          for (const [i, row] of from.entries()) {
            const end = from[i + 1] ?? 20_000_000
            const step = whole ? 100 : 1
            const middle = step * Math.floor((row + end) / 2 / step)
            for (const points of new Set([row, middle, end - step])) {
              const { lines } = allocate({ case: 'A-1', date: '2026-10-01', scores: { points: points / 100 } }, table)
              expect(lines.map(({ amount }) => ('pence' in amount ? amount.pence : amount.state))).toEqual(
                (give[i] ?? []).map((one) => one ?? 'refer'),
              )
            }
          }
        }
      }),
      { seed: SEED, numRuns: Math.max(10, Math.round(RUNS / 10)) },
    )
  })

  function pounds(pence: number, style: string): Written {
    if (style === 'number') return pence / 100
    const text = (pence / 100).toFixed(2)
    return style === 'plain' ? text : `£${text.replace(/\B(?=(\d{3})+\.)/g, ',')}`
  }
})
