import * as z from 'zod'
import { textOrMapping } from './by-kind.js'
import { oneForm } from './one-form.js'
import { factor, id, levelRef, list, points, pounds, poundsOrRefer, words } from './scalars.js'

/** What a look up gives: one value; or, by category, a mapping from each value of the category, nested for two. */
export type Give = string | { readonly [value: string]: Give }

function give(value: z.ZodType<string>) {
  const one = z.record(levelRef, value.describe('What this value gives.'))
  const two = z.record(
    levelRef,
    textOrMapping(value, one).describe('What this value gives; with two categories, by the second one.'),
  )
  return textOrMapping(value, two) as z.ZodType<Give>
}

const category = oneForm({
  fact: z.strictObject({ fact: id.describe('A setting, a phase, a judged band or a named entitlement.') }),
  question: z.strictObject({ question: id.describe('A question: the level of its answer.') }),
})

/** The categories that choose beside the points, or in their place. */
export const across = z
  .union([category, z.array(category).min(1).max(2)], { error: JSON.stringify(['#mapping', '#list']) })
  .describe('A fact or a question whose value chooses, or a list of two; give then has an amount for every value.')

const gives = give(poundsOrRefer).describe(
  'What it gives, or refer where people must decide. With across, a mapping from every value to what it gives.',
)
const factors = give(factor).describe('The factor. With across, a mapping from every value to its factor.')

/** The rows of a price. */
export const rows = list(
  z.strictObject({
    from: points.describe('The points from which the row holds, inclusive, up to the next row.'),
    to: points
      .optional()
      .describe('The last points of the row as published. Only checked: the next row already says it.'),
    give: gives,
    band: words.optional().describe('The name of the band.'),
    'published-a-year': pounds.optional().describe('The yearly figure as published; the loader checks that it agrees.'),
  }),
).describe('The rows, by rising points. Each holds from its points up to the next row.')

/** What a price that is chosen by category alone gives. */
export const given = gives

/** The questionnaire's band beside a judged band that pays. */
export const beside = z
  .strictObject({
    'look-up': id.describe('The score that chooses the band.'),
    rows: list(
      z.strictObject({
        from: points.describe('The points from which the band holds, inclusive, up to the next row.'),
        band: words.describe('The name of the band.'),
      }),
    ).describe('The bands, by rising points.'),
  })
  .describe('The band by points, beside a judged band that pays. It moves no sum; a flag can compare the two.')

/** A factor that is looked up: by points, by category, or by both. */
export const weight = oneForm({
  'look-up': z.strictObject({
    'look-up': id.describe('The score that chooses the row.'),
    across: across.optional(),
    rows: list(
      z.strictObject({
        from: points.describe('The points from which the row holds, inclusive, up to the next row.'),
        give: factors,
      }),
    ).describe('The rows, by rising points.'),
  }),
  give: z.strictObject({ across, give: factors }),
}).describe('A factor that is looked up. It is multiplied in before the one division.')

export type AcrossShape = z.output<typeof across>
export type WeightShape = z.output<typeof weight>
