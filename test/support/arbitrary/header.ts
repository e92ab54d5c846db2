import type { Tree } from '../oracle/tree.js'
import type { Pick } from './choices.js'
import type { KnownHeader, TableTree } from './known.js'
import { name, names, words } from './words.js'

const ABOUT = ['the amount', 'the plan', 'a refusal']
const DATES = ['2026-04-01', '2026-09-01', '2028-02-29', '2027-03-31']

/** A mapping from the items: one key for each. */
export function mapping<T>(items: readonly T[], key: (item: T) => string, value: (item: T) => Tree): TableTree {
  const tree: Record<string, Tree> = {}
  for (const item of items) tree[key(item)] = value(item)
  return tree
}

/** Keeps the keys that have a value: a key that is left out is not there at all. */
export function withoutGaps(tree: Readonly<Record<string, Tree | undefined>>): TableTree {
  const kept: Record<string, Tree> = {}
  for (const key in tree) {
    const value = tree[key]
    if (value !== undefined) kept[key] = value
  }
  return kept
}

/** What stands above the ten words, without the sources: they are listed once it is known which are referred to. */
export function header(pick: Pick): { readonly tree: TableTree; readonly known: KnownHeader } {
  const taken = new Set(['all'])
  const streams = names(pick, pick.int(1, 3), taken).map((id) => ({
    id,
    law: pick.one(['care', 'education', 'health']),
  }))
  const outcomes = names(pick, pick.one([2, 1, 3, 4]), new Set())
  const funders = names(pick, pick.int(1, 4), new Set())
  const { tree: forms, ids, aged } = formsOf(pick)
  const from = pick.one(DATES)
  const tree = withoutGaps({
    format: 'ras.table/1',
    id: name(pick, new Set()),
    version: pick.one(['2026-27', '1.2', '2026', 'v1_a/2']),
    title: words(pick),
    authority: words(pick),
    provenance: pick.one(['synthetic', 'reconstructed', 'official']),
    status: pick.one(['draft', 'trial', 'published', 'withdrawn']),
    'in-force': withoutGaps({ from, to: pick.chance(50) ? pick.one(DATES.filter((to) => to >= from)) : undefined }),
    supersedes: pick.chance(20) ? { id: 'earlier', version: '2025' } : undefined,
    rounding: pick.one(['half up', 'half even', 'down']),
    'co-production': pick.chance(20) ? withoutGaps({ with: [words(pick)], record: maybeWords(pick) }) : undefined,
    challenge: challenge(
      pick,
      streams.map(({ id }) => id),
    ),
    advice: maybeWords(pick),
    streams: mapping(
      streams,
      ({ id }) => id,
      ({ law }) => ({ title: words(pick), law }),
    ),
    outcomes: mapping(
      outcomes,
      (id) => id,
      () => words(pick),
    ),
    funders: mapping(
      funders,
      (id) => id,
      () => words(pick),
    ),
    forms,
  })
  return { tree, known: { streams, outcomes, funders, forms: ids, aged } }
}

export function maybeWords(pick: Pick): string | undefined {
  return pick.chance(25) ? words(pick) : undefined
}

function challenge(pick: Pick, streams: readonly string[]): Tree | undefined {
  if (!pick.chance(20)) return undefined
  return streams.flatMap((stream) => pick.some(ABOUT, 1, 3).map((about) => ({ stream, about, route: words(pick) })))
}

function formsOf(pick: Pick) {
  if (!pick.chance(35)) return { tree: undefined, ids: [], aged: false }
  const ids = names(pick, pick.int(1, 3), new Set())
  let aged = false
  const tree = mapping(
    ids,
    (id) => id,
    () => {
      const from = pick.chance(40) ? pick.int(0, 15) : undefined
      const below = pick.chance(40) ? pick.int((from ?? 0) + 1, 25) : undefined
      const [least, most] = [(from ?? 0) + 1, (below ?? 26) - 1]
      const scored = pick.chance(40) && least <= most ? pick.int(least, most) : undefined
      aged ||= from !== undefined || below !== undefined || scored !== undefined
      return withoutGaps({
        title: words(pick),
        'from-age': from === undefined ? undefined : `${from}`,
        'below-age': below === undefined ? undefined : `${below}`,
        'not-scored-below': scored === undefined ? undefined : `${scored}`,
        'refer-to': scored === undefined ? undefined : words(pick),
      })
    },
  )
  return { tree, ids, aged }
}

/** The documents that are referred to; an address or a clause is needed unless the table is invented. */
export function sources(pick: Pick, cited: Iterable<string>): TableTree {
  return mapping(
    [...cited],
    (id) => id,
    () =>
      withoutGaps({
        title: words(pick),
        url: pick.chance(30) ? 'https://example.org/table?a=1#b' : undefined,
        retrieved: pick.chance(30) ? pick.one(DATES) : undefined,
        clause: 'page 1',
        note: maybeWords(pick),
      }),
  )
}
