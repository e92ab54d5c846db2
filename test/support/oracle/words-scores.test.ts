import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../../src/score/needs.js'
import { exampleLine as line } from './example.js'
import { budget, flat, only, points } from './example-words.js'
import type { Tree } from './tree.js'

describe('the oracle, beside figures worked by hand: scores', () => {
  const scored = (score: Tree, given: Partial<Assessment> = {}) =>
    points(budget({ only: line(flat) }, { scores: { points: { brought: 'x', 'at-most': '9' }, s: score } }, given), 's')

  it('takes the highest, multiplies by the weight, then by the factor, then keeps to the most', () => {
    const weight = { across: { question: 'nights' }, give: { 'turning/some': '1.25', 'settling/some': '1' } }
    expect(scored({ 'highest-of': ['home', 'play'] })).toBe(4)
    expect(scored({ 'highest-of': ['home', 'play'], weight, times: '2' })).toBe(10)
    expect(scored({ 'highest-of': ['home', 'play'], weight, times: '2', 'at-most': '9.5' })).toBe(9.5)
  })

  it('looks a weight up by points: 3 is the row from 2', () => {
    const rows = [
      { from: '0', give: '0' },
      { from: '2', give: '0.5' },
      { from: '4', give: '9' },
    ]
    expect(scored({ sum: ['home'], weight: { 'look-up': 'out', rows } })).toBe(2)
  })

  it('takes points alone for the first kind by name that has them', () => {
    const answers = { nights: { points: 1 }, rescue: 'none', play: 'none' }
    const when = { question: 'nights', is: ['turning/some'] }
    expect(only(line(flat, { when }), {}, { answers }).amount.pence).toBe(10000)
    const other = { nights: 'settling/some', rescue: 'none', play: 'none' }
    expect(only(line(flat, { when }), {}, { answers: other }).amount.pence).toBe(0)
  })

  it('gives everything to the highest, and at a tie to the first by name', () => {
    const scores = { points: { brought: 'x', 'at-most': '9' }, s: { 'highest-of': ['play', 'home'] } }
    const rows = [{ from: '0', give: '1' }]
    const { outcome: _, ...shared } = line({ 'look-up': 's', gives: 'pounds a year', rows })
    const at = (play: string) =>
      only(shared, { scores }, { answers: { nights: 'turning/none', play } }).outcomes.map(({ pence }) => pence)
    expect(at('lots')).toEqual([100, 0])
    expect(at('none')).toEqual([0, 100])
  })
})
