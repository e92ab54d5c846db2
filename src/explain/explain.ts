import type { IndicativeBudget } from '../allocate/budget.js'
import type { AllocationTable } from '../load/table.js'
import { markdown } from './markdown.js'
import { statement } from './statement.js'
import { text } from './text.js'

/**
 * The statement of a budget in plain English: what is likely to be available and for which outcomes, how each figure
 * was reached, who pays, what happens next, what is not settled, and how to challenge it.
 *
 * `text` (the default) is laid out for a page, in lines of at most 100 characters; `markdown` is for the screen.
 *
 * @throws TypeError when the table is not the one the budget was worked out with (by hash).
 * @example explain(allocate(assessment, table), table) // 'LIKELY AMOUNT FOR CASE NORFOLK-145: £1,500.00 A YEAR …'
 */
export function explain(
  budget: IndicativeBudget,
  table: AllocationTable,
  options: { readonly format?: 'text' | 'markdown' } = {},
): string {
  const arranged = statement(budget, table)
  return options.format === 'markdown' ? markdown(arranged) : text(arranged)
}
