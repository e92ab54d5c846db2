import { type Fraction, read, ZERO } from '../oracle/fraction.js'
import type { Tree } from '../oracle/tree.js'
import { acrossTree, forEach, someCategories } from './categories.js'
import type { Pick } from './choices.js'
import { withoutGaps } from './header.js'
import type { Category, Scored, TableTree } from './known.js'
import { factor, hundredths, places } from './numbers.js'
import { greatest } from './questions.js'
import { rowStarts } from './rows.js'

/** A factor that is looked up. */
export interface MadeWeight {
  readonly tree: TableTree
  /** The largest of its factors. */
  readonly most: Fraction
  readonly places: number
}

/** What a weight may be looked up by, and how large and how fine its factors may be. */
export interface WeightRoom {
  readonly pick: Pick
  readonly scores: readonly Scored[]
  readonly categories: readonly Category[]
  readonly most: number
  readonly places: number
}

/** A factor by points, by category, or by both; nothing where there is nothing to look it up by. */
export function weight({ pick, scores, categories, ...limits }: WeightRoom): MadeWeight | null {
  const byPoints = scores.length > 0 && (categories.length === 0 || pick.chance(60))
  const across = categories.length > 0 && (!byPoints || pick.chance(40)) ? someCategories(pick, categories) : []
  if (!byPoints && across.length === 0) return null
  const written: string[] = []
  const give = (): Tree =>
    forEach(across, () => {
      const one = factor(pick, limits.most, limits.places)
      written.push(one)
      return one
    })
  const key = across.length > 0 ? acrossTree(pick, across) : undefined
  const by = byPoints ? pick.one(scores) : null
  const rows = by && rowStarts(pick, by, 3).map((from): Tree => ({ from: hundredths(pick, from), give: give() }))
  const tree = withoutGaps({
    'look-up': by?.id,
    across: key,
    rows: rows ?? undefined,
    give: rows === null ? give() : undefined,
  })
  return { tree, most: written.map(read).reduce(greatest, ZERO), places: Math.max(...written.map(places)) }
}
