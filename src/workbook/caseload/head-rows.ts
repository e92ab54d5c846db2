import { type Cell, holds, type Placed, type Row, row } from '../book.js'
import type { Expression } from '../formula/expression.js'
import { written } from '../formula/written.js'
import { identityRows } from '../sheets/identity.js'
import type { Caseload } from './caseload.js'

/** So many columns does the head of a sheet cover at most. */
export const HEAD = 8

/** What stands above the columns. */
export interface Head {
  readonly title: string
  readonly help: string
  /** The first column that it covers, from 0, and how many. */
  readonly from: number
  readonly span: number
}

/** What the sheet is and which tables it is of, once above each of some columns. */
export function headRows(made: Caseload, heads: readonly Head[]): readonly Row<Placed>[] {
  return [
    across(heads.map((head) => [head, holds('title', head.title, { span: head.span })])),
    ...identityOf(made, 1).map((_, at) => across(heads.map((head) => [head, identityOf(made, head.span)[at] ?? null]))),
    across(heads.map((head) => [head, holds('help', head.help, { span: head.span })])),
  ]
}

/** How many rows stand above those of the children: the head, what is asked, and the names of the columns. */
export function firstRow(made: Caseload): number {
  return identityOf(made, 1).length + 4
}

function identityOf({ arranging, table }: Caseload, span: number): readonly (Cell<Placed> | null)[] {
  const placed = (cell: Cell<Expression>): Cell<Placed> => {
    const { allows, ...rest } = cell
    // What is said of figures that were changed is nothing, before anybody changes one.
    return 'formula' in rest ? { ...rest, formula: { text: written(rest.formula, table), value: '' } } : rest
  }
  return identityRows(arranging, span).map(({ cells: [cell] }) => (cell ? placed(cell) : null))
}

function across(cells: readonly (readonly [Head, Cell<Placed> | null])[]): Row<Placed> {
  const all: (Cell<Placed> | null)[] = []
  for (const [{ from }, cell] of cells) {
    while (all.length < from) all.push(null)
    all.push(cell)
  }
  return row(...all)
}
