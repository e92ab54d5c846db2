import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { type AllocationTable, allocate, loadTable, readAssessment } from '../src/index.js'
import { must } from '../src/must.js'
import { formatPounds } from '../src/pence.js'
import type { Book, Cell, Placed, Sheet } from '../src/workbook/book.js'
import { evaluator } from '../src/workbook/formula/evaluate.js'
import { address } from '../src/workbook/formula/places.js'
import { placesOf } from '../src/workbook/layout.js'
import { programOf } from '../src/workbook/program/program-of.js'
import { withDrafts } from '../src/workbook/sheets/draft.js'
import { workbook, workbookOf } from '../src/workbook/workbook.js'
import { writeBook } from '../src/workbook/xlsx/write.js'
import { arbitraryCase } from './support/arbitrary/case.js'
import { tableText } from './support/arbitrary/text.js'
import { goldenCases } from './support/golden.js'
import { lawOver, RUNS } from './support/law.js'
import { describeWithOffice } from './support/office/installed.js'
import { workbench } from './support/office/workbench.js'
import { inputsFor, programFor } from './support/workbook.js'

const files = readdirSync('tables', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => `tables/${name}`)
const loaded = new Map(files.map((file) => [file, loadTable(readFileSync(file, 'utf8'), { file })]))
const table = (file: string): AllocationTable => must(loaded.get(file))
const golden = goldenCases('fixtures/cases')

const WESTMARCH = 'tables/westmarch/children-2026-27.yaml'
const NORFOLK = 'tables/norfolk/short-breaks-primary.yaml'
const HEREFORD = 'tables/herefordshire/high-needs-matrix.yaml'

function sheetOf(book: Book<Placed>, name: string): Sheet<Placed> {
  return must(book.sheets.find((sheet) => sheet.name === name))
}

/** What a cell shows: the value that it holds or comes to. */
function shown(cell: Cell<Placed> | null): string | number | null {
  if (!cell) return null
  return 'formula' in cell ? cell.formula.value : cell.value
}

/** What each row of a sheet shows, without what is blank. */
function rowsOf(book: Book<Placed>, name: string): (string | number)[][] {
  return sheetOf(book, name).rows.map(({ cells }) =>
    cells.flatMap((cell) => {
      const value = shown(cell)
      return value === null || value === '' ? [] : [value]
    }),
  )
}

function rowOf(book: Book<Placed>, sheet: string, first: string): (string | number)[] {
  return must(rowsOf(book, sheet).find(([one]) => one === first))
}

/** A golden case of a table, and the workbook that it is filled into. */
function filled(name: string) {
  const one = must(golden.find((each) => each.name === name))
  const assessment = readAssessment(one.assessment, one.table)
  return { book: workbookOf(one.table, { assessment }), budget: allocate(assessment, one.table), table: one.table }
}

describe.each(files)('a blank workbook of %s', (file) => {
  const one = table(file)
  const book = workbookOf(one)
  const program = programFor(one)

  test('has four sheets, each of which says which table it is, down to the hash', () => {
    expect(book.sheets.map(({ name }) => name)).toEqual(['Questionnaire', 'Result', 'Working', 'Table'])
    for (const { name, footer } of book.sheets) {
      const said = rowsOf(book, name).flat().join('\n')
      expect(said).toContain(`Table ${one.id}, version ${one.version}, hash ${hashOf(one)}.`)
      expect(said).toContain(`Provenance: ${one.provenance}. Status: ${one.status}.`)
      expect(footer).toContain(`${one.id} ${one.version} ${hashOf(one).slice(0, 12)} ${one.provenance} ${one.status}`)
    }
  })

  test('shows no figure as a result, and says that it is not complete', () => {
    const result = sheetOf(book, 'Result')
    expect(rowsOf(book, 'Result')[1]?.[0]).toMatch(/^NOT COMPLETE: \d+ things? still to do/)
    const worked = result.rows.flatMap(({ cells }) => cells.filter((cell) => cell && 'formula' in cell))
    expect(worked.filter((cell) => typeof shown(cell) === 'number')).toEqual([])
    expect(rowsOf(book, 'Questionnaire')[1]?.[0]).toMatch(/^\d+ things? still to do/)
  })

  test('gives every input one open cell, and every quantity one locked cell', () => {
    const { inputs, quantities } = placesOf(book)
    expect([...inputs.keys()].sort()).toEqual(program.inputs.map(({ id }) => id).sort())
    expect([...quantities.keys()].sort()).toEqual(
      withDrafts(program)
        .quantities.map(({ id }) => id)
        .sort(),
    )
    const styles = (is: 'input' | 'quantity') =>
      book.sheets.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell?.holds?.is === is ? [cell.style] : []))),
      )
    expect(styles('input').filter((style) => !style.startsWith('in-'))).toEqual([])
    expect(styles('quantity').filter((style) => style.startsWith('in-'))).toEqual([])
    expect(styles('input')).toHaveLength(program.inputs.length)
  })

  test('never says award, and asks for no name', () => {
    const said = book.sheets.flatMap(({ name }) => rowsOf(book, name).flat()).join('\n')
    expect(said).not.toMatch(/\baward/i)
    expect(said).toContain('never a name')
  })

  test('has every figure of the table where the formulas look for it', () => {
    const { spot } = placesOf(book)
    for (const { id, rows } of program.tables.flatMap(({ blocks }) => blocks))
      rows.forEach((entries, row) => {
        entries.forEach((entry, column) => {
          const place = spot({ is: 'figure', block: id, row, column })
          expect([
            id,
            row,
            column,
            shown(sheetOf(book, place.sheet).rows[place.row]?.cells[place.column] ?? null),
          ]).toEqual([id, row, column, entry])
        })
      })
  })
})

