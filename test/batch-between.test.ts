import { afterAll, describe, expect, it } from 'vitest'
import { records, workshop } from './support/batch.js'

const WESTMARCH = 'tables/westmarch/children-2026-27.yaml'

const shop = workshop()
afterAll(() => shop.remove())

/** A caseload of four children that Westmarch's table can read, as it is invented, by rows and names. */
async function invented(): Promise<readonly (readonly string[])[]> {
  const { out } = await shop.ras('caseload', '--table', WESTMARCH, '--cases', '4', '--seed', '3')
  return out
    .trim()
    .split('\n')
    .map((line) => line.split(','))
}

/** The same with what stands in the column of one answer, and in a column of its points beside it. */
async function worked(answer: string, points: string | null) {
  const [names = [], ...rows] = await invented()
  const at = names.indexOf('behaviour')
  const changed = rows.map((row) => row.map((cell, i) => (i === at ? answer : cell)))
  const all = [names, ...changed].map((row, i) =>
    points === null ? row : [i === 0 ? 'behaviour/points' : points, ...row],
  )
  shop.write('in.csv', all.map((row) => row.join(',')).join('\n'))
  const told = await shop.ras('batch', shop.at('in.csv'), '--table', WESTMARCH, '-o', shop.at('out.csv'))
  const errors = told.exit === 0 ? [] : records(shop.read('out.errors.csv'))
  return { exit: told.exit, results: shop.read('out.csv'), errors: errors.map(({ code, column }) => [code, column]) }
}

describe('points between two levels, in a column of their own', () => {
  it('mean what a number in the column of the answer means', async () => {
    const own = await worked('', '24')
    expect(own.exit).toBe(0)
    expect(own.results.split('\n').length).toBe(6)
    expect(own).toEqual(await worked('24', null))
    expect(await worked('some', '')).toEqual(await worked('some', null))
    expect(own.results).not.toBe((await worked('some', null)).results)
  })

  it('may repeat the points of the level beside them, and no others', async () => {
    expect(await worked('some', '21')).toEqual(await worked('some', null))
    const { exit, errors } = await worked('some', '24')
    expect({ exit, errors }).toEqual({ exit: 1, errors: Array(4).fill(['RAS622', 'behaviour/points']) })
  })

  it('are no column of a question without anything between its levels', async () => {
    shop.write('in.csv', 'case,sleep/points\nA-1,4\n')
    const { exit, err } = await shop.ras('batch', shop.at('in.csv'), '--table', WESTMARCH)
    expect(exit).toBe(1)
    expect(err).toContain('RAS012')
  })
})
