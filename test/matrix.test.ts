import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { tableSchema } from '../src/load/table-schema.js'
import { constructs } from './support/constructs.js'
import { COLUMNS } from './support/constructs-columns.js'
import { covering, EXEMPT } from './support/constructs-exempt.js'
import { matrix } from './support/constructs-matrix.js'
import { hintsOf, PAGE, pageOf } from './support/constructs-page.js'
import { resultWords, wordless } from './support/constructs-words.js'
import { choices, properties } from './support/docs.js'

const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : ''
const { rows, apart } = matrix(hintsOf(page))

describe('the constructs of the format', () => {
  const words = new Set(constructs().flatMap(({ name, word }) => [word, ...name.split(' ')]))

  it('are all the keys and all the values of the JSON Schema, and hundreds', () => {
    const keys = properties(tableSchema()).map(({ name }) => name)
    const values = choices(tableSchema()).filter((value) => value !== 'yes' && value !== 'ras.table/1')
    expect([...keys, ...values].filter((one) => !words.has(one))).toEqual([])
    expect(rows.length).toBeGreaterThan(350)
  })
})

describe('the matrix', () => {
  it.each(COLUMNS)('has everything in the column “%s”, or a reason', (column) => {
    const missing = rows.filter(({ name, cells }) => cells[column] === null && covering(column, name).length === 0)
    expect(missing.map(({ name }) => name)).toEqual([])
  })

  it.each(COLUMNS)('gives no reason in the column “%s” that nothing needs', (column) => {
    const open = rows.filter(({ cells }) => cells[column] === null)
    const needed = new Set(open.flatMap(({ name }) => covering(column, name).map(([of]) => of)))
    expect(Object.keys(EXEMPT[column] ?? {}).filter((of) => !needed.has(of))).toEqual([])
  })

  it('is worked out by the library and by the oracle alike', () => {
    expect(apart).toEqual([])
  })

  it('is the page; if not, run npx tsx scripts/write-matrix.ts', () => {
    expect(page).toBe(pageOf(rows))
  })
})

describe('the words of a result', () => {
  /** What a statement says nothing of when it is read, and why. */
  const SILENT: Readonly<Record<string, string>> = {
    'step people-decide': 'the amount says it',
    'step gate': 'the line itself says what was decided, and by whom',
    'step provides': 'the amount says it',
    'step by-setting': 'the amount says it',
    'step left-out': 'a change that is not made moves nothing; it stands in the steps',
    'flag agreed-by': 'who may agree is said of the budget',
    'notice shares-of-points': 'the heading says it',
    'notice not-settled': 'the lines that wait say it',
    'notice refused': 'the line that was refused says it',
  }

  it('each make words in some statement, or there is a reason, and no reason that nothing needs', () => {
    const words = resultWords()
    expect(words.length).toBeGreaterThan(50)
    expect([...wordless(words, new Set(Object.keys(SILENT)))].sort()).toEqual(Object.keys(SILENT).sort())
  })
})
