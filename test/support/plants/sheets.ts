import Papa from 'papaparse'
import { cellsOf } from '../../../src/caseload/sheet/cells-of.js'
import type { SheetFaultData } from '../../../src/caseload/sheet/fault.js'
import { columnName } from '../../../src/caseload/sheet/header.js'
import { headingsFor } from '../../../src/caseload/sheet/headings.js'
import { type SyntheticCase, syntheticCases, syntheticHeadings } from '../../../src/caseload/synthetic/cases.js'
import { csvRow } from '../../../src/cli/batch/csv-text.js'
import { type AllocationTable, loadTable } from '../../../src/index.js'
import { planOf } from '../../../src/load/table.js'
import type { Pick } from '../arbitrary/choices.js'
import { put } from '../arbitrary/planted-tree.js'
import { makeTable } from '../arbitrary/table.js'
import { records, workshop } from '../batch.js'
import { type Written, workbookOf } from '../written-xlsx.js'
import { furnished, QUESTION } from './furnished.js'
import { FILE, type Plant, type Told } from './plant.js'
import { written } from './written.js'

/** The lines of a sheet with a fault, and the row from 1 at which it must be told. */
interface SpoiltSheet {
  readonly lines: readonly string[]
  readonly row: number
  /** The encoding it is saved in. */
  readonly as?: 'utf16le' | 'utf8'
  /** A column that is left out. */
  readonly ignored?: string
  readonly with?: readonly string[]
  /** What the first cell of the row is, in a workbook. */
  readonly cell?: Written
}

type Format = 'csv' | 'ndjson' | 'xlsx'

type SpoilSheet = (lines: readonly string[], pick: Pick) => SpoiltSheet

/** Faults of a file of cases, in a row of names or in a row. */
export const sheetPlants = {
  RAS010: inSheet('RAS010', (lines) => ({ lines: ['\ufeff', ...lines], row: 1, as: 'utf16le' })),
  RAS011: inSheet('RAS011', (lines, pick) => ({ lines: [pick.one(['', ',,', '""']), ...lines], row: 1 })),
  RAS012: inSheet('RAS012', (lines, pick) => {
    const name = pick.one(['zzz', 'Case', 'planted-questio', 'answers/zzz', ''])
    return { lines: lines.map((line, i) => `${line},${i === 0 ? name : 'x'}`), row: 1 }
  }),
  RAS013: inSheet('RAS013', (lines) => {
    return { lines: [(lines[0] ?? '').replace(`facts/${QUESTION}`, QUESTION), ...lines.slice(1)], row: 1 }
  }),
  RAS014: inSheet('RAS014', (lines, pick) => {
    const name = pick.one((lines[0] ?? '').split(','))
    return { lines: lines.map((line, i) => `${line},${i === 0 ? name : ''}`), row: 1 }
  }),
  RAS015: inSheet('RAS015', (lines) => {
    const [names = '', ...rows] = lines
    return { lines: [names.replace(/(^|,)date(?=,|$)/, '$1zzz'), ...rows], row: 1, ignored: 'zzz' }
  }),
  RAS016: inSheet('RAS016', (lines, pick) =>
    inRow(lines, pick, (row) => pick.one([`${row},x`, row.replace(/,[^,]*$/, '')])),
  ),
  RAS017: inSheet('RAS017', (lines, pick) =>
    inRow(lines, pick, (row) => pick.one([`"${row.replace(',', '"x,')}`, `${row.replace(/[^,]*$/, '')}"a"b`])),
  ),
  RAS018: inSheet('RAS018', (lines, pick) => inRow(lines, pick, (row) => `${row}${'x'.repeat(2 ** 20)}`)),
  RAS019: inSheet(
    'RAS019',
    (lines, pick) => inRow(lines, pick, () => pick.one(['{"case":', 'case-1', "{'case':'a-1'}", '{"case":"a-1",}'])),
    'ndjson',
  ),
  RAS020: inSheet(
    'RAS020',
    (lines, pick) => ({
      ...inRow(lines, pick, (row) => row),
      cell: pick.one<Written>([
        { error: '#REF!' },
        { formula: '1+1', saved: undefined },
        new Date(12_345_000),
        2 ** 70,
      ]),
    }),
    'xlsx',
  ),
} satisfies Readonly<Record<keyof SheetFaultData, Plant>>

