import * as fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { visible } from '../src/visible.js'
import {
  type Book,
  type Cell,
  decimals,
  holds,
  type Placed,
  type Row,
  row,
  STYLES,
  worked,
} from '../src/workbook/book.js'
import { linesOf } from '../src/workbook/xlsx/heights.js'
import { pageText } from '../src/workbook/xlsx/text.js'
import { validationsOf } from '../src/workbook/xlsx/validations.js'
import { writeBook } from '../src/workbook/xlsx/write.js'
import { RUNS, SEED } from './support/law.js'
import { unzipped } from './support/unzipped.js'

function bookOf(
  rows: readonly Row<Placed>[],
  more: { readonly header?: string; readonly footer?: string } = {},
): Book<Placed> {
  const { header = 'Head', footer = 'Foot' } = more
  const sheet = {
    name: 'One',
    purpose: 'For tests.',
    columns: [30, 12],
    rows,
    frozen: 1,
    landscape: false,
    header,
    footer,
  }
  return { title: 'A title', subject: 'A subject', sheets: [sheet] }
}

async function partsOf(book: Book<Placed>): Promise<ReadonlyMap<string, string>> {
  return unzipped(await writeBook(book))
}

async function sheetXml(...cells: readonly Cell<Placed>[]): Promise<string> {
  return (await partsOf(bookOf([row(...cells)]))).get('xl/worksheets/sheet1.xml') ?? ''
}

const HOSTILE = [
  '=1+1',
  '+1',
  '-1',
  '@sum',
  '#N/A',
  '#VALUE!',
  '_x0041_',
  "'quoted",
  ' lead',
  'a\nb',
  '1e3',
  'TRUE',
  '2026-01',
]

describe('text stays text', () => {
  test.each(HOSTILE)('%j', async (text) => {
    const { sheets } = await readXlsx(await writeBook(bookOf([row(holds('text', text), holds('in-text', text))])))
    expect(sheets[0]?.rows[0]).toEqual([text, text])
    const xml = await sheetXml(holds('text', text))
    expect(xml).not.toContain('<f>')
    expect(xml).not.toContain('t="e"')
  })

  test('any text at all comes back as it was, save what cannot be seen or written', async () => {
    const plain = fc.string({ unit: fc.constantFrom(...'ab =+-@#_x0041&<>"\'\n'), minLength: 1, maxLength: 40 })
    const any = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 })
    const texts = fc.sample(fc.oneof(plain, any), { numRuns: RUNS, seed: SEED })
    const { sheets } = await readXlsx(await writeBook(bookOf(texts.map((text) => row(holds('text', text))))))
    texts.forEach((text, at) => {
      const back = String(sheets[0]?.rows[at]?.[0] ?? '')
      expect(visible(back.replaceAll('\n', ''))).toBe(back.replaceAll('\n', ''))
      if (/^[ -~\n]*$/.test(text)) expect(back).toBe(text)
    })
  })

  test('what is longer than a cell ends in …, and an end of a line is one', async () => {
    const { sheets } = await readXlsx(
      await writeBook(bookOf([row(holds('text', 'x'.repeat(40_000)), holds('text', 'a\r\nb\rc'))])),
    )
    expect(sheets[0]?.rows[0]).toEqual([`${'x'.repeat(32_766)}…`, 'a\nb\nc'])
  })

  test('a formula keeps its text and the value that it comes to', async () => {
    const formulas = [
      { text: 'A2&"<&>"', value: 'a<&>' },
      { text: 'LEN(A2)', value: 3 },
      { text: 'A2', value: '' },
    ]
    const { sheets } = await readXlsx(
      await writeBook(bookOf([row(...formulas.map((one) => worked<Placed>('text', one)))])),
    )
    formulas.forEach(({ text, value }, at) => {
      const cell = sheets[0]?.cells?.get(`0,${at}`)
      expect([cell?.formula, sheets[0]?.rows[0]?.[at] ?? '']).toEqual([text, value])
    })
  })
})