function hashOf(one: AllocationTable): string {
  const said = rowsOf(workbookOf(one), 'Table').flat().join('\n')
  return must(/hash ([0-9a-f]{64})\./.exec(said)?.[1])
}

describe('the result in words and pounds', () => {
  test('what is settled is in the total, and what waits stands beside it', () => {
    const { book, budget } = filled('202-westmarch-pending')
    expect(rowsOf(book, 'Result')[1]).toEqual([`Case ${budget.record.case}. Assessment of ${budget.record.date}.`])
    expect(rowOf(book, 'Result', 'At least this a year')).toEqual([
      'At least this a year',
      budget.total.settled / 100,
      '1 line not settled: the total reads “at least”.',
    ])
    const nursing = must(budget.lines.find(({ id }) => id === 'nursing'))
    const cells = sheetOf(book, 'Result').rows.find(
      ({ cells }) => shown(cells[0] ?? null) === 'Nursing care at home',
    )?.cells
    expect(nursing.amount.state).toBe('waiting')
    expect((cells ?? []).map((cell) => shown(cell))).toEqual([
      'Nursing care at home',
      '',
      'pence' in nursing.amount ? (nursing.amount.pence ?? 0) / 100 : '',
      'It waits for a decision by NHS Westmarch (continuing care). The figure beside the total is what it would be.',
    ])
  })

  test('a refusal says whose it is, why, and what can be done', () => {
    const { book, budget } = filled('203-westmarch-refused')
    const [, , said] = rowOf(book, 'Result', 'Nursing care at home')
    expect(said).toBe(
      `Refused by NHS Westmarch (continuing care). Reason: ${budget.record.reasons['continuing-care']}. Ask in writing for a review by a second panel. A refusal comes in writing with its reasons.`,
    )
  })

  test('where people decide it says who, and shows no figure', () => {
    const { book } = filled('205-westmarch-refer-row')
    expect(rowOf(book, 'Result', 'Short breaks')).toEqual([
      'Short breaks',
      'The short breaks panel decides; no figure is published here.',
    ])
  })

  test('an unknown setting shows each figure side by side', () => {
    const { book, budget } = filled('445-eastmere-setting-unknown')
    const rows = rowsOf(book, 'Result')
    for (const { setting, total } of budget.settings)
      expect(rows).toContainEqual(
        expect.arrayContaining([setting.charAt(0).toUpperCase() + setting.slice(1), total.settled / 100]),
      )
    expect(rows.flat()).toContain('It depends on the setting, which is not known yet.')
  })

  test('hours stand beside the total as hours', () => {
    const { book, budget } = filled('401-eastmere-base')
    const line = must(budget.lines.find(({ id }) => id === 'hydrotherapy'))
    expect(rowOf(book, 'Result', line.title).slice(1)).toEqual([
      line.provides?.quantity,
      `${line.provides?.of}, in kind and not in money`,
    ])
  })

  test.each(golden.map(({ name }) => name))('%s: totals, streams, funders, outcomes, flags', (name) => {
    const { book, budget, table: one } = filled(name)
    const rows = rowsOf(book, 'Result')
    const open = budget.total.waiting.length > 0
    expect(rows).toContainEqual(
      expect.arrayContaining([open ? 'At least this a year' : 'Likely amount a year', budget.total.settled / 100]),
    )
    const sums = budget.streams.map(({ settled }) => settled / 100)
    const found = rows.filter(([first]) => String(first).endsWith(', all together')).map(([, figure]) => figure)
    expect(found.sort()).toEqual(sums.sort())
    const shares = [...budget.funders, ...budget.outcomes].map(({ pence }) => pence / 100)
    for (const share of shares)
      expect(rows.filter((row) => row.length === 2).map(([, figure]) => figure)).toContain(share)
    const said = (state: 'yes' | 'no' | 'not known yet') => rows.filter(([, second]) => second === state).length
    const flags = budget.flags.filter(({ kind }) => kind !== 'cap')
    expect(said('not known yet')).toBe(flags.filter(({ state }) => state === 'unknown').length)
    expect(said('yes')).toBe(budget.flags.filter(({ state }) => state === 'yes').length)
    const raised = flags.filter(({ kind, state }) => kind === 'agreed-by' && state === 'yes')
    expect(raised.length).toBe(budget.agreedBy.filter(({ state }) => state === 'yes').length)
    expect(one.id).toBe(budget.tables[0]?.id)
  })
})

