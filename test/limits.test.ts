import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { allocate, explain, loadTable, safeLoadTable } from '../src/index.js'

const norfolk = readFileSync('tables/norfolk/short-breaks-primary.yaml', 'utf8')
const child = (points: number | string) => ({
  case: 'A1',
  date: '2026-05-01',
  facts: { age: 9, safeguarding: false },
  scores: { points },
})

/** Norfolk with another first row and changes, to try a limit. */
function withRow(row: string, rest = ''): string {
  return norfolk
    .replace(/rows: \[[\s\S]*?\] \} \}/, `rows: [ ${row} ] }${rest} }`)
    .replace(", refer-to: the council's panel", '')
}

describe('large amounts', () => {
  it('works out packages of more than a million pounds exactly', () => {
    const table = loadTable(
      withRow('{ from: 0, give: 1234567.89 }', ', changes: [{ name: prices, why: Prices, times: 1.0345 }]'),
    )
    // 123456789 × 1.0345 = 127716048.2205, so 127716048 pence
    const budget = allocate(child(1), table)
    expect(budget.total.settled).toBe(127716048)
    expect(explain(budget, table)).toContain('£1,277,160.48')
  })
  it('refuses at the line what it could not prove, and says why', () => {
    const result = safeLoadTable(
      withRow('{ from: 0, give: 95000000.00 }', ', changes: [{ name: prices, why: Prices, times: 1.000001 }]'),
      { file: 'x.yaml' },
    )
    expect(result.success ? [] : result.error.findings.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'RAS301 “short-breaks” needs more than 15 digits at “prices”, so its pennies could not be proven.',
    ])
  })
  it('refuses what could fall below nothing, and takes it with a floor', () => {
    const less = ', changes: [{ name: less, why: Other help, subtract: 600.00 }]'
    const result = safeLoadTable(withRow('{ from: 0, give: 500.00 }', less))
    expect(result.success ? [] : result.error.findings.map(({ code }) => code)).toEqual(['RAS302'])
    const floor =
      ', changes: [{ name: less, why: Other help, subtract: 600.00 }, { name: floor, why: Never below nothing, at-least: 0 }]'
    expect(allocate(child(1), loadTable(withRow('{ from: 0, give: 500.00 }', floor))).total.settled).toBe(0)
  })
})

describe('points', () => {
  const table = loadTable(norfolk)
  it('may be halves: a row holds up to the next one, so none falls between', () => {
    expect(allocate(child('145.5'), table).total.settled).toBe(150000)
    expect(allocate(child(145.99), table).total.settled).toBe(150000)
  })
  it('take text and numbers alike, and no others', () => {
    expect(allocate(child('145'), table)).toEqual(allocate(child(145), table))
    for (const wrong of ['1e2', ' 145', '145.555', '-1', 260.01, Number.NaN, Number.POSITIVE_INFINITY, '', 1e21])
      expect(() => allocate(child(wrong), table)).toThrow(/RAS631/)
  })
})

describe('what an adversary found', () => {
  const codes = (text: string) => {
    const result = safeLoadTable(text)
    return result.success ? [] : result.error.findings.map(({ code }) => code)
  }
  const flat = (price: string, changes: string) =>
    norfolk
      .replace(/price: \{ look-up[\s\S]*?\] \} \}/, `price: ${price}, changes: [${changes}] }`)
      .replace(/flags:[\s\S]*/, '')

  it('a penny that a factor rounds away cannot then be taken off', () => {
    const less = '{ name: less, why: Other help, subtract: 0.01 }'
    for (const times of ['0.4', '0.5', '0.99'])
      expect(codes(flat('{ pounds: 0.01, a: year }', `{ name: part, why: A part, times: ${times} }, ${less}`))).toEqual(
        ['RAS302'],
      )
  })
  it('money is not shared over outcomes by points that were brought', () => {
    const text = readFileSync('tables/westmarch/children-2026-27.yaml', 'utf8').replace(
      '  health-points: { sum: [healthy] }',
      '  extra: { brought: another form, at-most: 40 }\n  health-points: { sum: [healthy, extra] }',
    )
    expect(codes(text)).toEqual(['RAS309'])
  })
  it('no part is of nothing, and no level is called not-applicable', () => {
    const herefordshire = readFileSync('tables/herefordshire/high-needs-matrix.yaml', 'utf8')
    expect(codes(herefordshire.replace('out-of: 30', 'out-of: 0'))).toEqual(['RAS105'])
    const westmarch = readFileSync('tables/westmarch/children-2026-27.yaml', 'utf8')
    expect(
      codes(westmarch.replace('levels: [none: 0, controlled: 8', 'levels: [not-applicable: 0, controlled: 8')),
    ).toContain('RAS105')
  })
  it('half-points elsewhere on the form do not open a gap between whole rows', () => {
    const westmarch = readFileSync('tables/westmarch/children-2026-27.yaml', 'utf8')
    const whole = westmarch.replace('  health-points: { sum: [healthy] }', '  health-points: { sum: [independent] }')
    expect(codes(whole.replace('- { from: 0, give: 0 }', '- { from: 0, to: 39, give: 0 }'))).not.toContain('RAS203')
    expect(codes(westmarch.replace('- { from: 0, give: 0 }', '- { from: 0, to: 39, give: 0 }'))).toEqual(['RAS203'])
  })
})

describe('who may agree', () => {
  const westmarch = readFileSync('tables/westmarch/children-2026-27.yaml', 'utf8')
  const warnings = (text: string) => {
    const result = safeLoadTable(text)
    return result.success
      ? result.warnings.filter(({ code }) => code === 'RAS701').map(({ message }) => message)
      : ['refused']
  }
  it('is told for the one case that nobody has', () => {
    expect(warnings(norfolk)).toEqual([])
    expect(warnings(norfolk.replace(/ {2}exactly-170:.*\n?/, ''))).toEqual([
      'Nobody may agree the budget when points is 170 and safeguarding is not so.',
    ])
  })
  it('knows that whole points have no gap between 199 and 200, and quarters of a point have', () => {
    const whole = westmarch.replaceAll('        in-between: yes\n', '')
    expect(warnings(whole.replace('score: all-points, below: 200 ', 'score: all-points, up-to: 199 '))).toEqual([])
    expect(
      warnings(westmarch.replace('score: all-points, below: 200 ', 'score: all-points, up-to: 199 ')),
    ).toHaveLength(1)
  })
})
