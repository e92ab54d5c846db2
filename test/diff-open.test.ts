import { describe, expect, it } from 'vitest'
import type { CaseloadDiff } from '../src/after/caseload/caseload-diff.js'
import { compareCaseload } from '../src/after/caseload/compare-caseload.js'
import { readLimit } from '../src/after/caseload/limits.js'
import { checkTolerances } from '../src/after/caseload/tolerances.js'
import { type Assessment, loadTable } from '../src/index.js'
import { describe as inWords } from '../src/load/finding-words/describe.js'
import { must } from '../src/must.js'
import { asText } from '../src/report/as-text.js'
import { caseloadAsBlocks } from '../src/report/diff/caseload.js'
import { before, caseOf, casesOf, later } from './support/diff.js'

/*
 * What is open, in hours or flagged is no figure, and must not read as if nothing happened. Worked by hand: below 50
 * points the old table gives £1,000, from 50 £2,000, from 100 £5,000, from 150 it refers.
 */

type Change = readonly [from: string, to: string]

const OTHER: Change = ['version: 2027-28', 'version: before']
const diffOf = (old: readonly Change[] | null, by: readonly Change[], cases: readonly Assessment[]): CaseloadDiff =>
  compareCaseload(old ? loadTable(later(OTHER, ...old)) : before, loadTable(later(...by)), cases)
const total = (diff: CaseloadDiff, text: string) =>
  checkTolerances(diff, { totalChange: must(readLimit(text) ?? undefined) }).findings.map(
    (one) => `${one.code} ${inWords(one).message}`,
  )
const referrals = (diff: CaseloadDiff, text: string) =>
  checkTolerances(diff, { newlyReferred: must(readLimit(text) ?? undefined) }).findings.map(
    (one) => `${one.code} ${inWords(one).message}`,
  )
const report = (diff: CaseloadDiff) =>
  asText({ title: 'A report', blocks: caseloadAsBlocks(diff) }).replace(/\s+/g, ' ')

const AGE = 'facts: { age: { is: age } }'
const HOURS: readonly Change[] = [
  ['    price:\n', '    provides:\n'],
  ['gives: pounds a year', 'gives: hours a week'],
  ['give: 1000.00', 'give: 1'],
  ['give: 2000.00', 'give: 2.5'],
  ['give: 5000.00', 'give: 5'],
]

const hoursBut = (at: number, change: Change) => HOURS.map((one, i) => (i === at ? change : one))

describe('a draft that refers half the money', () => {
  // £1,000 and £5,000 stay; twice £2,000 is referred: £4,000 of £10,000 is 40%.
  const diff = diffOf(null, [['give: 2000.00', 'give: refer']], casesOf(10, 50, 60, 100))

  it('passes no limit of the total, though the rest does not change', () => {
    expect(diff.comparable).toMatchObject({
      total: { before: 600_000, after: 600_000 },
      ...{ stay: 2, unknown: 2 },
      leftOut: { lines: 2, cases: 2, before: 400_000, after: 0 },
    })
    expect(total(diff, '0.5%')).toEqual([
      'RAS915 £4,000.00 a year (40.0%) that was settled before is open now, so that the change of the total is not known, and at most 0.5% is allowed.',
    ])
    expect(total(diff, '3999.99')).toHaveLength(1)
  })
  it.each(['40%', '4000', '100%'])('is within %s: exactly at the limit passes', (text) =>
    expect(total(diff, text)).toEqual([]),
  )
  it('shows as many digits as it takes to see that it is over', () => {
    expect(total(diff, '39.9999%')[0]).toContain('(40.0%)')
    // £1,000 of £3,000 is 33.333…%.
    const third = diffOf(null, [['give: 1000.00', 'give: refer']], casesOf(10, 50))
    expect(total(third, '33.33%')[0]).toContain('(33.333%)')
  })
  it('leads with that in the report, and nobody of it stays the same', () => {
    const text = report(diff)
    expect(text).toContain('What it comes to £4,000.00 a year that was settled before is open now')
    expect(text).toContain(
      'Of 2 cases it is not known: something in them is left out, and the rest does not change. No case gains, no case loses, 2 cases stay the same.',
    )
  })
  it('the other way round is no money that became open', () => {
    const back = diffOf([['give: 2000.00', 'give: refer']], [], casesOf(10, 50, 60, 100))
    expect(back.comparable.leftOut).toEqual({ lines: 2, cases: 2, before: 0, after: 400_000 })
    expect(total(back, '0%')).toEqual([])
    expect(report(back)).not.toContain('is open now')
  })
  it('says by band how many cases it leaves out', () => {
    expect(diff.bands).toMatchObject([
      {
        leftOut: 2,
        groups: [
          { name: 'small', cases: 1 },
          { name: 'lots', cases: 1 },
        ],
      },
    ])
    expect(report(diff)).toContain('by band of the old table; without 2 cases whose line is left out')
  })
  it('counts cases that are not known in no bucket, percentile and dot', () => {
    const sum = (all: readonly { readonly cases: number }[]) => all.reduce((n, { cases }) => n + cases, 0)
    expect([sum(diff.buckets), sum(diff.dots.dots)]).toEqual([2, 2])
    const open = diffOf(null, [['give: 2000.00', 'give: refer']], casesOf(50))
    expect(open).toMatchObject({ percentiles: [], dots: { dots: [] } })
  })
})

