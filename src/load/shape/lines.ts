import * as z from 'zod'
import { changes } from './changes.js'
import { keeps } from './keeps.js'
import { oneForm } from './one-form.js'
import { price, provides } from './price.js'
import { count, id, list, monthDay, named, perCent, pounds, words, years } from './scalars.js'
import { TIERS, WAYS } from './services.js'
import { needCondition } from './when.js'

const paidBy = oneForm({
  all: z.strictObject({ all: id.describe('One funder pays the whole.') }),
  'per-cent': z.strictObject({
    'per-cent': named(perCent.describe('What this funder pays of the line, per cent.')).describe(
      'Funders and their percentages, which add up to 100.',
    ),
  }),
  first: z.strictObject({
    first: pounds.describe('The first pounds of the yearly amount, such as a school’s £6,000.'),
    by: id.describe('The funder that pays those first pounds.'),
    'then-by': id.describe('The funder that pays the rest.'),
  }),
})

const partYear = oneForm({
  start: z.strictObject({
    start: id.describe('The fact that says when the support begins.'),
    end: id.optional().describe('The fact that says when the support ends.'),
    'year-from': monthDay.describe('The month and day on which the year begins.'),
    in: z.enum(['months', 'days']).describe('Whether whole months or days are counted; the first one counts in full.'),
  }),
  terms: z.strictObject({
    terms: id.describe('The fact that says how many terms are left.'),
    'out-of': count.describe('How many terms a year has.'),
  }),
})

const legalBasis = z.strictObject({
  'from-age': years.optional().describe('From this age, inclusive. Left out: from birth.'),
  says: words.describe('The law the money rests on.'),
})

const ways = z.strictObject({
  'may-be': list(z.enum(WAYS)).optional().describe('The ways in which it can be a personal budget.'),
  'why-not': words.optional().describe('Why it cannot be a personal budget, where it cannot.'),
  consent: list(words).optional().describe('Whose agreement is needed, such as the head teacher’s.'),
  'may-not-buy': list(words).optional().describe('What it may not be spent on.'),
  ask: words.optional().describe('Whom to ask.'),
  contingency: z
    .strictObject({
      'per-cent': perCent.describe('The part of this line that may be kept for times when needs change.'),
      for: words.describe('What it is for.'),
      'at-year-end': words.describe('What becomes of it at the end of the year.'),
    })
    .optional()
    .describe('A named share inside the family’s budget, never on top of it.'),
  locked: z
    .strictObject({
      in: words.describe('The block contract that holds it.'),
      keeps,
    })
    .optional()
    .describe('The part that a block contract holds; it can only be notional.'),
})

const line = z
  .strictObject({
    title: words.describe('What the line is called in the statement.'),
    stream: id.describe('The stream it belongs to.'),
    outcome: id
      .optional()
      .describe('The outcome it serves. Left out: shared over outcomes by the points that price it.'),
    source: id.describe('The document its figures come from.'),
    tier: z.enum(TIERS).optional().describe('Which tier it is. Only additional lines can be a personal budget.'),
    'amount-is': z
      .enum(['whole cost', 'top-up'])
      .optional()
      .describe(
        'Education only. whole cost: the school’s own money is in it; top-up: it comes on top of the school’s.',
      ),
    when: needCondition.optional().describe('The line applies only when this is so; otherwise it is £0 and says why.'),
    gate: id.optional().describe('A decision made elsewhere that opens the line.'),
    price: price.optional(),
    provides: provides.optional(),
    changes,
    'part-year': partYear.optional().describe('What this year gets when support does not begin with the year.'),
    'paid-by': paidBy.describe('Who pays.'),
    ways: ways.optional().describe('How it can be managed as a personal budget.'),
    'legal-basis': list(legalBasis).optional().describe('The law it rests on, by age.'),
  })
  .describe('A line of the budget: what it is for, how it is priced, who pays.')

/** The budget's lines. */
export const lines = named(line)
  .refine((all) => Object.keys(all).length > 0, { error: 'at least one' })
  .describe('The budget’s lines.')
