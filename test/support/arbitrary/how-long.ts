import type { Tree } from '../oracle/tree.js'
import type { Pick } from './choices.js'
import type { KnownFacts, TableTree } from './known.js'
import { hundredths } from './numbers.js'

/** The factors of a price. Every figure they lead to is at most `top` times, its numerator at most `numerator` times. */
export interface HowLong {
  readonly tree: readonly TableTree[]
  readonly top: number
  readonly numerator: number
  /** Whether no fact decides. */
  readonly isFixed: boolean
}

const NONE: HowLong = { tree: [], top: 1, numerator: 1, isFixed: true }

/** The factor that a price by the term or by the week must have, and now and then a part of the hours or terms. */
export function howLong(pick: Pick, facts: KnownFacts, period: 'term' | 'week' | null, parts: boolean): HowLong {
  const all = [
    period === 'term' ? terms(pick, facts) : period === 'week' ? weeks(pick) : NONE,
    parts && pick.chance(20) ? termsOutOf(pick, facts) : NONE,
    parts && facts.hours.length > 0 && pick.chance(30) ? hoursOutOf(pick, facts) : NONE,
  ]
  return {
    tree: all.flatMap((one) => one.tree),
    top: all.reduce((so, one) => so * one.top, 1),
    numerator: all.reduce((so, one) => so * one.numerator, 1),
    isFixed: all.every((one) => one.isFixed),
  }
}

export function forTree({ tree }: HowLong): { readonly for?: Tree } {
  return tree.length === 0 ? {} : { for: tree }
}

function terms(pick: Pick, facts: KnownFacts): HowLong {
  const n = pick.int(1, 3)
  if (facts.terms.length > 0 && pick.chance(60)) {
    return { tree: [{ terms: pick.one(facts.terms) }], top: 3, numerator: 3, isFixed: false }
  }
  return { tree: [{ terms: `${n}` }], top: n, numerator: n, isFixed: true }
}

function weeks(pick: Pick): HowLong {
  const n = pick.one([39, 38, 52, 1])
  return { tree: [{ weeks: `${n}` }], top: n, numerator: n, isFixed: true }
}

function termsOutOf(pick: Pick, facts: KnownFacts): HowLong {
  const n = pick.int(1, 3)
  if (facts.terms.length > 0 && pick.chance(70)) {
    return { tree: [{ terms: pick.one(facts.terms), 'out-of': '3' }], top: 1, numerator: 3, isFixed: false }
  }
  return { tree: [{ terms: `${n}`, 'out-of': '3' }], top: n / 3, numerator: n, isFixed: true }
}

function hoursOutOf(pick: Pick, facts: KnownFacts): HowLong {
  const { id, most } = pick.one(facts.hours)
  const outOf = pick.one([most, most, most + 0.25, most + 7])
  const tree = [{ hours: id, 'out-of': hundredths(pick, outOf * 100) }]
  return { tree, top: 1, numerator: most * 100, isFixed: false }
}
