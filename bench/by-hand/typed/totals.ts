import type { CaseloadColumns } from '../../../src/index.js'
import { adding, BLOCK } from './block.js'
import { at, circumstance, continuingCare, inMainstream, POINTS } from './codes.js'
import { MAINSTREAM, NURSING, PENCE, REFER, SHORT_BREAKS, SPECIALIST, THERAPY, WHERE_FAR } from './price-tables.js'

/** A total of every case: pence a year that are settled, and 1 where it reads “at least”. */
export interface Total {
  readonly settled: Float64Array
  readonly waiting: Uint8Array
}

/** What each decision lets through of the price of nursing, and what it adds: that the case still waits. */
const LETS_THROUGH = Int32Array.of(-1, 0, 0)
const ADDS = Int32Array.of(0, REFER, 0)

/** The leanest yardstick: the Westmarch total of every case, and nothing else. */
export function totals(of: CaseloadColumns): Total {
  const settled = new Float64Array(of.cases)
  const waiting = new Uint8Array(of.cases)
  const [setting, gate, far] = [inMainstream(of), continuingCare(of), circumstance(of, 'far-from-services')]
  const addUp = adding(of)
  for (let from = 0; from < of.cases; from += BLOCK) {
    const count = Math.min(BLOCK, of.cases - from)
    const sums = addUp(from, count)
    for (let i = 0; i < count; i++) {
      const behaviour = (sums.behaviour[i] ?? 0) & POINTS
      const communication = (sums.communication[i] ?? 0) & POINTS
      const others = (sums.supervision[i] ?? 0) + behaviour + (sums.personalCare[i] ?? 0)
      const family = Math.min(sums.family[i] ?? 0, 6000)
      const education = (2 * ((sums.achieve[i] ?? 0) + communication) + others) & POINTS
      const care = ((sums.daily[i] ?? 0) + others + family) & POINTS
      const healthy = (sums.healthy[i] ?? 0) & POINTS

      const mainstream = at(setting, from + i)
      const decided = at(gate, from + i)
      const support = ((MAINSTREAM[education] ?? 0) & mainstream) | ((SPECIALIST[education] ?? 0) & ~mainstream)
      const nursing = ((NURSING[healthy] ?? 0) & (LETS_THROUGH[decided] ?? 0)) | (ADDS[decided] ?? 0)
      const shortBreaks = SHORT_BREAKS[care + at(far, from + i) * WHERE_FAR] ?? 0
      const therapy = THERAPY[2 * communication + behaviour] ?? 0
      const carers = family >= 3000 ? 32000 : 0
      settled[from + i] = (support & PENCE) + (nursing & PENCE) + (shortBreaks & PENCE) + therapy + carers
      waiting[from + i] = (support | nursing | shortBreaks) >>> 30
    }
  }
  return { settled, waiting }
}
