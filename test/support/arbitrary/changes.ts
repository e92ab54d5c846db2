import type { Tree } from '../oracle/tree.js'
import type { Pick } from './choices.js'
import { withoutGaps } from './header.js'
import type { KnownNeeds, Ledger, TableTree } from './known.js'
import { factor, money, pounds } from './numbers.js'
import { cite } from './rates.js'
import { needCondition } from './when.js'
import { name, words } from './words.js'

/** The least and the most that a figure can be, in pence. */
interface Bounds {
  readonly low: number
  readonly high: number
}

interface Change {
  readonly key: string
  readonly value: string
  readonly after: Bounds
}

/** Changes in an order that is allowed, after which no figure is below nothing or above `most`. */
export function changes(pick: Pick, start: Bounds, most: number, known: KnownNeeds, ledger: Ledger): Tree | undefined {
  if (!pick.chance(55)) return undefined
  const all: TableTree[] = []
  const taken = new Set<string>()
  let so = start
  const make = (change: Change, always: boolean): void => {
    const when = always || !pick.chance(35) ? undefined : needCondition(pick, known)
    all.push(
      withoutGaps({
        name: name(pick, taken),
        why: words(pick),
        source: pick.chance(20) ? cite(pick, ledger) : undefined,
        when,
        [change.key]: change.value,
      }),
    )
    so = when === undefined ? change.after : either(so, change.after)
  }
  for (let left = pick.int(0, 3); left > 0; left--) make(raised(pick, so, most), false)
  for (let left = pick.int(0, 2); left > 0; left--) make(limited(pick, so, most), false)
  if (so.low < 0) make(atLeast(pick, so, most), true)
  if (pick.chance(25)) make(nearest(pick, so, most), false)
  return all.length > 0 ? all : undefined
}

function raised(pick: Pick, { low, high }: Bounds, most: number): Change {
  switch (pick.one(['times', 'add', 'subtract'])) {
    case 'times': {
      const reach = Math.max(1, high, -low)
      const by = factor(pick, Math.min(9999, most / reach), pick.one([2, 3, 0, 4]))
      const after = { low: Math.floor(low * Number(by)) - (low < 0 ? 1 : 0), high: Math.ceil(high * Number(by)) }
      return { key: 'times', value: by, after }
    }
    case 'add': {
      const by = money(pick, Math.max(0, Math.min(most - high, 1_000_000)))
      return { key: 'add', value: pounds(pick, by), after: { low: low + by, high: high + by } }
    }
    default: {
      const by = money(pick, Math.max(0, Math.min(most + low, 500_000)))
      return { key: 'subtract', value: pounds(pick, by), after: { low: low - by, high: high - by } }
    }
  }
}

function limited(pick: Pick, so: Bounds, most: number): Change {
  return pick.chance(50) ? atLeast(pick, so, most) : atMost(pick, so)
}

function atMost(pick: Pick, { low, high }: Bounds): Change {
  const limit = money(pick, Math.max(0, high))
  return {
    key: 'at-most',
    value: pounds(pick, limit),
    after: { low: Math.min(low, limit), high: Math.min(high, limit) },
  }
}

function atLeast(pick: Pick, { low, high }: Bounds, most: number): Change {
  const limit = money(pick, Math.min(Math.max(0, high), 100_000, most))
  return {
    key: 'at-least',
    value: pounds(pick, limit),
    after: { low: Math.max(low, limit), high: Math.max(high, limit) },
  }
}

function nearest(pick: Pick, { low, high }: Bounds, most: number): Change {
  const to = pick.one([100, 1000, 10000, 1, 333, 50].filter((one) => one <= Math.max(1, most - high)))
  const after = { low: Math.max(0, low - to), high: high + to }
  return { key: 'nearest', value: pounds(pick, to), after }
}

function either(a: Bounds, b: Bounds): Bounds {
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) }
}
