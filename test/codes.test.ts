import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tells } from '../scripts/code-examples.js'
import { asWritten } from '../scripts/examples.js'
import { CODES, codePages, FOLDER, NO_EXAMPLE } from '../scripts/write-codes.js'
import { MEANINGS } from '../src/report/codes/meanings.js'
import { records, workshop } from './support/batch.js'
import { sentences, wideLines } from './support/docs.js'
import { declaredCodes } from './support/faults.js'

const files = readdirSync(FOLDER).sort()
const read = (name: string) => readFileSync(path.join(FOLDER, name), 'utf8')
const sheetCodes =
  readFileSync('src/caseload/sheet/fault.ts', 'utf8')
    .match(/^ {2}RAS\d{3}(?=:)/gm)
    ?.map((code) => code.trim()) ?? []

let pages: ReadonlyMap<string, string>
beforeAll(async () => {
  pages = await codePages()
})

describe('docs/codes', () => {
  it('has a page for every code, and a code for every page', () => {
    expect(CODES).toEqual([...declaredCodes(), ...sheetCodes].sort())
    expect(files).toEqual(['README.md', ...CODES.map((code) => `${code}.md`)].sort())
  })

  it.each(files)('%s is what is said in src/report/codes; if not, run npx tsx scripts/write-codes.ts', (name) => {
    expect(read(name)).toBe(pages.get(name))
  })

  it('shows of every code a file that has it, and what ras prints for it', () => {
    const without = CODES.filter((code) => {
      const [, prints = ''] = /^```text\n\$ ras .+\n([\s\S]*?)^```$/m.exec(read(`${code}.md`)) ?? []
      return !tells(prints, code)
    })
    expect(without).toEqual(Object.keys(NO_EXAMPLE))
  })

  it('shows no more than twelve lines of a file', () => {
    const long = CODES.filter((code) => {
      const [, shown = ''] = /^```(?:yaml|csv|json)\n([\s\S]*?)^```$/m.exec(read(`${code}.md`)) ?? []
      return shown.split('\n').length > 13
    })
    expect(long).toEqual([])
  })

  it.each(files)('%s leads only to what there is, and is not too wide', (name) => {
    const links = [...read(name).matchAll(/\]\(([^)#]+)(?:#([^)]+))?\)/g)]
    const broken = links.filter(([, to = '', heading]) => {
      const file = path.join(FOLDER, to)
      return !existsSync(file) || (heading !== undefined && !anchors(readFileSync(file, 'utf8')).includes(heading))
    })
    expect(broken.map(([link]) => link)).toEqual([])
    const written = read(name).replace(/^```(?:csv|json|yaml)\n[\s\S]*?^```$/gm, '')
    expect(wideLines(written)).toEqual([])
  })

  it('is indexed code by code', () => {
    for (const code of CODES) expect(read('README.md')).toContain(`](${code}.md) `)
  })
})

function anchors(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  )
}

describe('meanings', () => {
  it.each(CODES)('%s has a title of a few words, sentences that end, and a way to mend it', (code) => {
    const { title, meaning, mend } = MEANINGS[code]
    expect(title).toMatch(/^[“A-Z].*[^.]$/)
    expect(title.split(' ').length).toBeLessThanOrEqual(14)
    expect(meaning.split(/[.?](?= |$)/).length).toBeGreaterThan(1)
    for (const prose of [meaning, mend]) {
      expect(prose).toMatch(/^[“A-Z].*[.]$/)
      expect(prose).not.toMatch(/ {2}|\n/)
    }
  })

  it('no two codes have one title', () => {
    const titles = CODES.map((code) => MEANINGS[code].title)
    expect(titles.filter((title, i) => titles.indexOf(title) < i)).toEqual([])
  })

  it.each(files)('%s never calls a likely amount by the words of a right or a gift', (name) => {
    expect(sentences(read(name)).match(/\b(award|entitle(ment)?)(s|ed)?\b/gi)).toBeNull()
  })
})

const SHEETS = 'fixtures/faults/sheet'

describe('one sheet for each fault of a sheet', () => {
  const shop = workshop()
  afterAll(() => shop.remove())
  const expected = Object.entries(asWritten(readFileSync(`${SHEETS}/expected.yaml`, 'utf8')))

  it('every file of the folder is expected', () => {
    const sheets = readdirSync(SHEETS).filter((name) => name.startsWith('RAS'))
    expect(expected.map(([name]) => name)).toEqual(sheets.sort())
    expect(new Set(sheets.map((name) => name.slice(0, 6)))).toEqual(
      new Set(sheetCodes.filter((code) => code !== 'RAS018')),
    )
  })

  it.each(expected)('%s: %s', async (name, place) => {
    const table = name.startsWith('RAS013')
      ? `${SHEETS}/fact-and-question.yaml`
      : 'tables/norfolk/short-breaks-primary.yaml'
    const to = [shop.at(`${name}.out`), '--errors', shop.at(`${name}.errors.csv`), '--to', 'csv']
    const { exit, out, err } = await shop.ras('batch', `${SHEETS}/${name}`, '--table', table, '-o', ...to)
    expect(exit).toBe(1)
    expect([...inHeader(out + err, name), ...inRows(shop, name)]).toEqual([place])
  })
})

/** What is wrong with the names of the columns: `RAS012 row 1, safegarding`. */
function inHeader(told: string, name: string): string[] {
  const names = readFileSync(`${SHEETS}/${name}`, 'utf8').split(/\r?\n/)[0]?.split(',') ?? []
  return [...told.matchAll(/:(\d+)(?::(\d+))? error (RAS\d{3})$/gm)].map(([, row, column, code]) =>
    column === undefined ? `${code} row ${row}` : `${code} row ${row}, ${names[Number(column) - 1]}`,
  )
}

/** What is wrong with rows, from the file of errors: `RAS016 row 2, points`. */
function inRows(shop: ReturnType<typeof workshop>, name: string): string[] {
  const file = `${name}.errors.csv`
  if (!shop.files().includes(file)) return []
  return records(shop.read(file)).map(
    ({ row, column, code }) => `${code} row ${row}${column === '' ? '' : `, ${column}`}`,
  )
}
