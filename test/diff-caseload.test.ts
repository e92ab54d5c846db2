import { describe, expect, it } from 'vitest'
import type { CaseloadDiff } from '../src/after/caseload/caseload-diff.js'
import { compareCaseload } from '../src/after/caseload/compare-caseload.js'
import { firstFew } from '../src/after/caseload/first-few.js'
import { isOver, type Limit, readLimit, visibly } from '../src/after/caseload/limits.js'
import { pounds } from '../src/after/caseload/pounds.js'
import { bucketsOf, dotsOf, type Figures, MOST_DOTS } from '../src/after/caseload/spread.js'
import { checkTolerances } from '../src/after/caseload/tolerances.js'
import { percentage } from '../src/after/percentage.js'
import { loadTable } from '../src/index.js'
import { describe as inWords } from '../src/load/finding-words/describe.js'
import { must } from '../src/must.js'
import { before, caseOf, casesOf, later } from './support/diff.js'

// 4 × £1,000 + 3 × £2,000 + £5,000 = £15,000; the last one is referred and in no total.
const CASES = casesOf(10, 20, 30, 40, 50, 60, 70, 100, 160)

const diffTo = (text: string, cases: Iterable<unknown> = CASES) => compareCaseload(before, loadTable(text), cases)
const over = (diff: CaseloadDiff, limits: Readonly<Record<string, string>>) =>
  checkTolerances(diff, Object.fromEntries(Object.entries(limits).map(([key, text]) => [key, limit(text)])))
const limit = (text: string): Limit => must(readLimit(text) ?? undefined)
const mends = (diff: CaseloadDiff) => over(diff, { loss: '100%' }).findings.map((one) => inWords(one).mend)
const messages = (diff: CaseloadDiff, limits: Readonly<Record<string, string>>) =>
  over(diff, limits).findings.map((one) => `${one.code} ${inWords(one).message}`)

describe('a draft that raises the total by 3%', () => {
  // Of three cases £2,000 becomes £2,150: 3 × £150 = £450, which is 3% of £15,000.
  const diff = diffTo(later(['give: 2000.00', 'give: 2150.00']))

  it('comes to the figures that are worked out by hand', () => {
    expect(diff).toMatchObject({
      cases: 9,
      readable: { both: 9, old: 0, new: 0, neither: 0 },
      settled: { total: { before: 1_500_000, after: 1_545_000 } },
      atLeast: { before: 1, after: 1 },
      comparable: {
        total: { before: 1_500_000, after: 1_545_000 },
        gain: { cases: 3, pence: 45_000 },
        lose: { cases: 0, pence: 0 },
        // The one that is referred does not stay the same: what it comes to is not known.
        stay: 5,
        unknown: 1,
        biggest: { gain: { case: 'C-5', before: 200_000, after: 215_000 }, loss: null },
        leftOut: { lines: 1, cases: 1, before: 0, after: 0 },
      },
      losers: [],
    })
    expect(diff.bands).toEqual([
      {
        line: 'short-breaks',
        title: 'Short breaks',
        leftOut: 1,
        groups: [
          { name: 'small', cases: 4, before: 400_000, after: 400_000, ...still },
          { name: 'some', cases: 3, before: 600_000, after: 645_000, ...still, gain: { cases: 3, pence: 45_000 } },
          { name: 'lots', cases: 1, before: 500_000, after: 500_000, ...still },
        ],
      },
    ])
    // Of eight: five times nothing, three times £150.
    expect(diff.percentiles.map(({ change }) => change)).toEqual([0, 0, 0, 0, 15_000, 15_000, 15_000])
    expect(diff.buckets.filter(({ cases }) => cases > 0)).toEqual([
      { from: 0, to: 0, cases: 5 },
      { from: 10_000, to: 50_000, cases: 3 },
    ])
    expect(diff.dots).toEqual({
      square: null,
      dots: [
        { before: 100_000, after: 100_000, cases: 4 },
        { before: 200_000, after: 215_000, cases: 3 },
        { before: 500_000, after: 500_000, cases: 1 },
      ],
    })
  })

  it('fails under a tolerance of 0.5%, with the figure', () => {
    expect(messages(diff, { totalChange: '0.5%' })).toEqual([
      'RAS911 The total changes by +3.00% (+£450.00 a year), and at most 0.5% is allowed.',
    ])
    expect(over(diff, { totalChange: '0.5%' }).findings[0]).toMatchObject({ at: '/version', on: 'value' })
  })

  it.each([
    ['3%', 0],
    ['2.9999%', 1],
    ['450', 0],
    ['449.99', 1],
    ['100%', 0],
  ])('under a limit of %s gives %i findings: exactly at the limit is within it', (text, count) => {
    expect(over(diff, { totalChange: text }).findings).toHaveLength(count)
  })

  it('shows as many digits as it takes to see that it is over', () => {
    expect(messages(diff, { totalChange: '2.9999%' })[0]).toContain('+3.00%')
    // One penny of £333,333.33 is 0.000003%: with two digits it would read 0.00%.
    expect(visibly(limit('0%'), 1, 33_333_333)).toBe('+0.000003%')
    expect(visibly(limit('0.5%'), -50_001, 10_000_000)).toBe('−0.50001%')
    expect(visibly(limit('99%'), -99_999, 100_000)).toBe('−99.999%')
    expect(visibly(limit('500'), -99_999, 100_000)).toBe('over −99.99%')
  })
})

