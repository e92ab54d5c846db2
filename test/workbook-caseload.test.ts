import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { IndicativeBudget } from '../src/allocate/budget.js'
import { readHeader } from '../src/caseload/sheet/header.js'
import { syntheticCases } from '../src/caseload/synthetic/cases.js'
import { capital, stop } from '../src/explain/grammar.js'
import { type AllocationTable, allocate, loadTable, readAssessment } from '../src/index.js'
import { planOf } from '../src/load/table.js'
import { must } from '../src/must.js'
import type { Book, Placed, Sheet } from '../src/workbook/book.js'
import { type Caseload, caseloadOf, MOST_COLUMNS } from '../src/workbook/caseload/caseload.js'
import { inlined } from '../src/workbook/caseload/inline.js'
import { rowPlaces } from '../src/workbook/caseload/row-places.js'
import { evaluator, type Inputs } from '../src/workbook/formula/evaluate.js'
import {
  call,
  cell,
  type Expression,
  equals,
  iff,
  infix,
  input,
  number,
  range,
  quantity as read,
  text,
} from '../src/workbook/formula/expression.js'
import { guarded } from '../src/workbook/formula/guarded.js'
import { address } from '../src/workbook/formula/places.js'
import type { Value } from '../src/workbook/formula/value.js'
import { written } from '../src/workbook/formula/written.js'
import type { Program, Quantity } from '../src/workbook/program/program.js'
import { programOf } from '../src/workbook/program/program-of.js'
import { withDrafts } from '../src/workbook/sheets/draft.js'
import { arranging } from '../src/workbook/sheets/scheme.js'
import { workbook as bytesOf, workbookOf } from '../src/workbook/workbook.js'
import { writeBook } from '../src/workbook/xlsx/write.js'
import { records, workshop } from './support/batch.js'
import { type Loaded, law } from './support/law.js'
import { differences, type Expected } from './support/office/differences.js'
import { describeWithOffice } from './support/office/installed.js'
import type { Shown } from './support/office/office.js'
import { workbench } from './support/office/workbench.js'
import { inputsFor } from './support/workbook.js'

const TABLES = readdirSync('tables', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => `tables/${name.replaceAll('\\', '/')}`)
const EASTMERE = 'tables/eastmere/every-word.yaml'
const ROCHDALE = 'tables/rochdale/carers.yaml'
const NORFOLK = 'tables/norfolk/short-breaks-primary.yaml'
const table = (file: string): AllocationTable => loadTable(readFileSync(file, 'utf8'), { file })

/** Invented cases that a table can read. */
function invented(loaded: AllocationTable, count: number, seed: number) {
  const cases = syntheticCases(loaded, seed)
  return Array.from({ length: count }, () => readAssessment(must(cases.next().value ?? undefined), loaded))
}

/** The rows of a caseload for these tables, as they are before they have a place. */
function rowsFor(program: Program, tables: readonly AllocationTable[], cases: readonly Inputs[] = []): Caseload {
  const nowhere = { input: () => 'A1', quantity: () => 'A1', cell: () => 'A1', range: () => 'A1:A2' }
  return caseloadOf(arranging(program, tables), nowhere, { rows: Math.max(1, cases.length), cases })
}

