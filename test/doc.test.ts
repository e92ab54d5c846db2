import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { HtmlValidate } from 'html-validate'
import { afterAll, describe, expect, it } from 'vitest'
import { pounds, spaced } from '../src/explain/grammar.js'
import { type AllocationTable, loadTable, safeLoadTable } from '../src/index.js'
import { type Written, writtenOf } from '../src/load/table.js'
import { asHtml } from '../src/report/as-html.js'
import { asMarkdown } from '../src/report/as-markdown.js'
import { publishedTable } from '../src/report/doc/published-table.js'
import { oneLine } from '../src/report/one-line.js'
import type { Block } from '../src/report/page.js'
import { arbitraryCase } from './support/arbitrary/case.js'
import { tableText } from './support/arbitrary/text.js'
import { ras } from './support/batch.js'
import { alteration, isFree, marked, put, type Spot, spotsIn } from './support/constructs-altered.js'
import { namesBeside } from './support/constructs-names.js'
import { lawOver, RUNS } from './support/law.js'

const NORFOLK = 'tables/norfolk/short-breaks-primary.yaml'
const shipped = readdirSync('tables', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => `tables/${name}`)
  .sort()
const load = (file: string) => loadTable(readFileSync(file, 'utf8'), { file })

/** A law over generated tables; a page is dear to make, and a changed table to load, so fewer of them. */
const law = lawOver(
  () => arbitraryCase(),
  ({ table }, number) => ({ loaded: loadTable(tableText(table)), text: tableText(table), number }),
  Math.ceil(RUNS / 10),
)

/** What a page says of its table: without the example, whose child is another for another table, and without its hash. */
function told(table: AllocationTable): string {
  const page = publishedTable(table)
  const blocks: Block[] = []
  let example = false
  for (const one of page.blocks) {
    if (one.is === 'heading' && one.level === 2) example = one.text === 'An invented example'
    if (!example) blocks.push(one)
  }
  return JSON.stringify([page.title, blocks]).replace(/[0-9a-f]{64}/, '')
}

/** Every text of a page, one after the other. */
function textOf(table: AllocationTable): string {
  const { title, blocks } = publishedTable(table)
  return oneLine([title, ...blocks.flatMap(textsOf)].join(' '))
}

function textsOf(one: Block): readonly string[] {
  switch (one.is) {
    case 'heading':
    case 'paragraph':
      return [one.text]
    case 'list':
      return one.items
    case 'table':
      return [one.caption, ...one.columns.map(({ name }) => name), ...one.rows.flat()]
    case 'chart':
      return [one.chart.title, one.chart.says]
  }
}

/** What must stand on the page of a table, as it reads there. */
function needed(table: Written): string[] {
  const questions = Object.values(table.questions ?? {}).flatMap((group) => [
    group.title,
    ...Object.values(group.ask).flatMap((one) => [
      one.text,
      one.guidance ?? '',
      ...[...(one.levels ?? []), ...Object.values(one.kinds ?? {}).flat()].flatMap((level) =>
        Object.entries(level).flatMap(([name, points]) => [spaced(name), points]),
      ),
    ]),
  ])
  const flags = Object.values(table.flags ?? {}).flatMap((one) =>
    'say' in one ? [one.say, one.to, one.next] : 'refer' in one ? [one.why, one.refer] : [one['agreed-by']],
  )
  return [
    table.title,
    table.authority,
    table.version,
    table.advice ?? '',
    ...questions,
    ...flags,
    ...Object.values(table.lines).flatMap((line) => [line.title, ...amountsIn(line.price)]),
    ...Object.values(table.rates ?? {}).map(({ pounds: text }) => (/\.\d{3,}$/.test(text) ? `£${text}` : pounds(text))),
    ...Object.values(table.sources).flatMap(({ title, url, clause, note }) => [title, url, clause, note]),
    ...(table.challenge ?? []).map(({ route }) => route),
    ...Object.values(table.services ?? {}).map(({ title }) => title),
    ...Object.values(table.outcomes),
    ...Object.values(table.streams).map(({ title }) => title),
  ].flatMap((text) => (text === undefined || text === '' ? [] : [oneLine(text)]))
}

