import * as z from 'zod'
import { ENTITLED, PERIODS } from './facts.js'
import { across, beside, given, rows, weight } from './look-up.js'
import { oneForm } from './one-form.js'
import { count, countOrFact, hoursOrFact, id, list, pounds, someHours, words, yes } from './scalars.js'

export const GIVES = [
  'pounds a year',
  'pounds a term',
  'pounds a month',
  'pounds for 4 weeks',
  'pounds a week',
  'hours a week',
  'hours a month',
  'units a year',
] as const

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

const HOURS = ['hours a week', 'hours a month'] as const
const referTo = words.optional().describe('Who decides where a row says refer.')

const peopleDecide = z.strictObject({
  'people-decide': words.describe('Who decides, where no figure is published.'),
})

/** How a line is priced: flat, by look up, by category, a price a point, hours or units at a rate, a quoted price, or by people. */
export const price = oneForm({
  pounds: z.strictObject({
    pounds: pounds.describe('A flat sum, in pounds.'),
    a: z.enum(PERIODS).describe('The period it is for.'),
    weight: weight.optional(),
    for: forHowLong,
  }),
  'look-up': z.strictObject({
    'look-up': id.describe('The score that chooses the row.'),
    across: across.optional(),
    gives: z.enum(GIVES).describe('What the rows give.'),
    rate: id.optional().describe('The price of an hour or unit, where the rows give hours or units.'),
    'straight-line': yes
      .optional()
      .describe('yes: between two rows the figure is read off the straight line joining them.'),
    'refer-to': referTo,
    rows,
    for: forHowLong,
  }),
  give: z.strictObject({
    across,
    gives: z.enum(GIVES).describe('What is given.'),
    rate: id.optional().describe('The price of an hour or unit, where hours or units are given.'),
    'refer-to': referTo,
    give: given,
    beside: beside.optional(),
    for: forHowLong,
  }),
  'each-point-of': z.strictObject({
    'each-point-of': id.describe('The score whose points are paid for.'),
    gives: z.enum(HOURS).optional().describe('Where every point is an hour. Left out: a point has a price.'),
    rate: id.describe('The price of a point, a year; or of an hour.'),
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
  entitlement: z.strictObject({
    entitlement: id.describe('A fact: an agreed number of hours or units.'),
    rate: id.describe('The price of an hour or unit.'),
    for: forHowLong,
  }),
  quote: z.strictObject({
    quote: id.describe('A fact: a quoted price.'),
    for: forHowLong,
  }),
  'people-decide': peopleDecide,
}).describe('How it is priced.')

/** A line in hours or units and not in money: the same forms, without a rate. It is in no total. */
export const provides = oneForm({
  'look-up': z.strictObject({
    'look-up': id.describe('The score that chooses the row.'),
    across: across.optional(),
    gives: z.enum(ENTITLED).describe('What the rows give.'),
    'straight-line': yes
      .optional()
      .describe('yes: between two rows the number is read off the straight line joining them.'),
    'refer-to': referTo,
    rows,
    for: forHowLong,
  }),
  give: z.strictObject({
    across,
    gives: z.enum(ENTITLED).describe('What is given.'),
    'refer-to': referTo,
    give: given,
    beside: beside.optional(),
    for: forHowLong,
  }),
  'each-point-of': z.strictObject({
    'each-point-of': id.describe('The score whose points are hours.'),
    gives: z.enum(HOURS).describe('What every point is.'),
    for: forHowLong,
  }),
  'hours-a-week': z.strictObject({
    'hours-a-week': hoursOrFact.describe('Hours a week: a number, or a fact.'),
    for: forHowLong,
  }),
  entitlement: z.strictObject({
    entitlement: id.describe('A fact: an agreed number of hours or units.'),
    for: forHowLong,
  }),
  'people-decide': peopleDecide,
}).describe('In the place of a price: hours or units that are provided, and no money.')

export type PriceShape = z.output<typeof price>
export type ProvidesShape = z.output<typeof provides>
