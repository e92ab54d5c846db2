import * as z from 'zod'
import { hours, id, list, named, words } from './scalars.js'

const age = z
  .strictObject({ is: z.literal('age').describe('The child’s age in whole years on the day of the assessment.') })
  .describe('An age. It chooses the form and the legal basis; it never moves a sum.')

const setting = z
  .strictObject({
    is: z.literal('setting').describe('Where the child learns, or is likely to.'),
    'one-of': list(id).describe('The settings this scheme knows.'),
  })
  .describe('A setting.')

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

/** The declared inputs that are not needs, each of a closed kind. Nothing else can be declared, so nothing else can move a sum. */
export const facts = named(z.discriminatedUnion('is', [age, setting, decision, circumstance, attended, terms, start]))
  .optional()
  .describe('The inputs that are not needs, each of a closed kind.')
