import { describe, expect, it } from 'vitest'
import { exampleLine as line } from './example.js'
import { budget, child, flat } from './example-words.js'
import type { Tree } from './tree.js'

describe('the oracle, beside figures worked by hand: whole budgets', () => {
  const byPlace = { across: { fact: 'where' }, gives: 'pounds a year', give: { school: '1', home: '2' } }
  const flag = (when: Tree): Tree => ({ 'agreed-by': 'w', when })

  it('lays the settings side by side where they differ', () => {
    const flags = { low: flag({ total: 'all', below: '101.50' }), place: flag({ fact: 'where', is: ['home'] }) }
    const found = budget(
      { a: line(flat), b: line(byPlace) },
      { flags },
      { facts: { ...child.facts, where: 'unknown' } },
    )
    expect(found.total).toMatchObject({ settled: 10000, waiting: [{ line: 'b', state: 'by-setting', pence: null }] })
    expect(found.settings.map(({ setting, total, lines }) => [setting, total.settled, lines.length])).toEqual([
      ['school', 10100, 1],
      ['home', 10200, 1],
    ])
    expect(found.flags.map(({ state }) => state)).toEqual(['unknown', 'unknown'])
    expect(found.settings.map(({ agreedBy }) => agreedBy.length)).toEqual([1, 1])
  })

  it('refers what reads points for a child who is too young to be scored', () => {
    const forms = { f: { title: 'F', 'not-scored-below': '10', 'refer-to': 'A panel' } }
    const lines = { a: line(flat), b: line({ 'each-point-of': 'home', rate: 'hour', gives: 'hours a month' }) }
    const flags = { points: flag({ score: 'home', from: '0' }), form: flag({ form: ['f'] }) }
    const found = budget(lines, { forms, flags }, { form: 'f', answers: {}, scores: {} })
    expect(found.scores).toEqual([])
    expect(found.lines.map(({ amount }) => [amount.state, amount.to])).toEqual([
      ['settled', null],
      ['refer', 'A panel'],
    ])
    expect(found.flags.map(({ state }) => state)).toEqual(['yes', 'unknown'])
  })

  it('compares a judged band with the band by points', () => {
    const rows = [
      { from: '0', band: 'None' },
      { from: '10', band: 'Some help' },
    ]
    const price = { across: { fact: 'band' }, gives: 'pounds a year', give: { none: '0', 'some-help': '1', lots: '2' } }
    const beside = { ...price, beside: { 'look-up': 'points', rows } }
    const leaf = { 'judged-band': 'band', 'differs-from': 'a' }
    const flags = { any: flag(leaf), more: flag({ ...leaf, 'by-more-than': '1' }) }
    expect(budget({ a: line(beside) }, { flags }).flags.map(({ state }) => state)).toEqual(['yes', 'no'])
  })
})