/** Spoils one row of those below the row of names. */
function inRow(lines: readonly string[], pick: Pick, how: (row: string) => string): SpoiltSheet {
  const at = pick.int(1, CASES)
  return { lines: lines.map((line, i) => (i === at ? how(line) : line)), row: at + 1 }
}

const CASES = 4

/** Invents a sheet of cases for a generated table and spoils it; what is found in it is told once it is worked out. */
function inSheet(code: keyof SheetFaultData, spoil: SpoilSheet, format: Format = 'csv'): Plant {
  return (pick) => {
    const so = { is: 'circumstance', means: 'As the question' }
    const table = written(pick, put(furnished(makeTable(pick)), ['facts', QUESTION], so)).text
    const sound = invented(loadTable(table), pick.int(0, 999), format)
    if (sound === null) return null
    const spoilt = spoil(sound, pick)
    return worked(table, spoilt, format).then((found) => ({
      found,
      code,
      file: FILE,
      line: spoilt.row,
      with: spoilt.with ?? [],
      before: () => [],
      text: spoilt.lines.join('\n').slice(0, 5000),
    }))
  }
}

/** The lines of a sheet of invented cases; null where no child could have them. */
function invented(table: AllocationTable, seed: number, format: Format): readonly string[] | null {
  const known = headingsFor([planOf(table)])
  const headings = syntheticHeadings([planOf(table)], known)
  const names = headings.map((heading) => columnName(heading, known))
  const cases: SyntheticCase[] = []
  try {
    for (const one of syntheticCases(table, seed)) if (cases.push(one) > CASES) break
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
  if (format === 'ndjson') return cases.map((one) => JSON.stringify(one))
  return [names, ...cases.map((one) => cellsOf(one, headings))].map((cells) => csvRow(cells).trimEnd())
}

/** The rows as a workbook, the first cell of one of them something else. */
function asWorkbook(text: string, { row, cell }: SpoiltSheet): Promise<Buffer> {
  const rows: Written[][] = Papa.parse<string[]>(text.trimEnd()).data
  return workbookOf({ Caseload: rows.map((one, i) => (i + 1 === row && cell ? [cell, ...one.slice(1)] : one)) })
}

/** What the command tells of a sheet: of its row of names, or of its rows. */
async function worked(table: string, spoilt: SpoiltSheet, format: Format): Promise<readonly Told[]> {
  const { lines, as, ignored } = spoilt
  const shop = workshop()
  try {
    const [sheet, results] = [shop.at(FILE), shop.at('out.csv')]
    shop.write('table.yaml', table)
    const text = Buffer.from(lines.map((line) => `${line}\n`).join(''), as ?? 'utf8')
    shop.write(FILE, format === 'xlsx' ? await asWorkbook(text.toString(), spoilt) : text)
    const ways = [
      '--from',
      format,
      '--to',
      'csv',
      '-o',
      results,
      ...(ignored === undefined ? [] : ['--ignore', ignored]),
    ]
    const { out, err } = await shop.ras('batch', sheet, '--table', shop.at('table.yaml'), ...ways)
    const heads = [...`${out}${err}`.matchAll(/:(\d+)(?::\d+)? error (RAS\d{3})/g)]
    const rows = shop.files().includes('out.errors.csv') ? records(shop.read('out.errors.csv')) : []
    return [
      ...heads.map(([, line, code = '']) => ({ code, file: FILE, line: Number(line) })),
      ...rows.map(({ row, code = '' }) => ({ code, file: FILE, line: Number(row) })),
    ]
  } finally {
    shop.remove()
  }
}
