import { Decimal } from 'decimal.js'
import * as fc from 'fast-check'
import { describe, expect } from 'vitest'
import { compare } from '../../src/diagnostic.js'
import { type Amount, allocate } from '../../src/index.js'
import { divide, type Rounding, share } from '../../src/pence.js'
import { law, property } from '../support/law.js'
import { compareWithOracle } from '../support/oracle/compare.js'
import { figureOf, refold } from '../support/refold.js'
import { refoldScore } from '../support/refold-score.js'

/** The figure of an amount; nothing where people decide, hours are provided, or the setting is not known. */
const figureIn = (amount: Amount) => ('pence' in amount ? (amount.pence ?? 0) : 0)
const sum = (shares: readonly { readonly pence: number }[]) => shares.reduce((total, { pence }) => total + pence, 0)

describe('law 1: pure', () => {
  law('the same input gives the same bytes', ({ assessment, loaded, budget }) => {
    expect(JSON.stringify(allocate(assessment, loaded))).toBe(JSON.stringify(budget))
  })
  law('inputs are not touched, even where they could be', ({ assessment, loaded }) => {
    const before = JSON.stringify(assessment)
    allocate(assessment, loaded)
    expect(JSON.stringify(assessment)).toBe(before)
  })
})

describe('law 2: everything adds up', () => {
  law('funders add up to the figure of their line', ({ budget }) => {
    for (const { amount, funders } of budget.lines) expect(sum(funders)).toBe(figureIn(amount))
  })
  law('outcomes add up to the figure of their line', ({ budget }) => {
    for (const { amount, outcomes } of budget.lines) expect(sum(outcomes)).toBe(figureIn(amount))
  })
  law('contingency, what a contract holds, and part of a year lie inside the figure', ({ budget }) => {
    for (const { amount, contingency, locked, partYear } of budget.lines) {
      const figure = figureIn(amount)
      for (const part of [contingency ?? 0, locked ?? 0, partYear?.pence ?? 0]) {
        expect(part).toBeGreaterThanOrEqual(0)
        expect(part).toBeLessThanOrEqual(figure)
      }
    }
  })
  law('streams, funders and outcomes each add up to the settled total', ({ budget }) => {
    const settled = budget.lines.reduce(
      (total, { amount }) => total + (amount.state === 'settled' ? amount.pence : 0),
      0,
    )
    expect(budget.total.settled).toBe(settled)
    expect(budget.streams.reduce((total, stream) => total + stream.settled, 0)).toBe(settled)
    expect(sum(budget.funders)).toBe(settled)
    expect(sum(budget.outcomes)).toBe(settled)
  })
  law('tiers lie inside the settled total, and so does what can be managed', ({ budget }) => {
    expect(sum(budget.tiers)).toBeLessThanOrEqual(budget.total.settled)
    expect(budget.manageable ?? 0).toBeLessThanOrEqual(budget.total.settled)
    expect(budget.manageable ?? 0).toBeGreaterThanOrEqual(0)
  })
  law('every setting has the lines that are the same in all, and one of each that differs', ({ budget }) => {
    const same = budget.lines.filter(({ amount }) => amount.state !== 'by-setting')
    for (const { lines, total, streams } of budget.settings) {
      expect(lines.length + same.length).toBe(budget.lines.length)
      const all = [...same, ...lines]
      const settled = all.reduce((so, { amount }) => so + (amount.state === 'settled' ? amount.pence : 0), 0)
      expect(total.settled).toBe(settled)
      expect(streams.reduce((so, stream) => so + stream.settled, 0)).toBe(settled)
    }
  })
  law('every line is settled, waiting, refused or referred, and counted in exactly that place', ({ budget }) => {
    for (const { id, amount, provides } of budget.lines) {
      expect(budget.total.waiting.some(({ line }) => line === id)).toBe(
        provides === null && ['waiting', 'refer', 'by-setting'].includes(amount.state),
      )
      expect(budget.total.refused.includes(id)).toBe(amount.state === 'refused')
    }
  })
  law('no figure is negative, a part of a penny, or a negative nothing', ({ budget }) => {
    for (const { amount } of budget.lines) {
      const figure = figureIn(amount)
      expect(Number.isSafeInteger(figure) && figure >= 0 && !Object.is(figure, -0)).toBe(true)
    }
  })
  property(
    'a split adds up, and no part is a whole penny off',
    fc.tuple(fc.nat({ max: 1e9 }), fc.array(fc.nat({ max: 1e6 }), { minLength: 1, maxLength: 12 })),
    ([amount, weights]) => {
      const parts = share(amount, weights)
      expect(parts.reduce((a, b) => a + b, 0)).toBe(amount)
      const used = weights.every((weight) => weight === 0) ? weights.map(() => 1) : weights
      const total = BigInt(used.reduce((a, b) => a + b, 0))
      for (const [i, part] of parts.entries()) {
        const off = BigInt(part) * total - BigInt(amount) * BigInt(used[i] ?? 0)
        expect(off > -total && off < total).toBe(true)
      }
    },
  )
})

