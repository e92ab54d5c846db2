import type { Pick } from './choices.js'
import { mapping, withoutGaps } from './header.js'
import type { KnownFacts, TableTree } from './known.js'
import { factor, hundredths, money, pounds } from './numbers.js'

/** The least and the most that a figure can be, in pence. */
export interface Bounds {
  readonly low: number
  readonly high: number
}

export interface Change {
  readonly tree: TableTree
  readonly after: Bounds
}

/** A change that stands before the limits: a rise, a factor, a sum more or less. */
export function raised(pick: Pick, kind: string, so: Bounds, most: number, facts: KnownFacts): Change {
  switch (kind) {
    case 'uplift':
      return uplift(pick, so, most)
    case 'area-factor': {
      const { id, oneOf } = pick.one(facts.area)
      const factors = oneOf.map((area) => ({ area, by: factorUpTo(pick, so, most) }))
      const times = mapping(
        factors,
        ({ area }) => area,
        ({ by }) => by,
      )
      const all = factors.map(({ by }) => Number(by))
      return {
        tree: { 'area-factor': { fact: id, times } },
        after: between(multiplied(so, Math.min(...all)), multiplied(so, Math.max(...all))),
      }
    }
    case 'times': {
      const by = factorUpTo(pick, so, most)
      return { tree: { times: by }, after: multiplied(so, Number(by)) }
    }
    case 'add': {
      const by = money(pick, Math.max(0, Math.min(most - so.high, 1_000_000)))
      return { tree: { add: pounds(pick, by) }, after: { low: so.low + by, high: so.high + by } }
    }
    case 'other-package': {
      const { id, most: dear } = pick.one(facts.otherPackage)
      const part = pick.chance(60) ? pick.one([5000, 10000, 3333, 1, 0]) : undefined
      const perCent = part === undefined ? undefined : hundredths(pick, part)
      const tree = withoutGaps({ 'other-package': id, 'per-cent': perCent })
      return { tree, after: { low: so.low - Math.ceil((dear * (part ?? 10000)) / 10000), high: so.high } }
    }
    default: {
      const by = money(pick, Math.max(0, Math.min(most + so.low, 500_000)))
      return { tree: { subtract: pounds(pick, by) }, after: { low: so.low - by, high: so.high - by } }
    }
  }
}

/** The yearly rise: no part of it, or too much of it, is below nothing. */
function uplift(pick: Pick, so: Bounds, most: number): Change {
  if (pick.chance(40)) {
    const by = money(pick, Math.max(0, Math.min(most - so.high, 100_000)))
    const after = { low: so.low > 0 ? so.low + by : so.low, high: so.high + by }
    return { tree: { uplift: { pounds: pounds(pick, by) } }, after }
  }
  const room = most / Math.max(1, so.high)
  const perCent = pick.one([340, 275, 1000, 0, 1, 1250, 10000].filter((one) => 1 + one / 10000 <= Math.max(1, room)))
  return { tree: { uplift: { 'per-cent': hundredths(pick, perCent) } }, after: multiplied(so, 1 + perCent / 10000) }
}

function factorUpTo(pick: Pick, { low, high }: Bounds, most: number): string {
  return factor(pick, Math.min(9999, most / Math.max(1, high, -low)), pick.one([2, 3, 0, 4]))
}

function multiplied({ low, high }: Bounds, by: number): Bounds {
  return { low: Math.floor(low * by) - (low < 0 ? 1 : 0), high: Math.ceil(high * by) }
}

function between(a: Bounds, b: Bounds): Bounds {
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) }
}
