import { expect } from 'vitest'
import { cellValue } from '../../src/caseload/sheet/cell-value.js'
import { cellsOf } from '../../src/caseload/sheet/cells-of.js'
import { headingsFor } from '../../src/caseload/sheet/headings.js'
import { syntheticCases, syntheticHeadings } from '../../src/caseload/synthetic/cases.js'
import { type Assessment, allocate, safeReadAssessment } from '../../src/index.js'
import { planOf } from '../../src/load/table.js'
import { type Loaded, law } from '../support/law.js'

/** The first cases that are invented for a table. */
function invented({ loaded, number }: Loaded) {
  const cases = syntheticCases(loaded, number)
  return Array.from({ length: 3 }, () => cases.next().value)
}

law('the invented cases of any table can be read by it', (one) => {
  for (const made of invented(one)) {
    const result = safeReadAssessment(made, one.loaded)
    expect(result.success ? [] : result.error.findings).toEqual([])
  }
})

law('the invented cases of any table come out of a sheet as they went in', (one) => {
  const plans = [planOf(one.loaded)]
  const headings = syntheticHeadings(plans, headingsFor(plans))
  for (const made of invented(one)) {
    const cells = cellsOf(made, headings)
    const paths = new Set(headings.map(({ path }) => path))
    const back: Record<string, Record<string, unknown>> = { facts: {}, answers: {}, scores: {} }
    let whole: Record<string, unknown> = {}
    for (const path of paths) {
      const parts = headings.flatMap((heading, i) => {
        const text = heading.path === path ? (cells[i] ?? '') : ''
        return text === '' ? [] : [{ part: heading.part ?? '', text }]
      })
      const value = cellValue(path, plans)(parts)
      const [part = '', name] = path.split('/')
      if (name === undefined) whole = { ...whole, [part]: value }
      else if (value !== undefined) back[part] = { ...back[part], [name]: value }
    }
    const figures = (assessment: unknown) => {
      const { lines, total, flags } = allocate(assessment as Assessment, one.loaded)
      return { lines, total, flags }
    }
    expect(figures({ ...whole, ...back })).toEqual(figures(made))
  }
})
