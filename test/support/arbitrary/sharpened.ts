import type { Assessment } from '../../../src/score/needs.js'
import { oracle } from '../oracle/oracle.js'
import type { OracleBudget } from '../oracle/result.js'
import type { Tree } from '../oracle/tree.js'
import type { Pick } from './choices.js'
import type { TableTree } from './known.js'
import { hundredths, pounds } from './numbers.js'

const BOUNDS = ['from', 'above', 'up-to', 'below', 'within']

/**
 * The same table, with bounds in its flags moved to where this very case stands, or a penny or a hundredth of a point
 * beside it. By chance alone a total hardly ever meets its bound exactly, and only there do `from` and `above` differ.
 */
export function sharpened(pick: Pick, table: TableTree, assessment: Assessment): TableTree {
  const { flags } = table
  if (flags === undefined || !pick.chance(40)) return table
  return { ...table, flags: moved(pick, flags, oracle(table, assessment)) }
}

function moved(pick: Pick, tree: Tree, budget: OracleBudget): Tree {
  if (typeof tree === 'string') return tree
  if (isList(tree)) return tree.map((item) => moved(pick, item, budget))
  const value = read(tree, budget)
  const bound = Object.keys(tree).find((key) => BOUNDS.includes(key))
  if (value !== null && bound !== undefined && pick.chance(60)) {
    const near = Math.max(0, value + pick.one([0, 0, 0, -1, 1]))
    const written = tree.line === undefined && tree.total === undefined ? hundredths(pick, near) : pounds(pick, near)
    // The one bound stands alone: beside another it could leave nothing between them.
    return { ...Object.fromEntries(Object.entries(tree).filter(([key]) => !BOUNDS.includes(key))), [bound]: written }
  }
  return Object.fromEntries(Object.entries(tree).map(([key, below]) => [key, moved(pick, below, budget)]))
}

/** What a leaf reads, in pence or hundredths of a point; null for what is not a whole number of them. */
function read(leaf: TableTree, { lines, streams, total, scores }: OracleBudget): number | null {
  const line = lines.find(({ id }) => id === leaf.line || id === leaf['near-next-row'])
  const sum = leaf.total === 'all' ? total : streams.find(({ stream }) => stream === leaf.total)
  const score = scores.find(({ id }) => id === leaf.score)
  if (leaf.line !== undefined) return line?.amount.pence ?? null
  if (leaf.total !== undefined) return sum?.settled ?? null
  return wholeHundredths(leaf.score === undefined ? line?.neighbours?.away : score?.points)
}

function wholeHundredths(points: number | null | undefined): number | null {
  if (typeof points !== 'number') return null
  const n = Math.round(points * 100)
  return n / 100 === points && n <= 99_999_999 ? n : null
}

function isList(tree: Tree): tree is readonly Tree[] {
  return Array.isArray(tree)
}
