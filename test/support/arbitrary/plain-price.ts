import { withoutGaps } from './header.js'
import { forTree } from './how-long.js'
import type { Scored } from './known.js'
import { hundredths, money, pounds, scaledUp } from './numbers.js'
import { dearest, factorsFor, type MadePrice, MOST, type Period, PLAIN, type PriceRoom, YEARLY } from './price.js'
import { rateFor } from './rates.js'
import { weight } from './weights.js'
import { words } from './words.js'

const PERIODS: readonly Period[] = ['year', 'term', 'month', '4 weeks', 'week']
const UNITS = ['night', 'week', '4 weeks', 'month', 'term', 'year']

export function flat(room: PriceRoom): MadePrice {
  const { pick, scores, categories } = room
  const period = pick.one(PERIODS)
  const how = factorsFor(room, period)
  const made = pick.chance(40) ? weight({ pick, scores, categories, most: 3, places: pick.one([2, 1, 4]) }) : null
  const [top, fine] = made === null ? [1, 1] : [3, 3 * 10 ** made.places]
  const yearly = YEARLY[period]
  const room1 = Math.min(dearest(null) / (yearly * top * Math.max(1, how.top)), MOST / (yearly * fine * how.numerator))
  const pence = money(pick, Math.floor(room1))
  const high = Math.ceil(pence * yearly * top * how.top)
  const isFixed = how.tree.length === 0 && made === null
  const tree = { pounds: pounds(pick, pence), a: period, ...(made ? { weight: made.tree } : {}), ...forTree(how) }
  return { ...PLAIN, tree, low: isFixed ? high : 0, high, edges: [pence] }
}

/** The rate for hours or units, and how often a year one of them is paid; no rate where they are provided. */
export function ratedBy(room: PriceRoom, gives: string, most: number) {
  const { pick, ledger, word } = room
  if (word === 'provides') return { rate: undefined, unit: 10_000 }
  const per = gives === 'hours a week' ? 'hour' : gives === 'hours a month' ? 'hour of a month' : pick.one(UNITS)
  const often = gives === 'hours a month' ? 12 : 1
  const [rate, { price, weeks }] = rateFor(pick, ledger, per, Math.floor(most / often))
  return { rate, unit: Math.max(1, price * (gives === 'hours a week' ? weeks : often)) }
}

export function eachPoint(room: PriceRoom, by: Scored): MadePrice {
  const { pick, ledger, word } = room
  const how = factorsFor(room, 'year')
  const scaled = scaledUp(by.most, by.places) * how.numerator
  const points = scaledUp(by.most, 0)
  const most = Math.floor(Math.min((dearest(by) * 100) / points, MOST / scaled))
  const isHours = word === 'provides' || pick.chance(30)
  const gives = isHours ? pick.one(['hours a week', 'hours a month']) : undefined
  if (gives !== undefined) {
    const { rate, unit } = ratedBy(room, gives, most)
    const high = Math.ceil((points * unit) / 100)
    return { ...PLAIN, tree: withoutGaps({ 'each-point-of': by.id, gives, rate, ...forTree(how) }), high, by }
  }
  const [rate, { price }] = rateFor(pick, ledger, 'point', most)
  const high = Math.ceil((points * price) / 100)
  const tree = { 'each-point-of': by.id, rate, ...forTree(how) }
  return { ...PLAIN, tree, high, by, edges: [Math.floor(price / 100)] }
}

export function hours(room: PriceRoom): MadePrice {
  const { pick, facts } = room
  const how = factorsFor(room, 'year')
  const known = facts.hours.length > 0 && pick.chance(80) ? pick.one(facts.hours) : null
  const fixed = pick.one([10, 1.5, 37, 0.25, 0])
  const top = Math.max(1, known?.most ?? fixed)
  const most = Math.floor(Math.min((dearest(null) * 100) / top, MOST / (top * 100 * how.numerator)))
  const { rate, unit } = ratedBy(room, 'hours a week', most)
  const written = known?.id ?? hundredths(pick, fixed * 100)
  const high = Math.ceil((top * unit) / 100)
  const tree = withoutGaps({ 'hours-a-week': written, rate, ...forTree(how) })
  return { ...PLAIN, tree, high, edges: [Math.floor(high / 2)] }
}

export function units(room: PriceRoom): MadePrice {
  const { pick } = room
  const how = factorsFor(room, 'year')
  const count = pick.one([1, 3, 12, 13, 28, 365])
  const most = Math.floor(Math.min((dearest(null) * 100) / count, MOST / (count * how.numerator)))
  const { rate, unit } = ratedBy(room, 'units a year', most)
  const high = Math.ceil((count * unit) / 100)
  const tree = withoutGaps({ 'units-a-year': `${count}`, rate, ...forTree(how) })
  return { ...PLAIN, tree, high, edges: [high] }
}

/** A number that was agreed elsewhere. */
export function entitlement(room: PriceRoom): MadePrice {
  const { pick, facts } = room
  const how = factorsFor(room, 'year')
  const { id, of, most: top } = pick.one(facts.entitlement)
  const most = Math.floor(Math.min((dearest(null) * 100) / top, MOST / (top * 100 * how.numerator)))
  const { rate, unit } = ratedBy(room, of, most)
  const high = Math.ceil((top * unit) / 100)
  return {
    ...PLAIN,
    tree: withoutGaps({ entitlement: id, rate, ...forTree(how) }),
    high,
    edges: [Math.floor(high / 2)],
  }
}

/** A price that was quoted. */
export function quote(room: PriceRoom): MadePrice {
  const how = factorsFor(room, 'year')
  const { id, most } = room.pick.one(room.facts.quote)
  return { ...PLAIN, tree: { quote: id, ...forTree(how) }, high: most, edges: [Math.floor(most / 2)] }
}

export function peopleDecide({ pick }: PriceRoom): MadePrice {
  return { ...PLAIN, tree: { 'people-decide': words(pick) }, high: 0 }
}
