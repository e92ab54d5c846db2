import * as fc from 'fast-check'
import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { asHtml } from '../src/report/as-html.js'
import { asMarkdown, plain } from '../src/report/as-markdown.js'
import { asText } from '../src/report/as-text.js'
import { oneLine, pieces } from '../src/report/one-line.js'
import type { Block, Chart, Page } from '../src/report/page.js'
import { DARK, LIGHT } from '../src/report/style.js'
import { ticks } from '../src/report/svg/ticks.js'
import { read } from './support/html.js'
import { property } from './support/law.js'

/** Texts that would be something else than text in one format or another. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><style>*{display:none}',
  '</title></head>',
  '<!-- gone -->',
  '&amp; &lt; &copy; &#60;',
  '# no heading',
  '- no list',
  '+ no list',
  '1. no list',
  '2) no list',
  '> no quote',
  '    no code',
  '```',
  '`code`',
  '*star* _line_ __both__ ~~gone~~',
  '[a](javascript:alert(1))',
  '![a](https://example.org/a.png)',
  '[^1]: no note',
  '| a | b |\n|---|---|',
  'a|b',
  '\\| \\\\ \\',
  '---',
  '===',
  '@octocat and #12',
  ':smile: 10:20:30',
  '$x$ and 2^3^',
  'two\nlines\r\nand\ta tab',
  'a\u0000b\u001b[31mred\u202e',
  'https://example.org/a_b*c?d=1&e=2#f',
  'www.example.org/a_b',
  'see https://example.org/a), or https://example.org/<b>',
  'https://x" onclick="alert(1)',
  'http://a|b',
  'word'.repeat(60),
  '',
  ' ',
  '\ud800 alone',
]

const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: fc.constantFrom(...'<>&"\'`*_#|\\[]()!~@:/-+=.$^ \n1ahtpsw'), maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

const count = fc.nat({ max: 5_000_000 })
const pence = fc.oneof(fc.nat({ max: 5_000_000 }), fc.nat({ max: 9_000_000_000_000 }))
const charts: fc.Arbitrary<Chart> = fc.oneof(
  fc.record({
    is: fc.constant('bars' as const),
    title: hostile,
    says: hostile,
    across: hostile,
    up: hostile,
    bars: fc.array(
      fc.record({ name: hostile, count, kind: fc.constantFrom('less' as const, 'same' as const, 'more' as const) }),
      { maxLength: 8 },
    ),
  }),
  fc.record({
    is: fc.constant('dots' as const),
    title: hostile,
    says: hostile,
    across: hostile,
    up: hostile,
    dots: fc.array(fc.record({ x: pence, y: pence, count }), { maxLength: 8 }),
  }),
)
const blocks: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ is: fc.constant('heading' as const), level: fc.constantFrom(2 as const, 3 as const), text: hostile }),
  fc.record({ is: fc.constant('paragraph' as const), text: hostile }),
  fc.record({ is: fc.constant('list' as const), items: fc.array(hostile, { maxLength: 4 }) }),
  fc.nat({ max: 3 }).chain((more) =>
    fc.record({
      is: fc.constant('table' as const),
      caption: hostile,
      columns: fc.array(fc.record({ name: hostile, align: fc.constantFrom('left' as const, 'right' as const) }), {
        minLength: more + 1,
        maxLength: more + 1,
      }),
      rows: fc.array(fc.array(hostile, { minLength: more + 1, maxLength: more + 1 }), { maxLength: 4 }),
    }),
  ),
  charts.map((chart) => ({ is: 'chart' as const, chart })),
)
const pages: fc.Arbitrary<Page> = fc.record({ title: hostile, blocks: fc.array(blocks, { maxLength: 6 }) })

/** Every text of a page, in its order, as it should be read. */
function textsOf({ title, blocks: all }: Page): string[] {
  const of = (block: Block): string[] => {
    switch (block.is) {
      case 'heading':
      case 'paragraph':
        return [block.text]
      case 'list':
        return [...block.items]
      case 'table':
        return [block.caption, ...block.columns.map(({ name }) => name), ...block.rows.flat()]
      case 'chart':
        return [block.chart.title, block.chart.says]
    }
  }
  return [title, ...all.flatMap(of)].map(oneLine).filter((text) => text !== '')
}