describe('the same book, the same bytes', () => {
  afterEach(() => vi.useRealTimers())

  test('on another day', async () => {
    const book = bookOf([row(holds('title', 'A'), holds('figure', 1.5))])
    const once = await writeBook(book)
    vi.useFakeTimers({ now: Date.UTC(2031, 4, 6, 7, 8, 9), toFake: ['Date'] })
    expect(await writeBook(book)).toEqual(once)
    expect((await partsOf(book)).get('docProps/core.xml')).toContain('>2000-01-01T00:00:00Z</dcterms:modified>')
  })

  test('another book has other bytes', async () => {
    const [one, other] = await Promise.all(['A', 'B'].map((text) => writeBook(bookOf([row(holds('text', text))]))))
    expect(one).not.toEqual(other)
  })
})

describe('how it looks', () => {
  test('every style names its font, and locks every cell that is not to be filled in', async () => {
    const parts = await partsOf(bookOf(STYLES.map((style) => row(holds(style, 'x')))))
    const styles = parts.get('xl/styles.xml') ?? ''
    const fonts = styles.match(/<font>.*?<\/font>/g) ?? []
    expect(fonts.length).toBeGreaterThan(5)
    expect(fonts.filter((font) => !font.includes('<name val="Arial"/>'))).toEqual([])
    const xfs = (/<cellXfs.*<\/cellXfs>/.exec(styles)?.[0] ?? '').split('<xf ').slice(1)
    const used = [...(parts.get('xl/worksheets/sheet1.xml') ?? '').matchAll(/<c r="A(\d+)"[^>]* s="(\d+)"/g)]
    for (const [, at, style] of used)
      expect([STYLES[Number(at) - 1], xfs[Number(style)]?.includes('locked="0"')]).toEqual([
        STYLES[Number(at) - 1],
        STYLES[Number(at) - 1]?.startsWith('in-'),
      ])
    expect(used).toHaveLength(STYLES.length)
  })

  test('sheets are protected without a password, columns and rows can be made wider, the book keeps its sheets', async () => {
    const parts = await partsOf(bookOf([row(holds('text', 'x'))]))
    const [protection = ''] = parts.get('xl/worksheets/sheet1.xml')?.match(/<sheetProtection[^>]*>/) ?? []
    expect(protection).toContain('sheet="1"')
    expect(protection).toContain('formatColumns="0"')
    expect(protection).toContain('formatRows="0"')
    expect(protection).toContain('selectLockedCells="0"')
    expect(protection).not.toContain('password')
    expect(parts.get('xl/workbook.xml')).toContain('<workbookProtection lockStructure="1"/>')
  })

  test('it prints on A4, one page wide, with its head on each page', async () => {
    const parts = await partsOf(bookOf([row(holds('title', 'x'))]))
    expect(parts.get('xl/worksheets/sheet1.xml')).toMatch(
      /<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"\/>/,
    )
    expect(parts.get('xl/workbook.xml')).toContain(">'One'!$1:$1<")
  })

  test('a row that begins a page does, and the first row needs not', async () => {
    const rows = [true, false, true].map((newPage) => ({ ...row<Placed>(holds('text', 'x')), newPage }))
    const xml = (await partsOf(bookOf(rows))).get('xl/worksheets/sheet1.xml') ?? ''
    expect(xml.match(/<brk [^>]*>/g)).toEqual(['<brk id="2" max="16383" man="1"/>'])
  })

  test('columns that stay, and the part that is printed', async () => {
    const { sheets, ...book } = bookOf([row(holds('text', 'x'), holds('text', 'y')), row(holds('text', 'z'))])
    const wide = sheets.map((sheet) => ({
      ...sheet,
      name: 'Two words',
      frozenColumns: 1,
      printed: { first: 0, last: 1, rows: 1 },
    }))
    const parts = await partsOf({ ...book, sheets: wide })
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain('<pane xSplit="1" ySplit="1"')
    expect(parts.get('xl/workbook.xml')).toContain(">'Two words'!$A$1:$B$1<")
    expect(parts.get('xl/workbook.xml')).toContain(">'Two words'!$A:$A,'Two words'!$1:$1<")
  })

  test('nothing leads outside, and nothing runs', async () => {
    const parts = await partsOf(
      bookOf([row(holds('text', 'https://example.org'), worked<Placed>('text', { text: 'A1', value: 'x' }))]),
    )
    expect([...parts.keys()].filter((name) => /externalLink|vba|macro|printerSettings/i.test(name))).toEqual([])
    for (const [name, text] of parts) if (name.endsWith('.rels')) expect(text).not.toContain('External')
  })

  test.each([
    ['Fish & chips &P', 200, 'Fish && chips &&P'],
    ['a\nb  c', 200, 'a b c'],
    ['&&&&&&', 6, '&&&&…'],
    ['1234567890', 5, '1234…'],
  ])('%j at the head of a page, in %i characters, is %j', (text, most, said) => {
    expect(pageText(text, most)).toBe(said)
  })

  test('a head and foot of any length stay within 255 characters', async () => {
    const long = 'Title & more '.repeat(60)
    const xml =
      (await partsOf(bookOf([row(holds('text', 'x'))], { header: long, footer: long }))).get(
        'xl/worksheets/sheet1.xml',
      ) ?? ''
    for (const [, said = ''] of xml.matchAll(/<odd(?:Header|Footer)>(.*?)<\/odd/g)) {
      const plain = said.replaceAll('&amp;', '&').replaceAll('&quot;', '"')
      expect(plain.length).toBeLessThanOrEqual(255)
      expect(plain).toContain('Title && more')
    }
  })
})

