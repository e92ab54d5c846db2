import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AllocationTable,
  allocate,
  auditTable,
  explain,
  type Located,
  loadTable,
  safeAllocate,
  safeLoadTable,
  safeReadAssessment,
} from '../src/index.js'
import { checkSeries } from '../src/load/series/check.js'
import { lockText, readLock } from '../src/load/series/lock.js'
import { nameOf } from '../src/load/series/span.js'
import { planOf } from '../src/load/table.js'
import { damaged } from './support/arbitrary/damaged.js'
import { wrongWords } from './support/faults.js'
import { plainAssessment } from './support/hostile.js'
import { RUNS } from './support/law.js'

/** The long run damages a hundred thousand texts. */
const numRuns = 2 * RUNS

const files = ['tables', 'fixtures/tables'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
)
const texts = files.map((file) => readFileSync(file, 'utf8'))
const tables = texts.map((text) => loadTable(text))

/** Assessments with the tables that they are for. */
const cases = [
  ['norfolk-145', 'norfolk/short-breaks-primary'],
  ['herefordshire-52', 'herefordshire/high-needs-matrix'],
  ['westmarch-exceptional', 'westmarch/children-2026-27'],
  ['westmarch-primary', 'westmarch/children-2026-27'],
  ['westmarch-secondary', 'westmarch/children-2026-27'],
].map(([name, table]) => ({
  text: readFileSync(`fixtures/assessments/${name}.yaml`, 'utf8'),
  table: tableOf(`tables/${table}.yaml`),
}))

function tableOf(file: string): AllocationTable {
  const table = tables[files.indexOf(file)]
  if (!table) throw new Error(`There is no ${file}`)
  return table
}

/** What a person must be able to use: within the text, and in words. */
function expectFindings(findings: readonly Located[], text: string): void {
  const lines = text.split(/\r\n|\r|\n/).length
  for (const found of findings) {
    expect(wrongWords(found, text)).toEqual([])
    expect(found.column).toBeGreaterThanOrEqual(1)
    expect(found.line).toBeGreaterThanOrEqual(1)
    expect(found.line).toBeLessThanOrEqual(lines)
  }
}

/** A damaged table is refused with findings, or is a table with which everything can be done. */
function expectTable(text: string, index: number): void {
  const result = within(1000, () => safeLoadTable(text))
  if (!result.success) {
    expect(result.error.findings.length).toBeGreaterThan(0)
    expectFindings([...result.error.findings, ...result.warnings], text)
    return
  }
  expectFindings(result.warnings, text)
  const table = result.data
  expect(auditTable(table, { tries: 20 }).principles).toHaveLength(6)
  for (const assessment of plain[index] ?? []) {
    const budget = safeAllocate(assessment, table)
    if (budget.success) expect(explain(budget.data, table)).not.toMatch(/undefined|NaN|\[object/)
    else expect(budget.error.findings.length).toBeGreaterThan(0)
  }
}

const plain = tables.map((table) => (['first', 'last'] as const).map((which) => plainAssessment(table, which)))

const record = lockText(
  tables.map((table, i) => ({
    id: table.id,
    version: table.version,
    hash: i % 2 === 0 ? planOf(table).hash : '0'.repeat(64),
    file: `${table.id}.yaml`,
    on: '2026-04-01',
  })),
)

/** A damaged record is refused with findings, or says of every table that is there whether it is as it was. */
function expectRecord(text: string): void {
  const lock = within(1000, () => readLock(text, 'published.lock.json'))
  expectFindings(lock.findings, text)
  const files = tables.map((table) => ({
    file: `${table.id}.yaml`,
    folder: '',
    base: `${table.id}.yaml`,
    table,
    name: nameOf(table),
  }))
  const present = new Set(files.map(({ base }) => base))
  const found = within(1000, () => checkSeries(files, [{ ...lock, folder: '', present }]))
  expectFindings(
    found.filter(({ file }) => file === 'published.lock.json'),
    text,
  )
  for (const { line } of found) expect(line).toBeGreaterThanOrEqual(1)
}

function expectAssessment(text: string, table: AllocationTable): void {
  const result = within(1000, () => safeReadAssessment(text, table))
  if (result.success) expect(explain(allocate(result.data, table), table)).toMatch(/CASE/)
  else {
    expect(result.error.findings.length).toBeGreaterThan(0)
    expectFindings(result.error.findings, text)
  }
}

/** Does it, and fails where it took more of the processor than so many milliseconds, twice: once may be chance. */
function within<T>(milliseconds: number, work: () => T): T {
  const once = () => {
    const before = process.cpuUsage()
    const made = work()
    return { made, took: process.cpuUsage(before).user / 1000 }
  }
  const first = once()
  if (first.took > milliseconds) expect(once().took).toBeLessThanOrEqual(milliseconds)
  return first.made
}

describe('a file whose lines were damaged is read or refused in words', () => {
  it('every table that is there is one that damage can be told by', () => {
    expect(files).toHaveLength(13)
    for (const [index, text] of texts.entries()) expectTable(text, index)
  })

  it('tables', () => {
    fc.assert(
      fc.property(damaged(texts), ({ text, index }) => expectTable(text, index)),
      { numRuns },
    )
  })

  it('assessments', () => {
    fc.assert(
      fc.property(damaged(cases.map(({ text }) => text)), ({ text, index }) => {
        const { table } = cases[index] ?? {}
        if (table) expectAssessment(text, table)
      }),
      { numRuns: Math.ceil(numRuns / 10) },
    )
  })

  it('records of what was published', () => {
    expectRecord(record)
    fc.assert(
      fc.property(damaged([record]), ({ text }) => expectRecord(text)),
      { numRuns: Math.ceil(numRuns / 10) },
    )
  })
})

describe('what damage has shown', () => {
  const [text = ''] = texts

  it('a table whose lines end with a carriage return alone is the same table', () => {
    for (const end of ['\r', '\r\n']) {
      const ended = text.replaceAll('\n', end)
      expect(loadTable(ended)).toEqual(loadTable(text))
      const wrong = safeLoadTable(ended.replace(/^title: /m, 'titel: '))
      const right = safeLoadTable(text.replace(/^title: /m, 'titel: '))
      expect(wrong.success ? [] : wrong.error.findings.map(({ line, column }) => [line, column])).toEqual(
        right.success ? [] : right.error.findings.map(({ line, column }) => [line, column]),
      )
    }
  })

  it('brackets that nest too deep are told at their line, though nothing has been parsed yet', () => {
    const nested = `${text}zzz:\n  ${'['.repeat(41)}${']'.repeat(41)}\n`
    const result = safeLoadTable(nested)
    const at = nested.split('\n').length - 1
    expect(result.success ? [] : result.error.findings.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['RAS005', at, 43],
    ])
  })
})
