import type { Assessment } from '../src/index.js'
import { mainstreamPence, nursingPence, shortBreaksPence, specialistPence, therapyPence } from './by-hand/prices.js'
import { decision, isTrue } from './by-hand/read.js'
import { scoresByHand } from './by-hand/scores.js'

/** What the hand-written version gives: pence a year, and no working. A null figure is for people to decide. */
export interface Figures {
  readonly mainstreamSupport: number
  readonly specialistTopUp: number | null
  readonly nursing: number | null
  readonly therapy: number
  readonly carers: number
  readonly shortBreaks: number | null
  readonly education: number
  readonly health: number
  readonly socialCare: number
  readonly total: number
  /** Something waits, so the total reads "at least". */
  readonly open: boolean
}

/**
 * The Westmarch 2026-27 table, and only that table, written out by hand in plain whole numbers: what a programmer who is
 * given the paper scheme would write. It is the yardstick of the speed target, and must give the same pence.
 */
export function handwritten(assessment: Assessment): Figures {
  const { facts } = assessment
  if (!facts) throw new TypeError('facts are needed')
  const scores = scoresByHand(assessment)
  const mainstream = facts.setting === 'mainstream'
  const mainstreamSupport = mainstream ? mainstreamPence(scores.education) : 0
  const specialistTopUp = mainstream ? 0 : specialistPence(scores.education)
  const therapy = therapyPence(scores.therapy)
  const gate = decision(facts['continuing-care'])
  const nursing = nursingPence(scores.healthy)
  const nursingSettled = gate === 'agreed' || gate === 'fast-track' ? nursing : 0
  const shortBreaks = shortBreaksPence(scores.care, isTrue(facts['far-from-services']))
  const carers = scores.family >= 3000 ? 32000 : 0

  const educationTotal = mainstreamSupport + (specialistTopUp ?? 0)
  const healthTotal = therapy + (nursingSettled ?? 0)
  const careTotal = carers + (shortBreaks ?? 0)
  return {
    mainstreamSupport,
    specialistTopUp,
    nursing,
    therapy,
    carers,
    shortBreaks,
    education: educationTotal,
    health: healthTotal,
    socialCare: careTotal,
    total: educationTotal + healthTotal + careTotal,
    open: specialistTopUp === null || shortBreaks === null || gate === 'pending' || nursingSettled === null,
  }
}
