import { allocate, type IndicativeBudget } from '../../src/index.js'
import { assessments } from '../assessments.js'
import { itemised } from '../itemised.js'
import { interleaved, type Timing } from '../rounds.js'
import { westmarch } from '../westmarch.js'

/**
 * What no version can go below that hands back a budget of this shape: copying a finished one object by object, with
 * nothing read, checked or worked out. Microseconds, named answers.
 */
export interface Floor {
  readonly copied: Timing
  readonly itemised: Timing
  readonly allocate: Timing
}

export function measure(): Floor {
  const table = westmarch()
  const cases = assessments(200, 3, 'named').map((assessment) => ({ assessment, budget: allocate(assessment, table) }))
  type Case = (typeof cases)[number]
  const on = (work: (one: Case) => number) => (i: number) => work(cases[i % cases.length] as Case)
  return interleaved(
    {
      copied: on(({ budget }) => copied(budget).lines.length),
      itemised: on(({ assessment }) => itemised(assessment).total),
      allocate: on(({ assessment }) => allocate(assessment, table).lines.length),
    },
    25,
  )
}

function copied(budget: IndicativeBudget): IndicativeBudget {
  const { needs, record, total } = budget
  return {
    ...budget,
    tables: budget.tables.map((one) => ({ ...one })),
    needs: { ...needs, facts: { ...needs.facts }, answers: { ...needs.answers }, scores: { ...needs.scores } },
    record: { ...record, evidence: { ...record.evidence }, views: { ...record.views }, reasons: { ...record.reasons } },
    scores: budget.scores.map((one) => ({ ...one, steps: one.steps.map((step) => ({ ...step })) })),
    lines: budget.lines.map((line) => ({
      ...line,
      amount: { ...line.amount },
      steps: line.steps.map((step) => ({ ...step })),
      gate: line.gate && { ...line.gate },
      funders: line.funders.map((one) => ({ ...one })),
      outcomes: line.outcomes.map((one) => ({ ...one })),
      partYear: line.partYear && { ...line.partYear },
      neighbours: line.neighbours && { ...line.neighbours },
    })),
    streams: budget.streams.map((one) => ({ ...one, waiting: [...one.waiting], refused: [...one.refused] })),
    total: { ...total, waiting: total.waiting.map((one) => ({ ...one })), refused: [...total.refused] },
    tiers: budget.tiers.map((one) => ({ ...one })),
    funders: budget.funders.map((one) => ({ ...one })),
    outcomes: budget.outcomes.map((one) => ({ ...one })),
    flags: budget.flags.map((one) => ({ ...one, evidence: one.evidence.map((piece) => ({ ...piece })) })),
    agreedBy: budget.agreedBy.map((one) => ({ ...one })),
    notices: [...budget.notices],
    principles: budget.principles.map((one) => ({ ...one, evidence: one.evidence.map((piece) => ({ ...piece })) })),
  }
}