const still = { gain: { cases: 0, pence: 0 }, lose: { cases: 0, pence: 0 }, biggestLoss: null }

describe('a draft that costs a single child £2,000', () => {
  // At 100 points £5,000 becomes £3,000: 40%. Only C-8 is there.
  const diff = diffTo(later(['give: 5000.00', 'give: 3000.00']))

  it.each([
    ['500', '£500.00'],
    ['1999.99', '£1,999.99'],
    ['10%', '10%'],
    ['39.9999%', '39.9999%'],
  ])('fails under --max-loss %s and names the case', (text, shown) => {
    expect(messages(diff, { loss: text })).toEqual([
      `RAS912 Case C-8 loses £2,000.00 (40.00%) a year, from £5,000.00 to £3,000.00, and at most ${shown} is allowed.`,
    ])
  })
  it.each(['2000', '40%', '100%'])('passes under --max-loss %s', (text) => {
    expect(over(diff, { loss: text }).findings).toEqual([])
  })
  it('is the biggest loss, in pounds and in per cent', () => {
    const loss = { case: 'C-8', before: 500_000, after: 300_000 }
    expect(diff.comparable.biggest).toEqual({ gain: null, loss, gainPerCent: null, lossPerCent: loss })
    expect(diff.losers).toEqual([loss])
  })
  it('is over the total as well: £2,000 of £15,000 is 13.33%, whichever way it goes', () => {
    expect(messages(diff, { totalChange: '0.5%' })[0]).toContain('−13.33% (−£2,000.00 a year)')
  })
})

describe('losses', () => {
  // Every case loses: £1,000 → £900 (10%), £2,000 → £1,850 (7.5%), £5,000 → £4,800 (4%).
  const down = later(
    ['give: 1000.00', 'give: 900.00'],
    ['give: 2000.00', 'give: 1850.00'],
    ['give: 5000.00', 'give: 4800.00'],
  )

  it('come worst first: by pounds, or by their part, as the limit is', () => {
    const diff = diffTo(down, casesOf(10, 50, 100))
    const named = (text: string) =>
      over(diff, { loss: text }).findings.map(({ data }) => ('case' in data ? data.case : ''))
    expect(named('1')).toEqual(['C-3', 'C-2', 'C-1'])
    expect(named('1%')).toEqual(['C-1', 'C-2', 'C-3'])
    expect(named('7.5%')).toEqual(['C-1'])
    expect(diff.comparable.biggest).toMatchObject({ loss: { case: 'C-3' }, lossPerCent: { case: 'C-1' } })
  })
  it('of one size come by reference, and above 200 it is said how many more there are', () => {
    const diff = diffTo(down, casesOf(...Array.from({ length: 250 }, () => 10)))
    const { findings, leftOut } = over(diff, { loss: '50' })
    expect(findings).toHaveLength(200)
    expect(findings[0]?.data).toMatchObject({ case: 'C-1' })
    expect(findings[1]?.data).toMatchObject({ case: 'C-10' })
    expect(leftOut).toEqual({ losers: 50, unreadable: 0 })
    expect(diff.losers).toHaveLength(250)
  })
})

