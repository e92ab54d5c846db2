import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { provenLines, provenScores } from '../../src/audit/monotone.js'
import { type Assessment, allocate, auditTable, type IndicativeBudget, loadTable } from '../../src/index.js'
import { planOf } from '../../src/load/table.js'
import { makeAssessment } from '../support/arbitrary/assessment.js'
import { fromChoices } from '../support/arbitrary/choices.js'
import type { TableTree } from '../support/arbitrary/known.js'
import { needier } from '../support/arbitrary/needier.js'
import { sharpened } from '../support/arbitrary/sharpened.js'
import { makeTable } from '../support/arbitrary/table.js'
import { tableText } from '../support/arbitrary/text.js'
import { RUNS } from '../support/law.js'
import { falls } from '../support/rank.js'

/** A tenth of what other laws have, since each table is tried with many pairs; in the long run twice as much. */
const TABLES = Math.max(10, RUNS >= 50_000 ? RUNS * 2 : Math.round(RUNS / 10))

interface Tried {
  readonly table: TableTree
  readonly cases: readonly { readonly less: Assessment; readonly needier: readonly Assessment[] }[]
}

/** A valid table with several cases, each beside several needier ones, drawn at random. */
const arbitraryTried: fc.Arbitrary<Tried> = fromChoices((pick) => {
  const made = makeTable(pick)
  const first = makeAssessment(pick, made)
  const table = sharpened(pick, made, first)
  const cases = [first, makeAssessment(pick, table), makeAssessment(pick, table), makeAssessment(pick, table)]
  return { table, cases: cases.map((less) => ({ less, needier: [0, 1, 2, 3].map(() => needier(pick, table, less)) })) }
})

function law(title: string, holds: (pair: Pair) => void): void {
  test(title, () => {
    fc.assert(
      fc.property(arbitraryTried, ({ table, cases }) => {
        const loaded = loadTable(tableText(table))
        const plan = planOf(loaded)
        const scores = provenScores(plan)
        const rising = plan.nodes.filter(({ index }) => scores[index]).map(({ id }) => id)
        const proven = { lines: provenLines(plan), scores: new Set(rising) }
        for (const one of cases) {
          const less = allocate(one.less, loaded)
          for (const more of one.needier) holds({ less, more: allocate(more, loaded), proven })
        }
      }),
      { numRuns: TABLES },
    )
  })
}

interface Pair {
  readonly less: IndicativeBudget
  readonly more: IndicativeBudget
  readonly proven: { readonly lines: readonly boolean[]; readonly scores: ReadonlySet<string> }
}

describe('law 4: more need never means less, wherever it is called proven', () => {
  law('no proven line has a counterexample, however long one looks for it', ({ less, more, proven }) => {
    const wrong = less.lines.filter((_, i) => proven.lines[i] && falls(less, more, i))
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  law('where every line is proven, no total falls while the same lines are open', ({ less, more, proven }) => {
    const open = (one: IndicativeBudget) => JSON.stringify(one.total.waiting.map(({ line }) => line))
    if (proven.lines.includes(false) || open(more) !== open(less)) return
    expect(more.total.settled).toBeGreaterThanOrEqual(less.total.settled)
  })

  law('no proven score falls', ({ less, more, proven }) => {
    for (const [i, { id, points }] of less.scores.entries())
      if (proven.scores.has(id)) expect(more.scores[i]?.points).toBeGreaterThanOrEqual(points)
  })
})

describe('the shipped tables', () => {
  const norfolk = readFileSync('tables/norfolk/short-breaks-primary.yaml', 'utf8')
  const westmarch = readFileSync('tables/westmarch/children-2026-27.yaml', 'utf8')

  test.each(['norfolk/short-breaks-primary', 'herefordshire/high-needs-matrix', 'westmarch/children-2026-27'])(
    '%s is proven, line by line',
    (name) => {
      const { lines } = auditTable(loadTable(readFileSync(`tables/${name}.yaml`, 'utf8')))
      expect(lines.filter(({ verdict }) => verdict !== 'proven')).toEqual([])
    },
  )

  test('a falling row is shown by two cases, which the engine works out so', () => {
    const falling = loadTable(norfolk.replace('give: 2800.00', 'give: 1200.00'))
    const [line] = auditTable(falling).lines
    if (line?.verdict !== 'counterexample') throw new Error(`not found: ${line?.verdict}`)
    const { less, more, at } = line.counterexample
    expect(at).toBe('/lines/short-breaks/price/rows/4')
    expect([less.amount, more.amount]).toEqual([
      { state: 'settled', pence: 150000 },
      { state: 'settled', pence: 120000 },
    ])
    for (const { assessment, amount } of [less, more])
      expect(allocate(assessment, falling).lines[0]?.amount).toEqual(amount)
    expect(Number(less.assessment.scores?.points)).toBeLessThan(Number(more.assessment.scores?.points))
  })

  test('a door that closes is shown at its condition', () => {
    const closing = loadTable(
      westmarch.replace('when: { score: family-points, from: 30 }', 'when: { score: family-points, up-to: 30 }'),
    )
    const shown = auditTable(closing).lines.filter(({ verdict }) => verdict !== 'proven')
    expect(shown).toMatchObject([
      { line: 'carers', verdict: 'counterexample', counterexample: { at: '/lines/carers/when' } },
    ])
  })
})
