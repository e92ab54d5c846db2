import * as z from 'zod'
import { id, levelName, levelRef, list, named, points, someNamed, words, yes } from './scalars.js'
import { askCondition } from './when.js'

const level = z
  .record(levelName, points.describe('The points of this level.'))
  .refine((pair) => Object.keys(pair).length === 1, { error: 'one level and its points, such as `some: 8`' })
  .meta({ 'x-pair': true, description: 'A level and its points, such as some: 8.' })

const question = z
  .strictObject({
    text: words.describe('The question, as the family reads it.'),
    guidance: words.optional().describe('Help for the person answering.'),
    direction: z
      .enum(['need', 'support'])
      .optional()
      .describe('need (if left out): a further level never has fewer points. support: a further level never has more.'),
    levels: list(level)
      .optional()
      .describe('The levels in the order of the form, each with its points: [none: 0, some: 8, lots: 21].'),
    kinds: someNamed(list(level).describe('A kind: its levels in the order of the form, each with its points.'))
      .optional()
      .describe('In the place of levels: kinds, each with its levels. The answer is one kind and one of its levels.'),
    'asked-when': askCondition
      .optional()
      .describe('Asked only when this is so: a condition over facts and other questions. Otherwise it scores 0.'),
    means: z
      .record(levelRef, words.describe('What this level means, as a family reads it.'))
      .optional()
      .describe('What each level means, by level.'),
    'in-between': yes.optional().describe('yes: points between two levels may be given.'),
    'not-applicable': yes.optional().describe('yes: the question may be answered not-applicable, which scores 0.'),
    'may-be-left': yes
      .optional()
      .describe('yes: the question may be left blank, which scores 0. Otherwise it is required.'),
    forms: list(id).optional().describe('The forms that ask it. Left out: every form does.'),
  })
  .describe('A question. Its short name is what scores, conditions and assessments call it.')

const group = z
  .strictObject({
    title: words.describe('The heading on the form.'),
    outcome: id.describe('The outcome that the questions under it serve.'),
    ask: someNamed(question).describe('The questions, each with a short name of its own.'),
  })
  .describe('A group of questions, under one heading and for one outcome. Its name is also a score: their sum.')

/** The questionnaire: groups of questions, each group under one outcome. */
export const questions = named(group)
  .optional()
  .describe('The questionnaire: groups of questions, each group under one outcome.')
export type QuestionShape = z.output<typeof question>
