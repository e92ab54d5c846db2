import { describe, expect, it } from 'vitest'
import type { CaseChange, CaseloadDiff, Group } from '../../src/after/caseload/caseload-diff.js'
import { compareCaseload, openComparison } from '../../src/after/caseload/compare-caseload.js'
import {
  type Assessment,
  allocateCaseload,
  type CaseloadBudget,
  columnsOf,
  loadTable,
  STATES,
} from '../../src/index.js'
import { makeAssessment } from '../support/arbitrary/assessment.js'
import { fromChoices, type Pick } from '../support/arbitrary/choices.js'
import type { TableTree } from '../support/arbitrary/known.js'
import { laterOf } from '../support/arbitrary/later.js'
import { makeTable } from '../support/arbitrary/table.js'
import { tableText } from '../support/arbitrary/text.js'
import { lawOver, RUNS } from '../support/law.js'

interface Made {
  readonly earlier: TableTree
  readonly later: TableTree
  readonly cases: readonly Assessment[]
}

/** A table, a later version of it or another table altogether, and cases for either, some of which neither can read. */
function make(pick: Pick): Made {
  const earlier = makeTable(pick, {})
  const later = pick.chance(85) ? laterOf(pick, earlier) : makeTable(pick, {})
  const cases = Array.from({ length: 12 }, (_, i): Assessment => {
    const made = makeAssessment(pick, pick.chance(70) ? earlier : later)
    const spoilt = pick.chance(5) ? { ...made, date: '2026-02-30' } : made
    return { ...spoilt, case: `case-${pick.chance(10) ? 0 : i}` }
  })
  return { earlier, later, cases }
}

const law = lawOver(
  () => fromChoices(make),
  ({ earlier, later, cases }) => {
    const [old, by] = [loadTable(tableText(earlier)), loadTable(tableText(later))]
    return { old, by, cases, diff: compareCaseload(old, by, cases) }
  },
  Math.ceil(RUNS / 5),
)