describe('referrals', () => {
  const diff = diffTo(later(['give: 5000.00', 'give: refer']))

  it('are counted, with some references, and what is open is left out of the comparison', () => {
    expect(diff.referred).toEqual({ newly: 1, noLonger: 0, newlySome: ['C-8'], noLongerSome: [] })
    expect(diff.referredLines).toEqual([
      {
        id: 'short-breaks',
        title: 'Short breaks',
        before: 1,
        after: 2,
        newly: 1,
        noLonger: 0,
        newlySome: ['C-8'],
        noLongerSome: [],
      },
    ])
    expect(diff.comparable).toMatchObject({
      total: { before: 1_000_000, after: 1_000_000 },
      leftOut: { lines: 2, cases: 2, before: 500_000, after: 0 },
    })
    expect(diff.settled.total).toEqual({ before: 1_500_000, after: 1_000_000 })
    expect(diff.atLeast).toEqual({ before: 1, after: 2 })
  })
  it.each([
    ['5%', 1],
    ['0', 1],
    ['11.1111%', 1],
    ['11.1112%', 0],
    ['1', 0],
  ])('under --max-newly-referred %s give %i findings: one of nine is 11.11…%%', (text, count) => {
    expect(over(diff, { newlyReferred: text }).findings.map(({ code }) => code)).toEqual(Array(count).fill('RAS913'))
  })
})

describe('a case that only one table can work out', () => {
  const asking = later(
    ['facts: { age: { is: age } }', 'facts: { age: { is: age }, alone: { is: circumstance, means: One carer } }'],
    ['flags:', 'flags:\n  carer: { say: One carer, to: the team, next: They call, when: { circumstance: alone } }'],
  )

  it('is counted and told, and is in no figure', () => {
    const diff = diffTo(asking, [caseOf('C-1', 10, { alone: true }), caseOf('C-2', 50)])
    expect(diff.readable).toEqual({ both: 1, old: 1, new: 0, neither: 0 })
    expect(diff.unreadable).toEqual([{ case: 'C-2', by: 'new', why: 'The fact “alone” is not given.', asks: true }])
    expect(diff.settled.total).toEqual({ before: 100_000, after: 100_000 })
    expect(diff.flags.find(({ id }) => id === 'carer')).toMatchObject({
      kindBefore: null,
      kindAfter: 'say',
      appeared: 1,
    })
  })
  it('is an error as soon as anything is limited, and only then', () => {
    const diff = diffTo(asking, [caseOf('C-1', 10, { alone: true }), caseOf('C-2', 50)])
    expect(over(diff, {}).findings).toEqual([])
    for (const limits of [{ totalChange: '100%' }, { loss: '100%' }, { newlyReferred: '100%' }])
      expect(messages(diff, limits)).toEqual([
        'RAS914 Case C-2 cannot be worked out by the new table: The fact “alone” is not given.',
      ])
    expect(mends(diff)).toEqual(['Answer it in the caseload, or let it be left out in the table.'])
  })
  it('is mended where it can be: the old table stays as it is, and the new one may take what the case gives', () => {
    const whole = caseOf('C-1', 50, { alone: true })
    expect(mends(compareCaseload(loadTable(asking), before, [whole, caseOf('C-2', 50)]))).toEqual([
      'Answer it in the caseload.',
    ])
    const fewer = later(['at-most: 200', 'at-most: 180'], ['version: 2027-28', 'version: fewer'])
    const many = casesOf(10, 190)
    expect(mends(diffTo(fewer, many))).toEqual(['Correct the case, or let the table take what it gives.'])
    expect(mends(compareCaseload(loadTable(fewer), before, many))).toEqual(['Correct the case.'])
  })
  it('above 200 is not listed, and counted', () => {
    const diff = diffTo(asking, casesOf(...Array.from({ length: 230 }, () => 10)))
    expect(diff.unreadable).toHaveLength(200)
    expect(over(diff, { loss: '1' })).toMatchObject({
      findings: { length: 201, 0: { code: 'RAS916' } },
      leftOut: { losers: 0, unreadable: 30 },
    })
  })
  it('that neither can read is no difference between them', () => {
    const diff = diffTo(asking, [{ ...caseOf('C-1', 10), date: '2027-02-30' }, 'no mapping', null, { case: 7 }])
    expect(diff.readable).toEqual({ both: 0, old: 0, new: 0, neither: 4 })
    expect(messages(diff, { loss: '1' })).toEqual([
      'RAS916 None of the 4 cases of the caseload could be compared, so that no limit was tried.',
    ])
  })
})

