import { stringify } from 'yaml'
import type { Tree } from '../oracle/tree.js'
import type { TableTree } from './known.js'

/** A table as YAML in plain form: read back with the failsafe schema it is the same tree of text. */
export function tableText(table: TableTree): string {
  return stringify(table, { schema: 'failsafe', lineWidth: 0, aliasDuplicateObjects: false })
}

/** The same table with the keys of every mapping in another order. Lists keep theirs: it means something. */
export function shuffled(table: TableTree, seed: number): TableTree {
  const random = numbers(seed)
  return mapped(table, random)
}

function turned(tree: Tree, random: () => number): Tree {
  if (typeof tree === 'string') return tree
  return isList(tree) ? tree.map((item) => turned(item, random)) : mapped(tree, random)
}

function mapped(tree: TableTree, random: () => number): TableTree {
  const ranked = Object.entries(tree).map(([key, value]) => ({ key, value: turned(value, random), rank: random() }))
  ranked.sort((a, b) => a.rank - b.rank)
  return Object.fromEntries(ranked.map(({ key, value }) => [key, value]))
}

function isList(tree: Tree): tree is readonly Tree[] {
  return Array.isArray(tree)
}

/** The same numbers from the same seed, between 0 and 1 (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
