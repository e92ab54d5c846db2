import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Assessment, loadTable, readAssessment } from '../src/index.js'
import { safeWorkbookOf, workbookOf } from '../src/workbook/workbook.js'
import { writeBook } from '../src/workbook/xlsx/write.js'
import { arbitraryAssessment } from './support/arbitrary/assessment.js'
import { arbitraryCase } from './support/arbitrary/case.js'
import { tableText } from './support/arbitrary/text.js'
import { goldenCases } from './support/golden.js'
import { RUNS, SEED } from './support/law.js'
import { wrongBudgets, wrongCells } from './support/office/budgets.js'
import { describeWithOffice } from './support/office/installed.js'
import { workbench } from './support/office/workbench.js'
import { programFor } from './support/workbook.js'

const files = readdirSync('tables', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort()
const golden = goldenCases('fixtures/cases')

/** Every workbook is worked out by LibreOffice, whatever values it came with. */
describeWithOffice('a workbook in LibreOffice', () => {
  const { opened } = workbench()

  const tables = files.map((name) => {
    const text = readFileSync(path.join('tables', name), 'utf8')
    return { name, text, table: loadTable(text, { file: name }) }
  })
  const ofTable = (id: string) => golden.filter(({ table }) => table.id === id)

  test.each(tables)('$name: every golden case and as many invented ones, to the penny', async ({ text, table }) => {
    const invented = fc.sample(arbitraryAssessment(parse(text, { schema: 'failsafe' })), {
      numRuns: 2 * RUNS,
      seed: SEED,
    })
    const cases: Assessment[] = [
      ...ofTable(table.id).map(({ assessment }) => readAssessment(assessment, table)),
      ...invented,
    ]
    expect(cases.length).toBeGreaterThan(2 * RUNS)
    const book = workbookOf(table)
    const open = await opened(await writeBook(book))
    expect(await wrongBudgets(open, book, { program: programFor(table), table }, cases), `RAS_SEED=${SEED}`).toEqual([])
    await open.close()
  })

  test.each(tables)(
    '$name: blank and filled in, every cell shows what the file says it comes to',
    async ({ table }) => {
      const [first] = ofTable(table.id)
      const filled = first ? [{}, { assessment: readAssessment(first.assessment, table) }] : [{}]
      for (const options of filled) {
        const book = workbookOf(table, options)
        const open = await opened(await writeBook(book))
        expect(await wrongCells(open, book)).toEqual([])
        await open.close()
      }
    },
  )

  test('generated tables, which say what no shipped one says', async () => {
    const made = fc.sample(arbitraryCase(), { numRuns: Math.ceil(RUNS / 25), seed: SEED })
    let said = 0
    for (const { table: tree, assessment } of made) {
      const table = loadTable(tableText(tree))
      const result = safeWorkbookOf(table)
      if (!result.success) continue
      said++
      const cases = [assessment, ...fc.sample(arbitraryAssessment(tree), { numRuns: 4, seed: SEED })]
      const open = await opened(await writeBook(result.data))
      const wrong = await wrongBudgets(open, result.data, { program: programFor(table), table }, cases)
      expect(wrong, `RAS_SEED=${SEED}`).toEqual([])
      await open.close()
    }
    expect(said).toBeGreaterThan(made.length / 2)
  })

  test('a wrong value that a file came with is found', async () => {
    const { table } = tables.find(({ name }) => name.startsWith('norfolk')) ?? expect.fail()
    const right = workbookOf(table)
    const spoilt = {
      ...right,
      sheets: right.sheets.map((sheet) => ({
        ...sheet,
        rows: sheet.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) =>
            cell && 'formula' in cell && cell.holds?.is === 'quantity' && cell.holds.id === 'missing'
              ? { ...cell, formula: { ...cell.formula, value: 99 } }
              : cell,
          ),
        })),
      })),
    }
    const open = await opened(await writeBook(spoilt))
    expect(await wrongCells(open, right)).toEqual([])
    expect(await wrongCells(open, spoilt)).toHaveLength(1)
    await open.close()
  })
})
