import { type Points, reaches } from '../../../src/audit/points.js'
import { reachesOf } from '../../../src/audit/reachable.js'
import { safeLoadTable } from '../../../src/index.js'
import type { NodePlan } from '../../../src/load/plan.js'
import { planOf } from '../../../src/load/table.js'
import type { Tree } from '../oracle/tree.js'
import { at, entries, has, items, text } from '../oracle/tree.js'
import { withoutGaps } from './header.js'
import type { TableTree } from './known.js'
import type { Ground, Planted } from './planted.js'
import { added, put } from './planted-tree.js'
import { tableText } from './text.js'

/** A row that nobody reaches: beyond the most there can be, or between two numbers that answers can come to. */
export function plantRow(ground: Ground): Planted | null {
  const { pick, table, loaded } = ground
  const plan = planOf(loaded)
  const looked = entries(table, 'lines').flatMap(([id, line]) =>
    ['price', 'provides'].filter((word) => has(at(line, word), 'rows')).map((word) => [id, word] as const),
  )
  if (looked.length === 0) return null
  const [id, word] = pick.one(looked)
  const node = plan.nodes.find((one) => one.id === text(table, 'lines', id, word, 'look-up'))
  if (!node) return null
  return (pick.chance(60) ? between(ground, node, id, word) : null) ?? beyond(ground, node, id, word)
}

function beyond({ table }: Ground, node: NodePlan, id: string, word: string): Planted | null {
  const path = ['lines', id, word, 'rows']
  const rows = trees(table, path)
  const from = Math.floor(node.high / node.den) + 1
  if (from > 999_999 || has(at(table, 'lines', id, word), 'straight-line')) return null
  return {
    kind: 'an unreachable row',
    table: added(table, path, rows, rowLike(rows.at(-1), from)),
    codes: ['RAS205'],
    at: [`/lines/${id}/${word}/rows/${rows.length}/from`],
    principle: 6,
  }
}

/** One row from just above a number that can be reached, up to the next one that can. */
function between({ table, loaded }: Ground, node: NodePlan, id: string, word: string): Planted | null {
  const plan = planOf(loaded)
  const path = ['lines', id, word, 'rows']
  const rows = trees(table, path)
  const known = (reachesOf(plan)[node.index] ?? []).flatMap((reach) => reach ?? [])
  const gap = gapIn(
    known.map(({ points }) => points),
    node,
  )
  if (gap === null || has(at(table, 'lines', id, word), 'straight-line')) return null
  const inside = rows.filter((row) => Number(text(row, 'from')) > gap.from && Number(text(row, 'from')) <= gap.to)
  const holding = rows.filter((row) => Number(text(row, 'from')) <= gap.from).at(-1)
  if (inside.length > 0 || !holding || Number(text(holding, 'from')) === gap.from || has(holding, 'to')) return null
  const place = rows.indexOf(holding) + 1
  const made = put(table, path, [
    ...rows.slice(0, place),
    rowLike(holding, gap.from),
    rowLike(holding, gap.to),
    ...rows.slice(place),
  ])
  const loads = safeLoadTable(tableText(made)).success
  const places = [`/lines/${id}/${word}/rows/${place}/from`]
  return loads ? { kind: 'an unreachable row', table: made, codes: ['RAS863'], at: places, principle: 6 } : null
}

/** The first whole or hundredth points between which nothing can be reached. */
function gapIn(forms: readonly Points[], node: NodePlan): { readonly from: number; readonly to: number } | null {
  const scale = node.den
  for (const { runs } of forms)
    for (const [i, run] of runs.entries()) {
      const next = runs[i + 1]
      if (!next) continue
      const from = Math.floor((run[1] / scale) * 100 + 1) / 100
      const to = Math.floor((next[0] / scale) * 100) / 100
      const free = forms.every((points) => !reaches(points, Math.ceil(from * scale), Math.ceil(to * scale)))
      if (from < to && free) return { from, to }
    }
  return null
}

/** Another row that gives the same, under the same band. */
function rowLike(row: unknown, from: number): TableTree {
  const { give, band } = row as { readonly give: Tree; readonly band?: Tree }
  return withoutGaps({ from: String(from), give, band })
}

function trees(table: Ground['table'], path: readonly string[]): readonly Tree[] {
  return items(table, ...path) as readonly Tree[]
}
