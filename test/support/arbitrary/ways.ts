import type { Tree } from '../oracle/tree.js'
import type { Pick } from './choices.js'
import { maybeWords, withoutGaps } from './header.js'
import { keeps } from './keeps.js'
import { hundredths } from './numbers.js'
import { words } from './words.js'

const WAYS = ['direct payment', 'notional', 'third party', 'combination']
export const TIERS = ['additional', 'universal', 'targeted', 'social-capital']

/** The ways that something may be managed, or why not. */
export function mayBe(pick: Pick, allowed: boolean): Readonly<Record<string, Tree>> {
  const some = allowed ? (pick.chance(15) ? ['notional'] : pick.some(WAYS, 0, 4)) : []
  return some.length > 0 ? { 'may-be': some } : { 'why-not': words(pick) }
}

/** How a line can be managed; only additional ones can be a personal budget. */
export function ways(pick: Pick, tier: string | undefined): Tree | undefined {
  if (!pick.chance(45)) return undefined
  const perCent = hundredths(pick, pick.one([1000, 500, 1250, 3333, 10000, 0]))
  const contingency = pick.chance(60)
    ? { 'per-cent': perCent, for: words(pick), 'at-year-end': words(pick) }
    : undefined
  return withoutGaps({
    ...mayBe(pick, tier === undefined || tier === 'additional'),
    consent: pick.chance(20) ? [words(pick)] : undefined,
    'may-not-buy': pick.chance(20) ? [words(pick), words(pick)] : undefined,
    ask: maybeWords(pick),
    contingency,
    locked: pick.chance(40) ? { in: words(pick), keeps: keeps(pick) } : undefined,
  })
}