describe('rows are high enough', () => {
  test('a text takes as many lines as its words need', () => {
    expect(linesOf('', 100, 'text')).toBe(1)
    expect(linesOf('one', 100, 'text')).toBe(1)
    expect(linesOf('one\ntwo', 100, 'text')).toBe(2)
    expect(linesOf('word '.repeat(20), 100, 'text')).toBe(7)
    expect(linesOf('x'.repeat(100), 100, 'text')).toBe(6)
  })

  test('a wider cell never needs more lines, nor a smaller letter', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200 }),
        fc.integer({ min: 20, max: 300 }),
        fc.integer({ min: 0, max: 200 }),
        (text, width, more) => {
          expect(linesOf(text, width + more, 'text')).toBeLessThanOrEqual(linesOf(text, width, 'text'))
          expect(linesOf(text, width, 'small')).toBeLessThanOrEqual(linesOf(text, width, 'text'))
        },
      ),
      { numRuns: RUNS, seed: SEED },
    )
  })

  test('a formula has the room of the longest text that it may come to', async () => {
    const formula = { text: 'A2', value: '' }
    const heights = async (room: string) =>
      /<row[^>]* ht="([\d.]+)"/.exec(await sheetXml(worked('text', formula, { room })))?.[1]
    expect(Number(await heights('word '.repeat(60)))).toBeGreaterThan(3 * Number(await heights('word')))
  })
})

describe('what may be typed', () => {
  const number = { is: 'number', low: 0, high: 40, places: 2 } as const

  test('cells below one another share a rule, and others do not', () => {
    const rows = [0, 1, 2, 3].map((at) =>
      row<Placed>(
        at === 2 ? null : holds('in-number', null, { allows: number }),
        holds('in-text', null, { allows: { is: 'one-of', names: ['yes', 'no'] } }),
      ),
    )
    const rules = validationsOf({ rows })
    expect(rules.map(({ range }) => range)).toEqual(['A1:A2 A4', 'B1:B4'])
    expect(rules[0]).toMatchObject({ type: 'decimal', operator: 'between', formula1: '0', formula2: '40' })
    expect(rules[1]).toMatchObject({ type: 'list', values: ['yes', 'no'] })
  })

  test('whole numbers, days and lists that stand on a sheet', () => {
    const allows = [
      { ...number, places: 0 },
      { is: 'day' },
      { is: 'range', range: { text: 'Table!$A$1:$A$9', value: '' } },
    ] as const
    const rules = validationsOf({ rows: allows.map((one) => row<Placed>(holds('in-text', null, { allows: one }))) })
    expect(rules.map(({ type, formula1 }) => [type, formula1])).toEqual([
      ['whole', '0'],
      ['date', '61'],
      ['list', 'Table!$A$1:$A$9'],
    ])
  })

  test('money has two decimals, and a number as many as it is said', () => {
    expect([decimals(2, true), decimals(0, false), decimals(3, false)]).toEqual([
      '"£"#,##0.00;-"£"#,##0.00',
      '0',
      '0.000',
    ])
  })
})