describe('the questionnaire filled in', () => {
  test('holds the answers, the evidence, whose view, the hopes and who took part', () => {
    const assessment = readAssessment(
      readFileSync('fixtures/assessments/westmarch-primary.yaml', 'utf8'),
      table(WESTMARCH),
    )
    const said = rowsOf(workbookOf(table(WESTMARCH), { assessment }), 'Questionnaire')
    expect(said[1]).toEqual(['Complete. The likely amount is on the sheet Result.'])
    expect(said).toContainEqual([
      'How much help does the child need with eating and drinking?',
      13.5,
      'dietitian’s report, page 2'.replace('’', "'"),
      'mother',
    ])
    for (const role of assessment.participants ?? []) expect(said.flat()).toContain(role)
    for (const { words } of assessment.outcomes ?? []) expect(said.flat().join('\n')).toContain(words)
  })

  test('several tables ask once what they ask alike, and have one total', () => {
    const both = [table(NORFOLK), table(HEREFORD)]
    const book = workbookOf(both)
    expect(
      rowsOf(book, 'Questionnaire').filter(([first]) => String(first).startsWith('Age in whole years')),
    ).toHaveLength(1)
    for (const { name } of book.sheets)
      for (const { id } of both) expect(rowsOf(book, name).flat().join('\n')).toContain(`Table ${id}, version`)
  })

  test('the same input, the same bytes, and another assessment other bytes', async () => {
    const one = table(NORFOLK)
    const assessment = readAssessment(readFileSync('fixtures/assessments/norfolk-145.yaml', 'utf8'), one)
    const [a, b, c] = [await workbook(one, { assessment }), await workbook(one, { assessment }), await workbook(one)]
    expect(a).toEqual(b)
    expect(a).not.toEqual(c)
  })

  test('an assessment that does not fit is told as everywhere', () => {
    expect(() => workbookOf(table(NORFOLK), { assessment: { case: 'A-1', date: '2026-05-01' } })).toThrow(/RAS/)
  })
})

describe('a draft whose figures can be changed', () => {
  const draft = loadTable(readFileSync(NORFOLK, 'utf8').replace(/^status: published/m, 'status: draft'))
  const program = withDrafts(programFor(draft))
  const block = must(program.tables[0]?.blocks[0])
  const inputs = inputsFor(
    program,
    draft,
    readAssessment(readFileSync('fixtures/assessments/norfolk-145.yaml', 'utf8'), draft),
  )
  /** Every quantity with one figure changed. */
  const changed = (row: number, column: number, to: string | number | null) =>
    evaluator(program)(
      inputs,
      new Map([
        [
          block.id,
          block.rows.map((entries, at) =>
            at === row ? entries.map((entry, c) => (c === column ? to : entry)) : entries,
          ),
        ],
      ]),
    )

  test('can be changed just where the file lets them be', () => {
    const open = sheetOf(workbookOf(draft), 'Table').rows.flatMap(({ cells }) =>
      cells.filter((cell) => cell?.style === 'in-number'),
    )
    const figures = block.rows.flatMap((entries) =>
      entries.filter((entry) => typeof entry === 'number' || entry === 'refer'),
    )
    expect(open).toHaveLength(figures.length - 1)
    expect(
      sheetOf(workbookOf(table(NORFOLK)), 'Table').rows.flatMap(({ cells }) =>
        cells.filter((cell) => cell?.style.startsWith('in-')),
      ),
    ).toEqual([])
  })

  test('the result follows, and says that it is not the table any more', () => {
    const values = changed(3, 1, 1600)
    expect([values('total/settled'), values(`${draft.id}/changed`), values('unsound'), values('ready')]).toEqual([
      160_000, 1, 0, 1,
    ])
    expect(evaluator(program)(inputs)(`${draft.id}/changed`)).toBe(0)
  })

  test.each([
    ['a word', 3, 1, 'lots'],
    ['nothing', 3, 1, null],
    ['less than nothing', 3, 1, -1],
    ['a part of a penny', 3, 1, 1500.001],
    ['more than was proven', 3, 1, 60_000.01],
    ['a row that begins where the one before does', 3, 0, 116],
    ['a row that begins below the one before', 3, 0, 100],
  ])('%s is told, and no figure stands', (_, row, column, to) => {
    const values = changed(row, column, to)
    expect([values('ready'), values('unsound'), values('total/settled')]).toEqual([
      0,
      1 + (column === 0 && to === 131 ? 1 : 0),
      '',
    ])
    expect(values(`${block.id}/check/${row}`)).toMatch(/from 0 to|above the row before/)
  })
})

