import type { Plan } from '../load/plan.js'
import { type AllocationTable, planOf } from '../load/table.js'
import { type AssessmentError, problems } from '../score/assess.js'
import type { Scene } from '../score/conditions.js'
import type { Assessment } from '../score/needs.js'
import { type Reading, readCase } from '../score/read-assessment.js'
import { explainScores, scoreNodes } from '../score/score.js'
import { VERSION } from '../version.js'
import type { IndicativeBudget } from './budget.js'
import { raiseFlags } from './flags.js'
import { allocateLine } from './line.js'
import { noticesOf } from './notices.js'
import { streamTotals, sumShares, totalOf } from './totals.js'

export type BudgetResult =
  | { readonly success: true; readonly data: IndicativeBudget; readonly warnings: readonly [] }
  | { readonly success: false; readonly error: AssessmentError; readonly warnings: readonly [] }

/**
 * Works out the indicative budget of one assessment by one table: what is likely to be available in a year, line by
 * line, with its working. Pure: no clock, no randomness, nothing outside; the inputs are not touched.
 *
 * Money is whole pence a year. Order: answers → points → scores → per line: when and gate → amount → changes → splits →
 * totals → flags (rules R1 to R4 of `docs/order-of-calculation.md`).
 *
 * @throws AssessmentError with every problem when the assessment does not fit the table: an unanswered question is
 * refused, never counted as 0. TypeError when the table was not loaded by `loadTable` or `tableFromJson`.
 * @example allocate({ case: 'EX-1', date: '2026-10-01', facts, scores: { points: 145 } }, norfolk).total.settled // 150000
 */
export function allocate(assessment: Assessment, table: AllocationTable): IndicativeBudget {
  const plan = planOf(table)
  const { reading, findings } = readCase(plan, assessment)
  if (!reading) throw problems(findings)
  return budgetOf(plan, reading)
}

/** As {@link allocate}, for an assessment that is not trusted: gives the budget, or the error. */
export function safeAllocate(assessment: unknown, table: AllocationTable): BudgetResult {
  const plan = planOf(table)
  const { reading, findings } = readCase(plan, assessment)
  if (!reading) return { success: false, error: problems(findings), warnings: [] }
  return { success: true, data: budgetOf(plan, reading), warnings: [] }
}

function budgetOf(plan: Plan, reading: Reading): IndicativeBudget {
  const nodes = scoreNodes(plan, reading)
  const scene: Scene = { plan, reading, nodes, sums: null }
  const lines = plan.lines.map((line) => allocateLine(line, scene))
  const streams = streamTotals(lines)
  const total = totalOf(lines)
  const { flags, agreedBy } = raiseFlags(plan, scene, lines, streams, total)
  const { id, version, hash, authority, provenance, status } = plan
  return {
    format: 'ras.budget/1',
    library: VERSION,
    tables: [{ id, version, hash, authority, provenance, status }],
    needs: reading.needs,
    record: reading.record,
    scores: explainScores(plan, reading, nodes),
    lines,
    streams,
    total,
    funders: sumShares(plan.funders, lines, 'funders'),
    outcomes: sumShares(plan.outcomes, lines, 'outcomes'),
    flags,
    agreedBy,
    notices: noticesOf(plan, reading.record.date, lines, total),
  }
}
