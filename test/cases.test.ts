import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Ajv from 'ajv'
import * as fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asAnEditor, asWritten, fences } from '../scripts/examples.js'
import { readExpected } from '../src/load/expected.js'
import { readSource } from '../src/load/source.js'
import { expectedSchema } from '../src/load/table-schema.js'
import { pointer } from '../src/pointer.js'
import { asYaml } from '../src/report/cases/as-yaml.js'
import { differences } from '../src/report/cases/differences.js'
import { asExpected } from '../src/report/cases/written.js'
import { workshop } from './support/batch.js'
import { properties, wideLines } from './support/docs.js'
import { law, property } from './support/law.js'

const NORFOLK = path.resolve('tables/norfolk/short-breaks-primary.yaml')
const CASES = path.resolve('fixtures/cases')

let shop: ReturnType<typeof workshop>
beforeEach(() => {
  shop = workshop()
})
afterEach(() => shop.remove())

/** A case of the repository, copied into the workshop with other words; the way to its table is put right. */
function put(name: string, from = '008-norfolk-145-points', change = (text: string) => text) {
  const folder = shop.at(`cases/${name}`)
  mkdirSync(folder, { recursive: true })
  const expected = readFileSync(`${CASES}/${from}/expected.yaml`, 'utf8').replace(
    /^table: .*$/m,
    `table: ${path.relative(folder, NORFOLK)}`,
  )
  writeFileSync(`${folder}/expected.yaml`, change(expected))
  writeFileSync(`${folder}/assessment.yaml`, readFileSync(`${CASES}/${from}/assessment.yaml`))
  return folder
}

const cases = (...more: string[]) => shop.ras('cases', shop.at('cases'), ...more)

