import type { Pick } from './choices.js'
import { mapping, withoutGaps } from './header.js'
import type { TableTree } from './known.js'
import { mayBe, TIERS } from './ways.js'
import { names, words } from './words.js'

/** What lends itself to a personal budget: no figure comes from it. */
export function services(pick: Pick, lines: readonly string[]): TableTree | undefined {
  if (!pick.chance(15)) return undefined
  return mapping(
    names(pick, pick.int(1, 3), new Set()),
    (id) => id,
    () =>
      withoutGaps({
        title: words(pick),
        tier: pick.chance(40) ? pick.one(TIERS) : undefined,
        lines: pick.chance(60) ? pick.some(lines, 1, 2) : undefined,
        ...mayBe(pick, pick.chance(70)),
        from: pick.chance(20) ? '2027-04-01' : undefined,
      }),
  )
}
