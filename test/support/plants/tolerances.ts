import { compareCaseload } from '../../../src/after/caseload/compare-caseload.js'
import { type Limits, readLimit } from '../../../src/after/caseload/limits.js'
import { checkTolerances } from '../../../src/after/caseload/tolerances.js'
import type { Code } from '../../../src/diagnostic.js'
import { type Assessment, type Located, loadTable } from '../../../src/index.js'
import { readSource } from '../../../src/load/source.js'
import { must } from '../../../src/must.js'
import { makeAssessment } from '../arbitrary/assessment.js'
import type { Pick } from '../arbitrary/choices.js'
import type { TableTree } from '../arbitrary/known.js'
import { put } from '../arbitrary/planted-tree.js'
import { makeTable } from '../arbitrary/table.js'
import { withLine } from './furnished.js'
import { FILE, type Plant } from './plant.js'
import { written } from './written.js'

type Tolerance = 'RAS911' | 'RAS912' | 'RAS913' | 'RAS914' | 'RAS915' | 'RAS916'

const LINE = 'planted-tolerance'

/** What a later version of a generated table does to generated cases that goes beyond a limit. */
export const TOLERANCE_PLANTS = {
  RAS911: planted('RAS911', { totalChange: limit('0%') }, (tree, pick) => gives(tree, pick.one(['99.99', '100.01']))),
  RAS912: planted('RAS912', { loss: limit('0') }, (tree, pick) => gives(tree, pick.one(['0', '99.99']))),
  RAS913: planted('RAS913', { newlyReferred: limit('0') }, (tree) =>
    put(tree, ['lines', LINE, 'price'], { 'people-decide': 'the panel' }),
  ),
  RAS914: planted('RAS914', { loss: limit('100%') }, (tree) =>
    put(tree, ['facts', 'planted-fact'], { is: 'circumstance', means: 'Nobody was asked' }),
  ),
  RAS915: planted('RAS915', { totalChange: limit('0%') }, (tree) =>
    put(tree, ['lines', LINE, 'price'], { 'people-decide': 'the panel' }),
  ),
  RAS916: planted('RAS916', { totalChange: limit('0%') }, (tree) => tree, true),
} satisfies Record<Tolerance, Plant>

function limit(text: string) {
  return must(readLimit(text) ?? undefined)
}

function gives(tree: TableTree, pounds: string): TableTree {
  return put(tree, ['lines', LINE, 'price', 'pounds'], pounds)
}

function planted(
  code: Code,
  limits: Limits,
  alter: (tree: TableTree, pick: Pick) => TableTree,
  isEmpty = false,
): Plant {
  return (pick) => {
    const earlier = withLine(makeTable(pick), LINE, {})
    const one = makeAssessment(pick, earlier)
    const before = written(pick, earlier).text
    const { text, lineOf } = written(pick, put(alter(earlier, pick), ['version'], 'the-next'))
    return {
      found: over(before, text, isEmpty ? [] : [one], limits),
      code,
      file: FILE,
      line: lineOf(['version']),
      text,
    }
  }
}

function over(before: string, later: string, cases: readonly Assessment[], limits: Limits): readonly Located[] {
  const diff = compareCaseload(loadTable(before), loadTable(later), cases)
  return checkTolerances(diff, limits).findings.map(readSource(later, FILE).locate)
}
