import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { monotone } from '../../src/audit/monotone.js'
import { type Amount, type Assessment, allocate, loadTable, safeAllocate } from '../../src/index.js'
import { writtenOf } from '../../src/load/table.js'
import { law } from '../support/law.js'

/** Refer ranks above every amount; a line that is not open is what it would be. */
function rank(amount: Amount): number {
  return amount.state === 'refer' || amount.pence === null ? Number.POSITIVE_INFINITY : amount.pence
}

/** The same assessment with at least the points on every question and brought score, by the case's own number. */
function needier(assessment: Assessment, table: ReturnType<typeof loadTable>, number: number): Assessment {
  const answers = { ...assessment.answers }
  let turn = number
  for (const { ask } of Object.values(writtenOf(table).questions ?? {}))
    for (const [id, { levels }] of Object.entries(ask)) {
      const answer = answers[id]
      turn = (turn * 16807 + 11) % 2147483647
      if (answer === undefined || turn % 3 === 0) continue
      const worth = levels
        .flatMap((level) => Object.entries(level))
        .map(([level, points]) => ({ level, points: Number(points) }))
      const level = typeof answer === 'string' ? answer : answer.level
      const now =
        level === undefined
          ? Number((answer as { points?: unknown }).points)
          : (worth.find((one) => one.level === level)?.points ?? 0)
      const more = worth.filter(({ points }) => points >= now)
      const chosen = more[turn % Math.max(1, more.length)]
      if (chosen) answers[id] = chosen.level
    }
  const scores: Record<string, number | string> = { ...assessment.scores }
  for (const [id, score] of Object.entries(writtenOf(table).scores ?? {}))
    if ('brought' in score && turn % 2 === 0) scores[id] = score['at-most']
  return { ...assessment, answers, scores }
}

describe('law 4: more need never means less, wherever it is called proven', () => {
  law('on every proven line', ({ assessment, loaded, budget, number }) => {
    const verdicts = monotone(loaded)
    for (let round = 0; round < 4; round++) {
      const more = allocate(needier(assessment, loaded, number + round * 7919), loaded)
      for (const [i, { id, amount }] of budget.lines.entries()) {
        if (verdicts.find(({ line }) => line === id)?.verdict !== 'proven') continue
        expect(rank(more.lines[i]?.amount ?? amount)).toBeGreaterThanOrEqual(rank(amount))
      }
    }
  })
  law('no score ever falls as its points grow', ({ assessment, loaded, budget, number }) => {
    const more = allocate(needier(assessment, loaded, number), loaded)
    for (const [i, { points }] of budget.scores.entries()) expect(more.scores[i]?.points).toBeGreaterThanOrEqual(points)
  })
  law(
    'and where every line is proven, no total falls while the same lines are open',
    ({ assessment, loaded, budget, number }) => {
      if (monotone(loaded).some(({ verdict }) => verdict !== 'proven')) return
      const more = allocate(needier(assessment, loaded, number), loaded)
      const open = (one: typeof budget) => JSON.stringify(one.total.waiting.map(({ line }) => line))
      if (open(more) === open(budget)) expect(more.total.settled).toBeGreaterThanOrEqual(budget.total.settled)
    },
  )
  test('the shipped tables are proven, and a falling row or a closing door is not', () => {
    const norfolk = readFileSync('tables/norfolk/short-breaks-primary.yaml', 'utf8')
    const herefordshire = readFileSync('tables/herefordshire/high-needs-matrix.yaml', 'utf8')
    const westmarch = readFileSync('tables/westmarch/children-2026-27.yaml', 'utf8')
    for (const text of [norfolk, herefordshire, westmarch])
      expect(monotone(loadTable(text)).filter(({ verdict }) => verdict !== 'proven')).toEqual([])
    const falling = loadTable(norfolk.replace('give: 2800.00', 'give: 1200.00'))
    expect(monotone(falling)).toEqual([{ line: 'short-breaks', verdict: 'not proven' }])
    const at = (points: number) =>
      safeAllocate(
        { case: 'A1', date: '2026-05-01', facts: { age: 9, safeguarding: false }, scores: { points } },
        falling,
      )
    const [less, more] = [at(145), at(146)]
    expect(less.success && more.success && less.data.total.settled > more.data.total.settled).toBe(true)
    const closing = loadTable(
      westmarch.replace('when: { score: family-points, from: 30 }', 'when: { score: family-points, up-to: 30 }'),
    )
    expect(monotone(closing).filter(({ verdict }) => verdict !== 'proven')).toEqual([
      { line: 'carers', verdict: 'not proven' },
    ])
  })
})
