import * as z from 'zod'
import { count, date, id, named, pounds, unitPrice } from './scalars.js'

export const UNITS = ['point', 'hour', 'night', 'week', '4 weeks', 'month', 'term', 'year'] as const

const rate = z
  .strictObject({
    pounds: unitPrice.describe('The price of one unit, in pounds.'),
    per: z.enum(UNITS).describe('The unit: point, hour, night, week, 4 weeks, month, term or year.'),
    'weeks-a-year': count
      .optional()
      .describe('How many weeks a year it is paid for: 38 or 39 in a school year. Hours and weeks need it.'),
    source: id.describe('The document the price comes from.'),
    from: date.optional().describe('The day from which the price holds.'),
    'also-published': z
      .strictObject({
        term: pounds.optional().describe('The published price of a term.'),
        year: pounds.optional().describe('The published price of a year. It must agree with the unit price.'),
      })
      .optional()
      .describe('The same price as the source gives it for other units; the loader checks that they agree.'),
  })
  .describe('The price of one unit, with its source. Prices of lines call it by its short name.')

/** Sourced, dated prices of one unit. */
export const rates = named(rate).optional().describe('Sourced, dated prices of one unit.')