describe('a comparison over a caseload', () => {
  law('comes to what the caseload engine says of each table alone', ({ old, by, cases, diff }) => {
    const { add } = openComparison(old, by)
    const results = cases.map((one) => ({ one, result: add(one) }))
    const quantities = { before: 0, after: 0 }
    const both = results.filter(({ result }) => result.old.success && result.new.success)
    for (const [side, table, which] of [
      ['before', old, 'old'],
      ['after', by, 'new'],
    ] as const) {
      const read = both.map(({ one, result }) => (result[which].success ? asRead(one, result[which].data.needs) : one))
      const whole = allocateCaseload(table, columnsOf(read))
      expect(whole.problems).toEqual([])
      expect(diff.settled.total[side]).toBe(sum(whole.total.settled))
      expect(diff.atLeast[side]).toBe(sum(whole.total.waiting))
      for (const { stream, settled } of whole.streams)
        expect(diff.settled.streams.find(({ id }) => id === stream)?.[side]).toBe(sum(settled))
      for (const { result } of both)
        if (result[which].success)
          for (const { amount } of result[which].data.lines)
            if (amount.state === 'provides') quantities[side] += Math.round(100 * amount.quantity)
      expect(sum(diff.provided.map((one) => one[side]))).toBe(quantities[side])
      expect(Object.fromEntries(diff.settled.lines.map((line) => [line.id, line[side]]))).toMatchObject(linesIn(whole))
      for (const [k, { id }] of whole.flags.names.entries())
        expect([id, diff.flags.find((flag) => flag.id === id)?.[side]]).toEqual([id, raised(whole, k)])
    }
  })

  law('adds up: by stream, outcome, funder and line, and case by case', ({ diff, cases }) => {
    const { settled, comparable, readable } = diff
    for (const side of ['before', 'after'] as const) {
      for (const parts of [settled.streams, settled.outcomes, settled.funders, settled.lines])
        expect(sum(parts.map((one) => one[side]))).toBe(settled.total[side])
      // What is left out is what is settled and cannot be compared.
      expect(comparable.total[side] + comparable.leftOut[side]).toBe(settled.total[side])
    }
    expect(comparable.gain.cases + comparable.lose.cases + comparable.stay + comparable.unknown).toBe(readable.both)
    expect(comparable.unknown).toBeLessThanOrEqual(comparable.leftOut.cases)
    // Whoever is not in the picture does not change.
    expect(sum(diff.dots.dots.map(({ before, after, cases }) => (after - before) * cases))).toBe(
      comparable.total.after - comparable.total.before,
    )
    expect(sum(diff.dots.dots.map((dot) => dot.cases))).toBe(readable.both - comparable.unknown)
    expect(comparable.gain.pence - comparable.lose.pence).toBe(comparable.total.after - comparable.total.before)
    expect(readable.both + readable.old + readable.new + readable.neither).toBe(cases.length)
    expect(sum(diff.buckets.map((one) => one.cases))).toBe(readable.both - comparable.unknown)
    expect(sum(diff.agreedBy.map((one) => one.cases))).toBe(readable.both)
    expect(diff.losers).toHaveLength(comparable.lose.cases)
    expect(sum(diff.losers.map(({ before, after }) => before - after))).toBe(comparable.lose.pence)
    for (const groups of [diff.forms, diff.settings].filter((all) => all.length > 0))
      expect(addedUp(groups)).toEqual({ ...comparable.total, cases: readable.both })
  })

  law('of a table with itself finds no change', ({ old, cases }) => {
    const diff = compareCaseload(old, old, cases)
    const { comparable, settled, referred, flags, readable } = diff
    expect([comparable.gain.cases, comparable.lose.cases, readable.old, readable.new]).toEqual([0, 0, 0, 0])
    expect(comparable.total.before).toBe(comparable.total.after)
    expect(settled.total.before).toBe(settled.total.after)
    expect([referred.newly, referred.noLonger, diff.losers.length]).toEqual([0, 0, 0])
    expect(diff.provided.filter(({ before, after }) => before !== after)).toEqual([])
    expect(flags.filter(({ appeared, vanished }) => appeared + vanished > 0)).toEqual([])
    expect(diff.agreedBy.filter(({ before, after }) => before !== after)).toEqual([])
    expect(diff.percentiles.filter(({ change }) => change !== 0)).toEqual([])
  })

  law('of the tables the other way round says everything the other way round', ({ old, by, cases, diff }) => {
    expect(sides(compareCaseload(by, old, cases))).toEqual(sides(swapped(diff)))
  })

  law('says the same in whatever order the cases come', ({ old, by, cases, diff }) => {
    expect(compareCaseload(old, by, [...cases].reverse())).toEqual(diff)
  })

  law('is plain data', ({ diff }) => {
    expect(JSON.parse(JSON.stringify(diff))).toEqual(diff)
  })

  const seen = { gain: false, lose: false, leftOut: false, provided: false, flag: false }
  law('has something to compare', ({ diff }) => {
    seen.gain ||= diff.comparable.gain.cases > 0
    seen.lose ||= diff.comparable.lose.cases > 0
    seen.leftOut ||= diff.comparable.leftOut.lines > 0
    seen.provided ||= diff.provided.some(({ before, after }) => before !== after)
    seen.flag ||= diff.referredFlags.length > 0
  })

  it.runIf(RUNS >= 500)(
    'is tried on tables that differ, with cases that gain, that lose, that are open, in hours and flagged',
    () => {
      expect(seen).toEqual({ gain: true, lose: true, leftOut: true, provided: true, flag: true })
    },
  )
})

/** The part of an assessment that a table read. */
function asRead(
  one: Assessment,
  needs: { readonly form: string | null; readonly facts: object; readonly answers: object; readonly scores: object },
): Assessment {
  const own = (values: object | undefined, names: object) =>
    Object.fromEntries(Object.entries(values ?? {}).filter(([name]) => Object.hasOwn(names, name)))
  const { form, ...rest } = one
  return {
    ...rest,
    ...(needs.form === null || form === undefined ? {} : { form }),
    facts: own(one.facts, needs.facts),
    // An answer that this table does not ask here was left out.
    answers: own(
      one.answers,
      Object.fromEntries(Object.entries(needs.answers).filter(([, answer]) => answer !== null)),
    ),
    scores: own(one.scores, needs.scores),
  }
}

function linesIn({ lines }: CaseloadBudget): Readonly<Record<string, number>> {
  return Object.fromEntries(
    lines.map(({ id, states, figures }) => {
      const settled = [...figures].filter((_, i) => STATES[states[i] ?? 0] === 'settled')
      return [id, sum(settled)]
    }),
  )
}

