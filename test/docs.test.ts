import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Ajv from 'ajv'
import { describe, expect, it } from 'vitest'
import { asWritten, fences, splice, type Tree } from '../scripts/examples.js'
import { fileStates } from '../scripts/page-files.js'
import { fill } from '../scripts/write-docs.js'
import { safeLoadTable, safeReadAssessment } from '../src/index.js'
import { tableSchema } from '../src/load/table-schema.js'
import { choices, keysOf, properties, sentences, wideLines } from './support/docs.js'

const root = path.resolve(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const documents = [
  ...readdirSync(path.join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  ...['README.md'].filter((name) => existsSync(path.join(root, name))),
]

const headings = (markdown: string) =>
  [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  )

describe.each(documents)('%s', (file) => {
  it('shows what the code gives today; if not, run npx tsx scripts/write-docs.ts', async () => {
    expect(read(file)).toBe(await fill(read(file)))
  })

  it('names only findings that there are', () => {
    const codes = new Set(
      `${read('src/diagnostic.ts')}${read('src/caseload/sheet/fault.ts')}`
        .match(/^ {2}RAS\d{3}/gm)
        ?.map((code) => code.trim()),
    )
    expect((read(file).match(/RAS\d{3}/g) ?? []).filter((code) => !codes.has(code))).toEqual([])
  })

  it('leads only to pages and headings that there are', () => {
    const broken = [...read(file).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)].filter(
      ([, to = '', heading]) => {
        const target = path.join(path.dirname(file), to || path.basename(file))
        if (!existsSync(path.join(root, target))) return true
        return heading !== undefined && !headings(read(target)).includes(heading)
      },
    )
    expect(broken.map(([link]) => link)).toEqual([])
  })
})

/** The files that hold the sentences of a statement. */
const wordFiles = readdirSync('src/explain')
  .filter((name) => name.endsWith('words.ts'))
  .map((name) => `src/explain/${name}`)

describe('the words of the field', () => {
  it.each([...documents, ...wordFiles])('%s never calls a likely amount by the words of a right or a gift', (file) => {
    // The kind of a fact is a word of the format, and no promise.
    expect(
      sentences(read(file).replace("case 'entitlement':", '')).match(/\b(award|entitle(ment)?)(s|ed)?\b/gi),
    ).toBeNull()
  })
})

describe.each(documents.filter((file) => !/constructs|decisions|README/.test(file)))('%s', (file) => {
  it('has no line above 120 characters, beside tables and what the code prints', () => {
    expect(wideLines(read(file))).toEqual([])
  })
})

const format = read('docs/table-format.md')
const examples = fences(format)
  .filter(({ language }) => language === 'yaml')
  .map((fence) => ({ ...fence, name: `the example at line ${fence.line}` }))

/** A table made of every example from the first one to this one. */
function upTo(last: number): Tree {
  return examples
    .filter(({ line }) => line <= last)
    .reduce<Tree>((table, { text }) => splice(table, asWritten(text)), {})
}

/** The errors that a tree has as a table. */
function errors(tree: Tree): string[] {
  const result = safeLoadTable(JSON.stringify(tree))
  return result.success ? [] : result.error.findings.map(({ code, at, message }) => `${code} ${at} ${message}`)
}

describe('docs/table-format.md', () => {
  it('begins with a whole table', () => {
    const result = safeLoadTable(examples[0]?.text ?? '')
    expect(result.success ? result.warnings : result.error.findings).toEqual([])
  })

  it.each(examples.map((one) => [one.name, one] as const))('%s is part of a valid table', (_, { line }) => {
    expect(errors(upTo(line))).toEqual([])
  })

  it('mentions every key of the JSON Schema, and every value that is chosen from a list', () => {
    const words = [...properties(tableSchema()).map(({ name }) => name), ...choices(tableSchema())]
    expect([...new Set(words)].filter((word) => !format.includes(`\`${word}\``))).toEqual([])
  })

  it('uses every key of the JSON Schema in an example', () => {
    const used = new Set(examples.flatMap(({ text }) => keysOf(asWritten(text))))
    const missing = properties(tableSchema()).filter(({ name }) => !used.has(name))
    expect([...new Set(missing.map(({ name }) => name))]).toEqual([])
  })
})

/** Pages that hold files of their own: what they print is worked out from what their reader sees. */
const pages = documents
  .map((file) => ({ file, markdown: read(file), states: fileStates(read(file)) }))
  .filter(({ states }) => states.length > 0)

describe.each(pages)('the files of $file', ({ markdown, states }) => {
  const right = states.filter(({ kind }) => kind !== 'slips')
  const tables = right.filter(({ tree }) => tree.format === 'ras.table/1')
  const assessments = right.filter(({ tree }) => tree.format === 'ras.assessment/1')
  const editor = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(tableSchema())

  it.each(tables)('$name is a valid table after line $line, without a warning', ({ text, tree }) => {
    const result = safeLoadTable(text)
    expect(result.success ? result.warnings : result.error.findings).toEqual([])
    expect(editor(tree) ? [] : editor.errors).toEqual([])
  })

  it.each(assessments)('$name, at line $line, fits the table above it', ({ line, text }) => {
    const table = safeLoadTable(tables.filter((one) => one.line < line).at(-1)?.text ?? '')
    const result = table.success ? safeReadAssessment(text, table.data) : table
    expect(result.success ? [] : result.error.findings).toEqual([])
  })

  it('are all its examples', () => {
    const shown = fences(markdown).filter(({ language }) => language === 'yaml')
    const blocks = markdown.match(/^<!-- (excerpt|file|add|replace): /gm) ?? []
    expect(shown.length).toBe(blocks.length)
  })

  it('are what it prints: every output is worked out', () => {
    const shown = fences(markdown).filter(({ language }) => language === 'text')
    expect(shown.length).toBe(markdown.match(/^<!-- ras: /gm)?.length ?? 0)
  })
})

describe('docs/your-scheme.md', () => {
  it('knows every word that it says a phrase on paper needs', () => {
    const [, table = ''] = read('docs/your-scheme.md').split('## Which word do I need?')
    const words = [...properties(tableSchema()).map(({ name }) => name), ...choices(tableSchema()), 'refer']
    const said = [...table.matchAll(/`([^`\n]+)`/g)].map(([, word = '']) => word)
    expect(said.length).toBeGreaterThan(40)
    expect(said.filter((word) => !words.includes(word))).toEqual([])
  })
})