/** Whether texts stand in others in their order, each in one of its own. */
function inOrder(texts: readonly string[], within: readonly string[]): string[] {
  let at = 0
  return texts.filter((text) => {
    const found = within.indexOf(text, at)
    if (found < 0) return true
    at = found + 1
    return false
  })
}

describe('a page as HTML', () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  })
  const wrong = (html: string) =>
    validator
      .validateStringSync(html)
      .results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line} ${ruleId} ${message}`))

  it('is valid and accessible with every hostile text in every place', () => {
    for (const text of HOSTILE) expect(wrong(asHtml(pageOf(text)))).toEqual([])
  })
  property('shows any text as itself, whatever it is and wherever it stands', pages, (page) => {
    const { texts, tags } = read(asHtml(page))
    expect(inOrder(textsOf(page), texts)).toEqual([])
    const known =
      /^(html|head|meta|title|style|body|main|h[123]|p|ul|li|a|div|table|caption|thead|tbody|tr|th|td|figure|figcaption|svg|desc|defs|pattern|path|rect|circle|text|details|summary)$/
    expect(tags.filter(({ name }) => !known.test(name))).toEqual([])
  })
  property('fetches nothing and runs nothing', pages, (page) => {
    const { tags } = read(asHtml(page))
    const attributes = tags.flatMap(({ attributes: all }) => Object.entries(all))
    expect(attributes.filter(([name]) => /^(on|src|style|srcset|xlink|action|ping)/i.test(name))).toEqual([])
    for (const [name, value] of attributes) {
      if (name === 'href') expect(value).toMatch(/^https?:\/\/\w/)
      if (name === 'fill') expect(value).toMatch(/^url\(#chart-\d+-less\)$/)
    }
  })
  property('is valid whatever it says', fc.tuple(pages, fc.nat({ max: 30 })), ([page, once]) => {
    // The validator is slow: some pages only.
    if (once === 0) expect(wrong(asHtml(page))).toEqual([])
  })
  it('forbids everything but its own style', () => {
    expect(asHtml({ title: 'A', blocks: [] })).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
    )
  })
  it.each([
    ['light', LIGHT],
    ['dark', DARK],
  ] as const)('has colours that can be read, %s', (_, { ground, band, rule, ...inks }) => {
    for (const colour of Object.values(inks))
      for (const on of [ground, band]) expect(contrast(colour, on)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(rule, ground)).toBeGreaterThanOrEqual(3)
  })
  it('works contrast out as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21)
    expect(contrast('#767676', '#ffffff').toFixed(2)).toBe('4.54')
  })
})

describe('a page as Markdown', () => {
  property('escapes any text so that it shows as itself', hostile, (text) => {
    expect(shown(plain(text))).toBe(oneLine(text))
  })
  property('never begins what is more than a line of text', hostile, (text) => {
    expect(plain(text)).not.toMatch(/^(#|>|[-+*=]|\d+[.)]( |$)|```|~~~|\||\s|&nbsp;)/)
    expect(plain(text)).not.toMatch(/[\n\r]/)
  })
  property('gives every row of a table as many cells as it has columns', pages, (page) => {
    const rows = asMarkdown(page)
      .split('\n\n')
      .flatMap((part) => {
        const lines = part.split('\n').filter((line) => line.startsWith('| '))
        return lines.length > 1 ? [lines.map((line) => line.split(/(?<!\\)(?:\\\\)*\|/).length)] : []
      })
    for (const cells of rows) expect(new Set(cells).size).toBe(1)
  })
  property('keeps every text', pages, (page) => {
    const whole = asMarkdown(page)
    for (const text of textsOf(page)) expect(whole).toContain(plain(text))
  })
  it('keeps lists that follow each other apart', () => {
    const list = (item: string): Block => ({ is: 'list', items: [item] })
    expect(asMarkdown({ title: 'A', blocks: [list('one'), list('two'), list('three')] })).toBe(
      '# A\n\n- one\n\n* two\n\n- three\n',
    )
  })
})

