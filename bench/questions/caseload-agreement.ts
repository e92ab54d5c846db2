import { allocate, allocateCaseload, type CaseloadBudget, type IndicativeBudget, STATES } from '../../src/index.js'
import type { Kind } from '../assessments.js'
import { type Budgets, budgets } from '../by-hand/typed/all-columns.js'
import { FLAGS } from '../by-hand/typed/flags.js'
import { totals } from '../by-hand/typed/totals.js'
import { caseOf } from '../case-of.js'
import { caseload } from '../caseload.js'
import { westmarch } from '../westmarch.js'

/** In how many cases the library's columns differ from others. */
export interface CaseloadAgreement {
  readonly cases: number
  /** From the typed arrays, by column. */
  readonly columns: Readonly<Record<string, number>>
  /** From `allocate`, case by case, in anything that the columns tell. */
  readonly alone: { readonly cases: number; readonly differ: number }
  /** How many cases could not be worked out at all. */
  readonly problems: number
}

export function measure(kind: Kind, count: string, alone: string): CaseloadAgreement {
  const table = westmarch()
  const columns = caseload(Number(count), 7, kind)
  const library = allocateCaseload(table, columns)
  const byHand = budgets(columns)
  const few = Number(alone)
  let differ = 0
  for (let row = 0; row < few; row++) {
    const budget = allocate(caseOf(columns, row), table)
    if (JSON.stringify(told(library, row)) !== JSON.stringify(toldAlone(budget))) differ++
  }
  return {
    cases: columns.cases,
    columns: { ...compared(library, byHand), 'totals only': differing(library.total.settled, totals(columns).settled) },
    alone: { cases: few, differ },
    problems: library.problems.length,
  }
}

function compared({ lines, streams, total, flags }: CaseloadBudget, byHand: Budgets): Record<string, number> {
  const found: Record<string, number> = {}
  for (const { id, states, figures } of lines) {
    found[`${id}, state`] = differing(states, byHand.lines[id]?.states)
    found[`${id}, figure`] = differing(figures, byHand.lines[id]?.figures)
  }
  for (const { stream, settled, waiting } of streams) {
    found[`${stream}, settled`] = differing(settled, byHand.streams[stream]?.settled)
    found[`${stream}, waiting`] = differing(waiting, byHand.streams[stream]?.waiting)
  }
  found['total, settled'] = differing(total.settled, byHand.total.settled)
  found['total, waiting'] = differing(total.waiting, byHand.total.waiting)
  for (const [k, { id }] of flags.names.entries()) {
    const mine = FLAGS.indexOf(id as (typeof FLAGS)[number])
    for (const state of ['yes', 'unknown'] as const)
      found[`flag ${id}, ${state}`] = differing(bits(flags[state], k), bits([byHand[state]], mine))
  }
  return found
}

type Numbers = Uint8Array | Uint32Array | Float64Array

/** How many cases have another value; all of them, where the column is not there. */
function differing(ours: Numbers, others: Numbers | undefined): number {
  let differ = 0
  for (let row = 0; row < ours.length; row++) if (!Object.is(ours[row], others?.[row])) differ++
  return differ
}

function bits(words: readonly Uint32Array[], k: number): Uint8Array {
  const word = words[Math.floor(k / 32)]
  return Uint8Array.from(word ?? [], (flags) => (flags >>> (k % 32)) & 1)
}

function told({ lines, streams, total, flags }: CaseloadBudget, row: number): unknown {
  const flag = (k: number) => (bitAt(flags.yes, k, row) ? 'yes' : bitAt(flags.unknown, k, row) ? 'unknown' : 'no')
  return {
    lines: lines.map(({ id, states, figures }) => [id, STATES[states[row] ?? 0], orNull(figures[row])]),
    streams: streams.map(({ stream, settled, waiting }) => [stream, settled[row], waiting[row] === 1]),
    total: [total.settled[row], total.waiting[row] === 1],
    flags: flags.names.flatMap(({ id }, k) => (flag(k) === 'no' ? [] : [`${id} ${flag(k)}`])).sort(),
  }
}

function toldAlone({ lines, streams, total, flags }: IndicativeBudget): unknown {
  return {
    lines: lines.map(({ id, amount }) => [id, amount.state, 'pence' in amount ? amount.pence : null]),
    streams: streams.map(({ stream, settled, waiting }) => [stream, settled, waiting.length > 0]),
    total: [total.settled, total.waiting.length > 0],
    flags: flags.flatMap(({ id, state }) => (state === 'no' ? [] : [`${id} ${state}`])).sort(),
  }
}

function bitAt(words: readonly Uint32Array[], k: number, row: number): boolean {
  return (((words[Math.floor(k / 32)]?.[row] ?? 0) >>> (k % 32)) & 1) === 1
}

function orNull(figure: number | undefined): number | null {
  return figure === undefined || Number.isNaN(figure) ? null : figure
}
