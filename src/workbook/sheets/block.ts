import { capital } from '../../explain/grammar.js'
import type { Written } from '../../load/table.js'
import { type Cell, decimals, holds, type Row, row, worked } from '../book.js'
import type { Expression } from '../formula/expression.js'
import type { Block, Column, Entry } from '../program/program.js'
import { type Figure, isLive, isOpen, rowCheck } from './draft.js'
import { longestLiteral } from './literals.js'

/** So many columns does what is wrong with a row take. */
const CHECK = 3

/** How many columns a block takes: in a draft, what was written and what is wrong stand beside its own. */
export function blockWidth({ columns }: Block): number {
  const live = columns.filter(isLive).length
  return columns.length + (live > 0 ? live + CHECK : 0)
}

/** A block: its heading with its source, the heads of its columns, its rows. */
export function blockRows(block: Block, width: number, table: Written | null): Row<Expression>[] {
  const { id, title, source, columns, rows } = block
  if (columns.length === 1 && columns.every((column) => column.is === 'text'))
    return [
      row(holds('strong', capital(title), { span: width })),
      ...rows.map(([entry = null], at) =>
        row(holds('text', entry, { span: width, holds: { is: 'figure', block: id, row: at, column: 0 } })),
      ),
    ]
  const from = source === '' ? '' : ` Source: ${table?.sources[source]?.title ?? source}.`
  const live = columns.filter(isLive)
  return [
    row(holds('strong', `${capital(title)}${from === '' ? '' : `.${from}`}`, { span: width })),
    row(
      ...columns.map((column, at) => holds(column.is === 'text' || at === 0 ? 'head' : 'head-figure', headOf(column))),
      ...live.map((column) => holds('head-figure', `${headOf(column)}, as written`)),
      ...(live.length > 0 ? [holds('head', 'Check', { span: CHECK })] : []),
    ),
    ...rows.map((entries, at) => entryRow(block, entries, at)),
  ]
}

function headOf(column: Column): string {
  if (column.is === 'text') return capital(column.title)
  const said = column.title.toLowerCase().includes(column.unit.toLowerCase())
  return capital(said ? column.title : `${column.title} (${column.unit})`)
}

function entryRow(block: Block, entries: readonly Entry[], at: number): Row<Expression> {
  const { id, columns } = block
  const own = columns.map((column, c) => entryCell(column, entries[c] ?? null, { block: id, row: at, column: c }))
  const live = columns.flatMap((column, c) => (isLive(column) ? [{ column, entry: entries[c] ?? null }] : []))
  const check = rowCheck(block, at)
  const room = check ? longestLiteral(check.formula) : ''
  return row(
    ...own,
    ...live.map(({ column, entry }) => holds('figure', entry, formatOf(column))),
    ...(check ? [worked('check', check.formula, { room, span: CHECK, holds: { is: 'quantity', id: check.id } })] : []),
  )
}

interface At {
  readonly block: string
  readonly row: number
  readonly column: number
}

function entryCell(column: Column, entry: Entry, at: At): Cell<Expression> {
  const here = { holds: { is: 'figure', ...at } } as const
  if (column.is === 'text') return holds(at.column === 0 ? 'text' : 'note', entry, here)
  const format = formatOf(column)
  if (!isLive(column) || !isOpen(column, entry, at))
    return holds(at.column === 0 ? 'text' : 'figure', entry, { ...format, ...here })
  const { places, refers, least: low } = column
  const allows = refers ? {} : { allows: { is: 'number', low, high: column.most ?? 0, places } as const }
  return holds('in-number', entry, { ...format, ...allows, ...here })
}

/** Pounds show pence, and a price with parts of a penny shows those too; everything else stands as it was written. */
function formatOf({ unit, places }: Figure): { readonly format?: string } {
  return unit.startsWith('pounds') ? { format: decimals(Math.max(2, places), true) } : {}
}