describe('what only one table asks', () => {
  const other = `format: ras.table/1
id: another
version: '1'
title: Another
authority: Nowhere Council
provenance: synthetic
status: draft
in-force: { from: 2027-04-01 }
rounding: half up
sources: { paper: { title: Invented } }
streams: { health: { title: Health, law: health } }
outcomes: { calm: A calm day }
funders: { icb: The board }
forms: { young: { title: Young, below-age: 10 }, old: { title: Old, from-age: 10 } }
facts: { age: { is: age } }
questions:
  day:
    title: The day
    outcome: calm
    ask:
      sleep: { text: Sleep, direction: need, levels: [{ well: 0 }, { badly: 10 }] }
      night: { text: Night, direction: need, levels: [{ no: 0 }, { yes: 10 }], asked-when: { question: sleep, is: [badly] } }
      older: { text: Older, direction: need, levels: [{ no: 0 }, { yes: 10 }] }
scores: { all: { sum: [day] } }
lines:
  nights: { title: Nights, stream: health, outcome: calm, source: paper, paid-by: { all: icb }, price: { look-up: all, gives: pounds a year, rows: [{ from: 0, give: 0.00 }, { from: 10, give: 700.00 }] } }
`

  it('is left out for the other one: forms, questions, facts, scores, outcomes', () => {
    const by = loadTable(other)
    const one = {
      ...caseOf('C-1', 50),
      form: 'young',
      answers: { sleep: 'badly', night: 'no', older: 'no' },
      outcomes: [
        { outcome: 'calm', words: 'I want to sleep' },
        { outcome: 'breaks', words: 'I want to swim' },
      ],
    }
    const diff = compareCaseload(before, by, [one])
    expect(diff.readable.both).toBe(1)
    expect(diff.comparable).toMatchObject({
      total: { before: 200_000, after: 70_000 },
      lose: { cases: 1, pence: 130_000 },
    })
    expect(diff.settled.lines).toEqual([
      { id: 'nights', title: 'Nights', before: 0, after: 70_000 },
      { id: 'short-breaks', title: 'Short breaks', before: 200_000, after: 0 },
    ])
    expect(compareCaseload(by, before, [one]).forms).toMatchObject([{ name: 'young', cases: 1 }])
  })
  it('is left out too where the table knows the question and does not ask it of this child', () => {
    const always = other.replace(', asked-when: { question: sleep, is: [badly] }', '')
    const one = {
      case: 'C-1',
      date: '2027-05-03',
      form: 'young',
      facts: { age: 9 },
      answers: { sleep: 'well', night: 'no', older: 'no' },
    }
    expect(compareCaseload(loadTable(always), loadTable(other), [one]).readable).toMatchObject({ both: 1 })
    expect(compareCaseload(loadTable(other), loadTable(always), [one]).readable).toMatchObject({ both: 1 })
    // What neither asks is a mistake in the case.
    expect(compareCaseload(loadTable(other), loadTable(other), [one]).readable).toMatchObject({ neither: 1 })
  })
  it('is no excuse for what neither knows', () => {
    const diff = diffTo(later(['give: 2000.00', 'give: 2150.00']), [caseOf('C-1', 50, { 'no-such-fact': 1 })])
    expect(diff.readable).toEqual({ both: 0, old: 0, new: 0, neither: 1 })
    expect(diff.unreadable[0]?.by).toBe('both')
  })
})

describe('a caseload', () => {
  it('of nobody gives nothing but zeros, and passes no limit, since none was tried', () => {
    const diff = diffTo(later(['give: 2000.00', 'give: 2150.00']), [])
    expect(diff).toMatchObject({
      cases: 0,
      percentiles: [],
      dots: { dots: [] },
      losers: [],
      bands: [],
    })
    for (const limits of [{ totalChange: '0%' }, { loss: '0' }, { newlyReferred: '0' }])
      expect(messages(diff, limits)).toEqual([
        'RAS916 None of the 0 cases of the caseload could be compared, so that no limit was tried.',
      ])
    expect(over(diff, {}).findings).toEqual([])
  })
  it('that came to nothing before cannot rise by any percentage', () => {
    const free = later(['give: 1000.00', 'give: 0.00'], ['version: 2027-28', 'version: none'])
    const paid = loadTable(later(['give: 1000.00', 'give: 1.00']))
    const diff = compareCaseload(loadTable(free), paid, casesOf(10))
    expect(messages(diff, { totalChange: '100%' })).toEqual([
      'RAS911 The total changes by more than any percentage (+£1.00 a year), and at most 100% is allowed.',
    ])
    expect(over(diff, { totalChange: '1' }).findings).toEqual([])
    expect(
      over(compareCaseload(loadTable(free), loadTable(free), casesOf(10)), { totalChange: '0%' }).findings,
    ).toEqual([])
  })
  it('may have cases without a reference, and they are not one and the same', () => {
    const diff = diffTo(later(['give: 2000.00', 'give: 1900.00']), [
      caseOf('', 50),
      caseOf('', 60),
      caseOf(' ', 60),
      caseOf(' ', 60),
      null,
      7,
    ])
    expect([diff.cases, diff.repeated]).toEqual([6, 0])
  })
  it('may have a reference twice: each counts, and it is said', () => {
    const diff = diffTo(later(['give: 2000.00', 'give: 1900.00']), [caseOf('C-1', 50), caseOf('C-1', 60)])
    expect(diff).toMatchObject({ cases: 2, repeated: 1, losers: [{ case: 'C-1' }, { case: 'C-1' }] })
  })
  it('with more different figures than a picture can show is put into squares, and loses no case', () => {
    const before = Float64Array.from({ length: 5000 }, (_, i) => 100 * i)
    const { square, dots } = dotsOf({ before, after: before })
    expect(dots.length).toBeLessThanOrEqual(MOST_DOTS)
    expect(square).toBe(1000)
    expect(dots.reduce((sum, { cases }) => sum + cases, 0)).toBe(5000)
    expect(dots[0]).toEqual({ before: 500, after: 500, cases: 10 })
  })
})

