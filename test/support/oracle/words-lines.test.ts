import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../../src/score/needs.js'
import { exampleLine as line } from './example.js'
import { budget, child, flat, only } from './example-words.js'
import type { Tree } from './tree.js'

describe('the oracle, beside figures worked by hand: lines', () => {
  it('multiplies base and weight before it rounds: £0.01 a month × 0.125 × 12 is 1½ pence', () => {
    const weight = { across: { fact: 'where' }, give: { school: '2', home: '0.125' } }
    const found = only(line({ pounds: '0.01', a: 'month', weight }))
    expect(found.amount.pence).toBe(2)
    expect(found.steps).toMatchObject([{ weight: 0.125, keys: [{ of: 'where', is: 'home' }] }])
  })

  it('pays hours a month 12 times: 7.5 × £10.01 × 12 is £900.90', () => {
    expect(only(line({ entitlement: 'agreed', rate: 'hour' })).amount.pence).toBe(90090)
  })

  it('provides hours to two decimals, and no money: 10 × 2/3 hours', () => {
    const provides = { 'each-point-of': 'points', gives: 'hours a week', for: [{ terms: '2', 'out-of': '3' }] }
    const { price: _, ...rest } = line(flat, { provides, gate: 'panel' })
    const at = (panel: string) => only(rest, {}, { facts: { ...child.facts, panel } })
    expect(at('agreed').amount).toMatchObject({ state: 'provides', quantity: 6.67 })
    expect(at('pending')).toMatchObject({ amount: { state: 'waiting', pence: null }, provides: { quantity: 6.67 } })
    expect(budget({ only: rest }, {}, { facts: { ...child.facts, panel: 'pending' } }).total.waiting).toEqual([])
  })

  it('makes the new changes one by one', () => {
    const changes = [
      { name: 'a', why: 'w', uplift: { 'per-cent': '2.55' } },
      { name: 'b', why: 'w', uplift: { pounds: '1' } },
      { name: 'c', why: 'w', 'other-package': 'other', 'per-cent': '10.01' },
      { name: 'd', why: 'w', protect: 'taper', against: 'before', keeps: kept },
      { name: 'e', why: 'w', protect: 'no-loser', against: 'before' },
      { name: 'f', why: 'w', protect: 'freeze', against: 'before' },
    ]
    const made = (facts: Assessment['facts']) =>
      only(line(flat, { changes }), {}, { facts: { ...child.facts, ...facts } }).steps.map(({ after }) => after)
    expect(made({ before: '50.01' })).toEqual([10000, 10255, 10355, 5350, 23580, 60012, 60012])
    expect(made({})).toEqual([10000, 10255, 10355, 5350, 5350, 5350, 5350])
  })
  const kept: Tree = [
    { from: '2026-04-01', 'per-cent': '66' },
    { from: '2027-04-01', 'per-cent': '33.35' },
  ]

  it('locks what is kept on the day, and the first part before the first day', () => {
    const ways = { 'may-be': ['direct payment'], locked: { in: 'c', keeps: kept } }
    const at = (date: string) => budget({ only: line(flat, { ways }) }, {}, { date })
    expect(['2025-01-01', '2027-03-31', '2027-04-01'].map((day) => at(day).lines[0]?.locked)).toEqual([
      6600, 6600, 3335,
    ])
    expect(at('2027-04-01').manageable).toBe(6665)
  })

  it('counts from the first day through the last, within the year of the first', () => {
    const at = (begins: string | null, ends: string | null, unit: string) => {
      const days = { ...(begins === null ? {} : { begins }), ...(ends === null ? {} : { ends }) }
      const partYear = { start: 'begins', end: 'ends', 'year-from': '04-06', in: unit }
      const found = only(line(flat, { 'part-year': partYear }), {}, { facts: { ...child.facts, ...days } }).partYear
      return found && [found.part, found.outOf]
    }
    expect(at('2026-05-05', '2026-05-06', 'months')).toEqual([2, 12])
    expect(at('2026-05-05', '2026-05-06', 'days')).toEqual([2, 365])
    expect(at('2026-05-05', '2030-01-01', 'months')).toEqual([12, 12])
    expect(at(null, '2026-04-05', 'months')).toEqual([12, 12])
    expect(at(null, '2026-04-06', 'days')).toEqual([1, 365])
    expect(at(null, null, 'days')).toBeNull()
  })
})