/** Every amount that the rows or the categories of a price give. */
function amountsIn(price: Written['lines'][string]['price']): string[] {
  if (!price) return []
  if ('pounds' in price) return [pounds(price.pounds)]
  if (!('rows' in price || 'give' in price) || !price.gives.startsWith('pounds')) return []
  const all: string[] = []
  const visit = (give: unknown): void => {
    if (typeof give === 'string') all.push(give === 'refer' ? 'people decide' : pounds(give))
    else if (typeof give === 'object' && give !== null) for (const inner of Object.values(give)) visit(inner)
  }
  if ('rows' in price) for (const row of price.rows) visit(row.give)
  else visit(price.give)
  return all
}

/** A sentence may begin with a capital or go on without one. */
function missing(table: AllocationTable): string[] {
  const text = textOf(table).toLowerCase()
  return needed(writtenOf(table)).filter((one) => !text.includes(one.toLowerCase().replace(/\.$/, '')))
}

law('everything that a table says to families is on its page', ({ loaded }) => {
  expect(missing(loaded)).toEqual([])
})

law('a table that says something else has another page', ({ text, loaded, number }) => {
  const written: unknown = JSON.parse(JSON.stringify(writtenOf(loaded)))
  // Every text is made another than all the others: two funders of one name cannot be told apart, and need not be.
  const names = spotsIn(written).filter(({ at }) => at.at(-1) !== 'band')
  const { tree } = marked(written, names)
  const spots = spotsIn(tree).filter(({ value }) => typeof value === 'string')
  const before = told(loadTable(JSON.stringify(tree)))
  for (let i = 0; i < 3; i++) {
    const spot = spots[(number + i * 7919) % spots.length]
    const altered = spot && otherwise(tree, spot, number % 4)
    const after = altered === undefined ? undefined : safeLoadTable(JSON.stringify(altered))
    if (!spot || !after?.success) continue
    expect(told(after.data) === before ? [spot.at.join('/'), spot.value, text] : []).toEqual([])
  }
})

law('the page of any table is the same each time, and in both formats', ({ loaded }) => {
  const page = publishedTable(loaded)
  expect(publishedTable(loaded)).toEqual(page)
  expect(asHtml(page)).toMatch(/^<!DOCTYPE html>/)
  expect(asMarkdown(page)).toMatch(/^# /)
})

/** The tree with another value in one place, where that is another thing to say. */
function otherwise(tree: unknown, spot: Spot, variant: number): unknown {
  if (spot.at.at(-1) === 'format') return undefined
  if (isFree(spot)) return put(tree, spot.at, `${String(spot.value)} qzq`)
  const made = alteration(tree, { within: [], spots: [spot] }, namesBeside(tree), variant)?.tree
  const value = spot.at.reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), made)
  // `0` and `0.00` are one amount. A need is a need, and a change has its line's source, whether or not that is written.
  const untold = value === undefined && (spot.value === 'need' || spot.at.at(-1) === 'source')
  return untold || (value !== undefined && Number(value) === Number(spot.value)) ? undefined : made
}

/** One place for each construct of the format that the shipped tables use: the file, its tree and where. */
function everyConstruct(): { readonly file: string; readonly tree: unknown; readonly spot: Spot }[] {
  const found = new Map<string, { file: string; tree: unknown; spot: Spot }>()
  for (const file of shipped) {
    const tree: unknown = JSON.parse(JSON.stringify(writtenOf(load(file))))
    for (const spot of spotsIn(tree)) {
      const construct = `${spot.within.at(-1)} ${spot.at.at(-1)}`
      if (typeof spot.value === 'string' && !found.has(construct)) found.set(construct, { file, tree, spot })
    }
  }
  return [...found.values()]
}