describe('a page as text', () => {
  property('has lines of at most 100 characters, unless a word is longer', pages, (page) => {
    for (const line of asText(page).split('\n'))
      if (line.length > 100)
        expect(
          line
            .trim()
            .split(' ')
            .some((word) => word.length > 60),
        ).toBe(true)
  })
  property('keeps every word', pages, (page) => {
    const words = new Set(asText(page).toUpperCase().split(/[\s]+/))
    for (const text of textsOf(page))
      for (const word of text.toUpperCase().split(' ')) expect([...words].some((one) => one.includes(word))).toBe(true)
  })
  it('stands a table in columns, its numbers right', () => {
    const columns = [
      { name: 'Line', align: 'left' },
      { name: 'Old', align: 'right' },
    ] as const
    const rows = [
      ['Short breaks', '£650.00'],
      ['Care', '£1,650.00'],
    ]
    expect(asText({ title: 'What changed', blocks: [{ is: 'table', caption: 'By line', columns, rows }] })).toBe(
      `WHAT CHANGED

By line

Line                Old
------------  ---------
Short breaks    £650.00
Care          £1,650.00
`,
    )
  })
  it('gives a table that is too wide row by row', () => {
    const columns = Array.from({ length: 12 }, (_, i) => ({ name: `Column${i}`, align: 'left' as const }))
    const rows = [columns.map(() => 'longlonglong')]
    const text = asText({ title: 'A', blocks: [{ is: 'table', caption: 'Wide', columns, rows }] })
    expect(text).toContain('  Column0: longlonglong\n  Column1: longlonglong\n')
  })
})

describe('a chart', () => {
  const bars = (names: readonly (readonly [string, number])[]): Chart => ({
    is: 'bars',
    title: 'Change',
    says: 'It changes.',
    across: 'Change',
    up: 'Cases',
    bars: names.map(([name, number]) => ({ name, count: number })),
  })
  const dots = (all: readonly (readonly [number, number, number])[]): Chart => ({
    is: 'dots',
    title: 'Old and new',
    says: 'It changes.',
    across: 'Old',
    up: 'New',
    dots: all.map(([x, y, number]) => ({ x, y, count: number })),
  })
  const drawn = (chart: Chart) => asHtml({ title: 'A', blocks: [{ is: 'chart', chart }] })

  it.each([
    ['no bars', bars([])],
    ['bars of nothing', bars([['none', 0]])],
    ['no dots', dots([])],
  ])('says so when it has nothing to show: %s', (_, chart) => {
    expect(drawn(chart)).toContain('There is nothing to show.')
  })
  it.each([
    ['one dot', dots([[150000, 150000, 1]])],
    ['one dot at nothing', dots([[0, 0, 1]])],
    [
      'all equal',
      dots([
        [100, 100, 7],
        [100, 100, 7],
      ]),
    ],
    [
      'very large figures',
      dots([
        [9_000_000_000_000, 1, 3],
        [0, 8_999_999_999_999, 638_745],
      ]),
    ],
    ['one bar', bars([['all', 1]])],
    [
      'very many',
      bars([
        ['all', 638_745],
        ['one', 1],
      ]),
    ],
  ])('has room for %s', (_, chart) => {
    const html = drawn(chart)
    expect(html).not.toMatch(/NaN|Infinity|undefined|e[+-]\d/)
    expect(html).not.toContain('There is nothing to show.')
  })
  property('is drawn in numbers of one decimal at most, inside its picture', charts, (chart) => {
    const { tags } = read(drawn(chart))
    const svg = tags.find(({ name }) => name === 'svg')
    const [, , width = 0, height = 0] = (svg?.attributes.viewBox ?? '').split(' ').map(Number)
    for (const { name, attributes } of tags) {
      if (!['rect', 'circle', 'text'].includes(name)) continue
      for (const [key, value] of Object.entries(attributes)) {
        if (!/^(x|y|cx|cy|r|width|height)$/.test(key)) continue
        expect(value).toMatch(/^-?\d+(\.\d)?$/)
        expect(Number(value)).toBeGreaterThanOrEqual(0)
        expect(Number(value)).toBeLessThanOrEqual(/y|height/.test(key) ? height : width)
      }
    }
  })
  property('keeps the names of its bars apart', charts, (chart) => {
    if (chart.is !== 'bars') return
    const { tags } = read(drawn(chart))
    const names = tags.filter(({ name, attributes }) => name === 'text' && attributes.x === '212')
    const ys = names.map(({ attributes }) => Number(attributes.y))
    for (const [i, y] of ys.entries()) if (i > 0) expect(y - (ys[i - 1] ?? 0)).toBeGreaterThanOrEqual(17)
  })
  property('is the same bytes each time', pages, (page) => {
    expect(asHtml(page)).toBe(asHtml(structuredClone(page)))
  })
  property('has ticks that are whole, even and reach over the data', fc.tuple(pence, pence), ([a, b]) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)]
    const marks = ticks(low, high, 5)
    expect(marks[0]).toBeLessThanOrEqual(low)
    expect(marks.at(-1)).toBeGreaterThanOrEqual(high)
    expect(marks.length).toBeLessThanOrEqual(8)
    expect(new Set(marks.slice(1).map((mark, i) => mark - (marks[i] ?? 0))).size).toBe(1)
    expect(String((marks[1] ?? 0) - (marks[0] ?? 0))).toMatch(/^[125]0*$/)
  })
  it('gives its figures where there is no picture', () => {
    expect(asMarkdown({ title: 'A', blocks: [{ is: 'chart', chart: bars([['less', 1200]]) }] })).toContain(
      '| less | 1,200 |',
    )
    expect(asText({ title: 'A', blocks: [{ is: 'chart', chart: dots([[100, 250, 3]]) }] })).toContain('£1.00  £2.50')
  })
})

