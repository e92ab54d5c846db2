import type { IndicativeBudget } from '../allocate/budget.js'
import type { AllocationTable } from '../load/table.js'
import type { ShownRows } from './shown.js'
import { voices } from './voices.js'

/** The scores of a budget as rows below a row of headings. A child who is not scored has none, and a row says so. */
export function pointRows(budget: IndicativeBudget, tables: readonly AllocationTable[]): ShownRows {
  const rows = voices(budget, tables).flatMap(({ view, name, table }) => [
    ...view.scores.map(({ id, points }) => [name(id), points]),
    ...(view.needs.scored ? [] : [[table.id, 'not scored at this age']]),
  ])
  return [['score', 'points'], ...rows]
}
