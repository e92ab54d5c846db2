import * as z from 'zod'
import { named, scalar, words } from './scalars.js'

/** Money of a golden case: pounds with both decimals, as people write it and as text in every language. */
const pounds = scalar(/^(0|[1-9]\d{0,13})\.\d{2}$/, 'pounds with two decimals, such as 1500.00, without £ or commas', [
  'number',
])
const poundsOrNone = scalar(/^((0|[1-9]\d{0,13})\.\d{2}|none)$/, 'pounds with two decimals, such as 1500.00, or none', [
  'number',
  'string',
])
const points = scalar(/^(0|[1-9]\d{0,14})(\.\d{1,15})?$/, 'points, such as 21 or 21.5', ['number'])
const pointsOrNone = scalar(/^((0|[1-9]\d{0,14})(\.\d{1,15})?|none)$/, 'points, such as 21 or 21.5, or none', [
  'number',
  'string',
])
const inOneSetting = scalar(
  /^(((waiting |refused )?(0|[1-9]\d{0,13})\.\d{2})|waiting|refused|refer|(0|[1-9]\d{0,14})(\.\d{1,15})? (hours a week|hours a month|units a year))$/,
  'pounds such as 1500.00, waiting 1500.00 or refused 1500.00; or waiting, refused, refer, or 4.5 hours a week',
  ['number', 'string'],
)
const provided = scalar(
  /^(none|refer|(0|[1-9]\d{0,14})(\.\d{1,15})? (hours a week|hours a month|units a year))$/,
  'how many of what, such as 4.5 hours a week, or refer, or none',
)
const flagName = z.string().regex(/^[a-z][a-z0-9-]{0,63}(\/[a-z][a-z0-9-]{0,63})?$/, {
  error: 'the name of a flag, or a line and its change such as care/most',
})
const folderPath = z.string().regex(/^(?![A-Za-z]:)[^\\/\n][^\\\n]*$/, {
  error: 'the way from the folder of the case to its table, with /, such as ../../../tables/norfolk/2026-27.yaml',
})

const shares = named(pounds)

const total = z.strictObject({
  settled: pounds.describe('The sum of all that is settled.'),
  'at-least': z.enum(['yes', 'no']).describe('Whether something waits, so that the sum reads “at least”.'),
})

const agreedBy = z.array(words).describe('Everybody who may agree the budget, in the order of the flags’ names.')

const line = z.strictObject({
  state: z
    .enum(['settled', 'waiting', 'refused', 'refer', 'provides', 'by-setting'])
    .describe('What became of the line.'),
  pounds: pounds.optional().describe('Its figure a year. Left out where it has none.'),
  settings: named(inOneSetting)
    .optional()
    .describe(
      'Of a line that is by-setting: its figure in each setting, with waiting or refused before it; or its state alone, or its hours.',
    ),
  funders: shares.optional().describe('Who pays how much of the figure; those who pay 0.00 may be left out.'),
  outcomes: shares.optional().describe('What of the figure is for which outcome; 0.00 may be left out.'),
  contingency: poundsOrNone.optional().describe('The family’s contingency inside the figure.'),
  locked: poundsOrNone.optional().describe('What of the figure a block contract holds.'),
  provides: provided.optional().describe('The hours or units of a line that gives no money.'),
  'part-year': poundsOrNone.optional().describe('What this year gets of the figure.'),
  away: pointsOrNone.optional().describe('Points from here up to the next row of the line’s look-up.'),
})

const setting = z.strictObject({
  total: total.describe('All money in this setting.'),
  'agreed-by': agreedBy,
})

/** What a golden case expects of its budget, as written: every scalar is text. */
export const expectedShape = z
  .strictObject({
    title: words.describe('What the case shows, in a sentence.'),
    table: folderPath.describe('The way from the folder of the case to its table.'),
    hash: scalar(/^[0-9a-f]{64}$/, 'a hash: 64 digits from 0 to 9 and a to f', ['number', 'string']).describe(
      'The hash of the table that the case was made with.',
    ),
    scores: named(points).optional().describe('Scores and their points; any may be left out.'),
    lines: named(line).describe('Every line of the table.'),
    streams: named(total).describe('Every stream of the table.'),
    total: total.describe('All money.'),
    tiers: named(pounds).optional().describe('The settled money by tier, every tier that a line names.'),
    manageable: poundsOrNone
      .optional()
      .describe('What of the settled money can be managed as a personal budget in another way than notionally.'),
    settings: named(setting).optional().describe('Where the setting is unknown: what the budget comes to in each.'),
    flags: z.record(flagName, z.enum(['yes', 'no', 'unknown'])).describe('Every flag, and every cap that was reached.'),
    'agreed-by': agreedBy,
  })
  .describe('What a golden case expects of its budget.')

export type Expected = z.output<typeof expectedShape>
