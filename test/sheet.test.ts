import { mkdirSync, readFileSync } from 'node:fs'
import { type Context, runInContext } from 'node:vm'
import * as fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { beforeAll, describe, expect, it } from 'vitest'
import { NOBODY, sheetFiles, shippedTables } from '../scripts/build-sheet.js'
import { allocate, loadTable, readAssessment, safeAllocate } from '../src/index.js'
import { appsScript } from '../src/sheet/apps-script.js'
import { cellText } from '../src/sheet/cell.js'
import { excelAddIn } from '../src/sheet/excel-add-in.js'
import { carriedOf, excelFunctions, RAS_TOTAL, type ShownRows, sheetFunctions } from '../src/sheet/index.js'
import { arbitraryCase, type GeneratedCase } from './support/arbitrary/case.js'
import { tableText } from './support/arbitrary/text.js'
import { bareContext, call, namesIn } from './support/bare.js'
import { type GoldenCase, goldenCases } from './support/golden.js'
import { lawOver, property, RUNS } from './support/law.js'
import { lawOfSeveral } from './support/several.js'
import {
  asExcelGives,
  asSheetsGives,
  column,
  figuresIn,
  figuresOf,
  flagsIn,
  flagsOf,
  inCells,
  totalOf,
} from './support/sheet.js'

const NAMES = ['RAS_TOTAL', 'RAS_BUDGET', 'RAS_FLAGS', 'RAS_POINTS'] as const
const norfolk = readFileSync('tables/norfolk/short-breaks-primary.yaml', 'utf8')
const westmarch = loadTable(readFileSync('tables/westmarch/children-2026-27.yaml', 'utf8'))
const fns = sheetFunctions(shippedTables().map(carriedOf))
const inExcel = excelFunctions(shippedTables().map(carriedOf))
const NORFOLK = 'norfolk-short-breaks-primary'
const CHILD = { case: 'EX-0145', date: '2026-10-01', age: 9, safeguarding: false, points: 145 }

type Child = Readonly<Record<string, unknown>>
const total = (child: Child, table: unknown = NORFOLK, from = fns) =>
  from.RAS_TOTAL(table, column(Object.keys(child)), column(Object.values(child)))

/** What stands in all but the first engines of 2020. */
const SINCE_2020 = [
  'Object.hasOwn',
  'Array.prototype.at',
  'String.prototype.at',
  'String.prototype.replaceAll',
  'Array.prototype.findLast',
  'Array.prototype.findLastIndex',
  'Array.prototype.toSorted',
  'Array.prototype.toReversed',
  'Array.prototype.with',
  'Object.groupBy',
  'structuredClone',
  'WeakRef',
]

let files: ReadonlyMap<string, string>
let sheets: Context
let excel: Context
let leaked: readonly string[]

beforeAll(async () => {
  mkdirSync('temp/sheet', { recursive: true })
  files = await sheetFiles('temp/sheet/LICENCES.txt')
  sheets = bareContext()
  const before = namesIn(sheets)
  runInContext(files.get('send-ras.gs') ?? '', sheets)
  leaked = namesIn(sheets).filter((name) => !before.includes(name))
  excel = bareContext()
  runInContext('var made = {}; var CustomFunctions = { associate: (id, work) => { made[id] = work } }', excel)
  runInContext(files.get('excel/functions.js') ?? '', excel)
})

const golden = goldenCases('fixtures/cases')
const shipped = new Set(shippedTables().map(({ id, version }) => `${id}@${version}`))

/** How a case names its table: by its id where a script carries it, and otherwise by its text, a row a line. */
function named({ table }: GoldenCase): unknown {
  const id = `${table.id}@${table.version}`
  return shipped.has(id) ? id : column(carriedOf(table).text.split('\n'))
}

