import type { Tree } from '../oracle/tree.js'
import type { Pick } from './choices.js'
import { mapping } from './header.js'
import type { TableTree } from './known.js'
import { hundredths } from './numbers.js'

const LEVELS = ['none', 'some', 'lots', 'high', 'severe', 'priority']
const OTHERS = ['no', 'yes', 'a', 'b1', 'c-2', 'zz']
/** Some of them named like levels: a kind is no level. */
const KINDS = ['settling', 'turning', 'a', 'none']

export interface MadeLevels {
  readonly tree: TableTree
  /** By their full names, and by all that a condition can call them. */
  readonly levels: readonly string[]
  readonly called: readonly string[]
  /** In hundredths. */
  readonly most: number
  readonly decimals: number
}

/** The levels of a question, or now and then kinds with levels of their own. */
export function levelsOf(pick: Pick, size: number, falling: boolean): MadeLevels {
  if (!pick.chance(18)) {
    const { names, tree, worth } = levels(pick, size, falling)
    return { tree: { levels: tree }, levels: names, called: names, ...limits(worth) }
  }
  const kinds = pick.some(KINDS, 1, 3).map((kind) => ({ kind, ...levels(pick, Math.min(size, 4), falling) }))
  const tree = mapping(
    kinds,
    ({ kind }) => kind,
    (one) => one.tree,
  )
  const full = kinds.flatMap(({ kind, names }) => names.map((name) => `${kind}/${name}`))
  const called = [...full, ...new Set(kinds.flatMap(({ names }) => names))]
  return { tree: { kinds: tree }, levels: full, called, ...limits(kinds.flatMap(({ worth }) => worth)) }
}

function levels(pick: Pick, size: number, falling: boolean) {
  const names = pick.some(pick.chance(20) ? OTHERS : LEVELS, 1, size)
  const rising = points(pick, names.length)
  const worth = falling ? [...rising].reverse() : rising
  return { names, worth, tree: names.map((name, index): Tree => ({ [name]: hundredths(pick, worth[index] ?? 0) })) }
}

function limits(worth: readonly number[]) {
  const decimals = worth.map((one) => (one % 10 > 0 ? 2 : one % 100 > 0 ? 1 : 0))
  return { most: Math.max(...worth), decimals: Math.max(...decimals) }
}

/** Rising points in hundredths: whole as a rule, sometimes halves or hundredths; two levels may have the same. */
function points(pick: Pick, count: number): readonly number[] {
  const grain = pick.chance(12) ? pick.one([50, 25, 1]) : 100
  let so = pick.chance(15) ? grain * pick.int(0, 5) : 0
  return Array.from({ length: count }, (_, index) => {
    if (index > 0) so += grain * pick.int(0, 12)
    return so
  })
}
