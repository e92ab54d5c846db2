import * as z from 'zod'
import { keeps } from './keeps.js'
import { oneForm } from './one-form.js'
import { factor, id, list, perCent, pounds, someNamed, somePounds, words } from './scalars.js'
import { needCondition } from './when.js'

const about = {
  name: id.describe('A short name for the change.'),
  why: words.describe('The reason, as a family reads it.'),
  source: id.optional().describe('The document it comes from. Left out: the line’s.'),
  when: needCondition.optional().describe('Made only when this is so.'),
}

const uplift = oneForm({
  'per-cent': z.strictObject({ 'per-cent': perCent.describe('This percentage more.') }),
  pounds: z.strictObject({ pounds: pounds.describe('This many pounds a year more, where there is an amount.') }),
}).describe('A yearly rise of the table’s own prices.')

const areaFactor = z
  .strictObject({
    fact: id.describe('A fact of kind area.'),
    times: someNamed(factor.describe('The factor of this area.')).describe('The factor of every area.'),
  })
  .describe('A factor for where the family lives.')

/** One operation each, made in the order written; the loader refuses an order that rule R2 forbids. */
export const changes = list(
  oneForm({
    uplift: z.strictObject({ ...about, uplift }),
    'area-factor': z.strictObject({ ...about, 'area-factor': areaFactor }),
    times: z.strictObject({ ...about, times: factor.describe('Multiplied by this.') }),
    add: z.strictObject({ ...about, add: pounds.describe('This many pounds a year more.') }),
    subtract: z.strictObject({ ...about, subtract: pounds.describe('This many pounds a year less.') }),
    'other-package': z.strictObject({
      ...about,
      'other-package': id.describe('A fact: another paid package, which is taken off.'),
      'per-cent': perCent.optional().describe('The percentage of it that counts. Left out: all of it.'),
    }),
    'at-most': z.strictObject({
      ...about,
      'at-most': pounds.describe('At most this many pounds a year. Where it cuts, it raises an exceptional-case flag.'),
    }),
    'at-least': z.strictObject({ ...about, 'at-least': pounds.describe('At least this many pounds a year.') }),
    protect: z.strictObject({
      ...about,
      protect: z
        .enum(['freeze', 'no-loser', 'taper'])
        .describe('freeze: as it was. no-loser: at least as it was. taper: part of what would be lost is kept.'),
      against: id.describe('A fact: the previous figure.'),
      keeps: keeps.optional(),
    }),
    nearest: z.strictObject({
      ...about,
      nearest: somePounds.describe('To the nearest whole multiple of this many pounds; a tie by the table’s rounding.'),
    }),
  }),
)
  .optional()
  .describe('What happens to the price, one named operation at a time.')