describe('law 3: an independent oracle in fractions agrees', () => {
  law('on every figure of every generated table', ({ budget, table, assessment }) => {
    expect(compareWithOracle(budget, table, assessment)).toEqual([])
  })
  property(
    'one division rounds as decimal.js does, up to the proven bound',
    fc.tuple(
      fc.integer({ min: -(2 ** 52), max: 2 ** 52 }),
      fc.integer({ min: 1, max: 2 ** 40 }),
      fc.constantFrom<Rounding>('half up', 'half even', 'down'),
    ),
    ([numerator, denominator, rounding]) => {
      const modes = {
        'half up': Decimal.ROUND_HALF_CEIL,
        'half even': Decimal.ROUND_HALF_EVEN,
        down: Decimal.ROUND_DOWN,
      } as const
      const Exact = Decimal.clone({ precision: 60, rounding: modes[rounding] })
      const expected = new Exact(numerator).div(denominator).toDecimalPlaces(0).toNumber()
      expect(divide(numerator, denominator, rounding)).toBe(expected + 0)
    },
  )
  property(
    'and so does one that is a tie, or one off a tie',
    fc.tuple(
      fc.integer({ min: -(2 ** 30), max: 2 ** 30 }),
      fc.integer({ min: 1, max: 2 ** 20 }),
      fc.constantFrom(-1, 0, 1),
    ),
    ([quotient, half, off]) => {
      const numerator = quotient * 2 * half + half + off
      const up = divide(numerator, 2 * half, 'half up')
      expect(up).toBe(off < 0 ? (half === 1 ? quotient : quotient) : quotient + 1)
    },
  )
})

describe('law 5: every step shows before and after', () => {
  law('each change begins where the step before it ended, and the amount is the last step', ({ budget }) => {
    for (const { steps, amount, provides } of budget.lines) {
      let after: number | null = 0
      for (const step of steps) {
        if ('before' in step) expect(step.before).toBe(after)
        if ('after' in step) after = step.after
      }
      const isScored = steps.at(-1)?.op !== 'not-scored'
      if (provides === null && 'pence' in amount) expect(amount.pence).toBe(isScored ? after : null)
      if (amount.state === 'provides' && after === null)
        expect(steps.at(-1)).toMatchObject({ op: 'provides', quantity: amount.quantity, of: amount.of })
    }
  })
  law('a cap that was reached raises a flag and keeps the figure before it', ({ budget }) => {
    for (const { id, steps } of budget.lines)
      for (const step of steps)
        if (step.op === 'at-most') {
          const flag = budget.flags.find((one) => one.id === `${id}/${step.name}`)
          expect(flag?.evidence[0]?.value).toBe(step.before > step.limit ? step.before : undefined)
        }
  })
  law('the steps alone fold to the same figures', ({ budget, loaded }) => {
    for (const line of budget.lines) expect(refold(line.steps, loaded.rounding)).toEqual(line.steps.map(figureOf))
  })
})

describe('law 5: every step of a score does too', () => {
  law('the steps alone fold to the same points', ({ budget }) => {
    for (const { points, steps } of budget.scores) {
      const folded = refoldScore(steps)
      expect(folded.at(-1)).toBe(points)
      for (const [i, step] of steps.entries()) if ('after' in step) expect(folded[i]).toBe(step.after)
      for (const [i, step] of steps.entries()) if ('before' in step) expect(folded[i - 1]).toBe(step.before)
    }
  })
  law('the highest is the highest, and of several the first by name', ({ budget }) => {
    for (const step of budget.scores.flatMap(({ steps }) => steps)) {
      if (step.op !== 'highest') continue
      const most = Math.max(...step.points)
      const first = [...step.of].sort(compare).find((name) => step.points[step.of.indexOf(name)] === most)
      expect(step.highest).toBe(first)
    }
  })
})

describe('law 6: no match is never nothing, the last row, or null', () => {
  law('points lie in their row: from it on, and before the next', ({ budget }) => {
    for (const { neighbours } of budget.lines)
      if (neighbours) {
        expect(neighbours.points).toBeGreaterThanOrEqual(neighbours.row.from)
        if (neighbours.next) expect(neighbours.points).toBeLessThan(neighbours.next.from)
      }
  })
  law('a row that refers gives no figure and says who decides', ({ budget }) => {
    for (const { amount, steps, gate } of budget.lines) {
      const last = steps.at(-1)
      const byRow = (last?.op === 'look-up' || last?.op === 'category') && last.give === 'refer'
      const refers = byRow || last?.op === 'people-decide' || last?.op === 'not-scored'
      if (refers && gate?.state !== 'refused') expect(amount.state).toBe('refer')
      if (amount.state === 'refer') expect(refers && amount.to !== '').toBe(true)
    }
  })
})