/** A text in every place that a page has. */
function pageOf(text: string): Page {
  return {
    title: text,
    blocks: [
      { is: 'heading', level: 3, text },
      { is: 'heading', level: 2, text },
      { is: 'heading', level: 3, text },
      { is: 'paragraph', text },
      { is: 'list', items: [text, text] },
      {
        is: 'table',
        caption: text,
        columns: [
          { name: text, align: 'left' },
          { name: text, align: 'right' },
        ],
        rows: [[text, text]],
      },
      { is: 'table', caption: 'Nothing', columns: [{ name: 'One', align: 'left' }], rows: [] },
      {
        is: 'chart',
        chart: { is: 'bars', title: text, says: text, across: text, up: text, bars: [{ name: text, count: 1 }] },
      },
      {
        is: 'chart',
        chart: { is: 'dots', title: text, says: text, across: text, up: text, dots: [{ x: 1, y: 2, count: 3 }] },
      },
    ],
  }
}

/** What GitHub shows for a line of Markdown that is meant to be text: escapes and references are read, and nothing else. */
function shown(markdown: string): string {
  return markdown
    .replaceAll(/<(https?:[^>]*)>/g, '$1')
    .replaceAll('&#8203;', '')
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
}

/** The contrast of two colours, as WCAG 2 defines it. */
function contrast(one: string, other: string): number {
  const light = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [dark = 0, bright = 0] = [light(one), light(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

describe('an address', () => {
  it.each([
    ['see https://example.org/a_b.', 'https://example.org/a_b'],
    ['(https://example.org/a)', 'https://example.org/a'],
    ['https://x" onclick="y', 'https://x'],
    ['https://a|b', undefined],
    ['javascript:alert(1)', undefined],
    ['https://', undefined],
  ])('%s leads to %s', (text, address) => {
    expect(pieces(text).find(({ is }) => is === 'address')?.text).toBe(address)
    expect(
      pieces(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  })
})
