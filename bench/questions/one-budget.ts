import { type Assessment, allocate } from '../src/index.js'
import { assessments, type Kind } from './assessments.js'
import { handwritten } from './handwritten.js'
import { itemised } from './itemised.js'
import { interleaved, type Timing } from './rounds.js'
import { westmarch } from './westmarch.js'

/** One budget in microseconds, in three versions, on the same 200 different assessments taken in turn. */
export interface OneBudget {
  readonly handwritten: Timing
  readonly itemised: Timing
  readonly allocate: Timing
}

export function oneBudget(kind: Kind, rounds: number): OneBudget {
  const table = westmarch()
  const cases = assessments(200, 3, kind)
  const at = (i: number): Assessment => cases[i % cases.length] as Assessment
  return interleaved(
    {
      handwritten: (i) => handwritten(at(i)).total,
      itemised: (i) => itemised(at(i)).total,
      allocate: (i) => allocate(at(i), table).total.settled,
    },
    rounds,
  )
}
