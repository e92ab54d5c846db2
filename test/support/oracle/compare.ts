import type { Amount, BudgetLine, IndicativeBudget, Total } from '../../../src/allocate/budget.js'
import type { Step } from '../../../src/allocate/step.js'
import type { Assessment } from '../../../src/score/needs.js'
import { oracle } from './oracle.js'
import type { OracleAmount, OracleBudget, OracleLine, OracleStep, OracleSums, OracleTotal } from './result.js'

/** Every difference between a budget and the oracle’s, in words; none when they agree. */
export function compareWithOracle(budget: IndicativeBudget, table: unknown, assessment: Assessment): string[] {
  return differences(seen(budget), oracle(table, assessment), 'budget')
}

/** A budget, cut down to what the oracle speaks of. */
function seen(budget: IndicativeBudget): OracleBudget {
  return {
    date: budget.needs.date,
    scored: budget.needs.scored,
    scores: budget.scores.map(({ id, points }) => ({ id, points })),
    lines: budget.lines.map(seenLine),
    ...seenSums(budget),
    funders: budget.funders.filter(({ pence }) => pence !== 0),
    outcomes: budget.outcomes.filter(({ pence }) => pence !== 0),
    tiers: budget.tiers.map(({ tier, pence }) => ({ id: tier, pence })),
    manageable: budget.manageable,
    flags: budget.flags.map(({ id, kind, state, exceptional, evidence }) => {
      return { id, kind, state, exceptional, evidence: evidence.map(({ value, met }) => ({ value, met })) }
    }),
    settings: budget.settings.map((one) => ({
      setting: one.setting,
      lines: one.lines.map(seenLine),
      ...seenSums(one),
    })),
  }
}

function seenSums({ streams, total, agreedBy }: Pick<IndicativeBudget, 'streams' | 'total' | 'agreedBy'>): OracleSums {
  return {
    streams: streams.map((one) => ({ stream: one.stream, ...seenTotal(one) })),
    total: seenTotal(total),
    agreedBy,
  }
}

function seenLine(line: BudgetLine): OracleLine {
  const { gate, neighbours, partYear } = line
  return {
    id: line.id,
    stream: line.stream,
    tier: line.tier,
    amount: seenAmount(line.amount),
    steps: line.steps.map(seenStep),
    amountIs: line.amountIs,
    gate: gate && { decision: gate.decision, state: gate.state },
    provides: line.provides && { quantity: line.provides.quantity, of: line.provides.of },
    funders: line.funders,
    outcomes: line.outcomes,
    contingency: line.contingency,
    locked: line.locked,
    partYear: partYear && { pence: partYear.pence, part: partYear.part, outOf: partYear.outOf },
    neighbours: neighbours && {
      points: neighbours.points,
      previous: neighbours.previous,
      row: neighbours.row,
      next: neighbours.next,
      away: neighbours.away,
    },
    legalBasis: line.legalBasis,
  }
}

function seenAmount(amount: Amount): OracleAmount {
  return {
    state: amount.state,
    pence: 'pence' in amount ? amount.pence : null,
    to: 'to' in amount ? amount.to : null,
    quantity: amount.state === 'provides' ? amount.quantity : null,
    settings:
      amount.state === 'by-setting'
        ? amount.settings.map((one) => ({ setting: one.setting, amount: seenAmount(one.amount) }))
        : [],
  }
}

function seenStep(step: Step): OracleStep {
  const weight = 'weight' in step ? step.weight : null
  const keys = 'keys' in step ? step.keys : (weight?.keys ?? [])
  return {
    op: step.op,
    after: 'after' in step ? step.after : null,
    keys: keys.map(({ of, is }) => ({ of, is })),
    weight: weight === null ? null : Number(weight.factor),
    quantity: step.op === 'provides' ? step.quantity : null,
  }
}

function seenTotal({ settled, waiting, refused }: Total): OracleTotal {
  return { settled, waiting: waiting.map(({ line, state, pence }) => ({ line, state, pence })), refused }
}

/** Walks two values side by side and says where they part. */
function differences(got: unknown, want: unknown, path: string): string[] {
  if (Object.is(got, want)) return []
  if (typeof got !== 'object' || typeof want !== 'object' || got === null || want === null) {
    return [`${path} is ${said(got)}; the oracle says ${said(want)}`]
  }
  const keys = [...new Set([...Object.keys(got), ...Object.keys(want)])]
  return keys.flatMap((key) => differences(Reflect.get(got, key), Reflect.get(want, key), `${path}.${label(got, key)}`))
}

/** A value as a person reads it; JSON would say that −0 is 0. */
function said(value: unknown): string {
  return Object.is(value, -0) ? '-0' : (JSON.stringify(value) ?? 'missing')
}

/** Names an item of a list by its own name, where it has one. */
function label(list: object, key: string): string {
  const item: unknown = Reflect.get(list, key)
  const id: unknown = typeof item === 'object' && item !== null ? Reflect.get(item, 'id') : undefined
  return Array.isArray(list) && typeof id === 'string' ? `${key}(${id})` : key
}
