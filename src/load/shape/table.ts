import * as z from 'zod'
import { facts } from './facts.js'
import { flags } from './flags.js'
import { header } from './header.js'
import { lines } from './lines.js'
import { questions } from './questions.js'
import { rates } from './rates.js'
import { scores } from './scores.js'
import { services } from './services.js'

/** The shape of a whole table, as written: every scalar is text. */
export const tableShape = z
  .strictObject({ ...header, facts, questions, scores, rates, lines, flags, services })
  .describe('One version of one authority’s allocation scheme.')

export type TableShape = z.output<typeof tableShape>
