import { describe, expect, test } from 'vitest'
import { against } from '../../src/after/index.js'
import { type AllocationTable, type Assessment, loadTable, safeReadAssessment } from '../../src/index.js'
import { altered } from '../support/arbitrary/altered.js'
import { makeAssessment } from '../support/arbitrary/assessment.js'
import { fromChoices } from '../support/arbitrary/choices.js'
import type { TableTree } from '../support/arbitrary/known.js'
import { put } from '../support/arbitrary/planted-tree.js'
import { makeTable } from '../support/arbitrary/table.js'
import { tableText } from '../support/arbitrary/text.js'
import { lawOver, RUNS } from '../support/law.js'
import { text } from '../support/oracle/tree.js'

interface Succession {
  readonly earlier: AllocationTable
  readonly later: AllocationTable
  /** A later version in which something else is otherwise. */
  readonly unasked: AllocationTable | null
  readonly assessments: readonly Assessment[]
}

/**
 * A table, a later version in which some of what is asked is otherwise, and assessments for the earlier one. What was
 * taken away in one direction is new in the other.
 */
const law = lawOver(
  () =>
    fromChoices((pick): Succession => {
      const tree = makeTable(pick)
      let other = tree
      for (let i = pick.int(1, 3); i > 0; i--) other = altered(pick, other, ASKED)?.tree ?? other
      const [first, second] = pick.chance(50) ? [tree, other] : [other, tree]
      return {
        earlier: loadTable(tableText(first)),
        later: loadTable(tableText(next(second))),
        unasked: altered(pick, next(first), UNASKED)?.loaded ?? null,
        assessments: [1, 2, 3, 4].map(() => makeAssessment(pick, first)),
      }
    }),
  (one) => one,
  Math.max(40, Math.round(RUNS / 10)),
)

/** The same table as the next version. */
function next(tree: TableTree): TableTree {
  return put(put(tree, ['version'], 'the-next'), ['supersedes'], {
    id: text(tree, 'id'),
    version: text(tree, 'version'),
  })
}

const UNASKED = ['rates', 'lines', 'flags', 'sources', 'services', 'funders', 'rounding', 'title', 'challenge']
const ASKED = ['facts', 'questions', 'scores', 'forms', 'outcomes']

/** What tells that an assessment may be refused: something gone or asked that was not; an outcome that is gone. */
function isTold(earlier: AllocationTable, later: AllocationTable): boolean {
  return against(earlier, later).some(
    (one) => one.code === 'RAS903' || one.code === 'RAS906' || (one.code === 'RAS904' && one.data.kind === 'outcome'),
  )
}

/** What against() does not tell: points that are written out in an assessment, and two days that were not compared. */
function isKnownLimit(assessment: Assessment, codes: readonly string[]): boolean {
  const points = Object.values(assessment.answers ?? {}).some(
    (answer) => typeof answer !== 'string' && answer.points !== undefined,
  )
  return points || codes.every((code) => code === 'RAS633')
}

let [refused, read, untold] = [0, 0, 0]

describe('against an earlier table', () => {
  law('an assessment that the later table refuses was told of', ({ earlier, later, assessments }) => {
    const told = isTold(earlier, later)
    for (const assessment of assessments) {
      const result = safeReadAssessment(assessment, later)
      if (result.success) {
        read++
        continue
      }
      refused++
      const found = result.error.findings.map(({ code, message }) => `${code} ${message}`)
      if (
        told ||
        isKnownLimit(
          assessment,
          result.error.findings.map(({ code }) => code),
        )
      )
        continue
      untold++
      expect(found).toEqual([])
    }
  })

  test('there were assessments that were refused, and others', () => {
    expect([refused > 5, read > 5, untold]).toEqual([true, true, 0])
  })

  law('what is not asked makes no difference to what is asked', ({ earlier, unasked }) => {
    expect(unasked && isTold(earlier, unasked)).not.toBe(true)
  })
})
