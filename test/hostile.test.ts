import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import {
  type AllocationTable,
  type Located,
  loadTable,
  safeAllocate,
  safeLoadTable,
  safeReadAssessment,
  tableFromJson,
} from '../src/index.js'
import { arbitraryGarbage } from './support/arbitrary/garbage.js'
import { wrongWords } from './support/faults.js'
import { accidents, arbitraryText, disturbed, nonsense, plainAssessment } from './support/hostile.js'
import type { Tree } from './support/oracle/tree.js'

const numRuns = Number(process.env.RAS_RUNS ?? 1000)
const MEBIBYTE = 1024 * 1024

const files = [
  'tables/norfolk/short-breaks-primary.yaml',
  'tables/herefordshire/high-needs-matrix.yaml',
  'tables/westmarch/children-2026-27.yaml',
  'fixtures/faults/table-for-assessments.yaml',
]
const texts = files.map((file) => readFileSync(file, 'utf8'))
const tables = texts.map((text) => loadTable(text))
const assessments = ['norfolk-145', 'herefordshire-52', 'westmarch-primary'].map((name) =>
  readFileSync(`fixtures/assessments/${name}.yaml`, 'utf8'),
)
const anyTable = fc.constantFrom(...tables)

const untouched = [Object.prototype, Array.prototype, Function.prototype, String.prototype].map(
  (one) => [one, Reflect.ownKeys(one).length] as const,
)

afterAll(() => {
  for (const [prototype, keys] of untouched) expect(Reflect.ownKeys(prototype)).toHaveLength(keys)
  expect({}).not.toHaveProperty('polluted')
})

/** Findings that a person can use: at least one, in words, and within the text when there is one. */
function expectFindings(findings: readonly Located[], text: string | undefined): void {
  expect(findings.length).toBeGreaterThan(0)
  const lines = text?.split(/\r\n|\r|\n/).length ?? 0
  for (const found of findings.slice(0, 50)) {
    expect(wrongWords(found, text ?? 'NaN Infinity null')).toEqual([])
    if (text === undefined) expect([found.line, found.column]).toEqual([0, 0])
    else {
      expect(found.line).toBeGreaterThanOrEqual(1)
      expect(found.column).toBeGreaterThanOrEqual(1)
      expect(found.line).toBeLessThanOrEqual(lines)
    }
  }
}

/** A table that was admitted must be able to give a budget: the least and the most there is to answer. */
function expectBudgets(table: AllocationTable): void {
  for (const which of ['first', 'last'] as const) {
    const result = safeAllocate(plainAssessment(table, which), table)
    expect(
      result.success ? [] : result.error.findings.filter(({ code }) => code !== 'RAS629' && code !== 'RAS627'),
    ).toEqual([])
    if (!result.success) continue
    for (const { amount, outcomes, funders } of result.data.lines) {
      if (!('pence' in amount) || amount.pence === null) continue
      expect(Number.isSafeInteger(amount.pence) && amount.pence >= 0).toBe(true)
      for (const shares of [outcomes, funders])
        expect(shares.reduce((sum, { pence }) => sum + pence, 0)).toBe(amount.pence)
    }
    expect(JSON.parse(JSON.stringify(result.data))).toEqual(result.data)
  }
}

function expectTable(text: string): void {
  const result = safeLoadTable(text)
  if (result.success) {
    for (const warning of result.warnings) expect(wrongWords(warning, text)).toEqual([])
    expectBudgets(result.data)
  } else expectFindings([...result.error.findings, ...result.warnings], text)
}

function expectAssessment(input: unknown, table: AllocationTable): void {
  const result = safeReadAssessment(input, table)
  if (result.success) expect(safeAllocate(result.data, table).success).toBe(true)
  else expectFindings(result.error.findings, typeof input === 'string' ? input : undefined)
}

function expectFromJson(json: unknown): void {
  try {
    expectBudgets(tableFromJson(json))
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'TableError') throw error
    expect(error).toHaveProperty('code', 'RAS_TABLE')
    const { findings } = error as Error & { readonly findings: readonly Located[] }
    expectFindings(findings, undefined)
  }
}

