import type * as fc from 'fast-check'
import type { Assessment } from '../../../src/score/needs.js'
import { makeAssessment } from './assessment.js'
import { fromChoices } from './choices.js'
import type { TableTree } from './known.js'
import { makeTable, type TableOptions } from './table.js'

export interface GeneratedCase {
  readonly table: TableTree
  readonly assessment: Assessment
}

/** A valid table and a valid assessment for it. */
export function arbitraryCase(options: TableOptions = {}): fc.Arbitrary<GeneratedCase> {
  return fromChoices((pick) => {
    const table = makeTable(pick, options)
    return { table, assessment: makeAssessment(pick, table) }
  })
}
