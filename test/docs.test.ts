import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fill } from '../scripts/write-docs.js'
import { safeLoadTable } from '../src/index.js'
import { RESERVED } from '../src/load/shape/reserved.js'
import { tableSchema } from '../src/load/table-schema.js'
import { asWritten, fences, keysOf, properties, sentences, splice, type Tree } from './support/docs.js'

const root = path.resolve(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const documents = [
  ...readdirSync(path.join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  ...['README.md'].filter((name) => existsSync(path.join(root, name))),
]

describe.each(documents)('%s', (file) => {
  it('shows what the code gives today; if not, run npx tsx scripts/write-docs.ts', () => {
    expect(read(file)).toBe(fill(read(file)))
  })

  it('names only findings that there are', () => {
    const codes = new Set(
      read('src/diagnostic.ts')
        .match(/^ {2}RAS\d{3}/gm)
        ?.map((code) => code.trim()),
    )
    expect((read(file).match(/RAS\d{3}/g) ?? []).filter((code) => !codes.has(code))).toEqual([])
  })
})

describe('the words of the field', () => {
  it.each([...documents, 'src/explain/words.ts'])(
    '%s never calls a likely amount by the words of a right or a gift',
    (file) => {
      expect(sentences(read(file)).match(/\b(award|entitle(ment)?)(s|ed)?\b/gi)).toBeNull()
    },
  )
})

const format = read('docs/table-format.md')
const later = '# Not yet accepted'
const examples = fences(format)
  .filter(({ language }) => language === 'yaml')
  .map((fence) => ({ ...fence, name: `the example at line ${fence.line}` }))

/** A table made of every accepted example from the first one to this one. */
function upTo(last: number): Tree {
  return examples
    .filter(({ text, line }) => line <= last && !text.startsWith(later))
    .reduce<Tree>((table, { text }) => splice(table, asWritten(text)), {})
}

/** The errors that a tree has as a table. */
function errors(tree: Tree) {
  const result = safeLoadTable(JSON.stringify(tree))
  return result.success ? [] : result.error.findings.map(({ code, at, message }) => ({ code, at, message }))
}

describe('docs/table-format.md', () => {
  it('begins with a whole table', () => {
    const result = safeLoadTable(examples[0]?.text ?? '')
    expect(result.success ? result.warnings : result.error.findings).toEqual([])
  })

  it.each(examples.filter(({ text }) => !text.startsWith(later)).map((one) => [one.name, one] as const))(
    '%s is part of a valid table',
    (_, { line }) => {
      expect(errors(upTo(line))).toEqual([])
    },
  )

  it.each(examples.filter(({ text }) => text.startsWith(later)).map((one) => [one.name, one] as const))(
    '%s is refused for words not worked yet, and for nothing else',
    (_, { line, text }) => {
      const codes = errors(splice(upTo(line), asWritten(text))).map(
        ({ code, at, message }) => `${code} ${at} ${message}`,
      )
      expect(codes.filter((found) => found.startsWith('RAS108')).length).toBeGreaterThan(0)
      expect(codes.filter((found) => !found.startsWith('RAS108'))).toEqual([])
    },
  )

  it('mentions every key of the JSON Schema', () => {
    const missing = properties(tableSchema()).filter(({ name }) => !format.includes(`\`${name}\``))
    expect([...new Set(missing.map(({ name }) => name))]).toEqual([])
  })

  it('uses every key of the JSON Schema in an example', () => {
    const used = new Set(keysOf(upTo(Number.POSITIVE_INFINITY)))
    const missing = properties(tableSchema()).filter(({ name }) => !used.has(name))
    expect([...new Set(missing.map(({ name }) => name))]).toEqual([])
  })

  it('has the syntax of every word that is not worked yet, in words and in an example', () => {
    const code = [...examples.map(({ text }) => text), ...(format.match(/`[^`\n]+`/g) ?? [])].join('\n')
    const shown = (word: string) => new RegExp(`(^|[^\\w-])${word}:|: ${word}([^\\w-]|$)`, 'm').test(code)
    const words = [...RESERVED.keys()]
    expect(words.filter((word) => !format.includes(`\`${word}\``) || !shown(word))).toEqual([])
  })
})
