import type { BySetting, IndicativeBudget } from '../allocate/budget.js'
import { noticesOf } from '../allocate/notices.js'
import { principlesOf } from '../allocate/principles.js'
import { rename } from '../allocate/rename.js'
import { manageableOf, tiersOf, totalOf } from '../allocate/totals.js'
import type { Plan } from '../load/plan.js'
import { type AllocationTable, planOf } from '../load/table.js'
import type { CaseRecord, Needs } from '../score/needs.js'
import { ofTable, unqualified } from '../score/qualified.js'
import { isScored } from '../score/read-facts.js'

/**
 * The part of a budget of several tables that one of them gave, by the table's own names: what that table alone would
 * have given. So every sentence about a budget of one table can be said of it.
 */
export function viewOf(budget: IndicativeBudget, table: AllocationTable): IndicativeBudget {
  const plan = planOf(table)
  const { id } = plan
  const own = (name: string) => unqualified(id, name) !== null
  const { scores, lines, streams, total, settings, funders, outcomes, flags } = rename(
    {
      scores: budget.scores.filter((score) => own(score.id)),
      lines: budget.lines.filter((line) => line.table === id),
      streams: budget.streams.filter(({ stream }) => own(stream)),
      total: totalOf(budget.lines.filter((line) => line.table === id)),
      settings: budget.settings.filter((one) => one.table === id).map(alone),
      funders: budget.funders.filter((share) => own(share.id)),
      outcomes: budget.outcomes.filter((share) => own(share.id)),
      flags: budget.flags.filter((flag) => flag.table === id).map(untold),
    },
    (name) => unqualified(id, name) ?? name,
  )
  const { format, library } = budget
  const needs = needsOf(plan, budget)
  const record = recordOf(id, budget.record)
  const notices = noticesOf(plan, record.date, lines, total)
  return {
    format,
    library,
    tables: budget.tables.filter((ref) => ref.id === id),
    needs,
    record,
    scores,
    lines,
    streams,
    total,
    settings,
    tiers: tiersOf(plan.tiers, lines),
    manageable: manageableOf(plan, lines),
    funders,
    outcomes,
    flags,
    agreedBy: budget.agreedBy.filter((one) => one.table === id).map(untold),
    notices,
    principles: principlesOf(plan, { needs, record, lines, total, outcomes, notices }),
  }
}

/** Without saying of which table it is. */
function untold<T extends { readonly table?: string }>({ table: _, ...rest }: T): Omit<T, 'table'> {
  return rest
}

function alone(one: BySetting): BySetting {
  return { ...untold(one), flags: one.flags.map(untold), agreedBy: one.agreedBy.map(untold) }
}

function needsOf(plan: Plan, { needs, record }: IndicativeBudget): Needs {
  const form = needs.forms?.[plan.id] ?? null
  const facts = ofTable(plan.id, needs.facts)
  return {
    date: plan.dated ? record.date : null,
    scored: isScored(
      plan,
      form,
      plan.facts.map(({ id }) => facts[id]),
    ),
    form,
    facts,
    answers: ofTable(plan.id, needs.answers),
    scores: ofTable(plan.id, needs.scores),
    askedExceptional: needs.askedExceptional,
  }
}

function recordOf(table: string, record: CaseRecord): CaseRecord {
  return {
    ...record,
    evidence: ofTable(table, record.evidence),
    views: ofTable(table, record.views),
    reasons: ofTable(table, record.reasons),
    intended: record.intended.flatMap(({ outcome, words }) => {
      const own = outcome === null ? null : unqualified(table, outcome)
      return outcome !== null && own === null ? [] : [{ outcome: own, words }]
    }),
  }
}
