import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillEditors } from '../scripts/write-editors.js'
import { tableSchema } from '../src/load/table-schema.js'
import {
  assessmentText,
  comparedWithEditor,
  type Editors,
  editors,
  ROOT,
  said,
  saidOf,
  typed,
  WESTMARCH,
} from './support/editor.js'
import { keyPlaces, silentParts } from './support/schema-walk.js'

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')
const yamls = (folder: string) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort()
const VALID = [...yamls('tables'), ...yamls('fixtures/tables')]

let at: Editors
beforeAll(async () => {
  at = await editors()
})
afterAll(() => at.end())

describe('a table in an editor', () => {
  it('every valid table names its schema in its first line, and has nothing underlined', async () => {
    for (const file of VALID) {
      const schema = /^# yaml-language-server: \$schema=(\S+)\n/.exec(read(file))?.[1] ?? ''
      expect(path.posix.join(path.posix.dirname(file), schema), file).toBe('schemas/table.schema.json')
    }
    const all = await Promise.all(VALID.map((file) => at.tables.open(file)))
    expect(all.flat()).toEqual([])
  })

  it('has something to say on every key, those that a table names itself among them', () => {
    expect(silentParts(tableSchema())).toEqual([])
  })

  it('says on every key of the format, at every depth, what the schema says', async () => {
    const schema = tableSchema()
    const known = new Set<unknown>()
    const keys = ['tables/eastmere/every-word.yaml', WESTMARCH].flatMap((file) =>
      keyPlaces(read(file), schema)
        .filter(({ of }) => !known.has(of) && known.add(of))
        .map((one) => ({ ...one, file })),
    )
    expect(keys.length).toBeGreaterThan(290)
    const shown = await Promise.all(keys.map(({ file, place }) => at.tables.hover(file, place)))
    const told = (text: (i: number) => unknown) => keys.map(({ path }, i) => `${path.join('/')}: ${text(i)}`)
    expect(told((i) => said(shown[i] ?? null))).toEqual(told((i) => keys[i]?.of.description))
  })

  it.each([
    {
      what: 'a line',
      before: '    title: Support in a mainstream school\n',
      type: '    ‸\n',
      keys: ['outcome', 'gate', 'provides', 'changes', 'part-year', 'legal-basis'],
      of: 'changes: What happens to the price, one named operation at a time.',
    },
    {
      what: 'a question',
      before: '        text: How much help does the child need with breathing?\n',
      type: '        ‸\n',
      keys: ['guidance', 'direction', 'kinds', 'asked-when', 'in-between', 'not-applicable', 'may-be-left', 'forms'],
      of: 'in-between: yes: points between two levels may be given.',
    },
    {
      what: 'a row',
      before: "        - { from: 0, give: 0.00, band: school's own support }\n",
      type: '        - ‸\n',
      keys: ['from', 'to', 'give', 'band', 'published-a-year'],
      of: 'band: The name of the band.',
    },
  ])(
    'proposes in $what the keys that may still stand there, each with its meaning',
    async ({ before, type, keys, of }) => {
      const proposed = (await at.propose(before, before + type)).filter(({ label }) => !label.startsWith('object('))
      expect(proposed.map(({ label }) => label)).toEqual(keys)
      expect(proposed.map((one) => `${one.label}: ${saidOf(one)}`)).toContain(of)
      expect(proposed.filter((one) => saidOf(one) === '')).toEqual([])
    },
  )

  it('proposes a key with its colon', async () => {
    const before = '        text: How much help does the child need with breathing?\n'
    const proposed = await at.propose(before, `${before}        ‸\n`)
    expect(proposed.filter(({ insertText }) => !insertText?.includes(':'))).toEqual([])
  })

  it.each([
    ['the law of a stream', '\nstreams:\n', '\nstreams:\n  new:\n    law: ‸\n', ['education', 'health', 'care']],
    ['the provenance', '\nprovenance: synthetic', '\nprovenance: ‸', ['official', 'reconstructed', 'synthetic']],
    [
      'what an amount is',
      '    title: Support in a mainstream school\n    stream: education\n    tier: additional\n    source: scheme\n    amount-is: whole cost\n',
      '    title: Support in a mainstream school\n    stream: education\n    tier: additional\n    source: scheme\n    amount-is: ‸\n',
      ['whole cost', 'top-up'],
    ],
  ])('proposes the values of %s', async (_, before, after, values) => {
    expect((await at.propose(before, after)).map(({ label }) => label).sort()).toEqual([...values].sort())
  })

  it.each([
    ['a misspelt key', '\nstatus: ', '\n‸statos: draft\nstatus: ', 6, 'Property statos is not allowed.'],
    [
      'a wrong value',
      '\nprovenance: synthetic',
      '\nprovenance: ‸invented',
      8,
      'Value is not accepted. Valid values: "official", "reconstructed", "synthetic".',
    ],
    ['a wrong type', '\nstreams:\n', '\nadvice: ‸[who]\nstreams:\n', 5, 'Incorrect type. Expected "string".'],
  ])('underlines %s, and nothing else', async (_, before, after, length, message) => {
    const text = before === '\nstreams:\n' ? read(WESTMARCH).replace(/^advice: .*\n/m, '') : read(WESTMARCH)
    const made = typed(text, before, after)
    const squiggles = await at.tables.open(`tables/westmarch/underlined-${length}.yaml`, made.text)
    const end = { line: made.at.line, character: made.at.character + length }
    expect(squiggles.map(({ range, message }) => ({ range, message }))).toEqual([
      { range: { start: made.at, end }, message },
    ])
  })

  it('underlines a fault nowhere but on the line on which ras finds it', async () => {
    const all = await comparedWithEditor(at.tables)
    const elsewhere = all.filter(({ line, underlined }) => underlined.some((one) => one !== line))
    expect(elsewhere.map(({ name }) => name)).toEqual(['RAS001-tab.yaml'])
    expect(all.filter(({ underlined }) => underlined.length > 0).length).toBeGreaterThan(80)
  })
})

describe('an assessment in an editor', () => {
  it('has nothing underlined when it is valid', async () => {
    expect(await at.cases.open('case.yaml', assessmentText())).toEqual([])
  })

  it('shows of a question what it asks and what its levels mean', async () => {
    await at.cases.open('asked.yaml', assessmentText())
    const hover = await at.cases.hover('asked.yaml', typed(assessmentText(), '\n  sleep:', '\n  sl‸eep:').at)
    expect(hover).toContain('How often does someone get up for the child at night?')
    expect(hover).toContain('some: Most weeks')
  })

  it('proposes the levels of a question', async () => {
    const { text, at: place } = typed(assessmentText(), '\n  behaviour: some', '\n  behaviour: ‸')
    await at.cases.open('proposed.yaml', text)
    const levels = (await at.cases.complete('proposed.yaml', place)).map(({ label }) => label)
    expect(levels).toEqual(['none', 'small', 'some', 'lots', 'exceptional'])
  })

  it('underlines a level that the question does not have', async () => {
    const { text, at: start } = typed(assessmentText(), '\n  behaviour: some', '\n  behaviour: ‸enormous')
    const [only, ...more] = await at.cases.open('underlined.yaml', text)
    expect(more).toEqual([])
    expect(only?.range).toEqual({ start, end: { ...start, character: start.character + 8 } })
  })
})

describe('docs/editors.md', () => {
  it('shows what the editor says today; if not, run npx tsx scripts/write-editors.ts', async () => {
    expect(read('docs/editors.md')).toBe(await fillEditors(read('docs/editors.md'), at))
  })
})
