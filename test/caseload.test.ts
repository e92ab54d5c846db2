import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import {
  type AllocationTable,
  type Assessment,
  allocateCaseload,
  type CaseloadColumns,
  columnsOf,
  loadTable,
  readAssessment,
  STATES,
  safeAllocate,
} from '../src/index.js'
import { bare, crossed, expectAlike, saidInColumns } from './support/caseload.js'
import { goldenCases } from './support/golden.js'

const cases = goldenCases('fixtures/cases')
const byTable = new Map<AllocationTable, Assessment[]>()
for (const { table, assessment } of cases)
  byTable.set(table, [...(byTable.get(table) ?? []), bare(readAssessment(assessment, table))])

describe('the golden cases of a table as one caseload', () => {
  test.each([...byTable].map(([table, all]) => [table.id, table, all] as const))('%s', (_, table, all) => {
    expectAlike(table, all)
    expectAlike(table, crossed(all))
  })

  it('is at least 200 cases over all tables', () => {
    expect([...byTable.values()].flat().length).toBeGreaterThanOrEqual(200)
  })
})

const [norfolk] = byTable.keys()
if (!norfolk) throw new Error('There are no golden cases')

describe('columns', () => {
  const assessments: Assessment[] = [145, 146, 190].map((points) => ({
    case: 'EX-1',
    date: '2026-10-01',
    facts: { age: 9, safeguarding: false },
    scores: { points },
  }))

  it('have each value once, and what is left out as no value', () => {
    const { columns, cases } = columnsOf([
      ...assessments,
      { case: 'EX-2', date: '2026-10-01' },
      ...assessments.slice(0, 1),
    ])
    expect(cases).toBe(5)
    expect(columns.date?.values).toEqual([undefined, '2026-10-01'])
    expect(columns['scores/points']?.values).toEqual([undefined, 145, 146, 190])
    expect([...(columns['scores/points']?.codes ?? [])]).toEqual([1, 2, 3, 0, 1])
    expect([...(columns['facts/age']?.codes ?? [])]).toEqual([1, 1, 1, 0, 1])
  })

  it('tell values apart that are written alike', () => {
    const { columns } = columnsOf([
      { case: 'A1', date: '2026-10-01', facts: { age: 9 }, scores: { points: '145' } },
      { case: 'A2', date: '2026-10-01', facts: { age: '9' }, scores: { points: 145 } },
    ])
    expect(columns['facts/age']?.values).toEqual([undefined, 9, '9'])
    expect(columns['scores/points']?.values).toEqual([undefined, '145', 145])
  })

  it('of no cases come to nothing', () => {
    const { lines, total, problems, cases } = allocateCaseload(norfolk, columnsOf([]))
    expect([cases, lines.map(({ figures }) => figures.length), total.settled.length, problems]).toEqual([0, [0], 0, []])
  })

  it('are not touched', () => {
    const columns = columnsOf(assessments)
    const before = JSON.stringify(columns)
    allocateCaseload(norfolk, columns)
    expect(JSON.stringify(columns)).toBe(before)
  })

  it('of which one has a name that no table knows make every case that gives it a problem', () => {
    const columns = columnsOf(assessments)
    const strange = { values: [undefined, 'Ann'], codes: Uint8Array.of(0, 1, 0) }
    const budget = allocateCaseload(norfolk, { ...columns, columns: { ...columns.columns, 'facts/name': strange } })
    expect(budget.problems.map(({ row, findings }) => [row, findings.map(({ code }) => code)])).toEqual([
      [1, ['RAS109']],
    ])
    expect(budget.lines.map(({ states }) => [...states].map((state) => STATES[state]))).toEqual([
      ['settled', 'unread', 'refer'],
    ])
    expect([...budget.total.settled]).toEqual([150000, Number.NaN, 0])
  })

  it.each([
    ['too few codes', Uint8Array.of(1, 1), /has 2 codes for 3 cases/],
    ['a code without a value', Uint8Array.of(1, 7, 1), /has the code 7, and no value for it/],
    ['a wide code without a value', Uint16Array.of(1, 700, 1), /has the code 700, and no value for it/],
  ])('with %s are refused', (_, codes, message) => {
    const columns = columnsOf(assessments)
    const wrong: CaseloadColumns = {
      ...columns,
      columns: { ...columns.columns, date: { values: [undefined, '2026-10-01'], codes } },
    }
    expect(() => allocateCaseload(norfolk, wrong)).toThrow(message)
  })

  it('may have the names of things that every object has', () => {
    const hostile = JSON.parse(
      '{"case":"A1","date":"2026-10-01","facts":{"__proto__":1,"constructor":2},"scores":{"points":1}}',
    )
    const budget = allocateCaseload(norfolk, columnsOf([...assessments, hostile]))
    expect(budget.problems.map(({ row }) => row)).toEqual([3])
    expect(saidInColumns(budget, 0)).toMatchObject({ total: [150000, false] })
  })
})

