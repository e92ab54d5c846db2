import * as z from 'zod'
import { oneForm } from './one-form.js'
import { factor, id, list, pounds, somePounds, words } from './scalars.js'
import { needCondition } from './when.js'

const about = {
  name: id.describe('A short name for the change.'),
  why: words.describe('The reason, as a family reads it.'),
  source: id.optional().describe('The document it comes from. Left out: the line’s.'),
  when: needCondition.optional().describe('Made only when this is so.'),
}

/** One operation each, made in the order written; the loader refuses an order that rule R2 forbids. */
export const changes = list(
  oneForm({
    times: z.strictObject({ ...about, times: factor.describe('Multiplied by this.') }),
    add: z.strictObject({ ...about, add: pounds.describe('This many pounds a year more.') }),
    subtract: z.strictObject({ ...about, subtract: pounds.describe('This many pounds a year less.') }),
    'at-most': z.strictObject({
      ...about,
      'at-most': pounds.describe('At most this many pounds a year. Where it cuts, it raises an exceptional-case flag.'),
    }),
    'at-least': z.strictObject({ ...about, 'at-least': pounds.describe('At least this many pounds a year.') }),
    nearest: z.strictObject({
      ...about,
      nearest: somePounds.describe('To the nearest whole multiple of this many pounds; a tie by the table’s rounding.'),
    }),
  }),
)
  .optional()
  .describe('What happens to the price, one named operation at a time.')
