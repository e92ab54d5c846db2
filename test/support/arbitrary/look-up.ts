import type { Tree } from '../oracle/tree.js'
import type { Pick } from './choices.js'
import { withoutGaps } from './header.js'
import { forTree } from './how-long.js'
import type { Scored, TableTree } from './known.js'
import { floorHundredths, hundredths, pounds, scaledUp } from './numbers.js'
import { dearest, factorsFor, type MadePrice, MOST, type PriceRoom, YEARLY } from './price.js'
import { rateFor } from './rates.js'
import { words } from './words.js'

const GIVES = {
  'pounds a year': 'year',
  'pounds a term': 'term',
  'pounds a month': 'month',
  'pounds for 4 weeks': '4 weeks',
  'pounds a week': 'week',
  'hours a week': 'year',
  'units a year': 'year',
} as const
/** How often the published yearly figure counts the one in the row. */
const PUBLISHED: Readonly<Record<string, number>> = {
  'pounds a year': 1,
  'pounds a term': 3,
  'pounds a month': 12,
  'pounds for 4 weeks': 13,
}

/** A look-up by points, or a straight line between its rows. */
export function lookUp(room: PriceRoom, by: Scored): MadePrice {
  const { pick } = room
  const gives = pick.one(Object.keys(GIVES) as (keyof typeof GIVES)[])
  const froms = rowStarts(room, by)
  const straight = froms.length > 1 && pick.chance(30)
  const how = factorsFor(room, GIVES[gives], by.places < 4)
  const most = Math.max(1, dearest(by))
  const along = straight ? scaledUp(by.most, Math.max(2, by.places)) : 1
  const { rate, unit } = rateOf(room, gives, Math.floor((most * 100) / 10))
  const dear = YEARLY[GIVES[gives]] * unit
  const top = Math.floor(
    Math.min((most * 100) / (dear * Math.max(1, how.top)), MOST / along / how.numerator / dear, 999_999_99),
  )
  const figures = rising(
    pick,
    froms.length,
    gives === 'hours a week' || gives === 'units a year' ? Math.min(top, 9999) : top,
  )
  const refers = referring(pick, froms.length, straight)
  const rows = froms.map((from, index): Tree => {
    const give = refers.has(index) ? null : (figures[index] ?? 0)
    return row(pick, gives, by, from, froms[index + 1], give)
  })
  const high = Math.ceil((Math.max(...figures) * dear * Math.max(1, how.top)) / 100)
  const tree: TableTree = withoutGaps({
    'look-up': by.id,
    gives,
    rate,
    'straight-line': straight ? 'yes' : undefined,
    'refer-to': refers.size > 0 ? words(pick) : undefined,
    rows,
    ...forTree(how),
  })
  return { tree, low: 0, high, by, isLookedUp: true, edges: gives === 'pounds a year' ? figures : [] }
}

/** The rate where rows give hours or units, and what one hundredth of what a row gives is worth in hundredths of a penny. */
function rateOf({ pick, ledger }: PriceRoom, gives: string, most: number): { rate: string | undefined; unit: number } {
  if (gives !== 'hours a week' && gives !== 'units a year') return { rate: undefined, unit: 100 }
  const per = gives === 'hours a week' ? 'hour' : pick.one(['night', 'week', '4 weeks', 'month', 'term', 'year'])
  const [rate, { price, weeks }] = rateFor(pick, ledger, per, most)
  return { rate, unit: Math.max(1, price * weeks) }
}

/** Where rows begin, in hundredths: at 0, and nowhere beyond the most points there can be. */
function rowStarts({ pick, size }: PriceRoom, by: Scored): readonly number[] {
  const top = Math.min(floorHundredths(by.most), 99_999_999)
  const grain = by.places > 0 && pick.chance(40) ? pick.one([50, 1]) : 100
  const starts = new Set([0])
  for (let wanted = pick.int(0, size.rows - 1); wanted > 0; wanted--) {
    starts.add(pick.chance(10) ? top : grain * pick.int(0, Math.floor(top / grain)))
  }
  return [...starts].sort((a, b) => a - b)
}

/** Figures in hundredths, rising as a rule. */
function rising(pick: Pick, count: number, top: number): readonly number[] {
  const grain = pick.one([10000, 100, 1, 5000].filter((one) => one <= Math.max(1, top)))
  const figures = Array.from({ length: count }, () => grain * pick.int(0, Math.floor(top / grain)))
  if (pick.chance(15)) return figures
  return figures.sort((a, b) => a - b)
}

/** The rows that leave it to people: never the first, and only the last under a straight line. */
function referring(pick: Pick, count: number, straight: boolean): ReadonlySet<number> {
  if (count < 2 || !pick.chance(30)) return new Set()
  if (straight || pick.chance(70)) return new Set([count - 1])
  return new Set([pick.int(1, count - 1)])
}

function row(pick: Pick, gives: string, by: Scored, from: number, next: number | undefined, give: number | null): Tree {
  const often = PUBLISHED[gives]
  const isWhole = (by.places === 0 || by.isBrought) && next !== undefined && from % 100 === 0 && next % 100 === 0
  return withoutGaps({
    from: hundredths(pick, from),
    to: isWhole && pick.chance(25) ? hundredths(pick, next - 100) : undefined,
    give:
      give === null
        ? 'refer'
        : often === undefined && gives !== 'pounds a week'
          ? hundredths(pick, give)
          : pounds(pick, give),
    band: pick.chance(25) ? words(pick) : undefined,
    'published-a-year': often && give !== null && pick.chance(20) ? pounds(pick, give * often) : undefined,
  })
}
