import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect } from 'vitest'
import { viewOf } from '../../src/explain/view.js'
import { allocate, explain, loadTable, readAssessment, replay, safeAllocate } from '../../src/index.js'
import { arbitraryGarbage } from '../support/arbitrary/garbage.js'
import { tableText } from '../support/arbitrary/text.js'
import { property } from '../support/law.js'
import { entries, text } from '../support/oracle/tree.js'
import { lawOfSeveral, type Several } from '../support/several.js'
import { sideBySide } from '../support/side-by-side.js'

const tablesOf = ({ each }: Several) => each.map(({ loaded }) => loaded)
const budgetOf = (several: Several) => allocate(several.assessment, tablesOf(several))
const sum = (all: readonly { readonly pence: number }[]) => all.reduce((total, { pence }) => total + pence, 0)

describe('one budget from several tables', () => {
  lawOfSeveral('is their budgets side by side, each name with its table before it', (several) => {
    expect(budgetOf(several)).toEqual(sideBySide(several.each))
  })
  lawOfSeveral('is the same in whatever order the tables come, and from the normal form', (several) => {
    const budget = JSON.stringify(budgetOf(several))
    const turned = tablesOf(several).reverse()
    expect(JSON.stringify(allocate(several.assessment, turned))).toBe(budget)
    expect(JSON.stringify(allocate(readAssessment(several.assessment, turned), turned))).toBe(budget)
  })
  lawOfSeveral('adds up over all of them', (several) => {
    const { total, streams, funders, outcomes, lines } = budgetOf(several)
    const settled = lines.reduce((all, { amount }) => all + (amount.state === 'settled' ? amount.pence : 0), 0)
    expect(total.settled).toBe(settled)
    expect(streams.reduce((all, stream) => all + stream.settled, 0)).toBe(settled)
    expect([sum(funders), sum(outcomes)]).toEqual([settled, settled])
    expect(streams.flatMap(({ waiting }) => waiting)).toEqual(total.waiting)
  })
  lawOfSeveral('holds what each table alone would have given, byte for byte', (several) => {
    const budget = budgetOf(several)
    for (const { loaded, budget: alone } of several.each)
      expect(JSON.stringify(viewOf(budget, loaded))).toBe(JSON.stringify(alone))
  })
  lawOfSeveral('replays, and one altered digit is caught', (several) => {
    const tables = tablesOf(several)
    const said = JSON.stringify(budgetOf(several))
    expect(replay(JSON.parse(said), tables)).toEqual({ same: true })
    const figures = said.indexOf('"scores":[')
    const digits = [...said.matchAll(/\d/g)].map(({ index }) => index).filter((index) => index > figures)
    const at = digits[several.number % digits.length] ?? 0
    const altered = `${said.slice(0, at)}${(Number(said[at]) + 1) % 10}${said.slice(at + 1)}`
    if (isJson(altered)) expect(replay(JSON.parse(altered), tables).same).toBe(false)
    expect(replay(JSON.parse(said), tables.slice(1))).toMatchObject({ same: false, because: 'table' })
  })
  lawOfSeveral('is told in one statement, with the figures of all', (several) => {
    const budget = budgetOf(several)
    for (const format of ['text', 'markdown'] as const) {
      const said = explain(budget, tablesOf(several), { format })
      expect(said).not.toMatch(/undefined|NaN|\[object|\baward\b|\bentitlement\b/i)
      for (const { amount } of budget.lines)
        if (amount.state === 'settled')
          expect(said.replaceAll(/\s+/g, ' ')).toContain(`£${Math.trunc(amount.pence / 100).toLocaleString('en-GB')}`)
    }
  })
})

describe('one table in a list', () => {
  lawOfSeveral('is that table alone, byte for byte', ({ each }) => {
    for (const { loaded, assessment, budget } of each) {
      expect(JSON.stringify(allocate(assessment, [loaded]))).toBe(JSON.stringify(budget))
      expect(readAssessment(assessment, [loaded])).toEqual(readAssessment(assessment, loaded))
      expect(explain(budget, [loaded])).toBe(explain(budget, loaded))
      expect(replay(budget, [loaded])).toEqual({ same: true })
    }
  })
})

describe('what no table knows', () => {
  lawOfSeveral('is told once, where the person wrote it', (several) => {
    const { assessment } = several
    const result = safeAllocate(
      {
        ...assessment,
        facts: { ...assessment.facts, 'no-such': 1, 'a/no-such': 1 },
        answers: { ...assessment.answers, 'no-such': 'x' },
        scores: { ...assessment.scores, 'c/no-such': 1 },
        outcomes: [{ outcome: 'no-such', words: 'x' }],
        unknown: 1,
      },
      tablesOf(several),
    )
    const found = result.success ? [] : result.error.findings.map(({ code, at }) => `${code} ${at}`)
    expect(found.sort()).toEqual([
      'RAS101 /unknown',
      'RAS109 /answers/no-such',
      'RAS109 /facts/a~1no-such',
      'RAS109 /facts/no-such',
      'RAS109 /outcomes/0/outcome',
      'RAS109 /scores/c~1no-such',
    ])
  })
})

describe('anything that is handed over as an assessment', () => {
  const tables = ['norfolk/short-breaks-primary', 'herefordshire/high-needs-matrix'].map((name) =>
    loadTable(readFileSync(`tables/${name}.yaml`, 'utf8')),
  )
  const good = {
    case: 'A1',
    date: '2026-05-01',
    facts: { age: 9, hours: 15, terms: 2, safeguarding: false },
    scores: { points: 100 },
  }
  const part = fc.constantFrom('case', 'form', 'date', 'facts', 'answers', 'scores', 'outcomes', 'exceptional')
  property('gives a budget or findings, each told once', fc.tuple(arbitraryGarbage, part), ([garbage, part]) => {
    for (const input of [garbage, { ...good, [part]: garbage }]) {
      const result = safeAllocate(input, tables)
      const told = result.success ? ['a budget'] : result.error.findings.map((one) => JSON.stringify(one))
      expect(told.length).toBeGreaterThan(0)
      expect(new Set(told).size).toBe(told.length)
    }
  })
})

describe('a line that two tables claim', () => {
  lawOfSeveral('is told in both, where it stands', ({ each, number }) => {
    const [mine, theirs] = each
    if (!mine || !theirs) return
    const lines = entries(theirs.table, 'lines')
    const [id, line] = lines[number % lines.length] ?? ['', {}]
    const law = text(theirs.table, 'streams', text(line, 'stream'), 'law')
    const [own] = entries(mine.table, 'lines').find(([, one]) => {
      return text(mine.table, 'streams', text(one, 'stream'), 'law') === law
    }) ?? ['']
    if (own === '') return
    const title = text(mine.table, 'lines', own, 'title')
    const clashing = {
      ...theirs.table,
      lines: { ...Object(theirs.table.lines), [id]: { ...Object(line), title: `  ${title.toUpperCase()}`.trim() } },
    }
    const other = loadTable(tableText(clashing), { file: 'other.yaml' })
    const result = safeAllocate(mine.assessment, [other, mine.loaded])
    const told = result.success ? [] : result.error.findings
    expect(told.map(({ code, at, file }) => `${code} ${at} ${file}`)).toEqual([
      `RAS111 /lines/${own} ${mine.id}.yaml`,
      `RAS111 /lines/${id} other.yaml`,
    ])
    const [here, there] = told
    expect(here?.data).toMatchObject({
      line: own,
      other: theirs.id,
      where: `other.yaml:${there?.line}:${there?.column}`,
    })
    expect(there?.data).toMatchObject({
      line: id,
      other: mine.id,
      where: `${mine.id}.yaml:${here?.line}:${here?.column}`,
    })
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