/** What the columns of results must show for a budget, by name; what is left out there is blank. */
function resultsIn(
  { lines, streams, total, flags, agreedBy, notices }: IndicativeBudget,
  title: string,
): ReadonlyMap<string, Value> {
  const pounds = (pence: number) => pence / 100
  const ids = (state: 'yes' | 'unknown') =>
    inOrder(
      flags
        .filter((one) => one.state === state)
        .map(({ id }) => id)
        .join(' '),
    )
  const own = [
    ...lines.flatMap(({ id, provides }) => [
      provides ? `${id}/${provides.of.replaceAll(' ', '-')}` : id,
      `${id}/state`,
    ]),
    ...streams.flatMap(({ stream }) => [stream, `${stream}/at-least`]),
  ]
  const taken = [...own, 'row', 'case', 'total', 'total/at-least', 'flags', 'flags/unknown', 'tables', 'provenance']
  const named = (name: string, of: 'lines' | 'streams') =>
    taken.filter((one) => one === name).length > 1 ? `${of}/${name}` : name
  return new Map<string, Value>([
    ['to-do', ''],
    ['total', pounds(total.settled)],
    ['total/at-least', total.waiting.length > 0 ? 'yes' : ''],
    ...lines.flatMap(({ id, amount, provides }): [string, Value][] => {
      const pence = 'pence' in amount ? amount.pence : null
      const figure = provides ? (provides.quantity ?? '') : pence === null ? '' : pounds(pence)
      const name = provides ? `${id}/${provides.of.replaceAll(' ', '-')}` : id
      return [
        [named(name, 'lines'), figure],
        [named(`${id}/state`, 'lines'), amount.state],
      ]
    }),
    ...streams.flatMap(({ stream, settled, waiting }): [string, Value][] => [
      [named(stream, 'streams'), pounds(settled)],
      [named(`${stream}/at-least`, 'streams'), waiting.length > 0 ? 'yes' : ''],
    ]),
    ['flags', ids('yes')],
    ['flags/unknown', ids('unknown')],
    [
      'agreed-by',
      agreedBy
        .map(({ who, state }) => stop(`${capital(who)}${state === 'unknown' ? ' (not yet known)' : ''}`))
        .join(' ')
        .replace(/ +/g, ' ')
        .trim(),
    ],
    [
      'notes',
      notices.includes('not-in-force') ? `${title}: On the day of the assessment this table was not in force.` : '',
    ],
  ])
}

/** Names of flags in an order that is nobody’s. */
function inOrder(names: string): string {
  return names.split(' ').sort().join(' ')
}

/** What a row shows in its columns of results, by name. */
function shownIn(
  { results }: Caseload,
  values: (id: string, at: number) => Value | Shown,
): ReadonlyMap<string, Value | Shown> {
  return new Map(
    results.map(({ name, id }, at) => {
      const value = values(id, at)
      return [name, name.startsWith('flags') && typeof value === 'string' ? inOrder(value) : value]
    }),
  )
}

function sayable(tables: readonly AllocationTable[]): Program | null {
  const made = programOf(tables)
  return made.success ? withDrafts(made.data) : null
}

describe('a row says what the library says', () => {
  law('each result of a generated table, and each step that is left', (one) => {
    const program = sayable([one.loaded])
    if (!program) return
    const inputs = inputsFor(program, one.loaded, one.assessment)
    const caseload = rowsFor(program, [one.loaded], [inputs])
    const values = must(caseload.values[0])
    const expected = resultsIn(one.budget, one.loaded.title)
    const shown = shownIn(caseload, values)
    expect([...shown.keys()].sort()).toEqual([...expected.keys()].sort())
    for (const [name, value] of expected) expect([name, shown.get(name)]).toEqual([name, value])
    const plain = evaluator(program)(inputs)
    const known = new Set(program.quantities.map(({ id }) => id))
    for (const { id } of caseload.row) if (known.has(id)) expect([id, values(id)]).toEqual([id, plain(id)])
  })

  law('a blank row shows nothing; one that is half filled in says what is still to do, and never an error', (one) => {
    const program = sayable([one.loaded])
    if (!program) return
    const full = [...inputsFor(program, one.loaded, one.assessment)]
    const caseload = rowsFor(program, [one.loaded])
    for (const { id } of caseload.results) expect([id, caseload.blank(id)]).toEqual([id, ''])
    const evaluate = evaluator(caseload.program)
    const plain = evaluator(program)
    for (const inputs of halves(full, one)) {
      const values = evaluate(inputs)
      for (const { id } of caseload.row) expect([id, typeof values(id)]).not.toEqual([id, 'object'])
      const used = [...inputs.values()].some((value) => value !== '')
      const ready = plain(inputs)('ready')
      expect(values('ready')).toBe(used ? ready : 0)
      expect(values('to-do') === '').toBe(!used || ready === 1)
      if (ready === 0) for (const { id } of caseload.results) if (id !== 'to-do') expect(values(id)).toBe('')
    }
  })

  law('its columns have the names of a sheet of cases', ({ loaded }) => {
    const program = sayable([loaded])
    if (!program) return
    const names = rowsFor(program, [loaded]).inputs.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    const { faults } = readHeader(names, [planOf(loaded)], [])
    expect(faults).toEqual([])
  })
})

