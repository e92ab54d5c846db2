import type { Expression } from './expression.js'
import { type Compile, entry, type Read, type Rows, type Run, type Scope } from './run.js'
import { compared, errorValue, isError, numberOf } from './value.js'
import { wildcard } from './wildcard.js'

type Of = readonly Expression[]

/** Columns of a block, as a formula names them. */
interface Columns {
  readonly rows: (run: Run) => Rows
  readonly first: number
  readonly last: number
}

/** INDEX: a cell of a range by its row, and by its column where there is one; both from 1. */
export function indexed(of: Of, scope: Scope, compile: Compile): Read {
  const columns = columnsOf(of[0], scope)
  const [down, across] = of.slice(1).map((one) => compile(one, scope))
  return (run) => {
    const rows = columns.rows(run)
    const wide = columns.last - columns.first + 1
    const asked = numberOf(down?.(run) ?? null)
    if (isError(asked)) return asked
    const second = across ? numberOf(across(run)) : null
    if (isError(second)) return second
    const [row, column] = second === null ? (rows.length === 1 ? [1, asked] : [asked, 1]) : [asked, second]
    const [y, x] = [Math.trunc(row), Math.trunc(column)]
    if (y === 0 || x === 0) throw new Error('INDEX of row or column 0 is a whole column or row, and not one value.')
    if (y < 0 || x < 0) return errorValue('#VALUE!')
    return y > rows.length || x > wide ? errorValue('#REF!') : entry(rows[y - 1]?.[columns.first + x - 1])
  }
}

/** MATCH: the place of a value in a column, from 1: the first that is equal, or the last that is not more. */
export function matched(of: Of, scope: Scope, compile: Compile): Read {
  const [sought, list, how] = of
  const columns = columnOf(list, scope)
  if (!sought || how?.is !== 'number' || (how.value !== 0 && how.value !== 1))
    throw new Error('MATCH takes a value, one column, and 0 or 1.')
  const [read, place] = [compile(sought, scope), how.value === 0 ? firstEqual : lastNotMore]
  return (run) => {
    const wanted = read(run)
    if (isError(wanted)) return wanted
    const at = place(columns.rows(run), columns.first, wanted ?? 0)
    return at < 0 ? errorValue('#N/A') : at + 1
  }
}

function firstEqual(rows: Rows, column: number, wanted: number | string | boolean): number {
  if (typeof wanted !== 'string') return rows.findIndex((row) => row[column] === wanted)
  const matches = wildcard(wanted)
  return rows.findIndex((row) => {
    const content = entry(row[column])
    return typeof content === 'string' && matches(content)
  })
}

function lastNotMore(rows: Rows, column: number, wanted: number | string | boolean): number {
  let last = -1
  for (const [at, row] of rows.entries()) {
    const content = entry(row[column])
    if (typeof content === typeof wanted && compared(content, wanted) <= 0) last = at
  }
  return last
}

function columnOf(expression: Expression | undefined, scope: Scope): Columns {
  const columns = columnsOf(expression, scope)
  if (columns.first !== columns.last) throw new Error('One column of a block is wanted here, and not several.')
  return columns
}

function columnsOf(expression: Expression | undefined, scope: Scope): Columns {
  if (expression?.is !== 'range') throw new Error('A range of a block is wanted here.')
  const { block, first, last } = expression
  const at = scope.block(block)
  return { rows: (run) => run.blocks[at] ?? [], first, last }
}