describe('any text is a table, an assessment, or findings', () => {
  it('any text at all', () => {
    fc.assert(
      fc.property(arbitraryText, anyTable, (text, table) => {
        expectTable(text)
        expectAssessment(text, table)
      }),
      { numRuns },
    )
  })

  it.each(files.map((file, i) => [file, texts[i] ?? ''] as const))('%s after accidents', (_, text) => {
    fc.assert(fc.property(accidents(text), expectTable), { numRuns: Math.ceil(numRuns / 4) })
  })

  it('assessments after accidents', () => {
    const cases = assessments.map((text, i) =>
      accidents(text).map((hurt) => [hurt, tables[i] as AllocationTable] as const),
    )
    fc.assert(
      fc.property(fc.oneof(...cases), ([text, table]) => expectAssessment(text, table)),
      { numRuns },
    )
  })

  it.each(files.map((file, i) => [file, texts[i] ?? ''] as const))('%s with parts of another kind', (_, text) => {
    const tree = parseDocument(text, { schema: 'failsafe' }).toJS() as Tree
    fc.assert(
      fc.property(fc.oneof(disturbed(tree), nonsense(tree)), (hurt) => {
        expectTable(JSON.stringify(hurt))
        expectFromJson(hurt)
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    )
  })

  it('a fact without its kind, whose values are no list', () => {
    for (const values of ["''", 'none', '{ a: b }', '3']) {
      const text = texts[2]?.replace(/^ {2}setting: .*$/m, `  setting: { one-of: ${values} }`)
      const result = safeLoadTable(text ?? '')
      expect(result.success ? [] : result.error.findings.map(({ at }) => at)).toContain('/facts/setting')
    }
  })

  it('a table that was not text', () => {
    for (const input of [undefined, null, 0, {}, [], Symbol('x'), () => '']) {
      const result = safeLoadTable(input as unknown as string)
      expectFindings(result.success ? [] : result.error.findings, undefined)
    }
  })
})

describe('any data is an assessment or findings', () => {
  it('anything at all', () => {
    fc.assert(
      fc.property(arbitraryGarbage, anyTable, (input, table) => {
        const result = safeAllocate(input, table)
        if (!result.success) expectFindings(result.error.findings, undefined)
        if (typeof input !== 'string') expectAssessment(input, table)
      }),
      { numRuns },
    )
  })

  it('lists with holes', () => {
    for (const part of ['outcomes', 'participants']) {
      const [table] = tables
      if (!table) throw new Error('There is no table')
      const result = safeAllocate({ ...plainAssessment(table, 'first'), [part]: new Array(2) }, table)
      expect(result.success ? [] : result.error.findings.map(({ code }) => code)).toContain('RAS102')
    }
  })

  it('a sound assessment with parts of another kind', () => {
    const part = fc.oneof(
      arbitraryGarbage,
      fc.constantFrom<unknown>(
        Symbol('x'),
        () => 1,
        10n,
        new Date(0),
        /x/,
        Object.create(null),
        { toString: 1, valueOf: 1 },
        { valueOf: null },
      ),
    )
    const broken = fc.constantFrom(...tables).chain((table) => {
      const sound = JSON.parse(JSON.stringify(plainAssessment(table, 'first'))) as Readonly<Record<string, unknown>>
      const keys = [...Object.keys(sound), 'participants', 'outcomes', 'exceptional', 'format']
      const nested = Object.entries(sound).flatMap(([key, value]) =>
        typeof value === 'object' && value !== null ? Object.keys(value).map((inner) => [key, inner] as const) : [],
      )
      const outer = fc.tuple(fc.constantFrom(...keys), part).map(([key, value]) => ({ ...sound, [key]: value }))
      const within = fc
        .tuple(
          fc.constantFrom(...nested),
          part,
          fc.constantFrom(null, 'points', 'level', 'state', 'reason', 'evidence'),
        )
        .map(([[key, inner], value, wrap]) => ({
          ...sound,
          [key]: { ...(sound[key] as object), [inner]: wrap === null ? value : { [wrap]: value } },
        }))
      const asked = fc
        .tuple(fc.constantFrom('asked', 'because'), part)
        .map(([key, value]) => ({ ...sound, exceptional: { [key]: value } }))
      return fc
        .oneof({ weight: 4, arbitrary: within }, { weight: 2, arbitrary: outer }, asked)
        .map((input) => ({ input, table }))
    })
    fc.assert(
      fc.property(broken, ({ input, table }) => {
        const result = safeAllocate(input, table)
        if (!result.success) expectFindings(result.error.findings, undefined)
        expectAssessment(input, table)
      }),
      { numRuns },
    )
  })

  it('negative zero is zero', () => {
    const [table] = tables
    if (!table) throw new Error('no table')
    const result = safeAllocate({ ...plainAssessment(table, 'first'), scores: { points: -0 } }, table)
    expect(result.success ? result.data.needs.scores : null).toEqual({ points: 0 })
    expect(result.success ? result.data.scores[0]?.points : null).toBe(0)
  })

  it('data inside itself', () => {
    const [table] = tables
    if (!table) throw new Error('no table')
    const input: Record<string, unknown> = { case: 'a-1', date: '2026-05-01' }
    for (const key of ['facts', 'answers', 'scores', 'outcomes', 'participants', 'exceptional']) input[key] = input
    expectAssessment(input, table)
  })

  it('is not changed, and what comes out shares nothing with it that could change', () => {
    const [table] = tables
    if (!table) throw new Error('no table')
    const input = plainAssessment(table, 'first')
    const before = JSON.stringify(input)
    const result = safeAllocate(input, table)
    expect(JSON.stringify(input)).toBe(before)
    const said = JSON.stringify(result)
    Object.assign(input.facts ?? {}, { age: 25 })
    Object.assign(input.scores ?? {}, { points: 1 })
    expect(JSON.stringify(result)).toBe(said)
  })
})

describe('any JSON is a table or findings', () => {
  it('anything at all', () => {
    fc.assert(fc.property(arbitraryGarbage, expectFromJson), { numRuns })
  })

  it('keys that reach for the prototype are refused where they stand', () => {
    const json: unknown = JSON.parse(JSON.stringify(tables[0]).replace('"age":', '"__proto__":'))
    expect(() => tableFromJson(json)).toThrow(/__proto__/)
    try {
      tableFromJson(json)
    } catch (error) {
      expect(error).toMatchObject({ findings: [{ code: 'RAS008', at: '/facts/__proto__' }] })
    }
  })

  it('data inside itself, and the same data in many places', () => {
    const cyclic: Record<string, unknown> = {}
    cyclic.lines = cyclic
    expectFromJson(cyclic)
    let shared: unknown = 'x'
    for (let i = 0; i < 35; i++) shared = [shared, shared]
    expectFromJson({ lines: shared })
  })
})

describe('a mebibyte of anything is refused or read', () => {
  const pieces = [
    ...[
      '[',
      '{',
      ']',
      '}',
      ',',
      '"',
      "'",
      ':',
      '#',
      '%',
      '|\n',
      '> ',
      'x',
      ' ',
      '\t',
      '\n',
      '\r',
      '\r\n',
      '\u0000',
      '\ud800',
      'é',
    ],
    ...[
      '- ',
      '-\t',
      '-\n',
      '? ',
      '?\t',
      ': ',
      ':\t',
      '- - ',
      '? - ',
      '- ? ',
      '[a: ',
      '{a: ',
      '[{',
      '[?',
      '[:',
      '"\\',
      '- [',
      '[[]',
    ],
    ...[
      '&a ',
      '*a ',
      '!a ',
      '!<',
      '- &a - ',
      '- !a - ',
      '<<: ',
      'a: ',
      'a:\n',
      '- a: ',
      'a: - ',
      '? a\n',
      '---\n',
      '...\n',
    ],
    ...['[ #]\n', '[ "]",', "[ ']',", '{ #}\n a: ', '[ a]b, ', '#a\n', '"a": ', '{"a":'],
  ]

  it.each(pieces.map((said) => [JSON.stringify(said), said] as const))('%s', (_, said) => {
    const text = said.repeat(Math.floor(MEBIBYTE / new TextEncoder().encode(said).length))
    expectTable(text)
    expectAssessment(text, tables[0] as AllocationTable)
  })

  const numbered = (line: (i: number) => string, most: number) => {
    const all: string[] = []
    for (let i = 0, size = 0; size < most - 8192; i++) {
      const one = line(i)
      size += one.length
      all.push(one)
    }
    return all.join('')
  }
  const sound = texts[0] ?? ''
  const circumstances = [...'abcdefghijklmn']
  const small = readFileSync('fixtures/faults/RAS502-unused.yaml', 'utf8')
  const questions = readFileSync('fixtures/faults/RAS606-not-counted.yaml', 'utf8')
  const withMany: Readonly<Record<string, (many: (line: (i: number) => string) => string) => string>> = {
    'keys that mean nothing': (many) => `${small}${many((i) => `zz${i}: 1\n`)}`,
    'the same key': (many) => `${small}${many(() => 'advice: x\n')}`,
    'outcomes, in each of them the same fault': (many) =>
      small.replace('outcomes:\n', () => `outcomes:\n${many((i) => `  o${i}: ""\n`)}`),
    'sources nothing points at': (many) =>
      small.replace('sources:\n', () => `sources:\n${many((i) => `  s${i}: { title: S }\n`)}`),
    questions: (many) =>
      questions.replace(
        '      sleep:\n',
        () => `${many((i) => `      q${i}: { text: Q, levels: [a: 0] }\n`)}      sleep:\n`,
      ),
    'scores made of the next': (many) =>
      questions.replace('scores:\n', () => `scores:\n${many((i) => `  s${i}: { sum: [s${i + 1}] }\n`)}`),
    'scores made of the last': (many) =>
      questions.replace(
        'scores:\n',
        () => `scores:\n${many((i) => `  s${i}: { sum: [${i === 0 ? 'daily' : `s${i - 1}`}] }\n`)}`,
      ),
    'scores that shrink': (many) =>
      questions.replace(
        'scores:\n',
        () => `scores:\n${many((i) => `  s${i}: { sum: [${i === 0 ? 'daily' : `s${i - 1}`}], times: 0.000001 }\n`)}`,
      ),
    'scores of nothing known': (many) =>
      questions.replace('scores:\n', () => `scores:\n${many((i) => `  s${i}: { sum: [zzz${i}] }\n`)}`),
    rows: (many) => sound.replace('rows: [', () => `rows: [${many((i) => `{ from: ${i % 900000}, give: 1 },\n`)}`),
    flags: (many) =>
      `${small}flags:\n${many((i) => `  f${i}: { agreed-by: a, when: { near-next-row: short-breaks, within: 1 } }\n`)}`,
    'flags over the same circumstances': (many) =>
      `${small}facts:\n${circumstances.map((id) => `  ${id}: { is: circumstance, means: M }\n`).join('')}flags:\n${many((i) => `  f${i}: { agreed-by: a, when: { all: [${circumstances.map((id) => `{ circumstance: ${id} }`).join(', ')}, { not: { circumstance: a } }] } }\n`)}  z: { agreed-by: a, when: { any: [{ circumstance: a }, { not: { circumstance: a } }] } }\n`,
    'flags that count the same group': (many) =>
      `${questions}flags:\n${many((i) => `  f${i}: { say: a, to: b, next: c, when: { count-of: [none], among: [${'daily, '.repeat(400)}], at-least: 1 } }\n`)}`,
    'lines with four faults': (many) =>
      small.replace(
        'lines:\n',
        () =>
          `lines:\n${many((i) => `  l${i}: { title: T, stream: x, outcome: x, source: x, paid-by: { all: x }, price: { pounds: 1, a: year } }\n`)}`,
      ),
    changes: (many) => `${small}    changes:\n${many((i) => `      - { name: c${i}, times: 1.01, why: W }\n`)}`,
  }
  const sizes = [16, 96, 1024].flatMap((kib) =>
    Object.entries(withMany).map(([name, made]) => [kib, name, made] as const),
  )
  it.each(sizes)('%i KiB of a table of %s', (kib, _, made) => {
    expectTable(made((line) => numbered(line, kib * 1024)))
  })

  it('an assessment of answers to questions that nobody asked', () => {
    for (const kib of [16, 96, 1024])
      expectAssessment(
        `case: a-1\nanswers:\n${numbered((i) => `  zz${i}: x\n`, kib * 1024)}`,
        tables[2] as AllocationTable,
      )
    expectAssessment(
      { answers: Object.fromEntries(Array.from({ length: 200_000 }, (_, i) => [`zz${i}`, 'x'])) },
      tables[2] as AllocationTable,
    )
  })
})
