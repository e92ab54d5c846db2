import * as z from 'zod'
import { oneForm } from './one-form.js'
import {
  count,
  countOrFact,
  hoursOrFact,
  id,
  list,
  points,
  pounds,
  poundsOrRefer,
  someHours,
  words,
  yes,
} from './scalars.js'

export const PERIODS = ['year', 'term', 'month', '4 weeks', 'week'] as const
export const GIVES = [
  'pounds a year',
  'pounds a term',
  'pounds a month',
  'pounds for 4 weeks',
  'pounds a week',
  'hours a week',
  'units a year',
] as const

const row = z.strictObject({
  from: points.describe('The points from which the row holds, inclusive, up to the next row.'),
  to: points
    .optional()
    .describe('The last points of the row as published. Only checked: the next row already says it.'),
  give: poundsOrRefer.describe('What the row gives, or refer where people must decide.'),
  band: words.optional().describe('The name of the band.'),
  'published-a-year': pounds.optional().describe('The yearly figure as published; the loader checks that it agrees.'),
})

const howLong = oneForm({
  terms: z.strictObject({
    terms: countOrFact.describe('How many terms: a number, or a fact.'),
    'out-of': count.optional().describe('Of how many: makes it a part, such as 2 of 3 terms.'),
  }),
  weeks: z.strictObject({ weeks: count.describe('How many weeks a year.') }),
  hours: z.strictObject({
    hours: id.describe('A fact: hours attended a week.'),
    'out-of': someHours.describe('Of how many: makes it a part, such as 15 of 30 hours.'),
  }),
})

const forHowLong = list(howLong)
  .optional()
  .describe('For how long or for which part: every factor multiplies before the one division.')

/** How a line is priced: a flat sum, a look up by points, a price a point, hours at a rate, or units at a rate. */
export const price = oneForm({
  pounds: z.strictObject({
    pounds: pounds.describe('A flat sum, in pounds.'),
    a: z.enum(PERIODS).describe('The period it is for.'),
    for: forHowLong,
  }),
  'look-up': z.strictObject({
    'look-up': id.describe('The score that chooses the row.'),
    gives: z.enum(GIVES).describe('What the rows give.'),
    rate: id.optional().describe('The price of an hour or unit, where the rows give hours or units.'),
    'straight-line': yes
      .optional()
      .describe('yes: between two rows the figure is read off the straight line joining them.'),
    'refer-to': words.optional().describe('Who decides where a row says refer.'),
    rows: list(row).describe('The rows, by rising points. Each holds from its points up to the next row.'),
    for: forHowLong,
  }),
  'each-point-of': z.strictObject({
    'each-point-of': id.describe('The score whose points are paid for.'),
    rate: id.describe('The price of a point, a year.'),
    for: forHowLong,
  }),
  'hours-a-week': z.strictObject({
    'hours-a-week': hoursOrFact.describe('Hours a week: a number, or a fact.'),
    rate: id.describe('The price of an hour; its weeks a year are part of it.'),
    for: forHowLong,
  }),
  'units-a-year': z.strictObject({
    'units-a-year': count.describe('How many units a year.'),
    rate: id.describe('The price of a unit.'),
    for: forHowLong,
  }),
})
export type RowShape = z.output<typeof row>
