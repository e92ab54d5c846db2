import type { AllocationTable } from '../../src/index.js'
import { writtenOf } from '../../src/load/table.js'

/** Whether a factor that is looked up stands anywhere under a score: it can fall as points grow. */
export function isWeighted(loaded: AllocationTable, id: string): boolean {
  const score = writtenOf(loaded).scores?.[id]
  if (score === undefined || 'brought' in score) return false
  if (score.weight) return true
  const parts =
    'sum' in score ? score.sum : 'highest-of' in score ? score['highest-of'] : Object.keys(score['per-cent-of'])
  return parts.some((part) => isWeighted(loaded, part))
}
