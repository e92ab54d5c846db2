import type { IndicativeBudget } from '../allocate/budget.js'
import { planOf, type Tables, writtenOf } from '../load/table.js'
import { together } from '../load/together.js'
import { must } from '../must.js'
import { markdown } from './markdown.js'
import { statement } from './statement.js'
import { statementTogether } from './statement-together.js'
import { text } from './text.js'

/**
 * The statement of a budget in plain English: what is likely to be available and for which outcomes, how each figure
 * was reached, who pays, what happens next, what is not settled, and how to challenge it. Of several tables, in whatever
 * order, it is one statement with the joint total.
 *
 * `text` (the default) is laid out for a page, in lines of at most 100 characters; `markdown` is for the screen.
 *
 * @throws TypeError when the tables are not those the budget was worked out with (by hash). TableError when they cannot
 * be used together.
 * @example explain(allocate(assessment, table), table) // 'LIKELY AMOUNT FOR CASE NORFOLK-145: £1,500.00 A YEAR …'
 */
export function explain(
  budget: IndicativeBudget,
  tables: Tables,
  options: { readonly format?: 'text' | 'markdown' } = {},
): string {
  const used = together(tables)
  if (!used.success) throw used.error
  const hashes = used.data.map((table) => planOf(table).hash)
  if (budget.tables.map(({ hash }) => hash).join() !== hashes.join())
    throw new TypeError('This budget was worked out with another table, or another version of it.')
  const arranged =
    used.data.length === 1 ? statement(budget, writtenOf(must(used.data[0]))) : statementTogether(budget, used.data)
  return options.format === 'markdown' ? markdown(arranged) : text(arranged)
}
