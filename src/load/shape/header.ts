import * as z from 'zod'
import { date, id, list, named, url, version, words, years } from './scalars.js'

const source = z
  .strictObject({
    title: words.describe('The document, as its own title page names it.'),
    url: url.optional().describe('Where it can be read.'),
    retrieved: date.optional().describe('The day it was read there.'),
    clause: words.optional().describe('The page, table or paragraph.'),
    note: words.optional().describe('What a reader should know of it: what was not recovered, what was assumed.'),
  })
  .describe('A document that figures come from. Its short name is what amounts point at.')

const challenge = z
  .strictObject({
    stream: id.describe('The stream whose decisions this route is for.'),
    about: z
      .enum(['the amount', 'the plan', 'a refusal'])
      .describe('What is challenged: the amount of money, what the plan says, or a refusal.'),
    route: words.describe('Where to go and what to ask for, in words a family can act on.'),
  })
  .describe('A route of challenge, for one stream and one kind of decision.')

const form = z
  .strictObject({
    title: words.describe('What the form is called.'),
    'from-age': years.optional().describe('The youngest age it is for, in whole years, inclusive.'),
    'below-age': years
      .optional()
      .describe('The age from which it is no longer for a child, in whole years, exclusive.'),
    'not-scored-below': years.optional().describe('Below this age a child is assessed and not scored: people decide.'),
    'refer-to': words.optional().describe('Who decides for a child who is not scored.'),
  })
  .describe('A form of the questionnaire. An assessment says which one was answered.')

/** What stands above the ten words: who, which version, in force when, from which sources, for which outcomes. */
export const header = {
  format: z.literal('ras.table/1').describe('The format of this file. Always ras.table/1.'),
  id: id.describe('The short name of the scheme, the same in every version of it.'),
  version: version.describe('This version of the scheme, such as 2026-27.'),
  title: words.describe('What the scheme is called.'),
  authority: words.describe('Whose scheme it is.'),
  provenance: z
    .enum(['official', 'reconstructed', 'synthetic'])
    .describe('official: issued by the authority; reconstructed: rebuilt from published sources; synthetic: invented.'),
  status: z
    .enum(['draft', 'trial', 'published', 'withdrawn'])
    .describe('Where it stands on its way to families: a draft, a trial with first families, published, or withdrawn.'),
  'in-force': z
    .strictObject({
      from: date.describe('The first day it is in force, inclusive.'),
      to: date.optional().describe('The last day it is in force, inclusive. Left out: until it is superseded.'),
    })
    .describe('The days on which it is in force.'),
  supersedes: z
    .strictObject({
      id: id.describe('The short name of the earlier table.'),
      version: version.describe('Its version.'),
    })
    .optional()
    .describe('The table that this one replaces.'),
  rounding: z
    .enum(['half up', 'half even', 'down'])
    .describe('How every division in this table is rounded to whole pence.'),
  sources: named(source).describe('The documents its figures come from; every amount points at one.'),
  'co-production': z
    .strictObject({
      with: list(words.describe('One of those who took part.')).describe('Who made the scheme together.'),
      record: words.optional().describe('Where the record of it can be read.'),
    })
    .optional()
    .describe('Who took part in making the scheme.'),
  challenge: list(challenge).optional().describe('How to challenge a decision, by stream and kind of decision.'),
  advice: words.optional().describe('Where families can get independent advice.'),
  streams: named(
    z
      .strictObject({
        title: words.describe('What families call it.'),
        law: z
          .enum(['education', 'health', 'care'])
          .describe('Which body of law its money rests on; it decides which rules a line must follow.'),
      })
      .describe('A stream of money. Lines say which one they belong to.'),
  ).describe('The streams the money comes in.'),
  outcomes: named(words.describe('An outcome, in a few words.')).describe(
    'The outcomes the money is meant to achieve, each in a few words.',
  ),
  funders: named(words.describe('Who pays: the full name.')).describe('Who pays: a short name and the full one.'),
  forms: named(form).optional().describe('The forms of the questionnaire, where there is more than one, by age.'),
}
