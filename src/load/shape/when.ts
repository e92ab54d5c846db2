import * as z from 'zod'
import { oneForm } from './one-form.js'
import { count, hours, id, levelRef, list, points, pounds, yes } from './scalars.js'

const range = <T extends z.ZodType>(value: T) => ({
  from: value.optional().describe('This or more.'),
  above: value.optional().describe('More than this.'),
  'up-to': value.optional().describe('This or less.'),
  below: value.optional().describe('Less than this.'),
})

const fact = z.strictObject({
  fact: id.describe('A setting, a phase, a band, a decision, or a number of terms or hours.'),
  is: list(id).optional().describe('Any one of these: settings, or states of a decision.'),
  ...range(hours),
})
const circumstance = z.strictObject({ circumstance: id.describe('A circumstance that is so.') })
const form = z.strictObject({ form: list(id).describe('Any one of these forms was answered.') })
const question = z.strictObject({
  question: id.describe('A question.'),
  is: list(levelRef).describe('Answered with any one of these levels.'),
})
const levels = z.strictObject({
  'count-of': list(levelRef).describe('The levels that count.'),
  among: list(id).describe('The questions, or groups of questions, in which they are counted.'),
  'at-least': count.describe('How many there must be, or more.'),
})
const score = z.strictObject({ score: id.describe('A score.'), ...range(points) })
const line = z.strictObject({
  line: id.describe('A line’s figure in pounds a year; £0 when refused, not known while it waits.'),
  ...range(pounds),
})
const total = z.strictObject({
  total: id.describe('A stream, or all.'),
  ...range(pounds),
})
const near = z.strictObject({
  'near-next-row': id.describe('A line that is looked up by points.'),
  within: points.describe('The points up to the next row, this many or fewer.'),
})
const judged = z.strictObject({
  'judged-band': id.describe('A fact: the band that a worker judged.'),
  'differs-from': id.describe('A line: the band that its points chose.'),
  'by-more-than': count.optional().describe('By more than this many bands. Left out: by any.'),
})
const asked = z.strictObject({ 'asked-exceptional': yes.describe('The family asked to be an exceptional case.') })

const askForms = { fact, circumstance, form, question, 'count-of': levels }
const needForms = { ...askForms, score }
const sumForms = { line, total, 'near-next-row': near, 'judged-band': judged, 'asked-exceptional': asked }

type Leaf<F extends Readonly<Record<string, z.ZodObject>>> = { [K in keyof F]: Readonly<z.output<F[K]>> }[keyof F]

/** A condition over facts and answers: what a question may depend on. */
export type AskCondition =
  | Leaf<typeof askForms>
  | { readonly all: readonly AskCondition[] }
  | { readonly any: readonly AskCondition[] }
  | { readonly not: AskCondition }

/** A condition over facts, answers and scores: what a line or a change may depend on (rule R5). */
export type NeedCondition =
  | Leaf<typeof needForms>
  | { readonly all: readonly NeedCondition[] }
  | { readonly any: readonly NeedCondition[] }
  | { readonly not: NeedCondition }

/** A condition that may also read figures: only flags have it. */
export type FlagCondition =
  | Leaf<typeof needForms>
  | Leaf<typeof sumForms>
  | { readonly all: readonly FlagCondition[] }
  | { readonly any: readonly FlagCondition[] }
  | { readonly not: FlagCondition }

export const askCondition: z.ZodType<AskCondition> = z.lazy(() => askTree).meta({ id: 'asked-when' })

const askTree: z.ZodType<AskCondition> = oneForm({
  ...askForms,
  all: z.strictObject({ all: list(askCondition).describe('Every one of these is so.') }),
  any: z.strictObject({ any: list(askCondition).describe('At least one of these is so.') }),
  not: z.strictObject({ not: askCondition.describe('This is not so.') }),
})

export const needCondition: z.ZodType<NeedCondition> = z.lazy(() => needTree).meta({ id: 'when' })

const needTree: z.ZodType<NeedCondition> = oneForm({
  ...needForms,
  all: z.strictObject({ all: list(needCondition).describe('Every one of these is so.') }),
  any: z.strictObject({ any: list(needCondition).describe('At least one of these is so.') }),
  not: z.strictObject({ not: needCondition.describe('This is not so.') }),
})

export const flagCondition: z.ZodType<FlagCondition> = z.lazy(() => flagTree).meta({ id: 'flag-when' })

const flagTree: z.ZodType<FlagCondition> = oneForm({
  ...needForms,
  ...sumForms,
  all: z.strictObject({ all: list(flagCondition).describe('Every one of these is so.') }),
  any: z.strictObject({ any: list(flagCondition).describe('At least one of these is so.') }),
  not: z.strictObject({ not: flagCondition.describe('This is not so.') }),
})
