import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Ajv, { type ValidateFunction } from 'ajv'
import { describe, expect, it } from 'vitest'
import { asAnEditor, asWritten } from '../scripts/examples.js'
import { loadTable } from '../src/index.js'
import { tableSchema } from '../src/load/table-schema.js'
import { assessmentSchema } from '../src/score/assessment-schema.js'
import { properties } from './support/docs.js'

const root = path.resolve(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const yamls = (folder: string) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort()

const compiled = new Map<string, ValidateFunction>()

/** What is wrong with some data by a schema; nothing when it is valid. */
function wrong(schema: object, data: unknown): readonly string[] {
  const key = JSON.stringify(schema)
  const check = compiled.get(key) ?? new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema)
  compiled.set(key, check)
  return check(data) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

describe('the JSON Schema of a table', () => {
  const schema = tableSchema()

  it('says what every key is for', () => {
    const silent = properties(schema).filter(
      ({ of }) => typeof of.description !== 'string' || of.description.trim() === '',
    )
    expect(silent.map(({ path }) => path)).toEqual([])
  })

  it('is the one in schemas/; if not, run npx tsx scripts/write-schemas.ts', () => {
    expect(read('schemas/table.schema.json')).toBe(`${JSON.stringify(schema, null, 2)}\n`)
  })

  it.each([...yamls('tables'), ...yamls('fixtures/tables')])('accepts %s, read as an editor reads it', (file) => {
    expect(wrong(schema, asAnEditor(read(file)))).toEqual([])
  })

  it('refuses the table with five faults', () => {
    expect(wrong(schema, asAnEditor(read('fixtures/faults/table-with-five-faults.yaml')))).not.toEqual([])
  })
})

describe('the JSON Schema of an assessment', () => {
  const tables = new Map(
    [...yamls('tables'), ...yamls('fixtures/tables')].map((file) => {
      const table = loadTable(read(file), { file })
      return [file, table]
    }),
  )
  const cases = [
    ...yamls('fixtures/cases')
      .filter((file) => file.endsWith('/expected.yaml'))
      .map((file) => {
        const folder = path.posix.dirname(file)
        const table = path.posix.join(folder, String(asWritten(read(file)).table))
        return [`${folder}/assessment.yaml`, table] as const
      }),
    ...yamls('fixtures/assessments').map((file) => {
      const [town = ''] = path.basename(file).split('-')
      return [file, [...tables.keys()].find((table) => table.includes(`/${town}/`)) ?? ''] as const
    }),
  ]
  const schemaFor = (tableFile: string, form: unknown) => {
    const table = tables.get(tableFile)
    if (!table) throw new Error(`${tableFile} is not a shipped table`)
    return assessmentSchema(table, typeof form === 'string' ? form : undefined)
  }

  it('is tried with many assessments', () => {
    expect(cases.length).toBeGreaterThan(90)
  })

  it('accepts every assessment there is, read as an editor reads it, with its form and without', () => {
    const faults = cases.flatMap(([file, table]) => {
      const data = asAnEditor(read(file))
      const found = [...wrong(schemaFor(table, data.form), data), ...wrong(schemaFor(table, undefined), data)]
      return found.map((fault) => `${file} ${fault}`)
    })
    expect(faults).toEqual([])
  })

  it.each([
    ['an unknown level', { sleep: 'enormous' }],
    ['an unknown question', { hair: 'some' }],
    ['points that no level has', { sleep: { points: 5 } }],
  ])('refuses %s', (_, answer) => {
    const data = asAnEditor(read('fixtures/assessments/westmarch-primary.yaml'))
    const schema = schemaFor('tables/westmarch/children-2026-27.yaml', 'primary')
    expect(wrong(schema, { ...data, answers: { ...Object(data.answers), ...answer } })).not.toEqual([])
  })

  it('refuses an assessment that leaves a question out', () => {
    const data = asAnEditor(read('fixtures/assessments/westmarch-primary.yaml'))
    const { sleep: _, ...answers } = Object(data.answers)
    const schema = schemaFor('tables/westmarch/children-2026-27.yaml', 'primary')
    expect(wrong(schema, { ...data, answers })).not.toEqual([])
  })

  it('says in each question what the family reads', () => {
    const table = tables.get('tables/westmarch/children-2026-27.yaml')
    if (!table) throw new Error('the table is gone')
    const questions = properties(assessmentSchema(table, 'primary')).filter(({ path }) =>
      /^\/properties\/answers\/properties\/[^/]+$/.test(path),
    )
    expect(questions.length).toBeGreaterThan(20)
    expect(questions.filter(({ of }) => typeof of.title !== 'string' || of.title === '')).toEqual([])
  })

  it('is not made for a form that the table does not have', () => {
    expect(() => schemaFor('tables/westmarch/children-2026-27.yaml', 'tertiary')).toThrow(RangeError)
  })
})