describe('the buckets of a change', () => {
  it('begin at their edge, and end below the next one, on both sides of nothing', () => {
    const after = Float64Array.of(1, 9_999, 10_000, 49_999, 50_000, 1_000_000, 2_000_000)
    const count = (figures: Figures) => bucketsOf(figures).map(({ cases }) => cases)
    const none = new Float64Array(7)
    expect(bucketsOf({ before: none, after }).slice(7, 10)).toEqual([
      { from: 0, to: 0, cases: 0 },
      { from: 0, to: 10_000, cases: 2 },
      { from: 10_000, to: 50_000, cases: 2 },
    ])
    expect(count({ before: none, after })).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 1, 0, 0, 0, 2])
    expect(count({ before: after, after: none })).toEqual([2, 0, 0, 0, 1, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0])
  })
})

describe('limits', () => {
  it.each(['', '%', '-1', '1e3', '0,5%', '1.', '.5%', '0.12345%', '0.005', '£5', ' 5', '5 %', '99999999999'])(
    'are digits and nothing else: “%s” is none',
    (text) => expect(readLimit(text)).toBeNull(),
  )
  it.each([
    ['0.5%', { of: 'per-cent', text: '0.5%', size: 5000 }],
    ['500', { of: 'number', text: '500', size: 50_000 }],
    ['0.05', { of: 'number', text: '0.05', size: 5 }],
  ])('%s is read exactly', (text, expected) => expect(readLimit(text)).toEqual(expected))
  it('are compared exactly where doubles are not', () => {
    // 0.1% of 9,007,199,254,740,000 is 9,007,199,254,740.
    expect(isOver(limit('0.1%'), 9_007_199_254_740, 9_007_199_254_740_000)).toBe(false)
    expect(isOver(limit('0.1%'), 9_007_199_254_741, 9_007_199_254_740_000)).toBe(true)
  })
})

describe('figures in words', () => {
  it('round a percentage half away from nothing, either way', () => {
    expect([percentage(5, 1000, 0), percentage(-5, 1000, 0), percentage(0, 7, 2)]).toEqual(['+1%', '−1%', '0.00%'])
    expect(percentage(1, 3, 1)).toBe('+33.3%')
  })
  it.each([
    [0, 1000, 1, '0.0%'],
    [1, 100_000, 1, 'under +0.1%'],
    [-1, 100_000, 1, 'under −0.1%'],
    [-1, 100_000, 2, 'under −0.01%'],
    // 0.05% is a tie, and goes away from nothing.
    [1, 2000, 1, '+0.1%'],
    [-99_999, 100_000, 1, 'over −99.9%'],
    [-99_999, 100_000, 2, 'over −99.99%'],
    [-100_000, 100_000, 1, '−100.0%'],
    [100_001, 100_000, 1, 'over +100.0%'],
    [1, 1000, 0, 'under +1%'],
  ])(
    'never say nothing of something, nor all of a part: %i of %i with %i digits is %s',
    (part, whole, digits, text) => {
      expect(percentage(part, whole, digits)).toBe(text)
    },
  )
  it('do not claim to know the pennies of a sum that a double does not hold', () => {
    expect(pounds(2 ** 60)).toBe('about £11,529,215,046,068,469')
  })
  it('keep the first few in whatever order they come', () => {
    const few = firstFew<number>(3, (a, b) => a - b)
    for (const one of [5, 1, 4, 1, 3, 9]) few.add(one)
    expect(few.all).toEqual([1, 1, 3])
  })
})