/** The first few that are filled in, and all but one. */
function halves(full: readonly (readonly [string, string | number])[], { number }: Loaded): readonly Inputs[] {
  const left = number % full.length
  return [new Map(full.slice(0, left)), new Map(full.filter((_, at) => at !== left)), new Map([['case', 'A-1']])]
}

/** Where everything stands on the sheet Caseload, from 0. */
function placesIn(sheet: Sheet<Placed>) {
  const said = (row: number) =>
    must(sheet.rows[row]).cells.map((cell) =>
      cell && 'value' in cell && cell.value !== null ? String(cell.value) : '',
    )
  const top = sheet.rows.findIndex((_, row) => said(row)[0] === 'case')
  const names = said(top)
  const gap = names.indexOf('')
  return { first: top + 1, inputs: names.slice(0, gap), results: names.slice(gap + 1), gap }
}

/** What a cell of a sheet came to when the file was written. */
function cached(sheet: Sheet<Placed>, row: number, column: number): string | number {
  const cell = must(sheet.rows[row]).cells[column]
  return cell ? (('formula' in cell ? cell.formula.value : cell.value) ?? '') : ''
}

function sheetOf(book: { readonly sheets: readonly Sheet<Placed>[] }, name: string): Sheet<Placed> {
  return must(book.sheets.find((sheet) => sheet.name === name))
}