describe('ras cases', () => {
  it('passes every golden case of the repository', async () => {
    expect(await shop.ras('cases', CASES)).toEqual({ exit: 0, out: '200 cases: all passed.\n', err: '' })
  })

  it('says what was expected and what came, where the case says it', async () => {
    const folder = put('008-wrong', '008-norfolk-145-points', (text) =>
      text.replace('pounds: 1500.00', 'pounds: 1500.01').replace('agreed-by: [the Short Breaks Team]', 'agreed-by: []'),
    )
    put('009-right')
    const lines = readFileSync(`${folder}/expected.yaml`, 'utf8').split('\n')
    const place = (start: string) => {
      const line = lines.findIndex((one) => one.includes(start))
      return `${folder}/expected.yaml:${line + 1}:${(lines[line] ?? '').indexOf(start) + start.length + 1}`
    }
    expect(await cases()).toEqual({
      exit: 1,
      out: [
        'FAILED 008-wrong: Norfolk, 145 points give £1,500.00 a year',
        `  ${place('pounds: ')} /lines/short-breaks/pounds: 1500.01 was expected, and 1500.00 came.`,
        `  ${place('agreed-by: ')} /agreed-by: [] was expected, and ["the Short Breaks Team"] came.`,
        '',
        '2 cases: 1 passed, 1 failed.',
        '',
      ].join('\n'),
      err: '',
    })
  })

  it.each([
    ['another table', 'hash: ', 'hash: 0', /expected.yaml:\d+:7 The table is not the one the case was made with/],
    ['a line that does not come', 'lines:\n', 'lines:\n  more: { state: refer }\n', /\/lines\/more: .* nothing came/],
    [
      'a line that is not in the case',
      / {2}short-breaks: .*\n/,
      '  x: { state: refer }\n',
      /says nothing, and \{ pound/,
    ],
    [
      'a funder that pays nothing',
      'council: 1',
      'school: 0.00, council: 1',
      /funders\/school: 0.00 was expected, and not/,
    ],
    ['a funder too few', 'funders: { council: 1500.00 }', 'funders: {}', /council: the case says nothing, and 1500.00/],
    ['a penny', 'settled: 1500.00', 'settled: 1500.01', /settled: 1500.01 was expected/],
    ['a flag too few', 'exactly-170: no, ', '', /flags\/exactly-170: the case says nothing, and no came/],
    ['a score', 'points: 145', 'points: 145.0', /scores\/points: 145.0 was expected, and 145 came/],
    ['a contingency', 'away: 1 ', 'away: 1, contingency: 1.00 ', /contingency: 1.00 was expected, and none came/],
  ])('tells %s', async (_, before, after, told) => {
    const more =
      before === 'hash: ' ? (text: string) => text.replace(/^hash: .{64}$/m, `hash: ${'0'.repeat(64)}`) : null
    put('001-a', '008-norfolk-145-points', more ?? ((text) => text.replace(before, after)))
    const { exit, out } = await cases()
    expect(exit).toBe(1)
    expect(out).toMatch(told)
    expect(out).toMatch(/1 case: 0 passed, 1 failed\.\n$/)
  })

  it.each([
    ['pounds without pence', 'pounds: 1500.00', 'pounds: 1500', /expected.yaml:\d+:\d+ RAS105/],
    ['a key that is none', 'title:', 'titel:', /RAS101/],
    ['a settled line without a figure', 'pounds: 1500.00, ', '', /RAS102 “pounds” is missing/],
    ['a state that is none', 'state: settled', 'state: done', /RAS104/],
    ['a key twice', 'total:', 'hash: x\ntotal:', /RAS004/],
    ['no YAML', 'title:', '{{{', /RAS001/],
    ['an absolute table', /table: .*/, 'table: /etc/hostname', /RAS105/],
    ['a table that is not there', /table: .*/, 'table: ../no.yaml', /expected.yaml:\d+:8 .*there is no such file/],
    ['a table that is a folder', /table: .*/, 'table: ..', /EISDIR/],
    ['a table that does not load', /table: .*/, 'table: expected.yaml', /expected.yaml:\d+:\d+ RAS101/],
    ['nothing', /[\s\S]*/, '', /RAS007/],
  ])('tells a malformed case, and goes on: %s', async (_, before, after, told) => {
    put('001-a', '008-norfolk-145-points', (text) => text.replace(before, after))
    put('002-b')
    const { exit, out } = await cases()
    expect(exit).toBe(1)
    expect(out).toMatch(told)
    expect(out).toMatch(/2 cases: 1 passed, 1 failed\.\n$/)
  })

  it('counts as failed what is incomplete, what has no number, and what has the number of another', async () => {
    put('001-a')
    put('1-twin')
    put('second')
    mkdirSync(shop.at('cases/003-empty'))
    mkdirSync(shop.at('cases/004-folders/expected.yaml'), { recursive: true })
    writeFileSync(`${put('005-no-assessment')}/assessment.yaml`, 'format: ras.assessment/1\ncase: x-1\n')
    mkdirSync(shop.at('cases/notes'))
    writeFileSync(shop.at('cases/README.md'), 'Not a case.')
    const { exit, out } = await cases()
    expect(exit).toBe(1)
    expect(out.match(/^FAILED \S+/gm)).toEqual([
      'FAILED 001-a:',
      'FAILED 1-twin:',
      'FAILED 003-empty',
      'FAILED 004-folders',
      'FAILED 005-no-assessment:',
      'FAILED second:',
    ])
    expect(out).toMatch(/001-a The case 1-twin has the same number/)
    expect(out).toMatch(/003-empty\/expected.yaml cannot be read/)
    expect(out).toMatch(/003-empty\/assessment.yaml cannot be read/)
    expect(out).toMatch(/EISDIR/)
    expect(out).toMatch(/005-no-assessment\/assessment.yaml:1:1 RAS102 “date” is missing/)
    expect(out).toMatch(/second The name of the folder begins with no number/)
    expect(out).toMatch(/6 cases: 0 passed, 6 failed/)
  })

  it('works out only the cases that are asked for', async () => {
    put('001-a', '008-norfolk-145-points', () => '')
    put('010-b')
    expect(await cases('--case', '10')).toMatchObject({ exit: 0, out: '1 case: all passed.\n' })
    expect(await cases('--case', '010', '--case', '1')).toMatchObject({ exit: 1 })
    expect(await cases('--case', '2')).toMatchObject({ exit: 2, err: expect.stringContaining('has no case 2') })
    expect(await cases('--case', 'b')).toMatchObject({ exit: 2, err: expect.stringContaining('“b” is none') })
  })

  it('gives a machine every case, with the place of what is wrong', async () => {
    const folder = put('001-a', '008-norfolk-145-points', (text) => text.replace('settled: 1500.00', 'settled: 1.00'))
    put('002-b')
    const { exit, out } = await cases('--format', 'json')
    expect(exit).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      format: 'ras.cases/1',
      cases: 2,
      passed: 1,
      failed: 1,
      results: [
        {
          name: '001-a',
          passed: false,
          wrong: [
            {
              file: `${folder}/expected.yaml`,
              line: 12,
              at: '/streams/social-care/settled',
              code: null,
              expected: '1.00',
              came: '1500.00',
            },
          ],
        },
        { name: '002-b', passed: true, wrong: [] },
      ],
    })
  })

  it('gives JUnit’s XML a test for each case', async () => {
    const folder = put('001-a', '008-norfolk-145-points', (text) =>
      text.replace(/^title: .*$/m, 'title: "<&> \\u0007\\n"').replace('settled: 1500.00', 'settled: 1.00'),
    )
    put('002-b')
    const { exit, out } = await cases('--format', 'junit')
    expect(exit).toBe(1)
    expect(XMLValidator.validate(out)).toBe(true)
    const { testsuites } = new XMLParser({ ignoreAttributes: false }).parse(out)
    expect(testsuites).toMatchObject({ '@_tests': '2', '@_failures': '1' })
    const [first, second] = testsuites.testsuite.testcase
    expect(first['@_name']).toBe('001-a: <&> �')
    expect(first.failure['@_message']).toBe(
      `${folder}/expected.yaml:12:27 /streams/social-care/settled: 1.00 was expected, and 1500.00 came.`,
    )
    expect(second).toMatchObject({ '@_name': '002-b: Norfolk, 145 points give £1,500.00 a year' })
    expect(second.failure).toBeUndefined()
  })

  it('refuses a folder without cases, and one that is not there', async () => {
    expect(await shop.ras('cases', shop.at('nowhere'))).toMatchObject({ exit: 2, out: '' })
    mkdirSync(shop.at('empty'))
    expect(await shop.ras('cases', shop.at('empty'))).toMatchObject({ exit: 2, out: '' })
    expect(await shop.ras('cases', CASES, '--count', '3')).toMatchObject({ exit: 2, out: '' })
  })

  it('is not led astray by links in circles', async () => {
    put('001-a')
    symlinkSync('002-circle', shop.at('cases/002-circle'))
    symlinkSync('gone', shop.at('cases/003-gone'))
    writeFileSync(shop.at('cases/004-notes.txt'), 'Not a case.')
    const { exit, out } = await cases()
    expect(exit).toBe(1)
    expect(out.match(/^FAILED \S+/gm)).toEqual(['FAILED 002-circle', 'FAILED 003-gone'])
  })
})

