import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type AllocationTable, type IndicativeBudget, loadTable } from '../../src/index.js'
import { type Expected, readExpected } from '../../src/load/expected.js'
import { asAsked, type InWords, inFull } from '../../src/report/cases/in-words.js'

export interface GoldenCase {
  readonly name: string
  readonly folder: string
  readonly expected: Expected
  readonly assessment: string
  readonly table: AllocationTable
}

const tables = new Map<string, AllocationTable>()

/** Every numbered folder of a directory of cases, in order. */
export function goldenCases(directory: string): GoldenCase[] {
  return readdirSync(directory)
    .sort()
    .map((name) => {
      const folder = join(directory, name)
      const read = readExpected(readFileSync(join(folder, 'expected.yaml'), 'utf8'), `${name}/expected.yaml`)
      if (!read.success) throw new Error(`${name}: ${JSON.stringify(read.findings)}`)
      const file = resolve(folder, read.data.table)
      const table = tables.get(file) ?? loadTable(readFileSync(file, 'utf8'), { file })
      tables.set(file, table)
      return {
        name,
        folder,
        expected: read.data,
        assessment: readFileSync(join(folder, 'assessment.yaml'), 'utf8'),
        table,
      }
    })
}

/** A budget in the words of a golden case, with exactly the entries that the case gives. */
export function inTheWordsOf(expected: Expected, budget: IndicativeBudget): InWords {
  return asAsked(inFull(budget), expected)
}