describe('every golden case, in a bare V8 context, comes out as the library has it', () => {
  it('has cases, most of them by tables that are carried', () => {
    expect(golden.length).toBeGreaterThan(150)
    expect(golden.filter((one) => typeof named(one) === 'string').length).toBeGreaterThan(150)
  })

  it.each(golden.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const assessment = readAssessment(one.assessment, one.table)
    const budget = allocate(assessment, one.table)
    const { names, values } = inCells(assessment, [one.table])
    const inSheets = [named(one), column(names), column(values.map(asSheetsGives))]
    const cellsOfExcel = [
      [named(one)].flat().map((row) => [row].flat()),
      column(names),
      column(values.map(asExcelGives)),
    ]
    const both = (name: string) => [
      call(sheets, name, ...inSheets),
      call(excel, `made.${name.replace('_', '')}`, ...cellsOfExcel),
    ]
    const [here, there] = both('RAS_TOTAL')
    expect([here, there]).toEqual([totalOf(budget), [[totalOf(budget)]]])
    for (const rows of both('RAS_BUDGET')) expect(figuresIn(rows as ShownRows)).toEqual(figuresOf(budget))
    for (const rows of both('RAS_FLAGS')) expect(flagsIn(rows as ShownRows)).toEqual(flagsOf(budget))
    const points = budget.scores.map(({ id, points }) => [id, points])
    const notScored = budget.needs.scored ? [] : [[one.table.id, 'not scored at this age']]
    for (const rows of both('RAS_POINTS')) expect(rows).toEqual([['score', 'points'], ...points, ...notScored])
  })
})

/** A generated table as text and loaded, and the budget of its assessment. Each is loaded again by the functions. */
function loadOne({ table, assessment }: GeneratedCase) {
  const text = tableText(table)
  const loaded = loadTable(text)
  return { text, loaded, assessment, budget: allocate(assessment, loaded) }
}

describe('generated tables', () => {
  lawOver(
    arbitraryCase,
    loadOne,
    Math.ceil(RUNS / 4),
  )(
    'a table in the rows of a range gives what the library gives, in figures and flags',
    ({ text, loaded, assessment, budget }) => {
      const { names, values } = inCells(readAssessment(assessment, loaded), [loaded])
      const args = [column(text.split('\n')), [names], [values.map(asSheetsGives)]] as const
      expect(fns.RAS_TOTAL(...args)).toEqual(totalOf(budget))
      expect(figuresIn(fns.RAS_BUDGET(...args))).toEqual(figuresOf(budget))
      expect(flagsIn(fns.RAS_FLAGS(...args))).toEqual(flagsOf(budget))
    },
  )

  lawOfSeveral('several tables by their ids give what the library gives of them together', ({ each, assessment }) => {
    const tables = each.map(({ loaded }) => loaded)
    const own = sheetFunctions(tables.map(carriedOf))
    const budget = allocate(assessment, tables)
    const { names, values } = inCells(readAssessment(assessment, tables), tables)
    const args = [tables.map(({ id }) => id).join('; '), column(names), column(values)] as const
    expect(own.RAS_TOTAL(...args)).toEqual(totalOf(budget))
    const sorted = (rows: readonly unknown[][]) => rows.map((row) => row.join('|')).sort()
    expect(sorted(figuresIn(own.RAS_BUDGET(...args)))).toEqual(sorted(figuresOf(budget)))
    expect(sorted(flagsIn(own.RAS_FLAGS(...args)))).toEqual(sorted(flagsOf(budget)))
  })
})

