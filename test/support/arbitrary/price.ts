import { byCategory } from './by-category.js'
import type { Pick } from './choices.js'
import { type HowLong, howLong } from './how-long.js'
import type { Category, KnownChoice, KnownFacts, Ledger, Scored, Size, TableTree } from './known.js'
import { lookUp } from './look-up.js'
import { eachPoint, entitlement, flat, hours, peopleDecide, quote, units } from './plain-price.js'

/** A price or a provision, and the bounds within which it stays, in pence. */
export interface MadePrice {
  readonly tree: TableTree
  readonly low: number
  readonly high: number
  /** The points that price it, if any do. */
  readonly by: Scored | null
  readonly isLookedUp: boolean
  /** The fact whose bands its rows have too; null where there is none. */
  readonly judgedBy: KnownChoice | null
  /** Figures at which something happens. */
  readonly edges: readonly number[]
}

/** What a price may be written with, and how much it may come to. */
export interface PriceRoom {
  readonly pick: Pick
  readonly size: Size
  readonly facts: KnownFacts
  readonly scores: readonly Scored[]
  readonly categories: readonly Category[]
  readonly ledger: Ledger
  /** Whether it is money that is priced, or hours and units that are provided. */
  readonly word: 'price' | 'provides'
}

/** What most prices are: by no points, and nothing that a flag can compare. */
export const PLAIN = { low: 0, by: null, isLookedUp: false, judgedBy: null, edges: [] } as const

/** Numerators stay below this, within what a double holds exactly but near enough to its end. */
export const MOST = 2 ** 52
/** No line comes to more than this, in pence. */
const DEAREST = 500_000_000

/** A price of any kind: most often by points, and most often by points of several outcomes. */
export function price(room: PriceRoom): MadePrice {
  const { pick, scores } = room
  if (scores.length === 0 || !pick.chance(62)) return pick.one(kindsWithoutPoints(room))(room)
  const several = scores.filter(({ outcomes, brought }) => outcomes.length > 1 && !brought)
  const by = pick.one(several.length > 0 && pick.chance(75) ? several : scores)
  return pick.one([lookUp, lookUp, lookUp, eachPoint])(room, by)
}

type Kind = (room: PriceRoom) => MadePrice

function kindsWithoutPoints({ facts, categories, word }: PriceRoom): readonly Kind[] {
  const often = (possible: boolean, ...kinds: readonly Kind[]) => (possible ? kinds : [])
  const inMoney = word === 'price'
  return [
    hours,
    ...often(inMoney, flat, flat, flat, units, units),
    ...often(facts.hours.length > 0, hours, hours),
    ...often(categories.length > 0, byCategory, byCategory, byCategory),
    ...often(facts.entitlement.length > 0, entitlement, entitlement, entitlement),
    ...often(inMoney && facts.quote.length > 0, quote, quote, quote),
    peopleDecide,
  ]
}

/** The most pence that a line may come to when its figure is shared out by these points: change may quadruple it. */
export function dearest(by: Scored | null): number {
  const weight = Math.max(10_000, by?.weight ?? 1)
  return Math.floor(Math.min(DEAREST, MOST / weight) / 4)
}

export const YEARLY = { year: 1, term: 1, month: 12, '4 weeks': 13, week: 1 } as const
export type Period = keyof typeof YEARLY

/** The factors that go with a period. */
export function factorsFor({ pick, facts }: PriceRoom, period: Period, parts = true): HowLong {
  return howLong(pick, facts, period === 'term' || period === 'week' ? period : null, parts)
}
