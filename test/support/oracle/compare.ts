import type { BudgetLine, IndicativeBudget, Total } from '../../../src/allocate/budget.js'
import type { Assessment } from '../../../src/score/needs.js'
import { oracle } from './oracle.js'
import type { OracleBudget, OracleLine } from './result.js'

/** Every difference between a budget and the oracle’s, in words; none when they agree. */
export function compareWithOracle(budget: IndicativeBudget, table: unknown, assessment: Assessment): string[] {
  return differences(seen(budget), oracle(table, assessment), 'budget')
}

/** A budget, cut down to what the oracle speaks of. */
function seen(budget: IndicativeBudget): OracleBudget {
  return {
    scores: budget.scores.map(({ id, points }) => ({ id, points })),
    lines: budget.lines.map(seenLine),
    streams: budget.streams.map((one) => ({ stream: one.stream, ...seenTotal(one) })),
    total: seenTotal(budget.total),
    funders: budget.funders.filter(({ pence }) => pence !== 0),
    outcomes: budget.outcomes.filter(({ pence }) => pence !== 0),
    flags: budget.flags.map(({ id, kind, state, exceptional, evidence }) => {
      const before = evidence[0]?.value
      return { id, kind, state, exceptional, capped: kind === 'cap' && typeof before === 'number' ? before : null }
    }),
    agreedBy: budget.agreedBy,
  }
}

function seenLine(line: BudgetLine): OracleLine {
  const { amount, gate, neighbours, partYear } = line
  return {
    id: line.id,
    stream: line.stream,
    state: amount.state,
    pence: amount.state === 'refer' ? null : amount.pence,
    to: amount.state === 'refer' ? amount.to : null,
    steps: line.steps.map((step) => ({ op: step.op, after: 'after' in step ? step.after : null })),
    amountIs: line.amountIs,
    gate: gate && { decision: gate.decision, state: gate.state },
    funders: line.funders,
    outcomes: line.outcomes,
    contingency: line.contingency,
    partYear: partYear && { pence: partYear.pence, part: partYear.part, outOf: partYear.outOf },
    neighbours: neighbours && {
      points: neighbours.points,
      previous: neighbours.previous?.from ?? null,
      row: neighbours.row.from,
      next: neighbours.next?.from ?? null,
      away: neighbours.away,
    },
    legalBasis: line.legalBasis,
  }
}

function seenTotal({ settled, waiting, refused }: Total) {
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