describe('cells', () => {
  it('may be text, numbers, ticks and days, and mean the same', () => {
    expect(total(CHILD)).toBe(1500)
    expect(total({ ...CHILD, points: '145', age: '9', safeguarding: 'no' })).toBe(1500)
    expect(total({ ...CHILD, date: new Date(2026, 9, 1), safeguarding: 'FALSE' })).toBe(1500)
    expect(total({ ...CHILD, date: 46296 })).toBe(1500)
    expect(total({ ...CHILD, safeguarding: true })).toBe(1500)
  })

  it.each([
    [46296, '2026-10-01'],
    ['46296', '2026-10-01'],
    [61, '1900-03-01'],
    [60517, '2065-09-07'],
    [45351, '2024-02-29'],
    [2958465, '9999-12-31'],
  ])('the day %s is %s', (cell, text) => {
    expect(cellText(cell, true)).toEqual({ text })
  })

  it('a day that may be the wrong one is refused: before all sheets agree, with a time, or in another time zone', () => {
    for (const day of [60, 0, -1, 2958466, Number.NaN, 1e300])
      expect(total({ ...CHILD, date: day })).toMatch(/^RAS date: This is no day/)
    for (const day of [46296.5, '46296.25', new Date(2026, 9, 1, 23), new Date(2026, 9, 1, 0, 0, 0, 1)])
      expect(total({ ...CHILD, date: day })).toMatch(/^RAS date: The day comes with a time of day/)
    expect(total({ ...CHILD, date: new Date(Number.NaN) })).toMatch(/^RAS date: This is no day/)
  })

  it('a number is taken as its shortest decimal, and one that is nearly another is refused', () => {
    expect(cellText(0.1, false)).toEqual({ text: '0.1' })
    expect(cellText(-0, false)).toEqual({ text: '0' })
    expect(total({ ...CHILD, points: 0.1 + 0.2 })).toMatch(/^RAS631 points: /)
    expect(total({ ...CHILD, points: 145.00000000000003 })).toMatch(/^RAS631 points: /)
    expect(total({ ...CHILD, points: 1e21 })).toMatch(/^RAS631 points: /)
  })
})

describe('blank is never 0', () => {
  const blanks = ['', null, undefined]

  it.each(['case', 'date', 'age', 'safeguarding', 'points'])('%s, left blank, is told as missing', (name) => {
    for (const blank of blanks) {
      const said = total({ ...CHILD, [name]: blank })
      expect(said).toMatch(/^RAS\d{3} /)
      expect(String(said)).toContain(name)
      expect(said).toEqual(total({ ...CHILD, [name]: '' }))
    }
    expect(total({ ...CHILD, points: 0 })).toBe(0)
  })

  it('every blank answer of a whole questionnaire is told, in every function', () => {
    const one = golden.find(({ name }) => name.startsWith('201-'))
    const assessment = readAssessment(one?.assessment, westmarch)
    const { names, values } = inCells(assessment, [westmarch])
    const asked = new Set(Object.keys(assessment.answers ?? {}))
    const answers = names.flatMap((name, i) => (asked.has(name.replace('answers/', '')) ? [i] : []))
    expect(answers.length).toBeGreaterThan(15)
    let told = 0
    for (const i of answers) {
      const name = (names[i] ?? '').replace('answers/', '')
      const left = values.map((value, k) => (k === i ? '' : value))
      const without = Object.fromEntries(Object.entries(assessment.answers ?? {}).filter(([id]) => id !== name))
      const result = safeAllocate({ ...assessment, answers: without }, westmarch)
      const said = fns.RAS_TOTAL(westmarch.id, [names], [left])
      if (result.success) expect(said).toEqual(totalOf(result.data))
      else {
        told++
        expect(said).toMatch(new RegExp(`^RAS620 ${names[i]}: `))
        for (const rows of ['RAS_BUDGET', 'RAS_FLAGS', 'RAS_POINTS'] as const)
          expect(fns[rows](westmarch.id, [names], [left])).toEqual([[said]])
      }
    }
    // One question of that form may be left out.
    expect(told).toBe(answers.length - 1)
  })

  it('where nothing stands in any value there is nothing, and no figure and no error', () => {
    const nothing = Object.fromEntries(Object.keys(CHILD).map((name) => [name, '']))
    expect(total(nothing)).toBe('')
    expect(fns.RAS_BUDGET(NORFOLK, column(Object.keys(CHILD)), column(Object.values(nothing)))).toEqual([['']])
  })

  it('in Excel a number 0, which may be a blank cell, is refused, and 0 as text is 0', () => {
    const told = (points: unknown) =>
      inExcel.RAS_TOTAL([[NORFOLK]], column(Object.keys(CHILD)), column(Object.values({ ...CHILD, points })))
    expect(told(0)).toEqual([[expect.stringMatching(/^RAS points: This 0 may be a cell with nothing in it\. /)]])
    expect(told(-0)).toEqual(told(0))
    expect(told('0')).toEqual([[0]])
    expect(told('')).toEqual([[expect.stringMatching(/^RAS631 points: /)]])
    const padded = [column([...Object.keys(CHILD), 0]), column([...Object.values(CHILD), ''])] as const
    expect(inExcel.RAS_TOTAL([[NORFOLK], [0]], ...padded)).toEqual([[1500]])
  })
})