it('tells every construct that a shipped table uses: another value gives another page', () => {
  const before = new Map(shipped.map((file) => [file, told(load(file))]))
  const tried = everyConstruct().flatMap(({ file, tree, spot }) =>
    (isFree(spot) ? [0] : [0, 1]).flatMap((variant) => {
      const altered = otherwise(tree, spot, variant)
      const after = altered === undefined ? undefined : safeLoadTable(JSON.stringify(altered))
      return after?.success ? [{ at: `${file} ${spot.at.join('/')}`, same: told(after.data) === before.get(file) }] : []
    }),
  )
  expect(tried.filter(({ same }) => same).map(({ at }) => at)).toEqual([])
  expect(tried.length).toBeGreaterThan(150)
})

describe.each(shipped)('the page of %s', (file) => {
  const table = load(file)
  const page = publishedTable(table)

  it('says everything that the table says', () => {
    expect(missing(table)).toEqual([])
  })
  it('is valid, accessible HTML', () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
    })
    expect(validator.validateStringSync(asHtml(page)).results.flatMap(({ messages }) => messages)).toEqual([])
  })
  it('has an invented example that says so', () => {
    expect(textOf(table)).toContain('This child is invented: no real child is in this example.')
  })
  it('never calls a likely amount by the words of a right or a gift', () => {
    expect(textOf(table).match(/\b(award|entitle(ment)?)(s|ed)?\b/gi)).toBeNull()
  })
  it('answers every question of the Local Offer, or lists it as left open', () => {
    const { blocks } = page
    const at = blocks.findIndex((one) => one.is === 'heading' && one.text === 'Questions about personal budgets')
    const rows = blocks.slice(at, at + 8).flatMap((one) => (one.is === 'table' ? one.rows : []))
    const open = blocks.slice(at, at + 8).find((one) => one.is === 'list')
    expect(rows).toHaveLength(29)
    expect(rows.every(([, answer]) => answer !== '')).toBe(true)
    expect(open?.items).toEqual(rows.flatMap(([asks, answer]) => (answer === 'This table does not say.' ? [asks] : [])))
  })
})

describe('ras doc', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ras-doc-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('prints Markdown, and HTML where it is asked for', async () => {
    const page = publishedTable(load(NORFOLK))
    expect(await ras(['doc', NORFOLK])).toEqual({ exit: 0, out: asMarkdown(page), err: '' })
    expect(await ras(['doc', NORFOLK, '--format', 'html'])).toEqual({ exit: 0, out: asHtml(page), err: '' })
  })
  it('writes a file, in the format of its name', async () => {
    for (const [name, lay] of [
      ['a.html', asHtml],
      ['a.HTM', asHtml],
      ['a.md', asMarkdown],
    ] as const) {
      const file = path.join(folder, name)
      expect(await ras(['doc', NORFOLK, '-o', file])).toEqual({ exit: 0, out: '', err: '' })
      expect(readFileSync(file, 'utf8')).toBe(lay(publishedTable(load(NORFOLK))))
    }
  })
  it('reads a table from standard input', async () => {
    expect((await ras(['doc', '-'], readFileSync(NORFOLK, 'utf8'))).out).toContain('# Norfolk short breaks')
  })
  it('tells the faults of a table, writes nothing and exits 1', async () => {
    const file = path.join(folder, 'faults.html')
    const { exit, out } = await ras(['doc', 'fixtures/faults/table-with-five-faults.yaml', '-o', file])
    expect(exit).toBe(1)
    expect(out).toContain('RAS101')
    expect(existsSync(file)).toBe(false)
  })
  it('never writes over the table that it reads', async () => {
    const { exit, err } = await ras(['doc', NORFOLK, '-o', `./${NORFOLK}`])
    expect({ exit, err }).toEqual({
      exit: 2,
      err: `ras: ./${NORFOLK} has the name of a table, or of the record of what was published: nothing else is written there.\n`,
    })
    expect(readFileSync(NORFOLK, 'utf8')).toContain('format: ras.table/1')
  })
  it('exits 2 for a file that is not there, and for a format that it does not know', async () => {
    expect((await ras(['doc', 'nothing.yaml'])).exit).toBe(2)
    expect((await ras(['doc', NORFOLK, '--format', 'pdf'])).exit).toBe(2)
  })
})