describe('a setting that is unknown', () => {
  const setting: Change = [AGE, 'facts: { age: { is: age }, setting: { is: setting, one-of: [mainstream, special] } }']
  const halved: Change = [
    'flags:',
    '    changes: [{ name: low, times: 0.5, why: Less, when: { fact: setting, is: [special] } }]\nflags:',
  ]
  // Known to be special, £2,000 becomes £1,000. Unknown, £5,000 becomes £5,000 or £2,500.
  const cases = [caseOf('C-1', 50, { setting: 'special' }), caseOf('C-2', 100, { setting: 'unknown' })]
  const diff = diffOf([setting], [setting, halved], cases)

  it('leaves the figures side by side, so that what was settled is open: £5,000 of £7,000', () => {
    expect(diff.comparable).toMatchObject({
      total: { before: 200_000, after: 100_000 },
      ...{ lose: { cases: 1, pence: 100_000 }, stay: 0, unknown: 1 },
      leftOut: { lines: 1, cases: 1, before: 500_000, after: 0 },
    })
    // £1,000 of £2,000 is 50%, and £5,000 of £7,000 is 71.43%.
    expect(total(diff, '60%')).toEqual([expect.stringMatching(/^RAS915 £5,000\.00 a year \(71\.4%\)/)])
    expect(total(diff, '0.5%').map((one) => one.slice(0, 6))).toEqual(['RAS911', 'RAS915'])
  })
})

describe('a decision that opens a line', () => {
  const gate: readonly Change[] = [
    [AGE, 'facts: { age: { is: age }, ok: { is: decision, by: The panel, review: Ask again } }'],
    ['    paid-by:', '    gate: ok\n    paid-by:'],
  ]
  const cases = [
    caseOf('C-1', 10, { ok: { state: 'agreed' } }),
    caseOf('C-2', 50, { ok: { state: 'pending' } }),
    caseOf('C-3', 100, { ok: { state: 'refused', reason: 'Not needed' } }),
  ]

  it('pending, makes £2,000 of £8,000 open; refused, takes £5,000', () => {
    const diff = diffOf(null, gate, cases)
    expect(diff.comparable).toMatchObject({
      total: { before: 600_000, after: 100_000 },
      ...{ lose: { cases: 1, pence: 500_000 }, stay: 1, unknown: 1 },
      biggest: { loss: { case: 'C-3', before: 500_000, after: 0 } },
      leftOut: { lines: 1, cases: 1, before: 200_000, after: 0 },
    })
    expect(total(diff, '24%').at(-1)).toContain('£2,000.00 a year (25.0%)')
    expect(diff.referred).toMatchObject({ newly: 0, noLonger: 0 })
  })
  it('in both tables leaves out what was pending and is, and nothing became open', () => {
    const diff = diffOf(gate, gate, cases)
    expect(diff.comparable).toMatchObject({
      total: { before: 100_000, after: 100_000 },
      ...{ stay: 2, unknown: 1 },
      leftOut: { lines: 1, cases: 1, before: 0, after: 0 },
    })
    expect(total(diff, '0%')).toEqual([])
  })
})