describe('ras cases --write', () => {
  const write = (...more: string[]) => shop.ras('cases', shop.at('cases'), '--write', '--table', NORFOLK, ...more)

  it('makes cases that pass, the same for the same seed', async () => {
    expect((await write('--count', '12')).exit).toBe(0)
    expect(readdirSync(shop.at('cases'))).toHaveLength(12)
    expect(await cases()).toMatchObject({ exit: 0, out: '12 cases: all passed.\n' })
    const first = shop.read('cases/007-synthetic/expected.yaml')
    expect(first).toMatch(/^# Worked out by send-ras \d+\.\d+\.\d+, not by hand\.\n/)
    expect(shop.read('cases/007-synthetic/assessment.yaml')).toMatch(/^# Invented: no child is in this case\.\n/)
    await shop.ras('cases', shop.at('again'), '--write', '--table', NORFOLK, '--count', '12', '--seed', '1')
    expect(shop.read('again/007-synthetic/expected.yaml')).toBe(first)
    await shop.ras('cases', shop.at('other'), '--write', '--table', NORFOLK, '--count', '12', '--seed', '2')
    expect(shop.read('other/007-synthetic/expected.yaml')).not.toBe(first)
  })

  it('writes nothing where anything is', async () => {
    mkdirSync(shop.at('cases'))
    expect((await write('--count', '1')).exit).toBe(0)
    const before = shop.read('cases/001-synthetic/expected.yaml')
    expect(await write('--count', '2', '--seed', '9')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('is not empty'),
    })
    expect(shop.read('cases/001-synthetic/expected.yaml')).toBe(before)
    expect(readdirSync(shop.at('cases'))).toEqual(['001-synthetic'])
    writeFileSync(shop.at('hidden'), '')
    expect(await shop.ras('cases', shop.at('hidden'), '--write', '--table', NORFOLK, '--count', '1')).toMatchObject({
      exit: 2,
    })
  })

  it.each([
    ['no table', ['--count', '1']],
    ['no count', ['--table', NORFOLK]],
    ['none', ['--table', NORFOLK, '--count', '0']],
    ['too many', ['--table', NORFOLK, '--count', '100001']],
    ['a part of one', ['--table', NORFOLK, '--count', '1.5']],
    ['standard input', ['--table', '-', '--count', '1']],
    ['a case', ['--table', NORFOLK, '--count', '1', '--case', '1']],
  ])('is refused before anything is made: %s', async (_, more) => {
    expect(await shop.ras('cases', shop.at('cases'), '--write', ...more)).toMatchObject({ exit: 2, out: '' })
    expect(existsSync(shop.at('cases'))).toBe(false)
  })

  it('tells a table that does not load', async () => {
    const faulty = path.resolve('fixtures/faults/table-with-five-faults.yaml')
    const { exit, out } = await shop.ras('cases', shop.at('cases'), '--write', '--table', faulty, '--count', '1')
    expect(exit).toBe(1)
    expect(out).toMatch(/5 errors/)
    expect(existsSync(shop.at('cases'))).toBe(false)
  })
})

describe('what a case expects', () => {
  const way = '../table.yaml'

  law('is what the budget is, when it is written from the budget', ({ budget }) => {
    const read = readExpected(asExpected(budget, 'A case', way), 'expected.yaml')
    expect(read.success ? differences(read.data, budget) : read.findings).toEqual([])
  })

  law('with one entry changed, differs there and nowhere else', ({ budget, number }) => {
    const { tree } = readSource(asExpected(budget, 'A case', way), 'expected.yaml')
    const all = leaves(tree, []).filter(({ at }) => at !== '/title' && at !== '/table')
    const { at, value } = all[number % all.length] ?? { at: '', value: '' }
    // What a line provides is a quantity, and no state.
    const changed = at.endsWith('/provides') && value === 'refer' ? '4.5 hours a week' : another(value)
    const text = JSON.stringify(tree, (_, inner: unknown) => inner)
    const spoiled = JSON.stringify(withOther(JSON.parse(text), at, changed))
    const read = readExpected(spoiled, 'expected.yaml')
    if (!read.success) throw new Error(JSON.stringify([at, value, changed, read.findings]))
    const found = differences(read.data, budget)
    const inList = /^(.*\/agreed-by)\/\d+$/.exec(at)?.[1]
    expect(found.map((one) => one.at)).toEqual([inList ?? at])
  })

  law('never passes with an entry left out that must be there', ({ budget, number }) => {
    const { tree } = readSource(asExpected(budget, 'A case', way), 'expected.yaml')
    const needed = leaves(tree, []).filter(({ at }) =>
      /^\/(flags\/.*|(streams\/[^/]+|total)\/.*|lines\/[^/]+\/(state|pounds|settings\/.*))$/.test(at),
    )
    const { at } = needed[number % needed.length] ?? { at: '/total/settled' }
    const read = readExpected(JSON.stringify(withOther(tree, at, undefined)), 'expected.yaml')
    expect(read.success ? differences(read.data, budget) : read.findings).toHaveLength(1)
  })

  property(
    'is read or told, whatever the text is',
    fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.json()),
    (text) => {
      const read = readExpected(text, 'expected.yaml')
      expect(read.success || read.findings.length > 0).toBe(true)
    },
  )
})