describe('of a generated table', () => {
  const lawOfBooks = lawOver(arbitraryCase, (made) => made, Math.ceil(RUNS / 10))

  lawOfBooks(
    'blank, nothing is a figure; filled in, the total is the one of the library',
    ({ table: tree, assessment }) => {
      const one = loadTable(tableText(tree))
      if (!programOf([one]).success) return
      expect(rowsOf(workbookOf(one), 'Result')[1]?.[0]).toMatch(/^NOT COMPLETE/)
      const budget = allocate(assessment, one)
      const rows = rowsOf(workbookOf(one, { assessment }), 'Result')
      const label = budget.total.waiting.length > 0 ? 'At least this a year' : 'Likely amount a year'
      expect(must(rows.find(([first]) => first === label))[1]).toBe(budget.total.settled / 100)
    },
  )
})

/** Westmarch with these texts, in turn, wherever it says something to a reader. */
function withTexts(texts: readonly string[]): AllocationTable {
  let at = 0
  const said =
    /^( *(?:- )?(?:title|text|means|note|clause|why|say|next|refer|to|review|by|for|ask|advice|authority|guidance|route|council|nhs|school|be-healthy|stay-safe|small|agreed-by): )(?!\[|\{|\d)(.+)$/gm
  return loadTable(
    readFileSync(WESTMARCH, 'utf8').replace(
      said,
      (_whole, key: string) => `${key}${JSON.stringify(texts[at++ % texts.length])}`,
    ),
  )
}

describeWithOffice('in LibreOffice', () => {
  const bench = workbench()
  const { folder } = bench

  /** Every formula's cell that comes to something else than the file says. */
  async function differences(book: Book<Placed>): Promise<string[]> {
    const file = path.join(folder, 'book.xlsx')
    writeFileSync(file, await writeBook(book))
    const open = await bench.office.open(file)
    await open.calculate()
    const areas = book.sheets.map(({ name, rows, columns }) => ({
      sheet: name,
      range: `A1:${address(rows.length - 1, columns.length - 1, 'neither')}`,
    }))
    const read = await open.read(areas)
    await open.close()
    return book.sheets.flatMap(({ name, rows }, s) =>
      rows.flatMap(({ cells }, r) =>
        cells.flatMap((cell, c) => {
          if (!cell) return []
          const [here, there] = [shown(cell) ?? '', read[s]?.[r]?.[c]]
          return here === there
            ? []
            : [`${name}!${address(r, c, 'neither')}: ${JSON.stringify(here)}, there ${JSON.stringify(there)}`]
        }),
      ),
    )
  }

  test.each(files)(
    '%s, blank: every cell shows what the file says, and none an error',
    async (file) => {
      expect(await differences(workbookOf(table(file)))).toEqual([])
    },
    120_000,
  )

  const few = files.flatMap((file) =>
    golden
      .filter((one) => one.table.id === table(file).id)
      .filter((_, at) => at % 12 === 0)
      .map(({ name }) => name),
  )
  test.each(few)(
    '%s: every cell of every sheet shows what the file says',
    async (name) => {
      expect(await differences(filled(name).book)).toEqual([])
    },
    120_000,
  )

  test.each([
    [
      'text that begins as a formula does',
      ['=1+1', '+1', '-1', '@SUM(1)', '=HYPERLINK("https://example.org")', "='x'!A1"],
    ],
    ['text that is a name of an error, or written as the file writes marks', ['#N/A', '#REF!', '_x0041_', '"', "'"]],
    ['text as long as a table takes it', [`="${'x"& '.repeat(499)}`, 'word '.repeat(399).trim(), 'x'.repeat(2000)]],
  ])(
    '%s stays as it is, wherever it stands in a table',
    async (_, texts) => {
      const one = withTexts(texts)
      const assessment = readAssessment(readFileSync('fixtures/assessments/westmarch-primary.yaml', 'utf8'), one)
      const book = workbookOf(one, { assessment })
      expect(await differences(book)).toEqual([])
      const said = book.sheets.flatMap(({ name }) => rowsOf(book, name).flat()).join('\n')
      for (const text of texts) expect(said).toContain(text)
    },
    120_000,
  )

  test('a figure that is changed in a draft changes the result, and one that cannot be leaves none', async () => {
    const one = loadTable(readFileSync(NORFOLK, 'utf8').replace(/^status: published/m, 'status: draft'))
    const assessment = readAssessment(readFileSync('fixtures/assessments/norfolk-145.yaml', 'utf8'), one)
    const book = workbookOf(one, { assessment })
    const { spot, quantities } = placesOf(book)
    const block = must(programFor(one).tables[0]?.blocks[0]).id
    const at = (place: { readonly row: number; readonly column: number }) => address(place.row, place.column, 'neither')
    const price = at(spot({ is: 'figure', block, row: 3, column: 1 }))
    const total = at(must(quantities.get('total/settled')))
    const file = path.join(folder, 'draft.xlsx')
    writeFileSync(file, await writeBook(book))
    const open = await bench.office.open(file)
    const results = await open.cases(
      [1500, 1600, 'lots', null, 60_001].map((to) => [{ sheet: 'Table', at: price, rows: [[to]] }]),
      [
        { sheet: 'Working', range: `${total}:${total}` },
        { sheet: 'Result', range: 'A2:A2' },
      ],
    )
    const begin = at(spot({ is: 'figure', block, row: 0, column: 0 }))
    await expect(open.set([{ sheet: 'Table', at: begin, rows: [[1]] }])).rejects.toThrow()
    await open.close()
    const unsound = expect.stringMatching(/^NOT COMPLETE: a figure of the sheet Table cannot be/)
    const sound = expect.stringMatching(/^Case norfolk-145/)
    expect(results.map(([working, result]) => [working?.[0]?.[0], result?.[0]?.[0]])).toEqual([
      [150_000, sound],
      [160_000, sound],
      ['', unsound],
      ['', unsound],
      ['', unsound],
    ])
  }, 120_000)

  test.each(files)(
    '%s: every page of print says which table it is, and no figure is too wide for its cell',
    async (file) => {
      const one = table(file)
      const name = must(golden.find(({ table: of }) => of.id === one.id)).name
      for (const book of [workbookOf(one), filled(name).book]) {
        const [xlsx, pdf] = ['book.xlsx', 'book.pdf'].map((each) => path.join(folder, each))
        writeFileSync(must(xlsx), await writeBook(book))
        const open = await bench.office.open(must(xlsx))
        await open.pdf(must(pdf))
        await open.close()
        const pages = execFileSync('pdftotext', ['-layout', must(pdf), '-'], { encoding: 'utf8' })
          .split('\f')
          .slice(0, -1)
        expect(pages.length).toBeGreaterThanOrEqual(book.sheets.length)
        for (const page of pages) {
          expect(page).toContain(`${one.id} ${one.version} ${hashOf(one).slice(0, 12)} ${one.provenance} ${one.status}`)
          expect(page).not.toMatch(/###|#N\/A|#VALUE!|#REF!|#NAME\?|#DIV\/0!|Err:/)
        }
      }
    },
    120_000,
  )

  test('a planted wrong value is found', async () => {
    const { book } = filled('008-norfolk-145-points')
    const wrong: Book<Placed> = {
      ...book,
      sheets: book.sheets.map((sheet) => ({
        ...sheet,
        rows: sheet.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) =>
            cell?.holds?.is === 'quantity' && cell.holds.id === 'total/settled' && 'formula' in cell
              ? { ...cell, formula: { ...cell.formula, value: 1 } }
              : cell,
          ),
        })),
      })),
    }
    expect(await differences(wrong)).toEqual([expect.stringMatching(/^Working!C\d+: 1, there 150000$/)])
    expect(formatPounds(must(filled('008-norfolk-145-points').budget.total.settled))).toBe('£1,500.00')
  }, 120_000)
})