describe('a line in hours', () => {
  const cases = casesOf(10, 50, 160)

  it('is no money, and its hours stand in their own table', () => {
    // 1 + 2.5 hours a week, then 1 + 4; the third is referred by both.
    const diff = diffOf(HOURS, hoursBut(3, ['give: 2000.00', 'give: 4']), cases)
    expect(diff.provided).toEqual([
      { id: 'short-breaks', title: 'Short breaks', of: 'hours a week', before: 350, after: 500 },
    ])
    expect(diff.comparable).toMatchObject({
      total: { before: 0, after: 0 },
      ...{ stay: 2, unknown: 1 },
      leftOut: { lines: 1, cases: 1, before: 0, after: 0 },
    })
    expect(report(diff)).toMatch(/Short breaks \(short-breaks\) hours a week 3\.5 5 \+1\.5 \+42\.9%/)
    expect(report(diff)).not.toContain('No line is open')
  })
  it('that was money is left out, and is neither a loss nor a gain', () => {
    const away = diffOf(null, HOURS, cases)
    expect(away.comparable).toMatchObject({
      total: { before: 0, after: 0 },
      ...{ gain: { cases: 0 }, lose: { cases: 0 }, stay: 0, unknown: 3 },
      leftOut: { lines: 3, cases: 3, before: 300_000, after: 0 },
    })
    expect(away.provided).toMatchObject([{ before: 0, after: 350 }])
    expect(total(away, '99%')).toEqual([expect.stringMatching(/^RAS915 £3,000\.00 a year \(100\.0%\)/)])
    expect(report(away)).toContain('£3,000.00 a year that was settled before is open now, or given in hours: nobody')
    expect(report(away)).toContain('open, or one gives in money and the other in hours: 3 lines in 3 cases')
    expect(diffOf(HOURS, [], cases).comparable.leftOut).toEqual({ lines: 3, cases: 3, before: 0, after: 300_000 })
  })
  it('that is nothing by both tables is compared, in money or in hours', () => {
    const none = diffOf([['give: 1000.00', 'give: 0.00']], hoursBut(2, ['give: 1000.00', 'give: 0']), casesOf(10))
    expect(none.comparable).toMatchObject({ stay: 1, unknown: 0, leftOut: { lines: 0 } })
    expect(report(none)).toContain('No line is open by either table')
  })
  it('that was nothing in money and is hours now is left out', () => {
    const some = diffOf([['give: 1000.00', 'give: 0.00']], HOURS, casesOf(10))
    expect(some.comparable).toMatchObject({ stay: 0, unknown: 1, leftOut: { lines: 1, before: 0, after: 0 } })
  })
  it('in another unit has a row for each', () => {
    const diff = diffOf(HOURS, hoursBut(1, ['gives: pounds a year', 'gives: hours a month']), casesOf(50))
    expect(diff.provided).toEqual([
      { id: 'short-breaks', title: 'Short breaks', of: 'hours a month', before: 0, after: 250 },
      { id: 'short-breaks', title: 'Short breaks', of: 'hours a week', before: 250, after: 0 },
    ])
  })
  it('by one table alone is no money that came or went', () => {
    const renamed = HOURS.concat([['  short-breaks:\n    title', '  in-kind:\n    title']])
    const diff = diffOf(null, renamed, casesOf(10))
    expect(diff.comparable).toMatchObject({ lose: { cases: 1, pence: 100_000 }, leftOut: { lines: 0 } })
    expect(diff.provided).toMatchObject([{ id: 'in-kind', before: 0, after: 100 }])
  })
})

describe('a flag that refers', () => {
  const REFER: Change = [
    'flags:',
    'flags:\n  joint: { refer: the joint panel, why: It is shared, when: { score: points, from: 100 } }',
  ]

  it('newly raised is a referral, by its name, and every figure stays', () => {
    const diff = diffOf(null, [REFER], casesOf(10, 50, 100, 110, 160))
    expect(diff.referred).toMatchObject({ newly: 3, noLonger: 0, newlySome: ['C-3', 'C-4', 'C-5'] })
    expect(diff.referredFlags).toEqual([
      {
        id: 'joint',
        ...{ before: 0, after: 3, newly: 3, noLonger: 0 },
        newlySome: ['C-3', 'C-4', 'C-5'],
        noLongerSome: [],
      },
    ])
    // C-5 was referred by its line before, and is by a flag too now. The line itself refers nobody newly.
    expect(diff.referredLines).toMatchObject([{ id: 'short-breaks', before: 1, after: 1, newly: 0 }])
    expect(referrals(diff, '50%')).toEqual(['RAS913 3 of 5 cases are newly referred, and at most 50% are allowed.'])
    expect(report(diff)).toMatch(/Cases that are referred, by line .* Cases that are referred, by flag .*joint 0 3 3 0/)
  })
  it('that was raised before is none, and one that only says is none either', () => {
    expect(diffOf([REFER], [REFER], casesOf(100)).referred).toMatchObject({ newly: 0 })
    expect(diffOf([REFER], [], casesOf(100)).referred).toMatchObject({ newly: 0, noLonger: 1 })
    const says: Change = [
      'flags:',
      'flags:\n  joint: { say: It is shared, to: the joint panel, next: They meet, when: { score: points, from: 100 } }',
    ]
    const diff = diffOf(null, [says], casesOf(100))
    expect([diff.referred.newly, diff.referredFlags]).toEqual([0, []])
    // What was only said before and refers now is newly referred.
    expect(diffOf([says], [REFER], casesOf(100)).referred).toMatchObject({ newly: 1 })
  })
  it('of one case is told in the singular', () => {
    const diff = diffOf(null, [REFER], casesOf(10, 20, 30, 40, 100))
    expect(referrals(diff, '1%')).toEqual(['RAS913 1 of 5 cases is newly referred, and at most 1% are allowed.'])
  })
})

describe('the words of a report', () => {
  it('of nobody do not say that something happened', () => {
    expect(report(diffOf(null, [], []))).toContain('EMPTY CASELOAD')
  })
  it('never call a change 0.0%', () => {
    // One penny of £1,000.
    const text = report(diffOf(null, [['give: 1000.00', 'give: 1000.01']], casesOf(10)))
    expect(text).toContain('(+£0.01, under +0.1%)')
    expect(text).not.toMatch(/\+£0\.01 [+−]?0\.0%/)
  })
})
