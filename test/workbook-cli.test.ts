import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { loadTable, readAssessment } from '../src/index.js'
import { workbook } from '../src/workbook/index.js'
import { workshop } from './support/batch.js'

const NORFOLK = 'tables/norfolk/short-breaks-primary.yaml'
const CASE = 'fixtures/assessments/norfolk-145.yaml'

const shop = workshop()
afterAll(() => shop.remove())

const norfolk = () => loadTable(readFileSync(NORFOLK, 'utf8'), { file: NORFOLK })

describe('ras workbook', () => {
  it('writes the bytes of the library, blank and filled in, and says nothing', async () => {
    const blank = await shop.ras('workbook', NORFOLK, '-o', shop.at('blank.xlsx'))
    expect(blank).toMatchObject({ exit: 0, out: '', err: '' })
    expect(new Uint8Array(readFileSync(shop.at('blank.xlsx')))).toEqual(await workbook(norfolk()))
    await shop.ras('workbook', NORFOLK, '--assessment', CASE, '--caseload', '3', '-o', shop.at('full.xlsx'))
    const assessment = readAssessment(readFileSync(CASE, 'utf8'), norfolk())
    expect(new Uint8Array(readFileSync(shop.at('full.xlsx')))).toEqual(
      await workbook(norfolk(), { assessment, caseload: 3 }),
    )
  })

  it('refuses by its place what a workbook cannot say', async () => {
    const { exit, out } = await shop.ras('workbook', 'fixtures/faults/RAS311-digits.yaml', '-o', shop.at('no.xlsx'))
    expect(exit).toBe(1)
    expect(out).toMatch(/81:16.*RAS311/)
    expect(shop.files()).not.toContain('no.xlsx')
  })

  it('never writes over a workbook, which may be filled in', async () => {
    shop.write('there.xlsx', 'what somebody filled in')
    const { exit, err } = await shop.ras('workbook', NORFOLK, '-o', shop.at('there.xlsx'))
    expect([exit, err]).toEqual([2, expect.stringContaining('is there already')])
    expect(shop.read('there.xlsx')).toBe('what somebody filled in')
  })

  it('tells what is wrong with a table or an assessment, as any command does', async () => {
    const wrong = await shop.ras('workbook', 'fixtures/faults/RAS101-misspelt.yaml', '-o', shop.at('a.xlsx'))
    expect([wrong.exit, wrong.out]).toEqual([1, expect.stringContaining('RAS101')])
    const other = 'fixtures/assessments/westmarch-primary.yaml'
    const misfit = await shop.ras('workbook', NORFOLK, '--assessment', other, '-o', shop.at('a.xlsx'))
    expect(misfit.exit).toBe(1)
    expect(misfit.out).toContain('RAS109')
    expect(shop.files()).not.toContain('a.xlsx')
  })

  it.each([
    [['workbook', NORFOLK], 'output'],
    [['workbook', NORFOLK, '-o', 'children.csv'], 'ends in .xlsx'],
    [['workbook', NORFOLK, '-o', '-'], 'ends in .xlsx'],
    [['workbook', NORFOLK, '-o', NORFOLK], 'name of a table'],
    [['workbook', NORFOLK, '-o', 'x.xlsx', '--caseload', '0'], 'from 1 to 5000'],
    [['workbook', NORFOLK, '-o', 'x.xlsx', '--caseload', '5001'], 'from 1 to 5000'],
    [['workbook', '-', '-o', 'x.xlsx', '--assessment', '-'], 'standard input'],
    [['script', NORFOLK, '-o', 'functions.xlsx'], '.gs'],
  ])('ras %j is a slip of usage', async (argv, said) => {
    const { exit, err } = await shop.ras(...argv)
    expect(exit).toBe(2)
    expect(err).toContain(said)
  })
})
