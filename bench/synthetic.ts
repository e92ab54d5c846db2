import type { Assessment, CaseloadColumns, Column } from '../src/index.js'
import { caseOf } from './case-of.js'
import { random } from './random.js'

/** How large an invented table is: its questions, the rows of each of its lines, and its lines. */
export interface Size {
  readonly questions: number
  readonly rows: number
  readonly lines: number
}

/** The size from which one thing grows, and the cases that are worked out at each. */
export const USUAL: Size = { questions: 20, rows: 8, lines: 6 }
export const CASES = 20_000

const LEVELS = { none: 0, small: 4, some: 10, lots: 18, exceptional: 28 }
const LEVEL_NAMES = Object.keys(LEVELS)

/** An invented table in YAML: all questions count for one score, and every line looks that score up. */
export function tableText({ questions, rows, lines }: Size): string {
  const levels = LEVEL_NAMES.map((level) => `${level}: ${LEVELS[level as keyof typeof LEVELS]}`).join(', ')
  const top = 28 * questions
  const row = (line: number) => (i: number) =>
    `        - { from: ${((top * i) / rows).toFixed(2)}, give: ${(100 * i + line).toFixed(2)} }`
  return `format: ras.table/1
id: synthetic
version: "1"
title: A table of a size (invented)
authority: Nowhere Council (invented)
provenance: synthetic
status: draft
in-force: { from: 2026-04-01 }
rounding: half up
sources: { scheme: { title: An invented scheme } }
streams: { social-care: { title: Social care, law: care } }
outcomes: { safety: The child is safe }
funders: { council: Nowhere Council }
questions:
  needs:
    title: Needs
    outcome: safety
    ask:
${several(questions, (i) => `      question-${i}: { text: How much help is needed?, levels: [${levels}] }`)}
lines:
${several(
  lines,
  (i) => `  line-${i}:
    title: Line ${i}
    stream: social-care
    source: scheme
    price:
      look-up: needs
      gives: pounds a year
      rows:
${several(rows, row(i))}
    paid-by: { all: council }`,
)}
`
}

function several(count: number, text: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => text(i)).join('\n')
}

/** Cases for such a table, each with a need in general that its answers lie near. */
export function columnsFor({ questions }: Size, cases: number): CaseloadColumns {
  const draw = random(11)
  const leans = new Float64Array(cases).map(draw.next)
  const answers = Array.from({ length: questions }, (_, i): [string, Column] => [
    `answers/question-${i}`,
    {
      values: LEVEL_NAMES,
      codes: Uint8Array.from(leans, (lean) => Math.max(0, Math.min(4, Math.round(lean * 4 + (draw.next() - 0.5) * 3)))),
    },
  ])
  const date: Column = { values: ['2026-05-12'], codes: new Uint8Array(cases) }
  return { cases, columns: { date, ...Object.fromEntries(answers) } }
}

/** The first of those cases as assessments, as data that came over the wire. */
export function assessmentsFor(size: Size, count: number): Assessment[] {
  const columns = columnsFor(size, count)
  return Array.from({ length: count }, (_, row): Assessment => JSON.parse(JSON.stringify(caseOf(columns, row))))
}
