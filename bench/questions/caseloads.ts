import { allocateCaseload } from '../../src/index.js'
import type { Kind } from '../assessments.js'
import { budgets } from '../by-hand/typed/all-columns.js'
import { totals } from '../by-hand/typed/totals.js'
import { caseload } from '../caseload.js'
import { interleaved, type Timing } from '../rounds.js'
import { westmarch } from '../westmarch.js'

/** A whole caseload in microseconds, columns in and columns out. */
export interface Caseload {
  readonly cases: number
  /** By hand over typed arrays: the same columns as the library gives. */
  readonly byHand: Timing
  /** By hand, only the total of each case. */
  readonly totals: Timing
  readonly library: Timing
}

export function measure(kind: Kind, cases: string, rounds = '15'): Caseload {
  const table = westmarch()
  const columns = caseload(Number(cases), 1, kind)
  const last = columns.cases - 1
  return {
    cases: columns.cases,
    ...interleaved(
      {
        byHand: () => budgets(columns).total.settled[last] ?? 0,
        totals: () => totals(columns).settled[last] ?? 0,
        library: () => allocateCaseload(table, columns).total.settled[last] ?? 0,
      },
      Number(rounds),
    ),
  }
}
