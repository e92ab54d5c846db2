import type * as fc from 'fast-check'
import type { Assessment } from '../../../src/score/needs.js'
import { makeAssessment } from './assessment.js'
import { fromChoices } from './choices.js'
import type { TableTree } from './known.js'
import { sharpened } from './sharpened.js'
import { makeTable, type TableOptions } from './table.js'

export interface GeneratedCase {
  readonly table: TableTree
  readonly assessment: Assessment
}

/** A valid table and a valid assessment for it, at the edges of the table’s conditions more often than chance has it. */
export function arbitraryCase(options: TableOptions = {}): fc.Arbitrary<GeneratedCase> {
  return fromChoices((pick) => {
    const table = makeTable(pick, options)
    const assessment = makeAssessment(pick, table)
    return { table: sharpened(pick, table, assessment), assessment }
  })
}
