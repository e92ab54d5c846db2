import { expect } from 'vitest'
import {
  type Assessment,
  allocateCaseload,
  type CaseloadBudget,
  columnsOf,
  type IndicativeBudget,
  STATES,
  safeAllocate,
  type Tables,
} from '../../src/index.js'

/** What a caseload says of one case, as far as it says anything. */
export interface CaseSaid {
  readonly lines: Readonly<Record<string, readonly [state: string, figure: number | null]>>
  readonly streams: Readonly<Record<string, readonly [settled: number, atLeast: boolean]>>
  readonly total: readonly [settled: number, atLeast: boolean]
  /** Every flag that is yes or unknown, sorted; a flag of a cap as often as the cap was reached. */
  readonly yes: readonly string[]
  readonly unknown: readonly string[]
}

/** A case as `allocate` says it, with the problems if it cannot be read. */
export function saidAlone(assessment: Assessment, tables: Tables): CaseSaid | readonly unknown[] {
  const result = safeAllocate(assessment, tables)
  return result.success ? saidIn(result.data) : result.error.findings
}

function saidIn({ lines, streams, total, flags }: IndicativeBudget): CaseSaid {
  const state = (wanted: string) => flags.flatMap(({ id, state }) => (state === wanted ? [id] : [])).sort()
  return {
    lines: Object.fromEntries(
      lines.map(({ id, amount, provides }) => {
        const hours = provides?.quantity ?? null
        const pence = 'pence' in amount ? amount.pence : null
        return [id, [amount.state, provides ? hours && Math.round(hours * 100) : pence]]
      }),
    ),
    streams: Object.fromEntries(
      streams.map(({ stream, settled, waiting }) => [stream, [settled, waiting.length > 0] as const]),
    ),
    total: [total.settled, total.waiting.length > 0],
    yes: state('yes'),
    unknown: state('unknown'),
  }
}

/** The same case as it stands in the columns of a caseload. */
export function saidInColumns(budget: CaseloadBudget, i: number): CaseSaid | readonly unknown[] {
  const problem = budget.problems.find(({ row }) => row === i)
  const { lines, streams, total, flags } = budget
  if (problem) return problem.findings
  const bits = (words: readonly Uint32Array[]) =>
    flags.names.flatMap(({ id }, k) => (((words[k >> 5]?.[i] ?? 0) >>> (k & 31)) & 1 ? [id] : [])).sort()
  return {
    lines: Object.fromEntries(
      lines.map(({ id, states, figures }) => {
        const figure = figures[i] ?? Number.NaN
        return [id, [STATES[states[i] ?? 0] ?? '', Number.isNaN(figure) ? null : figure]]
      }),
    ),
    streams: Object.fromEntries(
      streams.map(({ stream, settled, waiting }) => [stream, [settled[i] ?? -1, waiting[i] === 1] as const]),
    ),
    total: [total.settled[i] ?? -1, total.waiting[i] === 1],
    yes: bits(flags.yes),
    unknown: bits(flags.unknown),
  }
}

/** An assessment without what a caseload does not carry. */
export function bare({ date, form, facts, answers, scores, exceptional }: Assessment): Assessment {
  return JSON.parse(JSON.stringify({ case: 'case-1', date, form, facts, answers, scores, exceptional }))
}

/** Every case in columns is as `allocate` says it, one by one. */
export function expectAlike(tables: Tables, assessments: readonly Assessment[]): void {
  const budget = allocateCaseload(tables, columnsOf(assessments))
  expect(assessments.map((_, i) => saidInColumns(budget, i))).toEqual(
    assessments.map((assessment) => saidAlone(assessment, tables)),
  )
}

/** Each with each other’s facts, day or answers: most of them worked out, some not to be read. */
export function crossed(all: readonly Assessment[]): Assessment[] {
  return all.flatMap((one, i) => {
    const other = all[(i * 7 + 3) % all.length]
    const third = all[(i * 5 + 1) % all.length]
    return other && third
      ? [
          one,
          { ...one, date: other.date },
          { ...one, facts: other.facts ?? {} },
          { ...other, answers: third.answers ?? {} },
        ].map(bare)
      : []
  })
}