describeWithOffice('LibreOffice works a caseload out as the library does', () => {
  const { opened } = workbench()

  test.each(TABLES)(
    'every result of 200 invented cases; blank rows stay blank; no error: %s',
    async (file) => {
      const loaded = table(file)
      const [CASES, ROWS] = [200, 230]
      const book = workbookOf(loaded, { caseload: ROWS })
      const sheet = sheetOf(book, 'Caseload')
      const { first, results, gap } = placesIn(sheet)
      const program = must(sayable([loaded]) ?? undefined)
      const { columns, results: wanted } = rowsFor(program, [loaded])
      const cases = invented(loaded, CASES, 11)
      const rows = cases.map((one) => {
        const inputs = inputsFor(program, loaded, one)
        return [...columns.inputs.keys()].map((id) => (inputs.get(id) === '' ? null : (inputs.get(id) ?? null)))
      })
      const workbook = await opened(await writeBook(book))
      await workbook.set([{ sheet: 'Caseload', at: address(first, 0), rows }])
      await workbook.calculate()
      const area = (name: string, from: number, wide: number) => ({
        sheet: name,
        range: `${address(first, from)}:${address(first + ROWS - 1, from + wide - 1)}`,
      })
      const steps = sheetOf(book, 'Caseload working').columns.length
      const [shown = [], working = []] = await workbook.read([
        area('Caseload', gap + 1, results.length),
        area('Caseload working', 0, steps),
      ])
      await workbook.close()
      const differing = shown.flatMap((row, at) => {
        const one = cases[at]
        const expected = one ? resultsIn(allocate(one, loaded), loaded.title) : null
        return results.flatMap((name, column) => {
          const value = name.startsWith('flags') ? inOrder(String(row[column])) : row[column]
          const right = one ? (name === 'case' ? one.case : expected?.get(name)) : ''
          return value === right ? [] : [`${at} ${name}: ${JSON.stringify(right)}, there ${JSON.stringify(value)}`]
        })
      })
      expect(differing.slice(0, 5)).toEqual([])
      expect(results).toEqual(['case', ...wanted.map(({ name }) => name)])
      expect(working.flat().filter((value) => typeof value === 'object')).toEqual([])
      expect(
        working
          .slice(CASES)
          .flat()
          .filter((value) => value !== '' && value !== 0),
      ).toEqual([])
    },
    120_000,
  )

  test('the values that the file comes with are those that LibreOffice works out, and a wrong one is found', async () => {
    const loaded = table(EASTMERE)
    const book = workbookOf(loaded, { caseload: 30, cases: invented(loaded, 20, 3) })
    const [front, steps] = [sheetOf(book, 'Caseload'), sheetOf(book, 'Caseload working')]
    const { first, gap, results } = placesIn(front)
    const of = (sheet: Sheet<Placed>, column: number, wide: number, tall: number): Expected => ({
      ...{ sheet: sheet.name, row: first, column },
      rows: Array.from({ length: tall }, (_, y) =>
        Array.from({ length: wide }, (_, x) => cached(sheet, first + y, column + x)),
      ),
    })
    const total = gap + 1 + results.indexOf('total')
    const planted = withValue(book, 'Caseload', first + 4, total, 123.45)
    const workbook = await opened(await writeBook(planted))
    const found = await differences(workbook, [of(front, total, 1, 20)], { calculate: false })
    expect(found.map(({ at, found }) => [at, found])).toEqual([
      [`Caseload!${address(first + 4, total, 'neither')}`, 123.45],
    ])
    const all = [of(front, gap + 1, results.length, 30), of(steps, 0, steps.columns.length, 30)]
    expect(await differences(workbook, all)).toEqual([])
    const locked = { sheet: 'Caseload', at: address(first, gap + 3), rows: [[1]] }
    await expect(workbook.set([locked])).rejects.toThrow('cannot be filled in')
    await expect(workbook.set([{ ...locked, at: address(first + 30, 0), rows: [['A']] }])).rejects.toThrow('filled in')
    await workbook.close()
  }, 60_000)

  test('what is pasted or typed wrong says so in its row, by the name of its column, and no other row is touched', async () => {
    const loaded = table(NORFOLK)
    const workbook = await opened(await bytesOf(loaded, { caseload: 10 }))
    const { first, results, gap } = placesIn(sheetOf(workbookOf(loaded, { caseload: 10 }), 'Caseload'))
    const child = ['A-1', 46296, 9, 'no', 145, null, null]
    const rows = [
      child,
      ['A-2', '2026-10-01', 9, 'no', 145, null, null],
      [null, 46296, 9, 'no', 145, null, null],
      ['A-4', 46296, 9, '=1+1', 261, null, null],
      Array.from({ length: 7 }, () => null),
      ['A-6', 46296, 9, 'no', 0, null, ' '],
      ['A-7', null, null, null, null, null, null],
      child,
    ]
    await workbook.set([{ sheet: 'Caseload', at: address(first, 0), rows }])
    await workbook.calculate()
    const [shown = []] = await workbook.read([
      { sheet: 'Caseload', range: `${address(first, gap + 1)}:${address(first + 9, gap + results.length)}` },
    ])
    await workbook.close()
    const [toDo, total] = [results.indexOf('to-do'), results.indexOf('total')]
    expect(shown.map((row) => [row[toDo], row[total]])).toEqual([
      ['', 1500],
      ['date: This cannot be. Give a day such as 1 September 2026.', ''],
      ['case: Still to be filled in: a reference of at most 64 characters, and never a name.', ''],
      ['safeguarding: This cannot be. Give yes or no. And 1 more.', ''],
      ['', ''],
      ['exceptional/because: This cannot be. Give some words, at most 2,000 characters.', ''],
      ['date: Still to be filled in: a day such as 1 September 2026. And 3 more.', ''],
      ['', 1500],
      ['', ''],
      ['', ''],
    ])
  }, 60_000)

  test('the price of a draft can be changed, and every row follows; one that cannot be stops them all', async () => {
    const loaded = loadTable(readFileSync(NORFOLK, 'utf8').replace('status: published', 'status: draft'))
    const program = must(sayable([loaded]) ?? undefined)
    const cases = invented(loaded, 40, 9)
    const book = workbookOf(loaded, { caseload: 40, cases })
    const { first, results, gap } = placesIn(sheetOf(book, 'Caseload'))
    const { block, row, column } = must(openFigure(book))
    const spot = must(figureAt(book, block, row, column))
    const workbook = await opened(await writeBook(book))
    const total = {
      sheet: 'Caseload',
      range: `${address(first, gap + 1)}:${address(first + 39, gap + results.length)}`,
    }
    const at = results.indexOf('total')
    const withPrice = async (typed: number | string) => {
      await workbook.set([{ sheet: 'Table', at: address(spot.row, spot.column), rows: [[typed]] }])
      await workbook.calculate()
      const [shown = []] = await workbook.read([total])
      return shown
    }
    const figures = new Map(
      program.tables.flatMap(({ blocks }) =>
        blocks.map((one) => [
          one.id,
          one.rows.map((entries, y) =>
            entries.map((entry, x) => (one.id === block && y === row && x === column ? 777 : entry)),
          ),
        ]),
      ),
    )
    const evaluate = evaluator(program)
    const expected = cases.map(
      (one) => Number(evaluate(inputsFor(program, loaded, one), figures)('total/settled')) / 100,
    )
    const before = cases.map((one) => allocate(one, loaded).total.settled / 100)
    expect(expected).not.toEqual(before)
    expect((await withPrice(777)).map((cells) => cells[at])).toEqual(expected)
    const stopped = await withPrice('many')
    expect(new Set(stopped.map((cells) => cells[at]))).toEqual(new Set(['']))
    expect(new Set(stopped.map((cells) => cells[results.indexOf('to-do')]))).toEqual(
      new Set(['A figure of the sheet Table cannot be as it is now.']),
    )
    await workbook.close()
  }, 60_000)
})

