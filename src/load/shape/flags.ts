import * as z from 'zod'
import { oneForm } from './one-form.js'
import { named, words, yes } from './scalars.js'
import { flagCondition } from './when.js'

const when = flagCondition.describe('Raised when this is so. A flag never changes a sum.')

/** Criteria published with the table: what is said, who is asked, who may agree. */
export const flags = named(
  oneForm({
    say: z.strictObject({
      say: words.describe('What the statement says.'),
      to: words.describe('Who should know.'),
      next: words.describe('What happens next.'),
      exceptional: yes.optional().describe('yes: it is one of the published criteria for an exceptional case.'),
      when,
    }),
    refer: z.strictObject({
      refer: words.describe('Who must look at the case.'),
      why: words.describe('Why, as a family reads it.'),
      exceptional: yes.optional().describe('yes: it is one of the published criteria for an exceptional case.'),
      when,
    }),
    'agreed-by': z.strictObject({
      'agreed-by': words.describe('Who may agree the budget.'),
      when,
    }),
  }).describe('A flag: what is said, who is asked or who may agree, and when.'),
)
  .optional()
  .describe('Criteria published with the table: what is said, who is asked, who may agree.')
