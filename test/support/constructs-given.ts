import { isTree } from '../../scripts/examples.js'
import type { Assessment } from '../../src/index.js'
import type { Case, Subject } from './constructs-subjects.js'

/** An assessment with something else in one place, and the constructs of what the table says there. */
export interface GivenOtherwise {
  readonly of: readonly string[]
  readonly one: Case
  readonly assessment: Assessment
}

/** Every case with each of its facts and each of its brought scores given otherwise, valid or not. */
export function* givenOtherwise({ tree, cases, spots }: Subject): Generator<GivenOtherwise> {
  for (const { at, within: of } of spots) {
    const [part, id, ...deeper] = at
    if (id === undefined || deeper.length > 0 || (part !== 'facts' && part !== 'scores')) continue
    for (const one of cases)
      for (const value of otherValues(inside(inside(tree, part), id), one.assessment[part]?.[id]))
        yield { of, one, assessment: { ...one.assessment, [part]: { ...one.assessment[part], [id]: value } } }
  }
}

const DAYS = ['2026-09-01', '2026-11-15', '2027-01-20']
const NUMBERS = [0, 1, 2, 3, 10]
const STATES = ['agreed', 'pending', 'fast-track', { state: 'refused', reason: 'They say why.' }]

function otherValues(declared: unknown, value: unknown): readonly unknown[] {
  const named = inside(declared, 'one-of')
  return Array.isArray(named) ? named : [...NUMBERS, ...DAYS, ...STATES, true, false].filter((other) => other !== value)
}

function inside(tree: unknown, key: string): unknown {
  return isTree(tree) ? tree[key] : undefined
}
