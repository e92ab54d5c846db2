import { describe, expect, it } from 'vitest'
import { loadTable } from '../src/index.js'
import { safeWorkbook } from '../src/workbook/index.js'

/** A table with so many questions, all of them counted by one flag. */
function counting(questions: number): string {
  const names = Array.from({ length: questions }, (_, i) => `question-number-${i}`)
  const ask = names.map((name) => `      ${name}: { text: How much?, levels: [none: 0, some: 1, lots: 2] }`)
  return `format: ras.table/1
id: many-questions
version: "1"
title: Many questions (invented)
authority: Nobody (invented)
provenance: synthetic
status: published
in-force: { from: 2026-04-01 }
rounding: half up
sources: { a: { title: Invented, clause: page 1 } }
streams: { social-care: { title: Social care, law: care } }
outcomes: { play: To play }
funders: { council: The council }
questions:
  needs:
    title: Needs
    outcome: play
    ask:
${ask.join('\n')}
rates: { point: { pounds: 1.00, per: point, source: a } }
lines:
  play: { title: Play, stream: social-care, source: a, paid-by: { all: council }, price: { each-point-of: needs, rate: point } }
flags:
  many: { say: Many, to: all, next: Look., when: { count-of: [some, lots], among: [needs], at-least: 3 } }
`
}

describe('a formula that no spreadsheet holds', () => {
  it('is refused at its place, and the table works without it', async () => {
    const few = await safeWorkbook(loadTable(counting(60)))
    expect(few.success).toBe(true)
    const many = await safeWorkbook(loadTable(counting(300), { file: 'many.yaml' }))
    expect(many.success).toBe(false)
    if (many.success) return
    expect(many.error.findings.map(({ code, at, file }) => [code, at, file])).toContainEqual([
      'RAS311',
      '/flags/many',
      'many.yaml',
    ])
    expect(many.error.findings.map(({ message }) => message).join('\n')).toContain('8,191 characters')
  })
})