/** The same book with another value cached in one cell. */
function withValue(book: Book<Placed>, name: string, y: number, x: number, value: number): Book<Placed> {
  return {
    ...book,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row, at) => ({
        ...row,
        cells: row.cells.map((cell, column) =>
          sheet.name === name && at === y && column === x && cell && 'formula' in cell
            ? { ...cell, formula: { ...cell.formula, value } }
            : cell,
        ),
      })),
    })),
  }
}

/** A figure in pounds that can be changed on the sheet Table, in a row that many children reach. */
function openFigure(book: Book<Placed>) {
  const all = sheetOf(book, 'Table').rows.flatMap(({ cells }) =>
    cells.flatMap((cell) =>
      cell?.holds?.is === 'figure' &&
      cell.style.startsWith('in-') &&
      'value' in cell &&
      Number(cell.value) > 100 &&
      cell.holds.column > 0
        ? [cell.holds]
        : [],
    ),
  )
  return all[1]
}

function figureAt(book: Book<Placed>, block: string, row: number, column: number) {
  for (const [y, { cells }] of sheetOf(book, 'Table').rows.entries())
    for (const [x, cell] of cells.entries())
      if (
        cell?.holds?.is === 'figure' &&
        cell.holds.block === block &&
        cell.holds.row === row &&
        cell.holds.column === column
      )
        return { row: y, column: x }
  return undefined
}

describe('a workbook with a caseload', () => {
  test('is the same bytes in two runs', async () => {
    const loaded = table(NORFOLK)
    const run = () => bytesOf(loaded, { caseload: 25, cases: invented(loaded, 5, 2) })
    expect(Buffer.from(await run()).equals(Buffer.from(await run()))).toBe(true)
  })

  test('has two sheets more, and without it there is none', () => {
    const names = (rows?: number) =>
      workbookOf(table(NORFOLK), rows === undefined ? {} : { caseload: rows }).sheets.map(({ name }) => name)
    expect(names(1)).toEqual([...names(), 'Caseload', 'Caseload working'])
  })

  test.each([0, 5001, 1.5, -1, Number.NaN])('of %s rows is refused', (rows) => {
    expect(() => workbookOf(table(NORFOLK), { caseload: rows })).toThrow(RangeError)
  })

  test('with more cases than rows is refused, and with a case that does not fit', () => {
    const loaded = table(NORFOLK)
    expect(() => workbookOf(loaded, { caseload: 2, cases: invented(loaded, 3, 2) })).toThrow('3 cases, and rows for 2')
    expect(() => workbookOf(loaded, { cases: invented(loaded, 1, 2) })).toThrow('1 cases, and rows for 0')
    const [one] = invented(loaded, 1, 2)
    expect(() => workbookOf(loaded, { caseload: 2, cases: [{ ...must(one), scores: {} }] })).toThrow('RAS')
  })

  test('of several tables has the columns and the results of ras batch', async () => {
    const shop = workshop()
    const tables = [table(NORFOLK), table(ROCHDALE)]
    const cases = syntheticCases(tables, 4)
    const some = Array.from({ length: 30 }, () => readAssessment(must(cases.next().value ?? undefined), tables))
    const sheet = sheetOf(workbookOf(tables, { caseload: 30, cases: some }), 'Caseload')
    const { first, results, gap } = placesIn(sheet)
    shop.write('in.ndjson', some.map((one) => `${JSON.stringify(one)}\n`).join(''))
    const flags = ['--table', NORFOLK, '--table', ROCHDALE, '-o', shop.at('out.csv')]
    expect(await shop.ras('batch', shop.at('in.ndjson'), ...flags)).toMatchObject({ exit: 0 })
    const rows = records(shop.read('out.csv'))
    const beside = new Set(['row', 'tables', 'provenance'])
    expect(results.filter((name) => !['to-do', 'agreed-by', 'notes'].includes(name)).sort()).toEqual(
      Object.keys(must(rows[0]))
        .filter((name) => !beside.has(name))
        .sort(),
    )
    for (const [y, row] of rows.entries())
      for (const [name, text] of Object.entries(row)) {
        if (beside.has(name)) continue
        const value = cached(sheet, first + y, gap + 1 + results.indexOf(name))
        expect([y, name, typeof value === 'number' ? value : inOrder(value)]).toEqual([
          y,
          name,
          typeof value === 'number' ? Number(text) : inOrder(text),
        ])
      }
    shop.remove()
  })
})

