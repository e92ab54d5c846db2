import { describe, expect } from 'vitest'
import { compare, type Located } from '../src/diagnostic.js'
import { chooseTables } from '../src/load/choose-tables.js'
import { checkSeries } from '../src/load/series/check.js'
import type { TableTree } from './support/arbitrary/known.js'
import { arbitrarySeries, type Series } from './support/arbitrary/series.js'
import { lawOver, RUNS } from './support/law.js'
import { entries, maybe, text } from './support/oracle/tree.js'
import { asFile, isInForce, lineOf, type Version, versions } from './support/series.js'

/** The same versions as of two schemes or three, which may supersede one another’s. */
function ofSchemes({ trees, ...rest }: Series, number: number): Series {
  const idOf = new Map(trees.map((tree, i) => [text(tree, 'version'), `scheme-${(number >> (2 * i)) % 3}`]))
  const scheme = (version: string) => idOf.get(version) ?? 'scheme-0'
  return {
    ...rest,
    trees: trees.map((tree) => {
      const over = maybe(tree, 'supersedes', 'version')
      const supersedes = over === null ? {} : { supersedes: { id: scheme(over), version: over } }
      return { ...tree, id: scheme(text(tree, 'version')), ...supersedes }
    }),
  }
}

interface Made extends Series {
  readonly all: readonly Version[]
  readonly found: readonly Located[]
}

const law = lawOver(
  arbitrarySeries,
  (series, number): Made => {
    const made = ofSchemes(series, number)
    const all = versions(made)
    return { ...made, all, found: checkSeries(all.map(asFile), []) }
  },
  Math.ceil(RUNS / 8),
)

/** Of a stream: on which days, by their number, each version is in force, asked day by day; by first day and name. */
function heldIn({ all, trees, days }: Made, stream: string) {
  return [...all]
    .sort((a, b) => compare(keyOf(a), keyOf(b)))
    .map((version) => ({
      version,
      id: text(version.tree, 'id'),
      held: days.flatMap((day, i) => (isInForce(version.tree, stream, day, trees) ? [i] : [])),
    }))
    .filter(({ held }) => held.length > 0)
}

type Held = ReturnType<typeof heldIn>[number]

/** The version that a day finds missing, with what is to come; null where a scheme has not begun, goes on, or is over. */
function missing(day: number, scheme: readonly Held[], every: readonly Held[], trees: readonly TableTree[]) {
  if (scheme.some(({ held }) => held.includes(day))) return null
  const lastOf = ({ held }: Held) => held.at(-1) ?? -1
  const over = scheme.filter((one) => lastOf(one) < day)
  const end = Math.max(...over.map(lastOf))
  const ended = over.find((one) => lastOf(one) === end)
  if (!ended) return null
  const heirs = every.filter(
    ({ version }) => version !== ended.version && takesOver(version.tree, ended.version.tree, trees),
  )
  if (heirs.some(({ held }) => held.includes(day))) return null
  const firstOf = ({ held }: Held) => held[0] ?? -1
  const goesOn = scheme.some((one) => firstOf(one) > day)
  // Without a next version of its own, a scheme goes on in the first that supersedes it.
  if (!goesOn && heirs.some((one) => firstOf(one) > end && firstOf(one) <= day)) return null
  const next = [...(goesOn ? scheme : []), ...heirs].filter((one) => firstOf(one) > day)
  const first = Math.min(...next.map(firstOf))
  const isScheme = (one: Held) => goesOn && scheme.includes(one)
  const begins = next.filter((one) => firstOf(one) === first)
  const after =
    begins.find((one) => !isScheme(one) && begins.every((other) => !isScheme(other))) ?? begins.find(isScheme)
  return after ? { after: after.version } : null
}

function takesOver(
  tree: TableTree,
  other: TableTree,
  trees: readonly TableTree[],
  seen: readonly string[] = [],
): boolean {
  const over = maybe(tree, 'supersedes', 'version')
  if (over === null || seen.includes(over) || !['published', 'withdrawn'].includes(text(tree, 'status'))) return false
  if (over === text(other, 'version')) return true
  const before = trees.find((one) => text(one, 'version') === over)
  return before !== undefined && takesOver(before, other, trees, [...seen, over])
}

/** `v2.yaml:9 education day-3 day-5` for each run of days on which a scheme, or all of a stream, stops. */
function expected(made: Made): readonly string[] {
  const { trees, days } = made
  const streams = [...new Set(trees.flatMap((tree) => entries(tree, 'streams').map(([id]) => id)))]
  return streams.flatMap((stream) => {
    const every = heldIn(made, stream)
    const ids = [...new Set(every.map(({ id }) => id))]
    const whole = days.map((_, day) => {
      if (every.some(({ held }) => held.includes(day)) || !every.some(({ held }) => (held[0] ?? day) < day)) return null
      const after = every.filter(({ held }) => (held[0] ?? -1) > day)
      const first = Math.min(...after.map(({ held }) => held[0] ?? -1))
      const one = after.find(({ held }) => held[0] === first)
      return one ? { after: one.version } : null
    })
    const each = ids.map((id) => {
      const scheme = every.filter((one) => one.id === id)
      return days.map((_, day) => missing(day, scheme, every, trees))
    })
    return [whole, ...each].flatMap((found) => runs(found, days).map((run) => `${run[0]} ${stream} ${run[1]}`))
  })
}

function runs(found: readonly ({ readonly after: Version } | null)[], days: readonly string[]) {
  return found.flatMap((one, day): [string, string][] => {
    if (!one || found[day - 1]?.after === one.after) return []
    const end = found.findIndex((other, i) => i > day && other?.after !== one.after)
    const where = `${one.after.file}:${lineOf(one.after.text, 'in-force', 'from')}`
    return [[where, `${days[day]} ${days[(end < 0 ? days.length : end) - 1]}`]]
  })
}

function keyOf({ loaded, tree }: Version): string {
  return `${loaded['in-force'].from} ${text(tree, 'id')} ${text(tree, 'version')}`
}

describe('a scheme that stops', () => {
  law('is told on exactly the days that find it neither in force nor superseded, and once for each hole', (made) => {
    const told = made.found.flatMap(({ code, file, line, data }) =>
      code === 'RAS404' && 'stream' in data && 'from' in data && 'to' in data
        ? [`${file}:${line} ${data.stream} ${data.from} ${data.to}`]
        : [],
    )
    expect([...told].sort()).toEqual([...new Set(expected(made))].sort())
  })

  law('makes no budget on such a day, whatever else of the stream goes on', (made) => {
    const tables = made.all.map(({ loaded }) => loaded)
    const holes = expected(made).map((hole) => hole.split(' ').slice(-2))
    for (const on of made.days) {
      if (!holes.some(([from = '', to = '']) => from <= on && on <= to)) continue
      expect(() => chooseTables(tables, { on }), on).toThrow()
    }
  })
})
