import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/cli/audited.js'
import { principleOf } from '../../src/index.js'
import { arbitraryPlanted, KIND_COUNT, type Planted } from '../support/arbitrary/planted.js'
import { tableText } from '../support/arbitrary/text.js'
import { RUNS } from '../support/law.js'

/** A tenth of what other laws have: each table is audited whole. */
const TABLES = Math.max(20, Math.round(RUNS / 10))

/** The errors that name the planted fault: its code, its place and its principle. */
function told({ table, codes, at, principle }: Planted): number {
  const { findings } = check('planted.yaml', tableText(table))
  return findings.filter(
    (one) =>
      one.severity === 'error' && codes.includes(one.code) && at.includes(one.at) && principleOf(one) === principle,
  ).length
}

describe('a fault that is planted in a random valid table', () => {
  test('fails ras validate at the place where it was planted, and names its principle', () => {
    fc.assert(
      fc.property(arbitraryPlanted(), (planted) => {
        expect(told(planted)).toBe(1)
      }),
      { numRuns: TABLES },
    )
  })

  test('is any of the six', () => {
    const kinds = fc.sample(arbitraryPlanted(), { numRuns: 120, seed: 7 }).map(({ kind }) => kind)
    expect(new Set(kinds).size).toBe(KIND_COUNT)
  })
})