describe('a formula that stands within another comes to the same', () => {
  const quantity = (id: string, formula: Expression, waits = false): Quantity =>
    ({ id, formula, label: id, unit: 'number', section: '', waits }) as const
  const kept = (quantities: readonly Quantity[], inputs: Inputs) => {
    const block = { id: 'b', title: '', source: '', columns: [], rows: [[null, 'word']] }
    const program = (of: readonly Quantity[]): Program => ({
      tables: [{ id: 't', blocks: [block], live: false }],
      inputs: [{ id: 'x', asks: { is: 'words' }, section: '', label: '', help: [], check: null }],
      quantities: of,
    })
    const fewer = inlined(quantities, new Set(['result']))
    const [before, after] = [program(quantities), program(fewer)].map((one) => evaluator(one)(inputs)('result'))
    expect(after).toEqual(before)
    return fewer.map(({ id }) => id)
  }
  const ready = quantity('ready', iff(equals(input('x'), text('')), number(0), number(1)))
  const reads = read('step')

  test('one that only one other reads does, and what only says it again', () => {
    const step = quantity('step', infix(input('x'), '+', number(1)))
    const again = quantity('again', reads)
    const result = quantity('result', infix(read('again'), '*', number(2)))
    expect(kept([ready, step, again, result], new Map([['x', 3]]))).toEqual(['ready', 'result'])
    expect(kept([ready, step, quantity('result', infix(reads, '*', number(2)))], new Map([['x', 3]]))).toEqual([
      'ready',
      'result',
    ])
  })

  test('one that may be a blank cell stays: in a cell of its own that is 0', () => {
    const found = call('INDEX', range('b', 0), number(1))
    for (const formula of [input('x'), cell('b', 0, 0), found, iff(number(1), found, number(0))]) {
      const result = quantity('result', infix(reads, '&', text('')))
      expect(kept([ready, quantity('step', formula), result], new Map())).toContain('step')
    }
  })

  test('one that waits stays beside one that does not: it is blank until everything is there', () => {
    const step = quantity('step', text('there'), true)
    const result = quantity('result', iff(equals(reads, text('')), text('not yet'), reads))
    const once = quantity('result', infix(reads, '&', text('!')))
    for (const inputs of [new Map(), new Map([['x', 1]])]) {
      expect(kept([ready, step, result], inputs)).toContain('step')
      expect(kept([ready, step, once], inputs)).toContain('step')
    }
  })

  test('a text stays where sums pass over the texts of cells', () => {
    const step = quantity('step', iff(equals(input('x'), text('')), text(''), number(3)))
    for (const name of ['SUM', 'MAX', 'MIN'] as const) {
      const result = quantity('result', call(name, reads, number(1)))
      const within = quantity('result', call(name, iff(number(1), reads, number(5)), number(1)))
      for (const one of [result, within]) expect(kept([ready, step, one], new Map())).toContain('step')
    }
  })

  test('one that would make another too long to be followed stays', () => {
    const long = Array.from({ length: 70 }, (_, at) => number(at)).reduce<Expression>(
      (sum, one) => infix(sum, '+', one),
      input('x'),
    )
    const result = quantity('result', infix(reads, '+', number(1)))
    expect(kept([ready, quantity('step', long), result], new Map([['x', 1]]))).toContain('step')
  })
})