describe('several children', () => {
  const names = Object.keys(CHILD)
  const rows = [
    Object.values(CHILD),
    ['EX-2', '2026-10-01', 9, false, 190],
    ['', '', '', '', ''],
    ['EX-4', '', 9, 'perhaps', 999],
  ]

  it('are a row each, below one row of names: totals, at least, nothing, errors', () => {
    expect(fns.RAS_TOTAL(NORFOLK, [names], rows)).toEqual([
      [1500],
      ['at least £0.00'],
      [''],
      [expect.stringMatching(/^RAS\d{3} .+\nRAS\d{3} .+\nRAS\d{3} /)],
    ])
  })

  it('are refused by the functions that show one', () => {
    for (const name of ['RAS_BUDGET', 'RAS_FLAGS', 'RAS_POINTS'] as const)
      expect(fns[name](NORFOLK, [names], rows)).toEqual([
        [`RAS values: ${name} is for one child. Give one row of values. RAS_TOTAL takes several.`],
      ])
  })

  it('each come out as they would alone, however many', () => {
    const many = Array.from({ length: 2000 }, (_, i) => [`EX-${i}`, '2026-10-01', i % 19, i % 2 === 0, i % 262])
    const together = fns.RAS_TOTAL(NORFOLK, [names], many)
    expect(together).toEqual(many.map((row) => [fns.RAS_TOTAL(NORFOLK, [names], [row])]))
  })
})

