import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { WIDTH } from '../src/explain/text.js'
import { allocate, explain, loadTable, readAssessment, replay } from '../src/index.js'

const westmarch = loadTable(readFileSync('tables/westmarch/children-2026-27.yaml', 'utf8'))
const norfolk = loadTable(readFileSync('tables/norfolk/short-breaks-primary.yaml', 'utf8'))
const budgetOf = (file: string, table = westmarch) => allocate(readAssessment(readFileSync(file, 'utf8'), table), table)

describe('the statement', () => {
  const budget = budgetOf('fixtures/assessments/westmarch-primary.yaml')
  const said = explain(budget, westmarch)
  const lines = said.trimEnd().split('\n')

  it('fits one side of A4: 70 lines of 100 characters in nine points', () => {
    expect(lines.length).toBeLessThanOrEqual(70)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(WIDTH)
  })
  it('says what is likely, for which outcomes, who pays, what waits, what next, and how to challenge by stream', () => {
    for (const part of [
      'LIKELY AMOUNT FOR CASE',
      'AT LEAST',
      'indicative',
      'not a limit on what section F',
      'SYNTHETIC',
      'Paid by',
      'waiting; £5,709.60 if it is agreed',
      '1.5 points more would reach 8 hours a week',
      'Who may agree it',
      'Not included',
      'Health Service Ombudsman',
      'In the child’s words',
    ])
      expect(said.replaceAll(/\s+/g, ' ')).toContain(part)
  })
  it('gives a refusal its reason, its figure and the right to a review', () => {
    const refused = budgetOf('fixtures/cases/203-westmarch-refused/assessment.yaml')
    const words = explain(refused, westmarch).replaceAll(/\s+/g, ' ')
    expect(words).toContain('refused; the figure was £')
    expect(words).toContain('Reason: ')
    expect(words).toContain('review')
    expect(words).toContain('Health (a refusal): ')
  })
  it('reads “at least” over a row that refers, and says who decides', () => {
    const words = explain(budgetOf('fixtures/cases/015-norfolk-186-points/assessment.yaml', norfolk), norfolk)
    expect(words).toContain('AT LEAST £0.00 A YEAR')
    expect(words).toContain("the council's panel decides")
  })
  it('keeps what a family or a table wrote as text in Markdown', () => {
    const assessment = {
      case: 'A1',
      date: '2026-05-01',
      facts: { age: 9, safeguarding: false },
      scores: { points: 100 },
      outcomes: [{ outcome: 'play-and-breaks', words: '<script>*swim*</script>\n# and a heading' }],
    }
    const words = explain(allocate(assessment, norfolk), norfolk, { format: 'markdown' })
    expect(words).toContain('\\<script\\>\\*swim\\*\\</script\\> \\# and a heading')
    expect(words).not.toMatch(/^# and/m)
  })
  it('is not made with another table than the budget was', () => {
    expect(() => explain(budget, norfolk)).toThrow(/another table/)
  })
})

describe('replay', () => {
  it('names the place of an altered figure, and the needs that no longer fit', () => {
    const budget = budgetOf('fixtures/assessments/norfolk-145.yaml', norfolk)
    const altered = JSON.parse(JSON.stringify(budget))
    altered.lines[0].amount.pence = 999
    expect(replay(altered, norfolk)).toEqual({
      same: false,
      because: 'figures',
      differences: [{ at: '/lines/0/amount/pence', said: '999', replayed: '150000' }],
    })
    const broken = JSON.parse(JSON.stringify(budget))
    broken.needs.scores = {}
    expect(replay(broken, norfolk)).toMatchObject({ same: false, because: 'needs' })
    expect(replay({} as never, norfolk)).toMatchObject({ same: false, because: 'table' })
  })
})