describe('a caseload keeps within what a spreadsheet can hold', () => {
  const NOWHERE = { input: () => '$A$1', quantity: () => '$A$1', cell: () => '$A$1', range: () => '$A$1:$A$2' }
  const asked = (count: number): Program => ({
    tables: [],
    inputs: Array.from({ length: count }, (_, i) => ({
      ...({
        id: `answers/q-${i}`,
        asks: { is: 'words' },
        section: '',
        label: '',
        help: [],
        check: `check/${i}`,
      } as const),
    })),
    quantities: [
      ...Array.from({ length: count }, (_, i) =>
        quantity(`check/${i}`, iff(call('LEN', input(`answers/q-${i}`)), text(''), text('Still to be answered.'))),
      ),
      quantity('missing', number(0)),
      quantity('ready', number(1)),
      quantity('total/settled', number(0)),
      quantity('total/open', number(0)),
    ],
  })
  const quantity = (id: string, formula: Expression) =>
    ({ id, formula, label: id, unit: 'number', section: '', waits: false }) as const
  const made = (count: number) => caseloadOf(arranging(asked(count), []), NOWHERE, { rows: 5000, cases: [] })

  test('16,384 columns fit, and more are refused', () => {
    const columns = (count: number) => 1 + made(count).working.length
    const fits = largest((count) => isMade(() => made(count)), 15_590, 15_622)
    expect(columns(fits)).toBeLessThanOrEqual(MOST_COLUMNS)
    expect(columns(fits)).toBeGreaterThan(MOST_COLUMNS - 4)
    expect(() => made(fits + 1)).toThrow(/takes 1638[5-8] columns, and a sheet has 16384/)
  }, 60_000)

  test('no formula of 1,500 questions is longer than 8,191 characters, in the last of 5,000 rows', () => {
    const caseload = made(1500)
    const places = rowPlaces('Caseload working', 5010, caseload.columns, NOWHERE)
    const texts = caseload.row.map((one) => written(guarded(one), places))
    expect(texts.length).toBeGreaterThan(1500)
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(8192)
  })

  test.each([
    [250, 10, 10],
    [100, 10, 180],
    [60, 60, 60],
  ])(
    'a table of %s questions, %s lines and %s flags is written',
    (questions, lines, flags) => {
      const book = workbookOf(loadTable(largeTable(questions, lines, flags)), { caseload: 3 })
      const texts = sheetOf(book, 'Caseload working').rows.flatMap(({ cells }) =>
        cells.flatMap((cell) => (cell && 'formula' in cell ? [cell.formula.text] : [])),
      )
      expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(8192)
    },
    60_000,
  )
})

function isMade(make: () => unknown): boolean {
  try {
    make()
    return true
  } catch {
    return false
  }
}

/** The largest number of which something still holds, as it does of the first and not of the last. */
function largest(holds: (count: number) => boolean, first: number, last: number): number {
  let [low, high] = [first, last - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (holds(middle)) low = middle
    else high = middle - 1
  }
  return low
}

/** An invented table of so many questions, lines and flags. */
function largeTable(questions: number, lines: number, flags: number): string {
  const each = (count: number, of: (at: number) => string) => Array.from({ length: count }, (_, at) => of(at))
  return [
    'format: ras.table/1',
    'id: large',
    'version: "1"',
    'title: A large table (invented)',
    'authority: Nobody',
    'provenance: synthetic',
    'status: published',
    'in-force: { from: 2026-04-01 }',
    'rounding: half up',
    'sources: { scheme: { title: The scheme (invented) } }',
    'co-production: { with: [the parent carer forum (invented)] }',
    'streams: { care: { title: Care, law: care } }',
    'outcomes: { breaks: A break }',
    'funders: { council: The council }',
    'questions:',
    '  all:',
    '    title: All',
    '    outcome: breaks',
    '    ask:',
    ...each(
      questions,
      (at) => `      q-${at}: { text: How much help is there with thing ${at}?, levels: [none: 0, lots: 4] }`,
    ),
    `scores: { points: { sum: [${each(questions, (at) => `q-${at}`).join(', ')}] } }`,
    'lines:',
    ...each(
      lines,
      (at) =>
        `  line-${at}: { title: Line ${at}, stream: care, outcome: breaks, source: scheme, paid-by: { all: council }, price: { look-up: points, gives: pounds a year, rows: [{ from: 0, give: ${at} }, { from: 10, give: ${at + 20} }] } }`,
    ),
    'flags:',
    ...each(flags, (at) => `  flag-${at}: { agreed-by: panel ${at}, when: { score: points, from: ${at} } }`),
    '',
  ].join('\n')
}
