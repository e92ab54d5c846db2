import { type Assessment, allocate } from '../../src/index.js'
import { assessments, type Kind } from '../assessments.js'
import { handwritten } from '../handwritten.js'
import { itemised } from '../itemised.js'
import { naiveDecimal } from '../naive-decimal.js'
import { interleaved, type Timing } from '../rounds.js'
import { westmarch } from '../westmarch.js'

/** One budget in microseconds, in several versions, on the same 200 different assessments taken in turn. */
export interface OneBudget {
  readonly handwritten: Timing
  readonly itemised: Timing
  readonly naive: Timing
  readonly allocate: Timing
}

export function measure(kind: Kind, rounds = '25'): OneBudget {
  const table = westmarch()
  const cases = assessments(200, 3, kind)
  const at = (i: number): Assessment => cases[i % cases.length] as Assessment
  return interleaved(
    {
      handwritten: (i) => handwritten(at(i)).total,
      itemised: (i) => itemised(at(i)).total,
      naive: (i) => naiveDecimal(at(i)).total,
      allocate: (i) => allocate(at(i), table).total.settled,
    },
    Number(rounds),
  )
}
