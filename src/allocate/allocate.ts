import type { Finding } from '../diagnostic.js'
import type { Plan } from '../load/plan.js'
import { planOf, type Tables } from '../load/table.js'
import type { TableError } from '../load/table-error.js'
import { together } from '../load/together.js'
import { must } from '../must.js'
import { type AssessmentError, problems } from '../score/assess.js'
import type { Assessment } from '../score/needs.js'
import { type Reading, readCase } from '../score/read-assessment.js'
import { readTogether } from '../score/read-together.js'
import { explainScores, scoreNodes } from '../score/score.js'
import { VERSION } from '../version.js'
import type { BudgetLine, BySetting, Flag, IndicativeBudget } from './budget.js'
import { raiseFlags } from './flags.js'
import { noticesOf } from './notices.js'
import { principlesOf } from './principles.js'
import type { BudgetScene } from './scene.js'
import { allocateLines, type Worked } from './settings.js'
import { tableRef } from './table-ref.js'
import { fundersOf, manageableOf, outcomesOf, streamTotals, tiersOf, totalOf } from './totals.js'
import { unite } from './unite.js'

export type BudgetResult =
  | { readonly success: true; readonly data: IndicativeBudget; readonly warnings: readonly [] }
  | { readonly success: false; readonly error: AssessmentError | TableError; readonly warnings: readonly [] }

/**
 * Works out the indicative budget of one assessment by one table, or by several together: what is likely to be available
 * in a year, line by line, with its working. Pure: no clock, no randomness, nothing outside; the inputs are not touched.
 *
 * Money is whole pence a year. Order: answers → points → scores → per line: when and gate → amount → changes → splits →
 * totals → flags (rules R1 to R4 of `docs/order-of-calculation.md`).
 *
 * A list of one table is as that table. Of several, in whatever order they come, each is worked out by itself, every name
 * has its table's id before it, and the totals are over all.
 *
 * @throws AssessmentError with every problem when the assessment does not fit the tables: an unanswered question is
 * refused, never counted as 0. TableError when a table is there twice, or two claim one line. TypeError when a table was
 * not loaded by `loadTable` or `tableFromJson`, or there is none.
 * @example allocate({ case: 'EX-1', date: '2026-10-01', facts, scores: { points: 145 } }, norfolk).total.settled // 150000
 * @example allocate(assessment, [norfolk, hereford]).lines[0].id // 'herefordshire-high-needs-matrix/early-years-inclusion'
 */
export function allocate(assessment: Assessment, tables: Tables): IndicativeBudget {
  const result = safeAllocate(assessment, tables)
  if (!result.success) throw result.error
  return result.data
}

/** As {@link allocate}, for an assessment that is not trusted: gives the budget, or the error. */
export function safeAllocate(assessment: unknown, tables: Tables): BudgetResult {
  const used = together(tables)
  if (!used.success) return { success: false, error: used.error, warnings: [] }
  const plans = used.data.map(planOf)
  const { budget, findings } = plans.length === 1 ? byOne(must(plans[0]), assessment) : bySeveral(plans, assessment)
  if (!budget) return { success: false, error: problems(findings), warnings: [] }
  return { success: true, data: budget, warnings: [] }
}

/** A budget, or every problem of the assessment. */
interface Made {
  readonly budget?: IndicativeBudget
  readonly findings: readonly Finding[]
}

function byOne(plan: Plan, assessment: unknown): Made {
  const { reading, findings } = readCase(plan, assessment)
  return reading ? { budget: budgetOf(plan, reading), findings } : { findings }
}

function bySeveral(plans: readonly Plan[], assessment: unknown): Made {
  const { reading, findings } = readTogether(plans, assessment)
  if (!reading) return { findings }
  const each = reading.each.map(({ plan, reading }) => ({ table: plan.id, budget: budgetOf(plan, reading) }))
  return { budget: unite(each, reading), findings }
}

function budgetOf(plan: Plan, reading: Reading): IndicativeBudget {
  const nodes = scoreNodes(plan, reading)
  const scene: BudgetScene = { plan, reading, nodes, sums: null }
  const { lines, settings } = allocateLines(scene)
  const streams = streamTotals(lines)
  const total = totalOf(lines)
  const { flags, agreedBy } = raiseFlags(scene, lines, streams, total)
  const outcomes = outcomesOf(plan, lines)
  const notices = noticesOf(plan, reading.record.date, lines, total)
  return {
    format: 'ras.budget/1',
    library: VERSION,
    tables: [tableRef(plan)],
    needs: reading.needs,
    record: reading.record,
    scores: reading.scored ? explainScores(plan, reading, nodes) : [],
    lines,
    streams,
    total,
    settings: settings.map((one) => bySetting(one, lines, flags)),
    tiers: tiersOf(plan.tiers, lines),
    manageable: manageableOf(plan, lines),
    funders: fundersOf(plan, lines),
    outcomes,
    flags,
    agreedBy,
    notices,
    principles: principlesOf(plan, { needs: reading.needs, record: reading.record, lines, total, outcomes, notices }),
  }
}

/** What a budget comes to in one setting: the lines that differ, the totals with them, and the flags they raise. */
function bySetting(
  { setting, scene, lines }: Worked['settings'][number],
  all: readonly BudgetLine[],
  known: readonly Flag[],
): BySetting {
  const streams = streamTotals(lines)
  const total = totalOf(lines)
  const { flags, agreedBy } = raiseFlags(scene, lines, streams, total)
  const already = new Set(known.filter(({ state }) => state === 'yes').map(({ id }) => id))
  return {
    setting,
    lines: lines.filter((_, i) => all[i]?.amount.state === 'by-setting'),
    streams,
    total,
    flags: flags.filter(({ id, state }) => state === 'yes' && !already.has(id)),
    agreedBy,
  }
}
