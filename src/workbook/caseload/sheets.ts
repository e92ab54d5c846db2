import { capital } from '../../explain/grammar.js'
import { must } from '../../must.js'
import { type Cell, holds, type Placed, type Row, row, type Sheet } from '../book.js'
import { READY } from '../formula/guarded.js'
import type { Quantity } from '../program/program.js'
import { footerOf, headerOf } from '../sheets/identity.js'
import type { Caseload } from './caseload.js'
import { firstRow, HEAD, headRows } from './head-rows.js'
import { REFERENCE } from './input-columns.js'
import { inputCells, quantityCells, type RowCells, referenceCells } from './row-cells.js'
import { CASELOAD, CASELOAD_WORKING } from './row-places.js'
import { USED } from './row-program.js'

/**
 * Two sheets for many children, a row each: what is asked with what it comes to beside it, and in the same rows the steps
 * between.
 */
export function caseloadSheets(made: Caseload): readonly Sheet<Placed>[] {
  return [frontSheet(made), workingSheet(made)]
}

/** The sheet that is filled in: inputs, an empty column, the reference again, results. */
function frontSheet(made: Caseload): Sheet<Placed> {
  const { inputs, results } = made
  const beside = inputs.length + 1
  const quantities = new Map(made.row.map((one) => [one.id, one]))
  const heads = [
    { title: CASELOAD, help: HOW, from: 0, span: Math.min(HEAD, inputs.length) },
    { title: 'Likely amounts', help: RESULTS, from: beside, span: 1 + made.short },
  ]
  return {
    name: CASELOAD,
    purpose: 'Many children, a row each: what is asked, and what it comes to beside it.',
    columns: [...inputs.map(({ width }) => width), 2, REFERENCE, ...results.map(({ width }) => width)],
    rows: [
      ...headRows(made, heads),
      row(
        ...inputs.map(({ title }) => holds('head', title)),
        null,
        holds('head', 'Reference'),
        ...results.map(({ title, style }) =>
          holds(style === 'text' || style === 'check' ? 'head' : 'head-figure', title),
        ),
      ),
      row(
        ...inputs.map(({ name }) => holds('identity', name)),
        null,
        holds('identity', 'case'),
        ...results.map(({ name }) => holds('identity', name)),
      ),
      ...childRows(made, [
        ...inputs.map(({ id, cell }) => inputCells(made, id, cell)),
        null,
        referenceCells(made, CASELOAD, { style: 'text' }),
        ...results.map((one) => quantityCells(made, CASELOAD, must(quantities.get(one.id)), one)),
      ]),
    ],
    ...page(made),
    printed: { first: beside, last: beside + made.short },
  }
}

const HOW =
  'Fill in a row for each child, or paste rows from another sheet below the names; nothing else can be changed. Results ' +
  'stand to the right of the empty column. A blank is never taken for 0. Use a case reference, and never a name.'

const RESULTS =
  'Amounts are pounds a year, as far as they are settled, and indicative until a plan is agreed. An empty cell is no ' +
  'figure, which is not the same as 0. No figure stands in a row before it is complete. Printed are the first columns, up ' +
  'to the notes.'

/** The steps between, one a column. */
function workingSheet(made: Caseload): Sheet<Placed> {
  const { working } = made
  return {
    name: CASELOAD_WORKING,
    purpose: 'Each step of the working for the children of the sheet Caseload, one a column, in the same rows.',
    columns: [REFERENCE, ...working.map(() => STEP)],
    rows: [
      ...headRows(made, [{ title: CASELOAD_WORKING, help: STEPS, from: 0, span: HEAD }]),
      row(holds('head', 'Reference'), ...working.map(({ label }) => holds('head', capital(label)))),
      row(holds('identity', 'case'), ...working.map(({ id }) => holds('small', id))),
      ...childRows(made, [
        referenceCells(made, CASELOAD_WORKING, { style: 'text' }),
        ...working.map((one) => quantityCells(made, CASELOAD_WORKING, one, lookOf(one))),
      ]),
    ],
    ...page(made),
    printed: { first: 0, last: HEAD - 1, rows: firstRow(made) - 2 },
  }
}

const STEP = 14

const STEPS =
  'Each step for the children of the sheet Caseload, one a column, in the same rows. Money is whole pence here. A step ' +
  'that only one other reads stands within that one. This sheet is for the screen: only its head is printed.'

function lookOf({ id, unit }: Quantity): { readonly style: 'figure' | 'text'; readonly format?: string } {
  if (unit === 'text') return { style: 'text' }
  if (unit === 'day') return { style: 'figure', format: 'yyyy\\-mm\\-dd' }
  // A blank row is not used and not ready, and shows neither.
  return id === READY || id.startsWith(USED) ? { style: 'figure', format: '0;-0;' } : { style: 'figure' }
}

function childRows({ rows }: Caseload, columns: readonly (RowCells | null)[]): readonly Row<Placed>[] {
  return Array.from({ length: rows }, (_, at) => ({
    cells: columns.map((cells): Cell<Placed> | null => cells?.(at) ?? null),
    newPage: false,
  }))
}

function page(made: Caseload) {
  return {
    frozen: firstRow(made),
    frozenColumns: 1,
    landscape: true,
    header: headerOf(made.arranging),
    footer: footerOf(made.arranging),
  }
}
