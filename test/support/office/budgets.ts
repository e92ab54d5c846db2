import type { AllocationTable, Assessment } from '../../../src/index.js'
import { allocate } from '../../../src/index.js'
import { must } from '../../../src/must.js'
import type { Book, Placed } from '../../../src/workbook/book.js'
import { address } from '../../../src/workbook/formula/places.js'
import type { Value } from '../../../src/workbook/formula/value.js'
import { placesOf, type Spot } from '../../../src/workbook/layout.js'
import type { Program } from '../../../src/workbook/program/program.js'
import { differences, expectedOf, inputsFor, strayCaps } from '../workbook.js'
import type { Area, Filling, OpenWorkbook, Shown } from './office.js'

/** So many cases are filled in with one request. */
const AT_ONCE = 250

/** Where the budgets of some cases, worked out by LibreOffice in one workbook, are not those of the library. */
export async function wrongBudgets(
  open: OpenWorkbook,
  book: Book<Placed>,
  { program, table }: { readonly program: Program; readonly table: AllocationTable },
  cases: readonly Assessment[],
): Promise<string[]> {
  const { inputs, quantities } = placesOf(book)
  const areas = areasOf(quantities)
  const wrong: string[] = []
  for (let from = 0; from < cases.length; from += AT_ONCE) {
    const some = cases.slice(from, from + AT_ONCE)
    const filled = some.map((one) => fillings(inputs, inputsFor(program, table, one)))
    const shown = await open.cases(filled, areas)
    some.forEach((one, i) => {
      const found = reader(quantities, areas, must(shown[i]))
      const budget = allocate(one, table)
      const differing = [
        ...differences(expectedOf(budget, table.id), found),
        ...strayCaps(budget, table.id, program, found),
      ]
      wrong.push(...differing.map((difference) => `${JSON.stringify(one)}: ${difference}`))
    })
  }
  return wrong
}

/** What fills the questionnaire in: every cell of it, blank where nothing is given, so that nothing is left of a case before. */
function fillings(spots: ReadonlyMap<string, Spot>, inputs: ReadonlyMap<string, string | number>): readonly Filling[] {
  const runs: {
    readonly sheet: string
    readonly row: number
    readonly column: number
    readonly rows: [string | number | null][]
  }[] = []
  const sorted = [...spots].sort(([, a], [, b]) => a.column - b.column || a.row - b.row)
  for (const [id, { sheet, row, column }] of sorted) {
    const value = inputs.get(id) ?? ''
    const last = runs.at(-1)
    const follows = last && last.column === column && last.row + last.rows.length === row && last.sheet === sheet
    if (follows) last.rows.push([value === '' ? null : value])
    else runs.push({ sheet, row, column, rows: [[value === '' ? null : value]] })
  }
  return runs.map(({ sheet, row, column, rows }) => ({ sheet, at: address(row, column, 'neither'), rows }))
}

/** The part of each sheet and column in which quantities stand. */
function areasOf(
  spots: ReadonlyMap<string, Spot>,
): readonly (Area & { readonly column: number; readonly first: number })[] {
  const ends = new Map<string, { sheet: string; column: number; first: number; last: number }>()
  for (const { sheet, column, row } of spots.values()) {
    const key = `${sheet} ${column}`
    const end = ends.get(key) ?? { sheet, column, first: row, last: row }
    ends.set(key, { ...end, first: Math.min(end.first, row), last: Math.max(end.last, row) })
  }
  return [...ends.values()].map(({ sheet, column, first, last }) => ({
    sheet,
    column,
    first,
    range: `${address(first, column, 'neither')}:${address(last, column, 'neither')}`,
  }))
}

function reader(
  spots: ReadonlyMap<string, Spot>,
  areas: ReturnType<typeof areasOf>,
  shown: readonly (readonly (readonly Shown[])[])[],
): (id: string) => Value {
  return (id) => {
    const { sheet, row, column } = must(spots.get(id))
    const at = areas.findIndex((area) => area.sheet === sheet && area.column === column)
    const found = shown[at]?.[row - must(areas[at]).first]?.[0] ?? ''
    return typeof found === 'object' ? ({ error: found.error } as Value) : found
  }
}

/** Every formula of a book whose cell, once worked out anew, does not show what the book says it comes to. */
export async function wrongCells(open: OpenWorkbook, book: Book<Placed>): Promise<string[]> {
  await open.calculate()
  const wrong: string[] = []
  for (const { name: sheet, rows } of book.sheets) {
    const wide = Math.max(1, ...rows.map(({ cells }) => cells.length))
    const [shown] = await open.read([{ sheet, range: `A1:${address(rows.length - 1, wide - 1, 'neither')}` }])
    rows.forEach(({ cells }, row) => {
      cells.forEach((cell, column) => {
        if (!cell || !('formula' in cell)) return
        const found = shown?.[row]?.[column] ?? ''
        if (found === cell.formula.value) return
        const at = `${sheet}!${address(row, column, 'neither')}`
        wrong.push(
          `${at}: ${JSON.stringify(cell.formula.value)} in the file, ${JSON.stringify(found)} worked out by =${cell.formula.text.slice(0, 200)}`,
        )
      })
    })
  }
  return wrong
}
