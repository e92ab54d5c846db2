import { provenLines } from '../../../src/audit/monotone.js'
import { type Assessment, type IndicativeBudget, safeAllocate, safeLoadTable } from '../../../src/index.js'
import { planOf } from '../../../src/load/table.js'
import { at, has, items } from '../oracle/tree.js'
import { falls } from '../rank.js'
import { makeAssessment } from './assessment.js'
import type { TableTree } from './known.js'
import { needier } from './needier.js'
import type { Ground, Planted } from './planted.js'
import { put } from './planted-tree.js'
import { tableText } from './text.js'

interface Pair {
  readonly a: Assessment
  readonly b: Assessment
  readonly less: IndicativeBudget
  readonly more: IndicativeBudget
}

/**
 * A line that could not fall, and now does: it closes as a score rises, or a row gives nothing. Only where two cases
 * show it on the finished table.
 */
export function plantFall({ pick, table, loaded }: Ground): Planted | null {
  const proven = provenLines(planOf(loaded))
  for (let tries = 0; tries < 8; tries++) {
    const a = makeAssessment(pick, table)
    const b = needier(pick, table, a)
    const [one, other] = [safeAllocate(a, loaded), safeAllocate(b, loaded)]
    if (!one.success || !other.success) continue
    const pair = { a, b, less: one.data, more: other.data }
    for (const index of pair.less.lines.keys()) {
      const made = proven[index] ? (closing(table, pair, index) ?? emptied(table, pair, index)) : null
      if (made && shows(made.table, pair, index)) return made
    }
  }
  return null
}

/** The line closes above what the less needy case scores. */
function closing(table: TableTree, { less, more }: Pair, index: number): Planted | null {
  const line = less.lines[index]
  const risen = less.scores.find(({ points }, i) => (more.scores[i]?.points ?? 0) > points && isWritten(points))
  if (!line || !risen || has(at(table, 'lines', line.id), 'when')) return null
  return planted(put(table, ['lines', line.id, 'when'], { score: risen.id, 'up-to': String(risen.points) }), [
    `/lines/${line.id}/when`,
  ])
}

/** The row that the needier case reaches gives nothing. */
function emptied(table: TableTree, { more }: Pair, index: number): Planted | null {
  const line = more.lines[index]
  const step = line?.steps.find(({ op }) => op === 'look-up')
  const word = line?.provides ? 'provides' : 'price'
  const row = Number(step?.at.split('/').at(-1))
  if (!line || !step || row === 0 || has(at(table, 'lines', line.id, word), 'straight-line')) return null
  const rows = items(table, 'lines', line.id, word, 'rows')
  if (typeof at(rows[row], 'give') !== 'string' || at(rows[row], 'give') === 'refer') return null
  const silent = put(table, ['lines', line.id, word, 'rows', row, 'published-a-year'], undefined)
  return planted(put(silent, ['lines', line.id, word, 'rows', row, 'give'], '0'), [step.at])
}

function planted(table: TableTree, places: readonly string[]): Planted {
  return { kind: 'a falling amount', table, codes: ['RAS861'], at: places, principle: 6 }
}

/** At most two decimals, and as many digits as a table can say. */
function isWritten(points: number): boolean {
  return /^\d{1,6}(\.\d{1,2})?$/.test(String(points))
}

/** Whether the table still loads, and the needier case of the pair now gets less on the line. */
function shows(table: TableTree, { a, b }: Pair, index: number): boolean {
  const loaded = safeLoadTable(tableText(table))
  if (!loaded.success) return false
  const [less, more] = [safeAllocate(a, loaded.data), safeAllocate(b, loaded.data)]
  return less.success && more.success && falls(less.data, more.data, index)
}
