import { describe, expect } from 'vitest'
import { openCaseload } from '../../src/caseload/run.js'
import { allocateCaseload, columnsOf, loadTable } from '../../src/index.js'
import { arbitraryCaseload } from '../support/arbitrary/caseload.js'
import { tableText } from '../support/arbitrary/text.js'
import { bare, crossed, expectAlike } from '../support/caseload.js'
import { lawOver, RUNS } from '../support/law.js'
import { lawOfSeveral } from '../support/several.js'

const lawOfCaseloads = lawOver(
  arbitraryCaseload,
  ({ table, assessments }) => ({ loaded: loadTable(tableText(table)), assessments: assessments.map(bare) }),
  Math.ceil(RUNS / 4),
)

describe('a caseload', () => {
  lawOfCaseloads('says of each case what one budget says, in every field, and of a bad one every problem', (one) => {
    expectAlike(one.loaded, one.assessments)
  })
  lawOfCaseloads('says the same in whatever order the cases come, and block by block', ({ loaded, assessments }) => {
    const turned = [...assessments].reverse()
    const { cases, columns } = columnsOf(turned)
    const run = openCaseload(
      loaded,
      Object.fromEntries(Object.entries(columns).map(([k, { values }]) => [k, values])),
      3,
    )
    const out = run.out(cases)
    for (let at = 0; at < cases; at += 3)
      run.work(
        Object.fromEntries(Object.entries(columns).map(([k, { codes }]) => [k, codes.subarray(at)])),
        Math.min(3, cases - at),
        out,
        at,
      )
    const whole = allocateCaseload(loaded, columnsOf(assessments))
    expect(out.lines.map(({ figures }) => [...figures].reverse())).toEqual(
      whole.lines.map(({ figures }) => [...figures]),
    )
    expect([...out.total.settled].reverse()).toEqual([...whole.total.settled])
    expect(out.flags.yes.map((word) => [...word].reverse())).toEqual(whole.flags.yes.map((word) => [...word]))
  })
  lawOfSeveral('of several tables says what one budget of them says', ({ each, assessment }) => {
    const tables = each.map(({ loaded }) => loaded)
    expectAlike(tables, crossed([bare(assessment), ...each.map((one) => bare(one.assessment)), bare(assessment)]))
  })
})
