import type { CaseloadColumns } from '../../../src/index.js'
import { adding, BLOCK } from './block.js'
import { at, circumstance, continuingCare, familyAsked, inMainstream, POINTS } from './codes.js'
import { agreedBy, bit, MARKS, RAISED_BY_MARKS } from './flags.js'
import {
  CAPPED,
  MAINSTREAM,
  NEAR,
  NURSING,
  PENCE,
  REFER,
  SHORT_BREAKS,
  SPECIALIST,
  THERAPY,
  WHERE_FAR,
} from './price-tables.js'
import type { Total } from './totals.js'

/** A line of every case: its state, a place in the library's `STATES`, and its figure, NaN where there is none. */
export interface Line {
  readonly states: Uint8Array
  readonly figures: Float64Array
}

/** The Westmarch budgets of a caseload: every column that the library gives. */
export interface Budgets {
  readonly lines: Readonly<Record<string, Line>>
  readonly streams: Readonly<Record<string, Total>>
  readonly total: Total
  readonly yes: Uint32Array
  readonly unknown: Uint32Array
}

const SETTLED = 1
const WAITING = 2
const REFERRED = 3
const TURNED_DOWN = 4
/** The state of nursing by what health decided, and beside it where people decide about the figure. */
const NURSING_STATES = Uint8Array.of(SETTLED, REFERRED, WAITING, REFERRED, TURNED_DOWN, TURNED_DOWN)

const FAMILY_ASKED = bit('family-asked')
const LARGE_NURSING = bit('large-nursing')
const LARGE_TOTAL = bit('large-total')
const NEAR_NEXT_BAND = bit('near-next-band')
const USUAL_MOST = bit('short-breaks/usual-most')
const UNLESS_HEALTH = ~bit('constant-supervision')

/**
 * The Westmarch 2026-27 table by hand over many cases at once, in whole numbers, with look-ups for points and prices.
 * The cases must be valid. It is the yardstick of the caseload.
 */
export function budgets(of: CaseloadColumns): Budgets {
  const mainstreamSupport = line(of.cases)
  const specialistTopUp = line(of.cases)
  const nursing = line(of.cases)
  const therapy = line(of.cases)
  const carers = line(of.cases)
  const shortBreaks = line(of.cases)
  const education = total(of.cases)
  const health = total(of.cases)
  const care = total(of.cases)
  const all = total(of.cases)
  const yes = new Uint32Array(of.cases)
  const unknown = new Uint32Array(of.cases)

  // These are settled in every case.
  for (const { states } of [mainstreamSupport, therapy, carers]) states.fill(SETTLED)
  const setting = inMainstream(of)
  const gate = continuingCare(of)
  const far = circumstance(of, 'far-from-services')
  const safeguarding = circumstance(of, 'safeguarding')
  const asked = familyAsked(of)
  const addUp = adding(of)
  for (let from = 0; from < of.cases; from += BLOCK) {
    const count = Math.min(BLOCK, of.cases - from)
    const sums = addUp(from, count)
    for (let j = 0; j < count; j++) {
      const i = from + j
      const behaviour = sums.behaviour[j] ?? 0
      const communication = sums.communication[j] ?? 0
      const others = (sums.supervision[j] ?? 0) + behaviour + (sums.personalCare[j] ?? 0)
      const family = Math.min(sums.family[j] ?? 0, 6000)
      const achieve = (sums.achieve[j] ?? 0) + communication
      const daily = (sums.daily[j] ?? 0) + others + family
      const healthy = sums.healthy[j] ?? 0
      const sum = healthy + achieve + daily
      const educationPoints = 2 * (achieve & POINTS) + (others & POINTS)

      const mainstream = at(setting, i)
      const support = (MAINSTREAM[educationPoints] ?? 0) & mainstream
      mainstreamSupport.figures[i] = support
      const topUp = (SPECIALIST[educationPoints] ?? 0) & ~mainstream
      const topUpSettled = topUp & PENCE
      const topUpWaits = topUp >>> 30
      specialistTopUp.states[i] = topUpWaits === 1 ? REFERRED : SETTLED
      specialistTopUp.figures[i] = topUpWaits === 1 ? Number.NaN : topUp
      education.settled[i] = support + topUpSettled
      education.waiting[i] = topUpWaits

      const nurse = NURSING[healthy & POINTS] ?? 0
      const state = NURSING_STATES[2 * at(gate, i) + (nurse >>> 30)] ?? 0
      nursing.states[i] = state
      nursing.figures[i] = nurse === REFER ? Number.NaN : nurse
      // All bits or none: settled is 1, and of the states only waiting and refer have the second bit.
      const nurseSettled = nurse & -(state & 1 & ~(state >> 1))
      const nurseWaits = (state >> 1) & 1
      const therapist = THERAPY[2 * (communication & POINTS) + (behaviour & POINTS)] ?? 0
      therapy.figures[i] = therapist
      health.settled[i] = therapist + nurseSettled
      health.waiting[i] = nurseWaits

      const carer = family >= 3000 ? 32000 : 0
      carers.figures[i] = carer
      const breaks = SHORT_BREAKS[(daily & POINTS) + at(far, i) * WHERE_FAR] ?? 0
      const breaksSettled = breaks & PENCE
      const breaksWait = breaks >>> 30
      shortBreaks.states[i] = breaksWait === 1 ? REFERRED : SETTLED
      shortBreaks.figures[i] = breaksWait === 1 ? Number.NaN : breaksSettled
      care.settled[i] = carer + breaksSettled
      care.waiting[i] = breaksWait

      const settled = support + topUpSettled + therapist + nurseSettled + carer + breaksSettled
      const waits = topUpWaits | nurseWaits | breaksWait
      all.settled[i] = settled
      all.waiting[i] = waits

      const marks = RAISED_BY_MARKS[sum >>> MARKS] ?? 0
      const large = settled >= 3000000
      yes[i] =
        ((healthy & POINTS) >= 6000 ? marks : marks & UNLESS_HEALTH) |
        (at(asked, i) * FAMILY_ASKED) |
        (nurseSettled > 2000000 ? LARGE_NURSING : 0) |
        (large ? LARGE_TOTAL : 0) |
        (breaks & NEAR ? NEAR_NEXT_BAND : 0) |
        (breaks & CAPPED ? USUAL_MOST : 0) |
        agreedBy(sum & POINTS, at(safeguarding, i))
      unknown[i] = (nurseWaits * LARGE_NURSING) | (waits === 1 && !large ? LARGE_TOTAL : 0)
    }
  }
  return {
    lines: {
      'mainstream-support': mainstreamSupport,
      'specialist-top-up': specialistTopUp,
      nursing,
      therapy,
      carers,
      'short-breaks': shortBreaks,
    },
    streams: { education, health, 'social-care': care },
    total: all,
    yes,
    unknown,
  }
}

function line(cases: number): Line {
  return { states: new Uint8Array(cases), figures: new Float64Array(cases) }
}

function total(cases: number): Total {
  return { settled: new Float64Array(cases), waiting: new Uint8Array(cases) }
}