describe('what is not plain data', () => {
  const [first] = byTable.get(norfolk) ?? []
  it.each<[string, object, string[]]>([
    ['a key that no assessment has', { bogus: 1 }, ['RAS101']],
    ['text for facts', { facts: 'abc' }, ['RAS103']],
    ['nothing for answers', { answers: null }, ['RAS103']],
    ['a number that JSON has not', { scores: { points: 10n } }, ['RAS631']],
    ['an object that says it is 145', { scores: { points: { toJSON: () => 145 } } }, ['RAS631']],
  ])('%s is a problem, and no figure of another case', (_, wrong, codes) => {
    const hostile = { ...first, ...wrong }
    const budget = allocateCaseload(norfolk, columnsOf([first, hostile, first].map((one) => Object(one))))
    expect(budget.problems.map(({ row, findings }) => [row, findings.map(({ code }) => code)])).toEqual([[1, codes]])
    expect(saidInColumns(budget, 2)).toEqual(saidInColumns(budget, 0))
  })

  it('is nothing given, where an assessment is none', () => {
    const nothing: Iterable<Assessment> = JSON.parse('[null, 5]')
    expect(allocateCaseload(norfolk, columnsOf(nothing)).problems.map(({ row }) => row)).toEqual([0, 1])
  })
})

describe('a question that two tables ask, each in its own case', () => {
  const text = readFileSync('fixtures/tables/in-hours.yaml', 'utf8')
  const asked = (id: string, when: string) =>
    text
      .replace('lots: 4] }', `lots: 4], asked-when: { circumstance: ${when} } }`)
      .replace('id: eastmere-in-hours', `id: ${id}`)
      .replace('facts:\n', 'facts:\n  blue-badge: { is: circumstance, means: There is a blue badge }\n')
  const own = (table: string) =>
    table
      .replace(
        /^ {2}(moving-help|standing|exercises|pool|club|quiet-room|carers-time|night-sitter|visits):/gm,
        '  b-$1:',
      )
      .replace('lines: [club]', 'lines: [b-club]')
      .replace(/title: (Help|Exercises|Time|A helper|The quiet|A sitter|Visits|The youth)/g, 'title: Other $1')
  const tables = [asked('aaa', 'caring-alone'), own(asked('bbb', 'blue-badge'))].map((one) => loadTable(one))

  it('is refused where neither asks it, whatever the cases before were asked', () => {
    const child = (alone: boolean, badge: boolean): Assessment => ({
      case: 'case-1',
      date: '2026-10-01',
      facts: {
        'caring-alone': alone,
        'blue-badge': badge,
        'club-hours': 3,
        'night-hours': 2,
        'visit-level': 'standard',
      },
      answers: { lifting: 'nobody', dressing: 'none', carers: 'some' },
    })
    const all = [child(true, false), child(false, true), child(false, false), child(true, true)]
    expectAlike(tables, all)
    expect(allocateCaseload(tables, columnsOf(all)).problems.map(({ row }) => row)).toEqual([2])
  })
})

describe('more different figures than are kept at a time', () => {
  it('come out as one by one', () => {
    const rochdale = [...byTable.keys()].find(({ id }) => id.startsWith('rochdale'))
    const [first] = rochdale ? (byTable.get(rochdale) ?? []) : []
    const quote = Object.entries(first?.facts ?? {}).find(([, value]) => typeof value === 'number' && value > 25)?.[0]
    if (!rochdale || !first || quote === undefined) throw new Error('Rochdale has no quoted price')
    // Each quote once, and then each again, when the first of them are forgotten.
    const cases = 280_000
    const values = Array.from({ length: cases / 2 }, (_, i) => ({ ...first.facts, [quote]: i / 100 }))
    const { columns } = columnsOf([first])
    const codes = Uint32Array.from({ length: cases }, (_, i) => i % values.length)
    const same = Object.entries(columns).map(([path, { values }]) => [
      path,
      { values, codes: new Uint8Array(cases).fill(1) },
    ])
    const budget = allocateCaseload(rochdale, {
      cases,
      columns: {
        ...Object.fromEntries(same),
        [`facts/${quote}`]: { values: values.map((facts) => facts[quote]), codes },
      },
    })
    const wrong = values.findIndex((facts, i) => {
      const said = safeAllocate({ ...first, facts }, rochdale)
      const settled = said.success ? said.data.total.settled : Number.NaN
      return !Object.is(settled, budget.total.settled[i]) || !Object.is(settled, budget.total.settled[i + cases / 2])
    })
    expect(wrong).toBe(-1)
  }, 60_000)
})

describe('the page about caseloads', () => {
  const shown = (value: unknown): string => {
    if (ArrayBuffer.isView(value) && !(value instanceof DataView))
      return `${value.constructor.name} ${shown(Array.from(Object(value)))}`
    if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`
    return typeof value === 'string' ? `'${value}'` : String(value)
  }

  it('has code that gives what the page says', async () => {
    const code = /```ts\n([\s\S]*?)```/.exec(readFileSync('docs/batch.md', 'utf8'))?.[1] ?? ''
    const said = [...code.matchAll(/^(\S.*) \/\/ (.+)$/gm)]
    expect(said.length).toBeGreaterThan(3)
    const file = path.resolve('temp/batch-page.ts')
    mkdirSync('temp', { recursive: true })
    writeFileSync(
      file,
      `${code.replace("'send-ras'", "'../src/index.js'")}\nexport const said = [${said.map(([, expression]) => expression).join(', ')}]\n`,
    )
    const ran: { readonly said: readonly unknown[] } = await import(file)
    expect(ran.said.map(shown)).toEqual(said.map(([, , value]) => value))
  })
})