describe('an error', () => {
  const names = column(['case', 'date'])
  it.each([
    [
      fns.RAS_TOTAL('', names, names),
      'RAS table: There is none. Give the id of a table, or a range that holds the text of one.',
    ],
    [fns.RAS_TOTAL([[''], [null]], names, names), 'RAS table: There is none. '],
    [
      fns.RAS_TOTAL('norfolk-short-breaks-primry', names, names),
      `RAS table: There is no table “norfolk-short-breaks-primry” here. Did you mean “${NORFOLK}”? `,
    ],
    [
      fns.RAS_TOTAL('Norfolk’s short breaks', names, names),
      'RAS table: There is no table “Norfolk’s short breaks” here. ',
    ],
    [
      RAS_TOTAL(NORFOLK, names, names),
      `RAS table: There is no table “${NORFOLK}” here. No table came with these functions: `,
    ],
    [fns.RAS_TOTAL(`${NORFOLK}@9`, names, names), `RAS table: There is no table “${NORFOLK}@9” here. `],
    [fns.RAS_TOTAL(`${NORFOLK};${NORFOLK}`, names, names), `RAS112 `],
    [fns.RAS_TOTAL('format: ras.table/2', names, names), 'RAS102 line 1: “id” is missing. Add id.\nRAS102 line 1: '],
    [fns.RAS_TOTAL([[{}]], names, names), 'RAS table: A cell of its range holds what is no text. '],
    [fns.RAS_TOTAL(NORFOLK, names, [[1]]), 'RAS names: The names and the values do not fit each other. '],
    [
      fns.RAS_TOTAL(
        NORFOLK,
        [
          ['case', 'date'],
          ['age', 'points'],
        ],
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
      ),
      'RAS names: The names and',
    ],
    [fns.RAS_TOTAL(NORFOLK, [], []), 'RAS011 There are no names. '],
    [fns.RAS_TOTAL(NORFOLK, '', ''), 'RAS011 There are no names. '],
    [fns.RAS_TOTAL(NORFOLK, [[7]], [[7]]), 'RAS names: A name is no text. '],
    [total({ ...CHILD, '': 'stray' }), 'RAS names: A value stands beside no name. '],
    [
      total({ ...CHILD, agee: 9 }),
      'RAS012 “agee” is nothing that these tables ask. Did you mean “age”? Leave out of the ranges',
    ],
    [total({ ...CHILD, 'facts/age': 9 }), 'RAS014 “facts/age” is there twice. Keep one of the two.'],
    [
      total({ case: 'a-1', date: '2026-10-01', age: 9 }),
      'RAS015 There is no “safeguarding”, and no case can do without it. Add it to the names',
    ],
    [total({ ...CHILD, points: {} }), 'RAS points: The cell holds what is no value. '],
    [
      total({ ...CHILD, safeguarding: 'perhaps' }),
      'RAS627 safeguarding: The fact “safeguarding” cannot be “perhaps”. Give yes or no.',
    ],
  ])('says %s', (said, begins) => {
    expect(String(said).slice(0, begins.length)).toBe(begins)
  })

  it('of a sheet’s name says the way of a range, never an option of a command', () => {
    expect(total({ ...CHILD, worker: 'Team A' })).not.toContain('--')
    expect(total({ ...CHILD, worker: 'Team A' })).toContain('RAS012')
  })

  it('asks which version where there are several', () => {
    const later = loadTable(norfolk.replace(/^version: .+$/m, 'version: "2"'))
    const both = sheetFunctions([loadTable(norfolk), later].map(carriedOf))
    expect(total(CHILD, NORFOLK, both)).toBe(
      `RAS table: There are several versions of “${NORFOLK}”. Write one of: ${NORFOLK}@2, ${NORFOLK}@reconstructed-1.`,
    )
    expect(total(CHILD, `${NORFOLK}@2`, both)).toBe(1500)
  })

  it('is a row each where rows come back, as many as RAS_TOTAL has lines', () => {
    const bad = { ...CHILD, points: 999, safeguarding: 'perhaps', age: '' }
    const rows = fns.RAS_BUDGET(NORFOLK, column(Object.keys(bad)), column(Object.values(bad)))
    expect(rows.map(([error]) => error).join('\n')).toBe(total(bad))
    expect(rows).toHaveLength(3)
  })

  it('never fills more than a cell holds', () => {
    const table = Array.from({ length: 400 }, (_, i) => [`x${i}${'y'.repeat(200)}: 1`])
    const said = String(fns.RAS_TOTAL(table, 'case', 'a-1'))
    expect(said.length).toBeLessThan(32_767)
    expect(said).toMatch(/\n… and \d+ more$/)
  })
})

