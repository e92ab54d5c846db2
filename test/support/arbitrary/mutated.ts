import type * as fc from 'fast-check'
import type { Tree } from '../oracle/tree.js'
import { fromChoices, type Pick } from './choices.js'
import type { TableTree } from './known.js'

type Path = readonly string[]

const SCALARS = [
  '',
  '0',
  '-1',
  '1e3',
  '99999999',
  '0.005',
  'refer',
  'yes',
  'no',
  'constructor',
  '__proto__',
  'NaN',
  '£1,500',
  ' 21 ',
  '2026-02-30',
  'half down',
  'a-name-that-nothing-has',
  'x'.repeat(3000),
]
const HOSTILE = ['__proto__', 'constructor', 'prototype', 'toString', 'From', 'zzz', 'a b', '1', '']
/** Words of the format, where they do not belong. */
const MISPLACED = ['give', 'when', 'across', 'weight', 'kinds', 'provides', 'keeps', 'asked-when', 'highest-of', 'tier']
const KEYS = [...HOSTILE, ...MISPLACED]

/** A table with one thing wrong, or at least different: most are no longer valid, some still are. */
export function mutated(table: TableTree): fc.Arbitrary<Tree> {
  return fromChoices((pick) => mutate(pick, table))
}

export function mutate(pick: Pick, table: TableTree): Tree {
  return change(pick, table, pick.one(paths(table, [])))
}

/** Every place in a tree but its root. */
function paths(tree: Tree, under: Path): readonly Path[] {
  if (typeof tree === 'string') return []
  return Object.entries(tree).flatMap(([key, below]) => [[...under, key], ...paths(below, [...under, key])])
}

function change(pick: Pick, tree: Tree, [key, ...rest]: Path): Tree {
  if (typeof tree === 'string' || key === undefined) return tree
  const entries: (readonly [string, Tree])[] = Object.entries(tree)
  const index = entries.findIndex(([name]) => name === key)
  const value = entries[index]?.[1]
  if (value === undefined) return tree
  const made: readonly (readonly [string, Tree])[] =
    rest.length > 0 ? [[key, change(pick, value, rest)]] : replaced(pick, key, value, Array.isArray(tree))
  const all = [...entries.slice(0, index), ...made, ...entries.slice(index + 1)]
  return Array.isArray(tree) ? all.map(([, item]) => item) : mapping(all)
}

/** What stands in the place of one key and its value. */
function replaced(pick: Pick, key: string, value: Tree, inList: boolean): readonly (readonly [string, Tree])[] {
  const other = typeof value === 'string' ? pick.one(SCALARS) : Array.isArray(value) ? [] : {}
  return pick.one<() => readonly (readonly [string, Tree])[]>([
    () => [],
    () => [[key, other]],
    () => [[key, typeof value === 'string' ? `${value}${pick.one(['0', '.5', 'x', ' '])}` : pick.one(SCALARS)]],
    () => [[key, pick.one<Tree>([[value], { [key]: value }, { zzz: value }, [], {}])]],
    () =>
      inList
        ? [
            [key, value],
            [key, value],
          ]
        : [[pick.one(KEYS), value]],
    () => [
      [key, value],
      [pick.one(KEYS), value],
    ],
  ])()
}

/** A mapping with these own keys, `__proto__` among them if it is there. */
function mapping(entries: readonly (readonly [string, Tree])[]): TableTree {
  return Object.fromEntries(entries)
}
