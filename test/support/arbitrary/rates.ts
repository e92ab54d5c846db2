import type { Tree } from '../oracle/tree.js'
import type { Pick } from './choices.js'
import { mapping, withoutGaps } from './header.js'
import type { KnownRate, Ledger, TableTree } from './known.js'
import { unitPrice } from './numbers.js'
import { name } from './words.js'

const WEEKS = [38, 39, 52, 50, 1]
/** How often a year each unit comes. */
const YEARLY: Readonly<Record<string, number>> = { '4 weeks': 13, month: 12, term: 3, year: 1 }

/**
 * A rate for a unit that costs no more than `most` ten-thousandths of a pound: one written already, or a new one. Hours
 * a week are paid for the rate’s weeks; the hour of a month needs none.
 */
export function rateFor(pick: Pick, ledger: Ledger, per: string, most: number): readonly [string, KnownRate] {
  const isMonthly = per === 'hour of a month'
  const unit = isMonthly ? 'hour' : per
  const often = (rate: KnownRate) => (isMonthly ? 1 : rate.weeks)
  const fitting = [...ledger.rates].filter(([, rate]) => {
    return rate.per === unit && (isMonthly || unit !== 'hour' || rate.isWeekly) && rate.price * often(rate) <= most
  })
  if (fitting.length > 0 && pick.chance(40)) return pick.one(fitting)
  const isWeekly = unit === 'hour' && (!isMonthly || pick.chance(30))
  const weeks = isWeekly || unit === 'week' ? pick.one(WEEKS) : null
  const price = priceUpTo(pick, Math.floor(most / (isMonthly ? 1 : (weeks ?? 1))))
  const id = name(pick, new Set(ledger.rates.keys()))
  const rate = {
    tree: tree(pick, ledger, unit, price, weeks),
    per: unit,
    price,
    weeks: isWeekly ? (weeks ?? 1) : 1,
    isWeekly,
  }
  ledger.rates.set(id, rate)
  return [id, rate]
}

export function ratesTree(ledger: Ledger): TableTree | undefined {
  return ledger.rates.size === 0
    ? undefined
    : mapping(
        [...ledger.rates],
        ([id]) => id,
        ([, rate]) => rate.tree,
      )
}

/** A document of those the table has, noted as referred to. */
export function cite(pick: Pick, ledger: Ledger): string {
  const source = pick.one(ledger.sources)
  ledger.cited.add(source)
  return source
}

function tree(pick: Pick, ledger: Ledger, per: string, price: number, weeks: number | null): TableTree {
  return withoutGaps({
    pounds: unitPrice(price),
    per,
    'weeks-a-year': weeks === null ? undefined : `${weeks}`,
    source: cite(pick, ledger),
    from: pick.chance(20) ? '2026-04-01' : undefined,
    'also-published': pick.chance(30) ? alsoPublished(pick, per, price, weeks) : undefined,
  })
}

/** The same price for a term and a year, where they are whole pence. */
function alsoPublished(pick: Pick, per: string, price: number, weeks: number | null): Tree | undefined {
  const often = per === 'week' ? (weeks ?? undefined) : YEARLY[per]
  if (often === undefined || price % 100 > 0) return undefined
  const year = unitPrice(price * often)
  return withoutGaps({
    year: per === 'term' && pick.chance(30) ? undefined : year,
    term: per === 'term' ? unitPrice(price) : undefined,
  })
}

function priceUpTo(pick: Pick, most: number): number {
  const usual = [162900, 213600, 1380000, 118600, 100000, 262500, 12345, 8000000].filter((one) => one <= most)
  if (usual.length > 0 && pick.chance(60)) return pick.one(usual)
  const grain = pick.one([100, 10000, 1, 10])
  return Math.min(most, 99_999_999_9999) < grain
    ? Math.max(0, most)
    : grain * pick.int(0, Math.floor(Math.min(most, 20_000_000) / grain))
}