describe('hostile input', () => {
  it('that throws when it is looked at is told, whatever it throws', () => {
    const refuse = (what: unknown) => () => {
      throw what
    }
    const all = [
      new Error('no'),
      'no',
      null,
      undefined,
      new Proxy({}, { get: refuse('x'), getPrototypeOf: refuse('y') }),
    ]
    for (const what of all)
      for (const range of [new Proxy([], { get: refuse(what) }), [[new Proxy({}, { get: refuse(what) })]]])
        for (const name of NAMES)
          for (const args of [
            [range, 'case', 'a-1'],
            [NORFOLK, range, range],
            [NORFOLK, [Object.keys(CHILD)], [Object.keys(CHILD).map(() => range)]],
          ] as const)
            expect([fns[name](args[0], args[1], args[2])].flat(2)[0]).toMatch(/^RAS /)
  })

  const anything = fc.oneof(
    fc.anything({
      withDate: true,
      withSparseArray: true,
      withBigInt: true,
      withNullPrototype: true,
      withObjectString: true,
      withMap: true,
      withTypedArray: true,
    }),
    fc.constantFrom<unknown>(
      Symbol('x'),
      () => 1,
      [[], []],
      [[[]]],
      NORFOLK,
      [['case'], ['date']],
      '__proto__',
      'constructor',
    ),
    fc.array(
      fc.array(
        fc.oneof(
          fc.constantFrom<unknown>(
            'case',
            'date',
            'age',
            '__proto__',
            'a-1',
            '2026-10-01',
            9,
            true,
            null,
            new Date(Number.NaN),
          ),
          fc.anything(),
        ),
        { maxLength: 4 },
      ),
      { maxLength: 4 },
    ),
  )

  property(
    'is answered with text or a figure, in rows all as wide, and never with an exception',
    fc.tuple(fc.oneof(fc.constant(NORFOLK), anything), anything, anything),
    (args) => {
      for (const made of [fns, inExcel])
        for (const name of NAMES) {
          const said = made[name](...args)
          const rows = typeof said === 'object' ? said : [[said]]
          expect(new Set(rows.map((row) => row.length)).size).toBe(1)
          for (const cell of rows.flat())
            expect(typeof cell === 'string' || (typeof cell === 'number' && Number.isFinite(cell))).toBe(true)
        }
    },
  )

  property('never makes a figure of a value that is not the child’s', fc.anything(), (points) => {
    const said = total({ ...CHILD, points })
    const hundredths =
      typeof points === 'number' || typeof points === 'string' ? /^\d{1,3}(\.\d{1,2})?$/.test(String(points)) : false
    if (!hundredths && !Object.is(points, -0)) expect(said).not.toBeTypeOf('number')
  })
})

describe('what was kept', () => {
  it('changes nothing: the same in any order, with more tables than are kept', () => {
    const texts = Array.from({ length: 40 }, (_, i) => norfolk.replace('give: 1500', `give: ${1500 + i}`))
    const own = sheetFunctions([])
    const once = texts.map((text) => total(CHILD, text, own))
    expect(once).toEqual(texts.map((_, i) => 1500 + i))
    expect([...texts].reverse().map((text) => total(CHILD, text, own))).toEqual([...once].reverse())
  })
})

