import { allocate } from '../../allocate/allocate.js'
import type { IndicativeBudget } from '../../allocate/budget.js'
import { syntheticCases } from '../../caseload/synthetic/cases.js'
import { capital, lower, spaced, stop } from '../../explain/grammar.js'
import { sections } from '../../explain/statement.js'
import { HEADINGS, sum } from '../../explain/words.js'
import { type AllocationTable, writtenOf } from '../../load/table.js'
import { safeReadAssessment } from '../../score/assess.js'
import type { Block } from '../page.js'
import { day, list, paragraph, questionOf, table } from './words.js'

/** How many invented children are looked at for one whose figures are all settled. */
const LOOKED_AT = 40

/** A child that was invented, what was answered, and the budget with its working; nothing where no child can be invented. */
export function exampleBlocks(scheme: AllocationTable): Block[] {
  const budget = example(scheme)
  if (!budget) return []
  const written = writtenOf(scheme)
  return [
    ...paragraph(
      'This child is invented: no real child is in this example. The answers were made up by a computer, and the figures are worked out from them by the table above.',
      `Likely amount: ${sum(budget.total)} a year. Assessed on ${day(budget.record.date)}.`,
    ),
    ...table('What was answered', ['What was asked', 'Answer', '>Points'], answers(budget, scheme)),
    ...sections(budget, written)
      .filter(({ heading }) => TOLD.includes(heading))
      .flatMap(({ heading, items }): Block[] => [
        { is: 'paragraph', text: `${heading}:` },
        ...list(items.map(({ text, under }) => [stop(text), ...under].join(' '))),
      ]),
  ]
}

const TOLD: readonly string[] = [HEADINGS.lines, HEADINGS.settings, HEADINGS.points, HEADINGS.outcomes]

/** The first of some invented children whose figures are all settled and not nothing, or else the first with a figure. */
function example(scheme: AllocationTable): IndicativeBudget | undefined {
  const budgets = invented(scheme)
  const some = budgets.filter(({ total }) => total.settled > 0)
  const settled = some.filter(({ total, settings }) => total.waiting.length === 0 && settings.length === 0)
  return settled.find(isAtSchool) ?? settled[0] ?? some[0] ?? budgets[0]
}

/** Whether no age is told, or one at which children are at school. */
function isAtSchool({ needs }: IndicativeBudget): boolean {
  const { age } = needs.facts
  return typeof age !== 'number' || (age >= 5 && age <= 16)
}

function invented(scheme: AllocationTable): IndicativeBudget[] {
  const budgets: IndicativeBudget[] = []
  try {
    for (const one of syntheticCases(scheme, 1)) {
      if (budgets.length === LOOKED_AT) break
      const read = safeReadAssessment(one, scheme)
      if (!read.success) break
      budgets.push(allocate(read.data, scheme))
    }
  } catch (error) {
    // A table whose forms are for no age that a child can have.
    if (!(error instanceof RangeError)) throw error
  }
  return budgets
}

function answers({ needs, scores }: IndicativeBudget, scheme: AllocationTable): string[][] {
  const { questions = {}, forms = {} } = writtenOf(scheme)
  const points = new Map(
    scores.flatMap(({ steps }) =>
      steps.flatMap((step) => (step.op === 'points' ? step.of.map((id, i) => [id, step.points[i] ?? 0] as const) : [])),
    ),
  )
  return [
    ...(needs.form === null ? [] : [['Form', forms[needs.form]?.title ?? needs.form, '']]),
    ...Object.entries(needs.facts).flatMap(([id, value]) =>
      value === null
        ? []
        : [[capital(spaced(id)), typeof value === 'boolean' ? (value ? 'yes' : 'no') : said(String(value)), '']],
    ),
    ...Object.entries(needs.scores).map(([id, value]) => [
      capital(spaced(id)),
      'scored on the council’s own form',
      String(value),
    ]),
    ...Object.entries(needs.answers).map(([id, value]) => [
      questionOf(id, questions)?.text ?? id,
      value === null ? 'left blank' : typeof value === 'number' ? 'in between' : said(value),
      String(points.get(id) ?? ''),
    ]),
  ]
}

function said(value: string): string {
  return lower(/^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : spaced(value).replace('/', ', '))
}
