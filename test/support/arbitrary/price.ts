import type { Pick } from './choices.js'
import { forTree, type HowLong, howLong } from './how-long.js'
import type { KnownFacts, Ledger, Scored, Size, TableTree } from './known.js'
import { lookUp } from './look-up.js'
import { hundredths, money, pounds, scaledUp } from './numbers.js'
import { rateFor } from './rates.js'

/** A price, and the bounds within which it stays, in pence. */
export interface MadePrice {
  readonly tree: TableTree
  readonly low: number
  readonly high: number
  /** The points that price it, if any do. */
  readonly by: Scored | null
  readonly isLookedUp: boolean
  /** Figures at which something happens. */
  readonly edges: readonly number[]
}

/** What a price may be written with, and how much it may come to. */
export interface PriceRoom {
  readonly pick: Pick
  readonly size: Size
  readonly facts: KnownFacts
  readonly scores: readonly Scored[]
  readonly ledger: Ledger
}

/** Numerators stay below this, within what a double holds exactly but near enough to its end. */
export const MOST = 2 ** 52
/** No line comes to more than this, in pence. */
const DEAREST = 500_000_000

/** A price of any kind: most often by points, and most often by points of several outcomes. */
export function price(room: PriceRoom): MadePrice {
  const { pick, facts, scores } = room
  if (scores.length === 0 || !pick.chance(70)) {
    const kinds = facts.hours.length > 0 ? [flat, units, hours, hours] : [flat, units, hours]
    return pick.one(kinds)(room)
  }
  const several = scores.filter(({ outcomes, brought }) => outcomes.length > 1 && !brought)
  const by = pick.one(several.length > 0 && pick.chance(75) ? several : scores)
  return pick.one([lookUp, lookUp, lookUp, eachPoint])(room, by)
}

/** The most pence that a line may come to when its figure is shared out by these points: change may quadruple it. */
export function dearest(by: Scored | null): number {
  const weight = Math.max(10_000, by?.weight ?? 1)
  return Math.floor(Math.min(DEAREST, MOST / weight) / 4)
}

const PERIODS = ['year', 'term', 'month', '4 weeks', 'week'] as const
export const YEARLY = { year: 1, term: 1, month: 12, '4 weeks': 13, week: 1 } as const

/** The factors that go with a period. */
export function factorsFor({ pick, facts }: PriceRoom, period: keyof typeof YEARLY, parts = true): HowLong {
  return howLong(pick, facts, period === 'term' || period === 'week' ? period : null, parts)
}

function flat(room: PriceRoom): MadePrice {
  const { pick } = room
  const period = pick.one(PERIODS)
  const how = factorsFor(room, period)
  const times = YEARLY[period] * how.numerator
  const pence = money(pick, Math.floor(Math.min(dearest(null) / (YEARLY[period] * Math.max(1, how.top)), MOST / times)))
  const high = Math.ceil(pence * YEARLY[period] * how.top)
  const low = how.tree.length === 0 ? high : 0
  const tree = { pounds: pounds(pick, pence), a: period, ...forTree(how) }
  return { tree, low, high, by: null, isLookedUp: false, edges: [pence] }
}

export function eachPoint(room: PriceRoom, by: Scored): MadePrice {
  const { pick, ledger } = room
  const how = factorsFor(room, 'year')
  const scaled = scaledUp(by.most, by.places) * how.numerator
  const points = scaledUp(by.most, 0)
  const most = Math.floor(Math.min((dearest(by) * 100) / points, MOST / scaled))
  const [rate, { price }] = rateFor(pick, ledger, 'point', most)
  const high = Math.ceil((points * price) / 100)
  const tree = { 'each-point-of': by.id, rate, ...forTree(how) }
  return { tree, low: 0, high, by, isLookedUp: false, edges: [Math.floor(price / 100)] }
}

function hours(room: PriceRoom): MadePrice {
  const { pick, facts, ledger } = room
  const how = factorsFor(room, 'year')
  const known = facts.hours.length > 0 && pick.chance(80) ? pick.one(facts.hours) : null
  const fixed = pick.one([10, 1.5, 37, 0.25, 0])
  const top = Math.max(1, known?.most ?? fixed)
  const most = Math.floor(Math.min((dearest(null) * 100) / top, MOST / (top * 100 * how.numerator)))
  const [rate, { price, weeks }] = rateFor(pick, ledger, 'hour', most)
  const written = known?.id ?? hundredths(pick, fixed * 100)
  const high = Math.ceil((top * price * weeks) / 100)
  return {
    tree: { 'hours-a-week': written, rate, ...forTree(how) },
    low: 0,
    high,
    by: null,
    isLookedUp: false,
    edges: [Math.floor(high / 2)],
  }
}

function units(room: PriceRoom): MadePrice {
  const { pick, ledger } = room
  const how = factorsFor(room, 'year')
  const per = pick.one(['night', 'week', '4 weeks', 'month', 'term', 'year'])
  const count = pick.one([1, 3, 12, 13, 28, 365])
  const most = Math.floor(Math.min((dearest(null) * 100) / count, MOST / (count * how.numerator)))
  const [rate, { price }] = rateFor(pick, ledger, per, most)
  const high = Math.ceil((count * price) / 100)
  const tree = { 'units-a-year': `${count}`, rate, ...forTree(how) }
  return { tree, low: 0, high, by: null, isLookedUp: false, edges: [high] }
}