describe('the scripts', () => {
  it('put the four functions into the global scope, and nothing else', () => {
    expect([...leaked].sort()).toEqual([...NAMES].sort())
    for (const name of ['ras', 'made', 'lacks']) expect(runInContext(`typeof ${name}`, sheets)).toBe('undefined')
    for (const path of ['Object.prototype', 'Array.prototype', 'String.prototype'])
      expect(runInContext(`Object.keys(${path}).length`, sheets)).toBe(0)
  })

  it('run in an engine of 2020, with nothing that came later', () => {
    const old = bareContext(SINCE_2020)
    runInContext(files.get('send-ras.gs') ?? '', old)
    for (const one of golden.filter((_, i) => i % 9 === 0)) {
      const assessment = readAssessment(one.assessment, one.table)
      const { names, values } = inCells(assessment, [one.table])
      const args = [named(one), column(names), column(values)]
      expect(call(old, 'RAS_BUDGET', ...args)).toEqual(call(sheets, 'RAS_BUDGET', ...args))
      const wrong = [named(one), column(names), column(values.map((value) => `${value}!`))]
      expect(call(old, 'RAS_TOTAL', ...wrong)).toEqual(call(sheets, 'RAS_TOTAL', ...wrong))
    }
    expect(call(old, 'RAS_TOTAL', 'a: ]', 'case', 1)).toEqual(call(sheets, 'RAS_TOTAL', 'a: ]', 'case', 1))
  })

  it('offer each function to a sheet, with what it takes and gives', () => {
    const script = files.get('send-ras.gs') ?? ''
    for (const name of NAMES) {
      const [, comment = ''] =
        new RegExp(`/\\*\\*((?:(?!\\*/)[^])+)\\*/\\nfunction ${name}\\(table, names, values\\) \\{`).exec(script) ?? []
      expect(comment.match(/@(\w+)(?: \{any\} (?:table|names|values)?)?/g)?.map((tag) => tag.trim())).toEqual([
        '@param {any} table',
        '@param {any} names',
        '@param {any} values',
        '@return {any}',
        '@customfunction',
      ])
    }
    expect(script).not.toMatch(/^(import|export) /m)
  })

  it('carry the licences of all that is inside', () => {
    for (const name of ['decimal.js', 'yaml', 'zod', '@noble/hashes', 'send-ras'])
      for (const file of ['send-ras.gs', 'send-ras.js', 'excel/functions.js'])
        expect(files.get(file)).toMatch(new RegExp(`^${name}( \\d|$)`, 'm'))
  })

  it('are the same bytes each time, hold no path of a machine, and stay below half a megabyte', async () => {
    expect(await sheetFiles('temp/sheet/LICENCES.txt')).toEqual(files)
    for (const text of files.values()) {
      expect(text).not.toContain(process.cwd())
      expect(text.length).toBeLessThan(500_000)
    }
  })

  it('carry tables of one’s own, whose words cannot break out', () => {
    const own = loadTable(norfolk.replace(/^title: .+$/m, String.raw`title: "*/ }) \u2028 </script> \" it’s ours"`))
    const context = bareContext()
    runInContext(appsScript(files.get('send-ras.js') ?? '', [own]), context)
    const rows = call(
      context,
      'RAS_BUDGET',
      NORFOLK,
      Object.keys(CHILD).map((name) => [name]),
      Object.values(CHILD).map((value) => [value]),
    )
    expect(JSON.stringify(rows)).toContain('it’s ours')
    expect(call(context, 'RAS_TOTAL', westmarch.id, 'case', 'a-1')).toMatch(
      /^RAS table: There is no table “westmarch-children” here\./,
    )
    const none = bareContext()
    runInContext(appsScript(files.get('send-ras.js') ?? '', []), none)
    expect(call(none, 'RAS_TOTAL', norfolk, [Object.keys(CHILD)], [Object.values(CHILD)])).toBe(1500)
  })
})

