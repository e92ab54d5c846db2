import { describe, expect, it } from 'vitest'
import { allocate, readAssessment } from '../src/index.js'
import { goldenCases, inTheWordsOf } from './support/golden.js'

const cases = goldenCases('fixtures/cases')

describe('golden cases, worked by hand or published', () => {
  it('are at least twenty, and hold both edges of every row of Norfolk and Herefordshire', () => {
    expect(cases.length).toBeGreaterThanOrEqual(20)
  })

  it.each(cases.map((one) => [one.name, one] as const))('%s', (_, { expected, assessment, table }) => {
    const { title: _title, table: _table, ...figures } = expected
    expect(inTheWordsOf(expected, allocate(readAssessment(assessment, table), table))).toEqual(figures)
  })
})
