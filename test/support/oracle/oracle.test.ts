import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../../src/score/needs.js'
import { exampleLine as line, exampleTable as table } from './example.js'
import { oracle } from './oracle.js'
import type { OracleLine } from './result.js'
import type { Tree } from './tree.js'

const child: Assessment = {
  case: 'EX-1',
  date: '2026-09-01',
  facts: { panel: 'agreed', hours: 12.25, terms: 2 },
  answers: { sleep: 'some', meals: 'none', play: 'lots' },
  scores: { points: '1' },
}

/** The one line of a table that has one line. */
function only(written: Tree, more: Readonly<Record<string, Tree>> = {}, given: Partial<Assessment> = {}): OracleLine {
  const { lines } = oracle(table({ only: written }, more), { ...child, ...given })
  if (lines[0] === undefined) throw new Error('no line')
  return lines[0]
}

const rows = (...pairs: readonly (readonly [string, string])[]): Tree => pairs.map(([from, give]) => ({ from, give }))

describe('the oracle, beside figures worked by hand', () => {
  it('multiplies first and divides once: £860 a term × 2 terms × 12.25 of 30 hours is £702.33⅓', () => {
    const factors = [{ terms: 'terms' }, { hours: 'hours', 'out-of': '30' }]
    const price = { 'look-up': 'points', gives: 'pounds a term', rows: rows(['0', '0'], ['1', '860']), for: factors }
    expect(only(line(price)).amount.pence).toBe(70233)
  })

  it.each([
    ['half up', [1, 2, 3]],
    ['half even', [0, 2, 2]],
    ['down', [0, 1, 2]],
  ])('settles half a penny: %s', (rounding, expected) => {
    const at = (give: string) => {
      const price = {
        'look-up': 'points',
        gives: 'pounds a year',
        'straight-line': 'yes',
        rows: rows(['0', '0'], ['2', give]),
      }
      return only(line(price), { rounding }).amount.pence
    }
    expect(['0.01', '0.03', '0.05'].map(at)).toEqual(expected)
  })

  it.each([
    ['half up', [0, -1]],
    ['half even', [0, -2]],
    ['down', [0, -1]],
  ])('settles half a penny below nothing: %s', (rounding, expected) => {
    const at = (less: string) => {
      const changes = [
        { name: 'a', why: 'w', subtract: less },
        { name: 'b', why: 'w', times: '0.5' },
        { name: 'c', why: 'w', 'at-least': '0' },
      ]
      return only(line({ pounds: '0', a: 'year' }, { changes }), { rounding }).steps[2]?.after
    }
    expect(['0.01', '0.03'].map(at)).toEqual(expected)
  })

  it('is flat before a row that refers, and has no figure in it', () => {
    const price = { 'look-up': 'points', gives: 'pounds a year', 'straight-line': 'yes', 'refer-to': 'A panel' }
    const at = (points: string) =>
      only(line({ ...price, rows: rows(['0', '10'], ['2', '20'], ['4', 'refer']) }), {}, { scores: { points } })
    expect(at('1').steps).toMatchObject([{ op: 'straight-line', after: 1500 }])
    expect(at('3.99').steps).toMatchObject([{ op: 'look-up', after: 2000 }])
    expect(at('4')).toMatchObject({
      amount: { state: 'refer', to: 'A panel', pence: null },
      funders: [],
      outcomes: [],
      partYear: null,
    })
  })

  it('shares £1 over outcomes by points, level by level: 3 of 4 for play, 1 of 4 for home', () => {
    const price = { 'look-up': 'all', gives: 'pounds a year', rows: rows(['0', '1.01']) }
    const { outcome: _, ...shared } = line(price)
    expect(only(shared).outcomes).toEqual([
      { id: 'active', pence: 76 },
      { id: 'safe', pence: 25 },
    ])
  })

  it('shares equally where there are no points at all, the odd penny to the earlier name', () => {
    const { outcome: _, ...shared } = line({ 'look-up': 'all', gives: 'pounds a year', rows: rows(['0', '1.01']) })
    const answers = { sleep: 'none', meals: 'none', play: 'none' }
    expect(only(shared, {}, { answers }).outcomes).toEqual([
      { id: 'active', pence: 50 },
      { id: 'safe', pence: 51 },
    ])
  })

  it('counts the month and the day on which support begins, in the year that they are in', () => {
    const at = (start: string, unit: string, from = '04-01') => {
      const written = line(
        { pounds: '366', a: 'year' },
        { 'part-year': { start: 'start', 'year-from': from, in: unit } },
      )
      return only(written, {}, { facts: { ...child.facts, start } }).partYear
    }
    expect(at('2026-04-01', 'months')).toEqual({ pence: 36600, part: 12, outOf: 12 })
    expect(at('2026-10-31', 'months')).toEqual({ pence: 18300, part: 6, outOf: 12 })
    expect(at('2027-04-05', 'months', '04-06')).toEqual({ pence: 3050, part: 1, outOf: 12 })
    expect(at('2028-03-31', 'days')).toEqual({ pence: 100, part: 1, outOf: 366 })
    expect(at('2028-02-29', 'days')).toEqual({ pence: 3200, part: 32, outOf: 366 })
  })

  it('knows of a sum that waits only what cannot change any more', () => {
    const flag = (when: Tree): Tree => ({ say: 's', to: 't', next: 'n', when })
    const lines = { a: line({ pounds: '100', a: 'year' }), b: line({ pounds: '50', a: 'year' }, { gate: 'panel' }) }
    const flags = {
      met: flag({ total: 'all', from: '100' }),
      broken: flag({ total: 'care', below: '100' }),
      open: flag({ total: 'all', 'up-to': '100' }),
      either: flag({
        any: [
          { line: 'b', from: '1' },
          { line: 'a', from: '1' },
        ],
      }),
      neither: flag({ not: { line: 'b', from: '1' } }),
    }
    const budget = oracle(table(lines, { flags }), { ...child, facts: { ...child.facts, panel: 'pending' } })
    expect(budget.total).toEqual({
      settled: 10000,
      waiting: [{ line: 'b', state: 'waiting', pence: 5000 }],
      refused: [],
    })
    expect(Object.fromEntries(budget.flags.map(({ id, state }) => [id, state]))).toEqual({
      met: 'yes',
      broken: 'no',
      open: 'unknown',
      either: 'yes',
      neither: 'unknown',
    })
  })
})
