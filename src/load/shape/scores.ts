import * as z from 'zod'
import { weight } from './look-up.js'
import { oneForm } from './one-form.js'
import { factor, id, list, named, perCent, points, someNamed, words } from './scalars.js'

const after = {
  times: factor.optional().describe('The sum is multiplied by this.'),
  weight: weight.optional(),
  'at-most': points.optional().describe('Then it counts at most this many points; what was above stays visible.'),
  why: words.optional().describe('Why it is multiplied or limited, as a family reads it.'),
}

/** Named sums of questions, groups and other scores, or points brought from the council's own form. */
export const scores = named(
  oneForm({
    sum: z.strictObject({
      sum: list(id).describe('The questions, groups or scores that are added up.'),
      ...after,
    }),
    'per-cent-of': z.strictObject({
      'per-cent-of': someNamed(perCent.describe('The percentage of its points that counts.')).describe(
        'Questions, groups or scores, each with the percentage of its points that counts.',
      ),
      ...after,
    }),
    'highest-of': z.strictObject({
      'highest-of': list(id).describe('The questions, groups or scores of which the highest counts.'),
      ...after,
    }),
    brought: z.strictObject({
      brought: words.describe('Whose form the points were scored on. They come with the assessment.'),
      'at-most': points.describe('The most points that form can give, inclusive.'),
    }),
  }).describe('A score: a sum of points, or points brought with the assessment.'),
)
  .optional()
  .describe('Named sums of points, or points brought with the assessment.')
