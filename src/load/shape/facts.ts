import * as z from 'zod'
import { count, hours, id, list, named, pounds, words } from './scalars.js'

export const PERIODS = ['year', 'term', 'month', '4 weeks', 'week'] as const
export const ENTITLED = ['hours a week', 'hours a month', 'units a year'] as const

const age = z
  .strictObject({ is: z.literal('age').describe('The child’s age in whole years on the day of the assessment.') })
  .describe('An age. It chooses the form and the legal basis; it never moves a sum.')

const setting = z
  .strictObject({
    is: z.literal('setting').describe('Where the child learns, or is likely to.'),
    'one-of': list(id).describe('The settings this scheme knows. An assessment may say unknown.'),
  })
  .describe('A setting.')

const phase = z
  .strictObject({
    is: z.literal('phase').describe('The phase of education.'),
    'one-of': list(id).describe('The phases this scheme knows.'),
  })
  .describe('A phase of education.')

const area = z
  .strictObject({
    is: z.literal('area').describe('Where the family lives. It serves an area factor only.'),
    'one-of': list(id).describe('The areas this scheme knows.'),
  })
  .describe('An area.')

const decision = z
  .strictObject({
    is: z.literal('decision').describe('A decision made by people elsewhere: agreed, refused, pending or fast-track.'),
    by: words.describe('Who decides it.'),
    review: words.describe('How a refusal can be reviewed: it must be in writing, with reasons.'),
  })
  .describe('A decision that this library takes as given and never makes.')

const circumstance = z
  .strictObject({
    is: z.literal('circumstance').describe('Something that is so or is not so: yes or no.'),
    means: words.describe('What it means, as the person answering reads it.'),
  })
  .describe('A circumstance, answered yes or no.')

const attended = z
  .strictObject({
    is: z.literal('hours').describe('Hours a week that the child attends.'),
    'one-of': list(hours).optional().describe('The only numbers of hours that the scheme knows.'),
    'at-most': hours.describe('The most hours a week there can be, inclusive.'),
  })
  .describe('Hours attended, a week.')

const terms = z
  .strictObject({ is: z.literal('terms').describe('School terms in the year: 1, 2 or 3.') })
  .describe('Terms attended or granted in the year.')

const start = z
  .strictObject({
    is: z.literal('start').describe('The day the support begins; left out, no part of a year is worked out.'),
  })
  .describe('A start date, for a part of a year.')

const end = z
  .strictObject({
    is: z.literal('end').describe('The last day of the support; left out, it goes on to the year’s end.'),
  })
  .describe('An end date, for a part of a year.')

const judgedBand = z
  .strictObject({
    is: z.literal('judged-band').describe('A band that a worker judged, beside the points.'),
    'one-of': list(id).describe('The bands, from the least to the most.'),
    by: words.describe('Who judges it.'),
  })
  .describe('A judged band.')

const entitlement = z
  .strictObject({
    is: z.literal('entitlement').describe('What was agreed elsewhere: a number of hours or units, or one of several.'),
    of: z.enum(ENTITLED).optional().describe('What is counted, where it is a number.'),
    'at-most': hours.optional().describe('The most there can be, inclusive, where it is a number.'),
    'one-of': list(id).optional().describe('The names, where it is one of several.'),
    by: words.describe('Who agrees it.'),
  })
  .describe('An agreed number of hours or units, or an agreed name.')

const money = {
  a: z.enum(PERIODS).describe('The period it is for.'),
  'weeks-a-year': count.optional().describe('How many weeks a year; needed for a week, and only there.'),
  'at-most': pounds.describe('The most pounds a period there can be, inclusive.'),
}

const quote = z
  .strictObject({
    is: z.literal('quote').describe('A quoted price.'),
    ...money,
    by: words.describe('Who quotes it.'),
  })
  .describe('A quoted price, in pounds.')

const otherPackage = z
  .strictObject({
    is: z.literal('other-package').describe('Another paid package of support. Never help from family or friends.'),
    ...money,
    by: words.describe('Who says what it costs.'),
  })
  .describe('Another paid package, in pounds.')

const previousBudget = z
  .strictObject({
    is: z.literal('previous-budget').describe('The figure before a change of table; left out where there was none.'),
    ...money,
    by: words.optional().describe('Who says what it was.'),
  })
  .describe('A previous figure, in pounds.')

/** The declared inputs that are not needs, each of a closed kind. Nothing else can be declared, so nothing else can move a sum. */
export const facts = named(
  z.discriminatedUnion('is', [
    age,
    setting,
    phase,
    area,
    decision,
    circumstance,
    attended,
    terms,
    start,
    end,
    judgedBand,
    entitlement,
    quote,
    otherPackage,
    previousBudget,
  ]),
)
  .optional()
  .describe('The inputs that are not needs, each of a closed kind.')