describe('YAML that is written', () => {
  const key = fc.string({ unit: 'binary', minLength: 1 }).filter((name) => name !== '__proto__')
  const tree = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.string({ unit: 'binary' }),
      fc.constantFrom('yes', 'null', '~', '- a', '# b', 'a: b', 'x #y', '1.50', '2026-05-12', '../a b/c.yaml', '....'),
      fc.array(tie('value'), { maxLength: 3 }),
      tie('mapping'),
    ),
    mapping: fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  }))

  property('reads back as it was', tree.mapping, (made) => {
    const text = asYaml(JSON.parse(JSON.stringify({ made })))
    expect(asWritten(text)).toEqual({ made: JSON.parse(JSON.stringify(made)) })
  })
})

describe('the JSON Schema of expected.yaml', () => {
  const schema = expectedSchema()
  const check = new Ajv({ strict: false, allErrors: true }).compile(schema)

  it('is the one in schemas/; if not, run npx tsx scripts/write-schemas.ts', () => {
    expect(readFileSync('schemas/expected.schema.json', 'utf8')).toBe(`${JSON.stringify(schema, null, 2)}\n`)
  })

  it('accepts every golden case, read as an editor reads it', () => {
    const wrong = readdirSync(CASES).filter(
      (name) => !check(asAnEditor(readFileSync(`${CASES}/${name}/expected.yaml`, 'utf8'))),
    )
    expect(wrong).toEqual([])
  })

  it('says what every key is for', () => {
    expect(properties(schema).filter(({ of }) => typeof of.description !== 'string')).toEqual([])
  })
})

