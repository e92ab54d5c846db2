import { at, entries, has, items, maybe, text } from '../oracle/tree.js'
import { number } from './answer.js'
import type { Pick } from './choices.js'
import type { TableTree } from './known.js'
import { hundredths } from './numbers.js'

/**
 * Points for every score that is brought, or for some where the child is too young to be scored: mostly at the edge of
 * a row or a condition, just beside it, or at an end.
 */
export function brought(pick: Pick, table: TableTree, scored: boolean): Record<string, number | string> {
  const all = entries(table, 'scores').filter(([, score]) => has(score, 'brought'))
  const given = scored ? all : pick.some(all, 0, all.length)
  return Object.fromEntries(
    given.map(([id, score]) => {
      const most = Math.round(Number(text(score, 'at-most')) * 100)
      const edges = [
        ...rowEdges(at(table, 'lines'), id),
        ...rowEdges(at(table, 'scores'), id),
        ...conditionEdges(at(table, 'lines'), id),
        ...conditionEdges(at(table, 'flags'), id),
      ]
      const edge = Math.round(Number(pick.one(['0', text(score, 'at-most'), ...edges])) * 100)
      const near = edge + pick.one([0, -1, 1, -100, 50])
      const n = pick.chance(35) ? pick.int(0, most) : near
      return [id, number(pick, hundredths(pick, Math.min(most, Math.max(0, n))))]
    }),
  )
}

/** Where the rows begin of whatever is looked up by this score, anywhere below. */
function rowEdges(tree: unknown, id: string): readonly string[] {
  if (typeof tree !== 'object' || tree === null) return []
  const here = at(tree, 'look-up') === id ? items(tree, 'rows').map((row) => text(row, 'from')) : []
  return [...here, ...Object.values(tree).flatMap((below) => rowEdges(below, id))]
}

/** The bounds that conditions anywhere below set to a score. */
function conditionEdges(tree: unknown, id: string): readonly string[] {
  if (typeof tree !== 'object' || tree === null) return []
  const here = at(tree, 'score') === id ? ['from', 'above', 'up-to', 'below'] : []
  const bounds = here.flatMap((key) => maybe(tree, key) ?? [])
  return [...bounds, ...Object.values(tree).flatMap((below) => conditionEdges(below, id))]
}
