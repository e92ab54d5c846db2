import { type Assessment, allocate, explain } from '../../src/index.js'
import { assessments } from '../assessments.js'
import { interleaved, type Timing } from '../rounds.js'
import { westmarch } from '../westmarch.js'

/** One budget with the statement that a family reads, as text, in microseconds, on 200 different assessments. */
export interface WithStatement {
  readonly allocate: Timing
  readonly both: Timing
}

/** Asked by itself: `explain` is large, and what it leaves in memory would tell on the other ways to a budget. */
export function measure(rounds = '20'): WithStatement {
  const table = westmarch()
  const cases = assessments(200, 3, 'mixed')
  const at = (i: number): Assessment => cases[i % cases.length] as Assessment
  return interleaved(
    {
      allocate: (i) => allocate(at(i), table).total.settled,
      both: (i) => explain(allocate(at(i), table), table).length,
    },
    Number(rounds),
  )
}
