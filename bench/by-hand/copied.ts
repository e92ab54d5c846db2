import type { Amount, BudgetLine, CaseEvidence, IndicativeBudget, ScoreStep, Share, Step } from '../../src/index.js'

/**
 * A finished budget built again, object by object, from literals of the same shape; nothing is read, checked or worked out.
 * What a plan owns and budgets share stays shared.
 */
export function copied(budget: IndicativeBudget): IndicativeBudget {
  const { format, library, needs, record, total, manageable } = budget
  return {
    format,
    library,
    tables: each(budget.tables, ({ id, version, hash, authority, provenance, status }) => ({
      id,
      version,
      hash,
      authority,
      provenance,
      status,
    })),
    needs: { ...needs, facts: { ...needs.facts }, answers: { ...needs.answers }, scores: { ...needs.scores } },
    record: { ...record, evidence: { ...record.evidence }, views: { ...record.views }, reasons: { ...record.reasons } },
    scores: each(budget.scores, ({ id, points, steps }) => ({ id, points, steps: each(steps, scoreStep) })),
    lines: each(budget.lines, line),
    streams: each(budget.streams, ({ stream, settled, waiting, refused }) => ({
      stream,
      settled,
      waiting: each(waiting, ({ line, state, pence }) => ({ line, state, pence })),
      refused: [...refused],
    })),
    total: {
      settled: total.settled,
      waiting: each(total.waiting, ({ line, state, pence }) => ({ line, state, pence })),
      refused: [...total.refused],
    },
    settings: [],
    tiers: each(budget.tiers, ({ tier, pence }) => ({ tier, pence })),
    manageable,
    funders: each(budget.funders, share),
    outcomes: each(budget.outcomes, share),
    flags: each(budget.flags, ({ id, kind, state, exceptional, evidence, at }) => ({
      id,
      kind,
      state,
      exceptional,
      evidence: each(evidence, ({ at, value, met }) => ({ at, value, met })),
      at,
    })),
    agreedBy: each(budget.agreedBy, ({ who, state }) => ({ who, state })),
    notices: [...budget.notices],
    principles: each(budget.principles, ({ principle, verdict, evidence }) => ({
      principle,
      verdict,
      evidence: each(evidence, proof),
    })),
  }
}

function each<T, U>(list: readonly T[], copy: (one: T) => U): U[] {
  const copies: U[] = []
  for (let i = 0; i < list.length; i++) copies.push(copy(list[i] as T))
  return copies
}

function share({ id, pence }: Share): Share {
  return { id, pence }
}

function amountOf(amount: Amount): Amount {
  return 'pence' in amount && amount.pence !== null ? { state: amount.state, pence: amount.pence } : amount
}

function line(of: BudgetLine): BudgetLine {
  const { id, table, title, stream, at, tier, amountIs, gate, contingency, locked, partYear, neighbours, legalBasis } =
    of
  return {
    id,
    table,
    title,
    stream,
    at,
    amount: amountOf(of.amount),
    steps: each(of.steps, step),
    provides: null,
    tier,
    amountIs,
    gate: gate && { decision: gate.decision, state: gate.state },
    funders: each(of.funders, share),
    outcomes: each(of.outcomes, share),
    contingency,
    locked,
    partYear: partYear && { pence: partYear.pence, part: partYear.part, outOf: partYear.outOf, unit: partYear.unit },
    neighbours: neighbours && {
      score: neighbours.score,
      points: neighbours.points,
      previous: neighbours.previous,
      row: neighbours.row,
      next: neighbours.next,
      away: neighbours.away,
    },
    legalBasis,
  }
}

function step(one: Step): Step {
  const { at } = one
  switch (one.op) {
    case 'when':
      return { op: 'when', met: one.met, after: one.after, at }
    case 'gate':
      return { op: 'gate', decision: one.decision, state: one.state, at }
    case 'look-up': {
      const { score, points, from, give, gives, keys, rate, times, band, after } = one
      return { op: 'look-up', score, points, from, give, gives, keys, rate, times, at, band, after }
    }
    case 'straight-line': {
      const { score, points, from, give, gives, keys, rate, times, next, nextGive, after } = one
      return { op: 'straight-line', score, points, from, give, gives, keys, rate, times, at, next, nextGive, after }
    }
    case 'each-point': {
      const { score, points, gives, rate, times, after } = one
      return { op: 'each-point', score, points, gives, rate, times, after, at }
    }
    case 'flat':
      return { op: 'flat', price: one.price, per: one.per, weight: one.weight, times: one.times, after: one.after, at }
    case 'times':
      return { op: 'times', name: one.name, factor: one.factor, before: one.before, after: one.after, at }
    case 'left-out':
      return { op: 'left-out', name: one.name, before: one.before, after: one.after, at }
    case 'at-most':
      return { op: 'at-most', name: one.name, limit: one.limit, before: one.before, after: one.after, at }
    case 'nearest':
      return { op: 'nearest', name: one.name, to: one.to, before: one.before, after: one.after, at }
    default:
      return { ...one }
  }
}

function scoreStep(one: ScoreStep): ScoreStep {
  switch (one.op) {
    case 'points':
      return { op: 'points', of: one.of, points: [...one.points] }
    case 'per-cent':
      return { op: 'per-cent', of: one.of, perCent: one.perCent, points: [...one.points] }
    default:
      return { ...one }
  }
}

function proof(one: CaseEvidence): CaseEvidence {
  switch (one.code) {
    case 'next-row':
      return { code: one.code, line: one.line, away: one.away, at: one.at }
    case 'to-read':
      return { code: one.code, lines: one.lines, steps: one.steps }
    case 'answers': {
      const { code, answered, withView, withEvidence } = one
      return { code, answered, withView, withEvidence }
    }
    case 'in-force':
      return { code: one.code, met: one.met }
    case 'took-part':
      return { code: one.code, count: one.count }
    default:
      return { ...one }
  }
}
