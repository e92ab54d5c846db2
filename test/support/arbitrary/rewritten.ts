import type { Tree } from '../oracle/tree.js'
import { written } from '../plants/written.js'
import type { Pick } from './choices.js'
import type { TableTree } from './known.js'
import { isList } from './planted-tree.js'
import { shuffled } from './text.js'

/** The same table written otherwise: keys in another order, `500` as `500.00`, words over several lines, comments. */
export function rewritten(pick: Pick, table: TableTree): string {
  const tree = Object.entries(table).map(([key, value]) => [key, longhand(pick, value, [key])] as const)
  return written(pick, shuffled(Object.fromEntries(tree), pick.int(0, 999))).text
}

/** Keys under which a number may have decimals. */
const DECIMAL = new Set([
  'pounds',
  'give',
  'from',
  'to',
  'levels',
  'kinds',
  'per-cent',
  'first',
  'add',
  'subtract',
  'at-most',
])
/** Lists of which the order means nothing. */
const SETS = new Set([
  'sum',
  'highest-of',
  'all',
  'any',
  'is',
  'among',
  'count-of',
  'forms',
  'may-be',
  'for',
  'challenge',
])
const SENTENCES = new Set(['text', 'guidance', 'note', 'why', 'route', 'advice', 'next', 'say', 'means'])

function longhand(pick: Pick, tree: Tree, path: readonly string[]): Tree {
  const key = path.filter((one) => !/^\d+$/.test(one)).at(-1) ?? ''
  if (typeof tree === 'string') {
    if (SENTENCES.has(key)) return tree.replaceAll(' ', () => pick.one([' ', '\n', '   ']))
    const isDecimal = path.some((one) => DECIMAL.has(one)) && !path.some((one) => /age|weeks|published/.test(one))
    return isDecimal && /^\d+$/.test(tree) && pick.chance(50) ? `${tree}.00` : tree
  }
  if (isList(tree)) {
    const items = tree.map((item, i) => longhand(pick, item, [...path, String(i)]))
    return SETS.has(key) && pick.chance(50) ? items.reverse() : items
  }
  return Object.fromEntries(Object.entries(tree).map(([name, item]) => [name, longhand(pick, item, [...path, name])]))
}
