import * as z from 'zod'
import { date, id, list, named, words } from './scalars.js'

export const WAYS = ['direct payment', 'notional', 'third party', 'combination'] as const
export const TIERS = ['universal', 'targeted', 'additional', 'social-capital'] as const

/** What lends itself to a personal budget, in which way, from when, or why not. No figure comes from it. */
export const services = named(
  z
    .strictObject({
      title: words.describe('What families call it.'),
      tier: z.enum(TIERS).optional().describe('Which tier it is.'),
      lines: list(id).optional().describe('The lines it can be paid from.'),
      'may-be': list(z.enum(WAYS)).optional().describe('The ways in which it can be a personal budget.'),
      'why-not': words.optional().describe('Why it cannot be a personal budget, where it cannot.'),
      from: date.optional().describe('The day from which it can be.'),
    })
    .describe('A service, and whether and how it can be a personal budget. No figure comes from it.'),
)
  .optional()
  .describe('The services, and whether and how each can be a personal budget.')
