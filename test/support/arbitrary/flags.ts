import type { Pick } from './choices.js'
import { mapping, withoutGaps } from './header.js'
import type { KnownNeeds, Size, TableTree } from './known.js'
import { flagCondition, type KnownSums } from './when.js'
import { names, words } from './words.js'

/** Flags of the three kinds over conditions of every kind. */
export function flags(pick: Pick, size: Size, needs: KnownNeeds, sums: KnownSums): TableTree | undefined {
  const ids = names(pick, pick.int(0, size.flags), new Set())
  if (ids.length === 0) return undefined
  return mapping(
    ids,
    (id) => id,
    () => flag(pick, flagCondition(pick, needs, sums)),
  )
}

function flag(pick: Pick, when: TableTree): TableTree {
  const exceptional = pick.chance(40) ? 'yes' : undefined
  switch (pick.one(['say', 'refer', 'agreed-by'])) {
    case 'say':
      return withoutGaps({ say: words(pick), to: words(pick), next: words(pick), exceptional, when })
    case 'refer':
      return withoutGaps({ refer: words(pick), why: words(pick), exceptional, when })
    default:
      return { 'agreed-by': words(pick), when }
  }
}
