import type { Assessment } from '../../src/index.js'
import type { Figures } from '../handwritten.js'

/** The Westmarch 2026-27 table, loaded once into another tool; some of them only work asynchronously. */
export type Peer = (assessment: Assessment) => Figures | Promise<Figures>

/** Figures in pounds, as the tools have them, in whole pence. */
export function inPence({ open, ...pounds }: Figures): Figures {
  return {
    mainstreamSupport: pence(pounds.mainstreamSupport),
    specialistTopUp: pence(pounds.specialistTopUp),
    nursing: pence(pounds.nursing),
    therapy: pence(pounds.therapy),
    carers: pence(pounds.carers),
    shortBreaks: pence(pounds.shortBreaks),
    education: pence(pounds.education),
    health: pence(pounds.health),
    socialCare: pence(pounds.socialCare),
    total: pence(pounds.total),
    open,
  }
}

function pence<Pounds extends number | null>(pounds: Pounds): Pounds
function pence(pounds: number | null): number | null {
  return pounds === null ? null : Math.round(pounds * 100)
}
