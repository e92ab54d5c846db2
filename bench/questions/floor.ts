import { allocate } from '../../src/index.js'
import { assessments } from '../assessments.js'
import { copied } from '../by-hand/copied.js'
import { itemised } from '../itemised.js'
import { interleaved, type Timing } from '../rounds.js'
import { westmarch } from '../westmarch.js'

/**
 * What a version that hands back a budget of this shape can hardly go below: building a finished one again object by
 * object, with nothing read, checked or worked out. Microseconds, named answers.
 */
export interface Floor {
  readonly copied: Timing
  readonly itemised: Timing
  readonly allocate: Timing
}

export function measure(): Floor {
  const table = westmarch()
  const cases = assessments(200, 3, 'named').map((assessment) => ({ assessment, budget: allocate(assessment, table) }))
  for (const { budget } of cases)
    if (JSON.stringify(copied(budget)) !== JSON.stringify(budget)) throw new Error('The copy is not the budget')
  type Case = (typeof cases)[number]
  const on = (work: (one: Case) => number) => (i: number) => work(cases[i % cases.length] as Case)
  return interleaved(
    {
      copied: on(({ budget }) => copied(budget).lines.length),
      itemised: on(({ assessment }) => itemised(assessment).total),
      allocate: on(({ assessment }) => allocate(assessment, table).lines.length),
    },
    25,
  )
}
