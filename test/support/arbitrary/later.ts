import { safeLoadTable } from '../../../src/index.js'
import type { Tree } from '../oracle/tree.js'
import type { Pick } from './choices.js'
import type { TableTree } from './known.js'
import { mutate } from './mutated.js'
import { tableText } from './text.js'

/** A later version of a table: some things are otherwise, most often what its lines give, and it is still valid. */
export function laterOf(pick: Pick, table: TableTree): TableTree {
  let later = table
  for (let left = pick.int(1, 5); left > 0; left--) {
    const tried = pick.chance(75) ? withNumber(pick, later) : mutate(pick, later)
    if (isMapping(tried) && safeLoadTable(tableText(tried)).success) later = tried
  }
  return later
}

const NUMBERS = ['0', '0.01', '1', '7', '99.99', '500', '500.01', '1234.56', '20000', 'refer']

const GIVEN = new Set(['give', 'price', 'changes'])

/** Another number in the place of one that is there. */
function withNumber(pick: Pick, table: TableTree): Tree {
  const everywhere = numbersIn(table, [])
  const given = everywhere.filter(([part, ...path]) => part === 'lines' && path.some((key) => GIVEN.has(key)))
  const all = given.length > 0 && pick.chance(80) ? given : everywhere
  return all.length === 0 ? table : put(table, pick.one(all), pick.one(NUMBERS))
}

function numbersIn(tree: Tree, under: readonly string[]): readonly (readonly string[])[] {
  if (typeof tree === 'string') return /^\d+(\.\d+)?$/.test(tree) ? [under] : []
  return Object.entries(tree).flatMap(([key, below]) => numbersIn(below, [...under, key]))
}

function put(tree: Tree, [key, ...rest]: readonly string[], value: string): Tree {
  if (key === undefined || typeof tree === 'string') return value
  const entries = Object.entries(tree).map(([name, below]): [string, Tree] => [
    name,
    name === key ? put(below, rest, value) : below,
  ])
  return Array.isArray(tree) ? entries.map(([, below]) => below) : Object.fromEntries(entries)
}

function isMapping(tree: Tree): tree is TableTree {
  return typeof tree !== 'string' && !Array.isArray(tree)
}
