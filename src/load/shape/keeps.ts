import * as z from 'zod'
import { date, list, perCent } from './scalars.js'

/** Percentages that hold from a day on, each until the next: what is kept as something is phased out. */
export const keeps = list(
  z.strictObject({
    from: date.describe('The first day on which it holds.'),
    'per-cent': perCent.describe('The percentage that is kept from then on.'),
  }),
).describe('The percentage kept from each day on. Days rise, percentages do not; the first also holds before its day.')

export type KeepsShape = z.output<typeof keeps>