describe('docs/cases.md', () => {
  const page = readFileSync('docs/cases.md', 'utf8')
  const rows = (heading: string) =>
    (page.split(`| ${heading} |`)[1] ?? '')
      .split('\n\n')[0]
      ?.split('\n')
      .slice(2)
      .map((row) => row.split('|').map((cell) => cell.trim().replaceAll('`', ''))) ?? []

  it('lists every key that the code accepts, and whether it must be there', () => {
    const listed = rows('Key').map(([, key, must]) => [key, must === 'yes'])
    expect(listed.sort()).toEqual(keysOf(expectedSchema(), '', true).sort())
  })

  it('lists every state', () => {
    const { lines } = Object(expectedSchema().properties)
    expect(rows('State').map(([, state]) => state)).toEqual(lines.additionalProperties.properties.state.enum)
  })

  it('has no line above 120 characters, beside tables and what the code prints', () => {
    expect(wideLines(page)).toEqual([])
  })

  const python = fences(page).find(({ language }) => language === 'python')?.text ?? ''
  const runs = spawnSync('python3', ['-c', 'import yaml']).status === 0
  // In CI a runner that cannot be tried fails, and is not passed over.
  const tried = runs || process.env.CI === 'true'

  it.runIf(tried)(
    'has a runner in another language, which agrees on every case of Norfolk and fails a wrong one',
    () => {
      shop.write('runner.py', python)
      const run = (...args: string[]) => spawnSync('python3', [shop.at('runner.py'), ...args], { encoding: 'utf8' })
      expect(run(CASES, '0*-norfolk-*')).toMatchObject({ status: 0, stdout: 'failed: 0\n', stderr: '' })
      expect(readdirSync(CASES).filter((name) => /^0.*-norfolk-/.test(name))).toHaveLength(19)
      expect(run('fixtures/case-that-fails', '*').stdout).toMatch(/^FAILED 008-norfolk-145-points .*\nfailed: 1\n$/)
    },
  )

  it.runIf(tried)(
    'has a runner that agrees on invented cases, with everything in them that a case can say',
    async () => {
      shop.write('runner.py', python)
      await shop.ras('cases', shop.at('made'), '--write', '--table', NORFOLK, '--count', '300')
      const { stdout } = spawnSync('python3', [shop.at('runner.py'), shop.at('made'), '*'], { encoding: 'utf8' })
      expect(stdout).toBe('failed: 0\n')
    },
  )
})

/** Every key of a schema as the page names it, and whether it must be there when the one above it is. */
function keysOf(schema: unknown, at: string, must: boolean): [string, boolean][] {
  const { properties: named, required = [], additionalProperties: any } = Object(schema)
  const way = (key: string) => (at === '' ? key : `${at}/${key}`)
  if (named) return Object.entries(named).flatMap(([key, inner]) => keysOf(inner, way(key), required.includes(key)))
  return any ? keysOf(any, way('NAME'), must) : [[at, must]]
}

interface Leaf {
  readonly at: string
  readonly value: string
}

/** Every text of a tree with the way to it. */
function leaves(tree: unknown, path: readonly string[]): Leaf[] {
  if (typeof tree === 'string') return [{ at: pointer(path), value: tree }]
  return Object.entries(tree ?? {}).flatMap(([key, inner]) => leaves(inner, [...path, key]))
}

/** Another value of the same kind. */
function another(value: string): string {
  const others: Readonly<Record<string, string>> = { yes: 'no', no: 'yes', unknown: 'yes', none: '0.01' }
  const states: Readonly<Record<string, string>> = {
    settled: 'waiting',
    waiting: 'refused',
    refused: 'refer',
    'by-setting': 'waiting',
  }
  if (/^[0-9a-f]{64}$/.test(value)) return '0'.repeat(64)
  if (/^\d+\.\d\d$/.test(value)) return value === '0.00' ? '0.01' : '0.00'
  if (/^\d+(\.\d+)?$/.test(value)) return value === '1' ? '2' : '1'
  if (/^\d+(\.\d+)? (hours|units)/.test(value)) return `9${value}`
  if (/^(waiting|refused) \d/.test(value)) return `${value.slice(0, -4)}9${value.slice(-3)}`
  return others[value] ?? states[value] ?? (/^(refer|provides)$/.test(value) ? 'waiting' : `${value} too`)
}

function withOther(tree: unknown, at: string, other: string | undefined): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(tree))
  const keys = at
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  const last = keys.pop() ?? ''
  const parent = keys.reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), copy)
  if (other === undefined) Reflect.deleteProperty(Object(parent), last)
  else Reflect.set(Object(parent), last, other)
  return copy
}
