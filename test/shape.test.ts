import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseDocument, stringify } from 'yaml'
import { type AllocationTable, allocate, type Located, loadTable, safeLoadTable, tableFromJson } from '../src/index.js'
import type { TableTree } from './support/arbitrary/known.js'
import { shuffled } from './support/arbitrary/text.js'
import { read } from './support/faults.js'
import { plainAssessment } from './support/hostile.js'

const tables = ['norfolk/short-breaks-primary', 'herefordshire/high-needs-matrix', 'westmarch/children-2026-27'].map(
  (name) => [name, readFileSync(`tables/${name}.yaml`, 'utf8')] as const,
)

function findings(text: string): readonly Located[] {
  const result = safeLoadTable(text, { file: 'a.yaml' })
  return result.success ? result.warnings : [...result.error.findings, ...result.warnings]
}

function hash(table: AllocationTable): string {
  return allocate(plainAssessment(table, 'first'), table).tables[0]?.hash ?? ''
}

function bytes(table: AllocationTable): string[] {
  return (['first', 'last'] as const).map((which) => JSON.stringify(allocate(plainAssessment(table, which), table)))
}

describe('one slip does not hide the next', () => {
  it('faults of the shape and of the meaning are told together, sorted by where they stand', () => {
    const text = read('table-with-five-faults.yaml')
    const listed = [...text.matchAll(/^# (\d+:\d+) /gm)].map(([, place]) => place)
    expect(listed).toHaveLength(5)
    expect(findings(text).map(({ line, column }) => `${line}:${column}`)).toEqual(listed)
    expect(findings(text).map(({ code }) => code)).toEqual(['RAS101', 'RAS102', 'RAS105', 'RAS201', 'RAS109'])
  })

  it.each([
    ['a quote and words of other forms', '{ quote: residential, rows: many, gives: [pounds], for: yes }'],
    ['nothing that tells the forms apart', '{ rows: many, gives: [pounds], for: yes }'],
    ['two forms', '{ pounds: x, look-up: [y], rows: { a: b } }'],
  ])('a price with %s does not hide a source that is not there', (_, price) => {
    const text = read('RAS109-source.yaml').replace('{ pounds: 1200.00, a: year }', price)
    expect(findings(text).map(({ code }) => code)).toContain('RAS109')
    expect(findings(text).length).toBeGreaterThan(1)
  })

  it('a condition with words of other places does not hide a source that is not there', () => {
    for (const when of [
      '{ quote: x, from: y }',
      '{ judged-band: x, all: y }',
      '{ quote: x, is: { a: b }, among: z }',
    ]) {
      const text = read('RAS109-source.yaml').replace('    changes:', () => `    when: ${when}\n    changes:`)
      expect(findings(text).map(({ code }) => code)).toContain('RAS109')
    }
  })
})

describe('what is written is what counts', () => {
  it.each(tables)('%s: comments, blank lines, line ends and a byte order mark do not change the hash', (_, text) => {
    const expected = hash(loadTable(text))
    expect(hash(loadTable(`# a comment\n\n${text}\n# another\n`))).toBe(expected)
    expect(hash(loadTable(text.replaceAll('\n', '\r\n')))).toBe(expected)
    expect(hash(loadTable(`\ufeff${text}`))).toBe(expected)
    expect(hash(loadTable(text.replace(/^title: (.*)$/m, 'title: "$1" # said'))), 'quotes').toBe(expected)
  })

  it.each(tables)('%s: the order of keys changes neither the hash nor a byte of a budget', (_, text) => {
    const tree = parseDocument(text, { schema: 'failsafe' }).toJS() as TableTree
    const expected = loadTable(text)
    for (const seed of [1, 2, 3]) {
      const table = loadTable(stringify(shuffled(tree, seed), { schema: 'failsafe', aliasDuplicateObjects: false }))
      expect(hash(table)).toBe(hash(expected))
      expect(bytes(table)).toEqual(bytes(expected))
    }
  })

  it('one digit, one word and one trailing zero do', () => {
    const text = tables[0]?.[1] ?? ''
    const all = [
      text,
      text.replace('give: 500.00', 'give: 501.00'),
      text.replace('give: 500.00', 'give: 500'),
      text.replace('band: small', 'band: Small'),
    ]
    expect(new Set(all.map((one) => hash(loadTable(one)))).size).toBe(all.length)
  })

  it('spaces inside quotation marks are part of what was written', () => {
    const text = tables[0]?.[1] ?? ''
    const spaced = text.replace(/^title: (.*)$/m, 'title: "  $1  "')
    expect(hash(loadTable(spaced))).not.toBe(hash(loadTable(text)))
  })
})

describe('a table', () => {
  it.each(tables)('%s is frozen all the way down', (_, text) => {
    const open: unknown[] = [loadTable(text)]
    let seen = 0
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (typeof next !== 'object' || next === null) continue
      seen++
      expect(Object.isFrozen(next)).toBe(true)
      open.push(...Object.values(next))
    }
    expect(seen).toBeGreaterThan(10)
  })

  it.each(tables)('%s crosses as JSON without changing its hash or a byte of a budget', (_, text) => {
    const table = loadTable(text)
    const json: unknown = JSON.parse(JSON.stringify(table))
    const crossed = tableFromJson(json)
    expect(crossed).toEqual(table)
    expect(hash(crossed)).toBe(hash(table))
    expect(bytes(crossed)).toEqual(bytes(table))
    expect(Object.isFrozen(json), 'what it was made from is left as it was').toBe(false)
    expect(JSON.stringify(tableFromJson(crossed))).toBe(JSON.stringify(table))
  })

  it('a key that is there with nothing in it is a key that is left out', () => {
    const table = loadTable(tables[0]?.[1] ?? '')
    expect(hash(tableFromJson({ ...table, 'co-production': undefined }))).toBe(hash(table))
  })

  it('what loads as text loads as JSON, however deep its conditions are', () => {
    const base = read('RAS605-gate.yaml').replace('    gate: safeguarding\n', '')
    const loads = (levels: number) => {
      const when = `${'{ all: ['.repeat(levels)}{ circumstance: safeguarding }${'] }'.repeat(levels)}`
      return safeLoadTable(`${base}flags:\n  deep: { say: a, to: b, next: c, when: ${when} }\n`)
    }
    for (let levels = 1; levels < 30; levels++) {
      const result = loads(levels)
      if (result.success) expect(() => tableFromJson(JSON.parse(JSON.stringify(result.data)))).not.toThrow()
      else expect(result.error.findings.map(({ code }) => code)).toEqual(['RAS005'])
    }
    expect(loads(10).success).toBe(true)
    expect(loads(29).success).toBe(false)
  })

  it('that was not loaded here is refused by name', () => {
    const table = loadTable(tables[0]?.[1] ?? '')
    for (const other of [JSON.parse(JSON.stringify(table)), { ...table }, null, undefined, 'norfolk'])
      expect(() => allocate(plainAssessment(table, 'first'), other as AllocationTable)).toThrow(TypeError)
  })
})

describe('an error', () => {
  it('of data names the place, since there is no line to name', () => {
    const table = JSON.parse(JSON.stringify(loadTable(tables[0]?.[1] ?? ''))) as Record<string, unknown>
    expect(() => tableFromJson({ ...table, rounding: 'up' })).toThrow(/\/rounding RAS104/)
    expect(() => tableFromJson({ ...table, rounding: 'up' })).not.toThrow(/:0:0/)
  })

  it('is told by name, code and findings, in each of which everything is said', () => {
    try {
      loadTable(read('table-with-five-faults.yaml'), { file: 'five.yaml' })
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(Error)
      const {
        name,
        code,
        findings: found,
      } = error as Error & { readonly code: string; readonly findings: readonly Located[] }
      expect([name, code]).toEqual(['TableError', 'RAS_TABLE'])
      for (const one of found)
        expect(one).toMatchObject({
          code: expect.stringMatching(/^RAS\d{3}$/),
          at: expect.stringMatching(/^\//),
          on: expect.stringMatching(/^(key|value)$/),
          severity: 'error',
          file: 'five.yaml',
          line: expect.any(Number),
          column: expect.any(Number),
          message: expect.any(String),
          mend: expect.any(String),
        })
    }
  })
})

describe('money goes to every outcome and nowhere else', () => {
  const table = (scores: string, questions = '') =>
    `${read('RAS606-not-counted.yaml')
      .replace('  points: { sum: [eating], times: 2 }\n', () => scores)
      .replace('scores:\n', () => `${questions}scores:\n`)
      .replace('    outcome: breaks\n    source:', '    source:')
      .replace('      refer-to: the short breaks panel\n', '')
      .replace('        - { from: 30, give: refer }\n', '')
      .replace('give: 0.00', 'give: 333.33')}`

  it.each([
    [
      'points brought from another form beside answers',
      '  points: { sum: [daily, other] }\n  other: { brought: another form, at-most: 50 }\n',
      '',
    ],
    [
      'a group that asks nothing',
      '  points: { sum: [daily, empty] }\n',
      '  empty: { title: Nothing yet, outcome: breaks, ask: {} }\n',
    ],
    ['scores that count nothing', '  points: { sum: [daily, none] }\n  none: { per-cent-of: {} }\n', ''],
    [
      'scores of scores',
      '  points: { sum: [half, eating] }\n  half: { per-cent-of: { sleep: 50 }, at-most: 3.5 }\n',
      '',
    ],
  ])('a line priced by %s is refused or adds up', (_, scores, questions) => {
    const result = safeLoadTable(table(scores, questions))
    if (!result.success) return expect(result.error.findings.length).toBeGreaterThan(0)
    for (const which of ['first', 'last'] as const)
      for (const { amount, outcomes } of allocate(plainAssessment(result.data, which), result.data).lines)
        if (amount.state === 'settled') expect(outcomes.reduce((sum, { pence }) => sum + pence, 0)).toBe(amount.pence)
  })
})
