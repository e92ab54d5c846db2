import type { Tree } from '../oracle/tree.js'
import { acrossTree, cellCount, forEach, someCategories } from './categories.js'
import { figure, someGives, worthOf } from './given.js'
import { withoutGaps } from './header.js'
import { forTree } from './how-long.js'
import type { Category, KnownChoice } from './known.js'
import { hundredths } from './numbers.js'
import { dearest, factorsFor, type MadePrice, MOST, PLAIN, type PriceRoom } from './price.js'
import { bandText, rising, rowStarts } from './rows.js'
import { words } from './words.js'

/** A price by category alone; beside a judged band there may be the bands by points. */
export function byCategory(room: PriceRoom): MadePrice {
  const { pick, categories } = room
  const judged = categories.filter(({ isJudged }) => isJudged)
  const across = judged.length > 0 && pick.chance(55) ? [pick.one(judged)] : someCategories(pick, categories)
  const gives = someGives(room)
  const how = factorsFor(room, gives.period)
  const { rate, dear } = worthOf(room, gives, dearest(null) * 100)
  const bounds = [(dearest(null) * 100) / (dear * Math.max(1, how.top)), MOST / how.numerator / dear, 999_999_99]
  const top = Math.floor(Math.min(...bounds, gives.inPounds ? Infinity : 9999))
  const figures = rising(pick, cellCount(across), top).map((one) => (pick.chance(12) ? null : one))
  let next = 0
  const give = forEach(across, () => figure(pick, gives, figures[next++] ?? null))
  const { beside, judgedBy } = bandsBeside(room, across)
  const tree = withoutGaps({
    across: acrossTree(pick, across),
    gives: gives.gives,
    rate,
    'refer-to': figures.includes(null) ? words(pick) : undefined,
    give,
    beside,
    ...forTree(how),
  })
  const known = figures.flatMap((one) => one ?? [])
  const high = Math.ceil((Math.max(0, ...known) * dear * Math.max(1, how.top)) / 100)
  return { ...PLAIN, tree, high, judgedBy, edges: gives.gives === 'pounds a year' ? known : [] }
}

interface Beside {
  readonly beside: Tree | undefined
  readonly judgedBy: KnownChoice | null
}

function bandsBeside({ pick, facts, scores, size }: PriceRoom, across: readonly Category[]): Beside {
  const [only, ...others] = across
  const judgedBy = facts.choice.find(({ id, is }) => is === 'judged-band' && id === only?.tree.fact)
  if (judgedBy === undefined || others.length > 0 || scores.length === 0 || !pick.chance(80)) {
    return { beside: undefined, judgedBy: null }
  }
  const by = pick.one(scores)
  const rows = rowStarts(pick, by, size.rows).map((from): Tree => {
    return { from: hundredths(pick, from), band: bandText(pick, pick.one(judgedBy.oneOf)) }
  })
  return { beside: { 'look-up': by.id, rows }, judgedBy }
}