function raised({ flags }: CaseloadBudget, k: number): number {
  return [...(flags.yes[k >> 5] ?? [])].filter((word) => (word >>> (k & 31)) & 1).length
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}

function addedUp(groups: readonly Group[]) {
  return {
    before: sum(groups.map(({ before }) => before)),
    after: sum(groups.map(({ after }) => after)),
    cases: sum(groups.map(({ cases }) => cases)),
  }
}

/** What has two sides. Titles, percentages of one side, groups by the earlier table and the lower middle have none. */
function sides({
  tables,
  readable,
  settled,
  atLeast,
  comparable,
  losers,
  referred,
  referredLines,
  referredFlags,
  provided,
  flags,
  agreedBy,
  buckets,
  dots,
  percentiles,
}: CaseloadDiff) {
  const bare = <T extends { readonly title: string }>({ title: _, ...rest }: T) => rest
  const { gain, loss } = comparable.biggest
  return {
    ...{ tables, readable, atLeast, referred, referredFlags, flags, buckets, dots: dots.square },
    comparable: { ...comparable, biggest: { gain, loss } },
    losers: losers.length,
    settled: [
      settled.total,
      ...[settled.streams, settled.outcomes, settled.funders, settled.lines].map((all) => all.map(bare)),
    ],
    referredLines: referredLines.map(bare),
    provided: provided.map(bare),
    agreedBy: new Set(agreedBy.map((one) => JSON.stringify([one.before, one.after, one.cases]))),
    pairs: new Set(dots.dots.map((one) => JSON.stringify([one.before, one.after, one.cases]))),
    percentiles: percentiles.filter(({ perCent }) => perCent !== 50),
  }
}

/** The same with before and after, old and new, gain and loss in each other's places. */
function swapped(diff: CaseloadDiff): CaseloadDiff {
  const turn = <T extends { readonly before: unknown; readonly after: unknown }>(one: T): T => ({
    ...one,
    before: one.after,
    after: one.before,
  })
  const change = (one: CaseChange | null) => (one === null ? null : turn(one))
  const { comparable, settled, readable, tables } = diff
  const refers = <
    T extends {
      readonly newly: number
      readonly noLonger: number
      readonly newlySome: readonly string[]
      readonly noLongerSome: readonly string[]
    },
  >(
    one: T,
  ): T => ({
    ...one,
    newly: one.noLonger,
    noLonger: one.newly,
    newlySome: one.noLongerSome,
    noLongerSome: one.newlySome,
  })
  return {
    ...diff,
    tables: { old: tables.new, new: tables.old },
    readable: { ...readable, old: readable.new, new: readable.old },
    atLeast: turn(diff.atLeast),
    settled: {
      total: turn(settled.total),
      streams: settled.streams.map(turn),
      outcomes: settled.outcomes.map(turn),
      funders: settled.funders.map(turn),
      lines: settled.lines.map(turn),
    },
    comparable: {
      ...comparable,
      total: turn(comparable.total),
      gain: comparable.lose,
      lose: comparable.gain,
      biggest: { ...comparable.biggest, gain: change(comparable.biggest.loss), loss: change(comparable.biggest.gain) },
      leftOut: turn(comparable.leftOut),
    },
    losers: Array.from({ length: comparable.gain.cases }, () => ({ case: '', before: 0, after: 0 })),
    referred: refers(diff.referred),
    referredLines: diff.referredLines.map((one) => refers(turn(one))),
    referredFlags: diff.referredFlags.map((one) => refers(turn(one))),
    provided: diff.provided.map(turn),
    flags: diff.flags.map((one) => ({
      ...turn(one),
      kindBefore: one.kindAfter,
      kindAfter: one.kindBefore,
      appeared: one.vanished,
      vanished: one.appeared,
      openBefore: one.openAfter,
      openAfter: one.openBefore,
    })),
    agreedBy: diff.agreedBy.map(turn),
    buckets: [...diff.buckets].reverse().map(({ from, to, cases }) => ({
      from: to === null ? null : 0 - to,
      to: from === null ? null : 0 - from,
      cases,
    })),
    dots: { ...diff.dots, dots: diff.dots.dots.map(turn) },
    percentiles: [...diff.percentiles]
      .reverse()
      .map(({ perCent, change }) => ({ perCent: 100 - perCent, change: 0 - change })),
  }
}
