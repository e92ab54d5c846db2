import {
  call,
  cell,
  type Expression,
  equals,
  iff,
  infix,
  joined,
  number,
  quantity,
  range,
  sumOf,
  text,
} from '../formula/expression.js'
import { isNumber } from '../program/checks.js'
import type { Block, Column, Entry, Program, Quantity } from '../program/program.js'

/*
 * Figures of a draft that can be changed. Whatever is typed, a sum must not be silently wrong: a figure that cannot be
 * counts as something still to do, and one that was changed is told on every sheet.
 */

export type Figure = Extract<Column, { is: 'figure' }>

/**
 * Whether a figure can be changed. Where a look-up begins cannot: below it there would be no row. What names a row stands
 * in the first column.
 */
export function isOpen(column: Column, entry: Entry, at: { readonly row: number; readonly column: number }): boolean {
  return isLive(column) && entry !== null && !(at.row === 0 && at.column === 0)
}

/** Whether any figure of a column may be. */
export function isLive(column: Column): column is Figure {
  return column.is === 'figure' && column.most !== null
}

/** What is wrong with the figures of one row of a block, `Changed.`, or ''; null where none can be changed. */
export function rowCheck(block: Block, row: number): Quantity | null {
  const { id, columns, rows } = block
  const open = columns.flatMap((column, at) => {
    const entry = rows[row]?.[at] ?? null
    return isLive(column) && isOpen(column, entry, { row, column: at }) ? [{ column, at, entry }] : []
  })
  if (open.length === 0) return null
  const wrong = joined([
    ...open.map(({ column, at }) => wrongFigure(block, column, row, at)),
    ...(row === 0 && isShare(block) ? [wrongShares(block)] : []),
  ])
  const changed = sumOf(
    open.map(({ entry, at }) => {
      const written = typeof entry === 'number' ? number(entry) : text(String(entry))
      return iff(equals(cell(id, row, at), written), number(0), number(1))
    }),
  )
  const fine = iff(infix(changed, '>', number(0)), text(CHANGED), text(''))
  return {
    id: `${id}/check/${row}`,
    label: `${block.title}, row ${row + 1}: check`,
    unit: 'text',
    section: 'Figures that were changed',
    waits: false,
    formula: iff(equals(wrong, text('')), fine, wrong),
  }
}

const CHANGED = 'Changed.'

function wrongFigure({ id }: Block, column: Figure, row: number, at: number): Expression {
  const { title, places, refers, least, most } = column
  const here = cell(id, row, at)
  const fits = isNumber(here, number(least), number(most ?? 0), places)
  const decimals = places === 0 ? 'a whole number' : `with at most ${places} decimals`
  const wrong = text(`${title}: from ${least} to ${most ?? 0}, ${decimals}${refers ? ', or refer' : ''}. `)
  const low = text(`${title}: above the row before. `)
  const above = at === 0 ? iff(infix(here, '>', cell(id, row - 1, at)), text(''), low) : text('')
  const refer = call('EXACT', infix(here, '&', text('')), text('refer'))
  return iff(fits, above, refers ? iff(refer, text(''), wrong) : wrong)
}

/** Percentages of those who pay, which add up to 100. */
function isShare({ id, columns }: Block): boolean {
  return id.endsWith('/paid-by') && columns.some((column) => column.is === 'figure' && column.unit === 'per cent')
}

function wrongShares({ id }: Block): Expression {
  const hundredths = call('INT', infix(infix(call('SUM', range(id, 1)), '*', number(100)), '+', number(0.5)))
  return iff(equals(hundredths, number(10_000)), text(''), text('All rows together: 100 per cent. '))
}

/** So many rows are counted in one formula. */
const AT_ONCE = 60

/**
 * The program with what its drafts need: `T/changed`, how many rows were changed, and `unsound`, how many cannot be as
 * they are now. While any is unsound nothing is ready, so that no sum stands.
 */
export function withDrafts(program: Program): Program {
  const checks = program.tables.map(({ id, blocks }) => ({
    id,
    rows: blocks.flatMap((block) => block.rows.flatMap((_, row) => rowCheck(block, row) ?? [])),
  }))
  const live = checks.filter(({ rows }) => rows.length > 0)
  if (live.length === 0) return program
  const unsound = sumOf(live.map(({ id }) => quantity(`${id}/unsound`)))
  return {
    ...program,
    quantities: [
      ...live.flatMap(({ id, rows }) => [...rows, ...counts(id, rows)]),
      counted('unsound', 'Rows of the sheet Table that cannot be as they are', unsound),
      ...program.quantities.map((one) => (one.id === 'ready' ? { ...one, formula: whileSound(one.formula) } : one)),
    ],
  }
}

function whileSound(formula: Expression): Expression {
  return iff(equals(quantity('unsound'), number(0)), formula, number(0))
}

/** How many rows of one table were changed, and how many cannot be. */
function counts(table: string, rows: readonly Quantity[]): readonly Quantity[] {
  const isChanged = ({ id }: Quantity) => iff(equals(quantity(id), text(CHANGED)), number(1), number(0))
  const isWrong = ({ id }: Quantity) =>
    iff(equals(quantity(id), text('')), number(0), iff(equals(quantity(id), text(CHANGED)), number(0), number(1)))
  return [
    ...summed(`${table}/changed`, 'Rows of the sheet Table that were changed', rows.map(isChanged)),
    ...summed(`${table}/unsound`, 'Rows of the sheet Table that cannot be as they are', rows.map(isWrong)),
  ]
}

function summed(id: string, label: string, all: readonly Expression[]): readonly Quantity[] {
  const parts = Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, i) =>
    counted(`${id}/${i + 1}`, `${label}, part ${i + 1}`, sumOf(all.slice(i * AT_ONCE, (i + 1) * AT_ONCE))),
  )
  return [...parts, counted(id, label, sumOf(parts.map((part) => quantity(part.id))))]
}

function counted(id: string, label: string, formula: Expression): Quantity {
  return { id, label, unit: 'number', section: 'Figures that were changed', waits: false, formula }
}