describe('the add-in for Excel', () => {
  const metadata = () => JSON.parse(files.get('excel/functions.json') ?? '')

  it('describes each function as Excel’s rules say', () => {
    const { functions, ...rest } = metadata()
    expect(Object.keys(rest)).toEqual(['$schema'])
    expect(functions.map(({ name }: { name: string }) => name)).toEqual(NAMES)
    for (const { id, name, description, parameters, result, ...more } of functions) {
      expect(more).toEqual({})
      expect(id).toMatch(/^[A-Za-z][A-Za-z0-9.]{2,}$/)
      expect(name).toMatch(/^[A-Z][A-Z0-9_.]{2,}$/)
      // No name of a cell, in either way of naming them.
      expect(name).not.toMatch(/^([A-Z]{1,3}\d+|R\d*C\d*)$/)
      expect(description).toMatch(/^[A-Z].{10,120}\.$/)
      expect(result).toEqual({ type: 'any', dimensionality: 'matrix' })
      expect(parameters.map((one: { name: string }) => one.name)).toEqual(['table', 'names', 'values'])
      for (const { name: parameter, description: is, ...how } of parameters) {
        expect(parameter).toMatch(/^[a-z]+$/)
        expect(is).toMatch(/^[A-Z].+\.$/)
        // As text, so that a blank cell is not passed as 0.
        expect(how).toEqual({ type: 'string', dimensionality: 'matrix' })
      }
    }
    expect(new Set(functions.map(({ id }: { id: string }) => id)).size).toBe(NAMES.length)
  })

  it('associates what it describes, all of it and nothing more', () => {
    const ids = metadata().functions.map(({ id }: { id: string }) => id)
    expect([...(runInContext('Object.keys(made)', excel) as string[])]).toEqual(ids)
  })

  it('has a manifest that leads to its files, at an address that is nobody’s', () => {
    const xml = files.get('excel/manifest.xml') ?? ''
    expect(XMLValidator.validate(xml)).toBe(true)
    const { OfficeApp } = new XMLParser({ ignoreAttributes: false }).parse(xml)
    const { Hosts, Resources } = OfficeApp.VersionOverrides
    const point = Hosts.Host.AllFormFactors.ExtensionPoint
    const urls = Object.fromEntries(
      Resources['bt:Urls']['bt:Url'].map((url: Record<string, string>) => [url['@_id'], url['@_DefaultValue']]),
    )
    const leads = (to: { SourceLocation: Record<string, string> }) => urls[to.SourceLocation['@_resid'] ?? '']
    expect([leads(point.Script), leads(point.Page), leads(point.Metadata)]).toEqual(
      ['functions.js', 'functions.html', 'functions.json'].map((file) => `https://example.org/send-ras/${file}`),
    )
    expect(point.Namespace['@_resid']).toBe(Resources['bt:ShortStrings']['bt:String']['@_id'])
    expect(OfficeApp.Id).toBe(NOBODY)
  })

  it.each(['http://example.org', 'https://example.org/', 'https://example.org/"/><x', 'example.org'])(
    'refuses the address %s',
    (address) => {
      expect(() => excelAddIn('', [], { address, id: NOBODY })).toThrow(RangeError)
    },
  )

  it('refuses an id that is none', () => {
    expect(() => excelAddIn('', [], { address: 'https://example.org', id: 'mine' })).toThrow(RangeError)
  })
})

describe('docs/spreadsheets.md', () => {
  const page = readFileSync('docs/spreadsheets.md', 'utf8')
  const asked = { ...CHILD, safeguarding: 'no' }
  const args = [NORFOLK, column(Object.keys(asked)), column(Object.values(asked))] as const
  const table = (rows: ShownRows) => {
    const [head = [], ...rest] = rows.map((row) => `| ${row.join(' | ')} |`)
    return [head, `|${' --- |'.repeat(rows[0]?.length ?? 0)}`, ...rest].join('\n')
  }

  it('shows the cells that its example has, and what the functions make of them', () => {
    expect(page).toContain(
      Object.entries(asked)
        .map(([name, value], i) => `| ${i + 1} | ${name} | ${value} |`)
        .join('\n'),
    )
    expect(page).toContain(`B1:B5)\` gives ${fns.RAS_TOTAL(...args)}.`)
    expect(page).toContain(table(fns.RAS_BUDGET(...args).filter(([part]) => part !== 'table' && part !== 'notice')))
    expect(page).toContain(table(fns.RAS_FLAGS(...args)))
  })

  it('shows errors as they are', () => {
    const errors = [total({ ...CHILD, safeguarding: 'perhaps' }), fns.RAS_TOTAL(NORFOLK, ['case', 'date'], [1])]
    for (const error of errors) expect(page).toContain(String(error).split('. Give two')[0])
  })
})

describe('docs/excel-add-in.md', () => {
  it('says of each check what comes out, and which errors begin how', () => {
    const page = readFileSync('docs/excel-add-in.md', 'utf8')
    const [[zero = ''] = []] = inExcel.RAS_TOTAL(
      [[NORFOLK]],
      [Object.keys(CHILD)],
      [Object.values({ ...CHILD, points: 0 })],
    )
    expect(page).toContain(String(zero).split(' Leave')[0])
    for (const name of Object.keys(excelAddIn('', [], { address: 'https://example.org', id: NOBODY })))
      expect(page).toContain(`| \`${name}\` |`)
  })
})
