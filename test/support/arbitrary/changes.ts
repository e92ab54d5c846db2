import type { Tree } from '../oracle/tree.js'
import type { Pick } from './choices.js'
import { withoutGaps } from './header.js'
import { keeps } from './keeps.js'
import type { KnownNeeds, Ledger, TableTree } from './known.js'
import { money, pounds } from './numbers.js'
import { type Bounds, type Change, raised } from './raised.js'
import { cite } from './rates.js'
import { needCondition } from './when.js'
import { name, words } from './words.js'

/** Changes in an order that is allowed, after which no figure is below nothing or above `most`. */
export function changes(pick: Pick, start: Bounds, most: number, known: KnownNeeds, ledger: Ledger): Tree | undefined {
  if (!pick.chance(60)) return undefined
  const { facts } = known
  const all: TableTree[] = []
  const taken = new Set<string>()
  let so = start
  const make = (change: Change, always: boolean): void => {
    const when = always || !pick.chance(30) ? undefined : needCondition(pick, known)
    const source = pick.chance(20) ? cite(pick, ledger) : undefined
    all.push(withoutGaps({ name: name(pick, taken), why: words(pick), source, when, ...change.tree }))
    so = when === undefined ? change.after : either(so, change.after)
  }
  if (pick.chance(20)) make(raised(pick, 'uplift', so, most, facts), false)
  if (facts.area.length > 0 && pick.chance(50)) make(raised(pick, 'area-factor', so, most, facts), false)
  const kinds = [
    'times',
    'add',
    'subtract',
    ...(facts.otherPackage.length > 0 ? ['other-package', 'other-package'] : []),
  ]
  for (let left = pick.int(0, 3); left > 0; left--) make(raised(pick, pick.one(kinds), so, most, facts), false)
  for (let left = pick.int(0, 2); left > 0; left--) make(limited(pick, so, most), false)
  if (so.low < 0) make(atLeast(pick, so, most), true)
  const previous = facts.previous.filter((one) => one.most <= most)
  if (previous.length > 0 && pick.chance(60)) make(protect(pick, so, pick.one(previous)), false)
  if (pick.chance(25)) make(nearest(pick, so, most), false)
  return all.length > 0 ? all : undefined
}

function limited(pick: Pick, so: Bounds, most: number): Change {
  return pick.chance(50) ? atLeast(pick, so, most) : atMost(pick, so)
}

function atMost(pick: Pick, { low, high }: Bounds): Change {
  const limit = money(pick, Math.max(0, high))
  return { tree: { 'at-most': pounds(pick, limit) }, after: { low: Math.min(low, limit), high: Math.min(high, limit) } }
}

function atLeast(pick: Pick, { low, high }: Bounds, most: number): Change {
  const limit = money(pick, Math.min(Math.max(0, high), 100_000, most))
  return {
    tree: { 'at-least': pounds(pick, limit) },
    after: { low: Math.max(low, limit), high: Math.max(high, limit) },
  }
}

/** Holds what was there before. */
function protect(pick: Pick, { low, high }: Bounds, previous: { readonly id: string; readonly most: number }): Change {
  const how = pick.one(['freeze', 'no-loser', 'taper', 'taper'])
  const tree = withoutGaps({
    protect: how,
    against: previous.id,
    keeps: how === 'taper' ? keeps(pick) : undefined,
  })
  return { tree, after: { low: Math.min(low, 0), high: Math.max(high, previous.most) } }
}

function nearest(pick: Pick, { low, high }: Bounds, most: number): Change {
  const to = pick.one([100, 1000, 10000, 1, 333, 50].filter((one) => one <= Math.max(1, most - high)))
  return { tree: { nearest: pounds(pick, to) }, after: { low: Math.max(0, low - to), high: high + to } }
}

function either(a: Bounds, b: Bounds): Bounds {
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) }
}
