import { type Fraction, least, ONE, over, product, read, times, ZERO } from '../oracle/fraction.js'
import { withoutGaps } from './header.js'
import type { Scored, TableTree } from './known.js'
import { places, scaledUp } from './numbers.js'
import { greatest, plusEach } from './questions.js'
import type { MadeWeight } from './weights.js'

export interface MadeScore {
  readonly tree: TableTree
  readonly scored: Scored
}

/** One thing that a score is made of. */
export interface Part {
  readonly part: Scored
  readonly perCent: string | null
}

/** Adds everything up as it is. */
export function sumOf(id: string, parts: readonly Scored[]): MadeScore {
  const counted = parts.map((part) => ({ part, perCent: null }))
  return finished(id, { sum: parts.map((part) => part.id) }, counted, {})
}

/** The most that all parts come to, form by form: together, or the highest of them. */
export function wholeOf(parts: readonly Part[], isHighest: boolean): readonly Fraction[] {
  return parts
    .map(({ part, perCent }): readonly Fraction[] => {
      return part.byForm.map((one) => times(one, over(read(perCent ?? '100'), read('100'))))
    })
    .reduce(isHighest ? highestEach : plusEach)
}

function highestEach(a: readonly Fraction[], b: readonly Fraction[]): readonly Fraction[] {
  return a.map((one, form) => greatest(one, b[form] ?? ZERO))
}

/** The decimals in which the parts are counted: a per cent needs two more, and its own. */
export function decimalsOf(parts: readonly Part[]): number {
  const deepest = Math.max(...parts.map(({ part }) => part.places))
  return deepest + Math.max(...parts.map(({ perCent }) => (perCent === null ? 0 : 2 + places(perCent))))
}

/** What happens to the sum, or to the highest. */
interface After {
  readonly times?: string | undefined
  readonly 'at-most'?: string | undefined
  readonly weight?: MadeWeight | null
  readonly isHighest?: boolean
  readonly why?: string | undefined
}

/** A score with the most it can come to, and the decimals that it is counted in. */
export function finished(id: string, tree: TableTree, parts: readonly Part[], after: After): MadeScore {
  const { times: by = '1', 'at-most': cap, weight: weighted = null, isHighest = false } = after
  const whole = wholeOf(parts, isHighest)
  const byForm = whole.map((one) => {
    const most = product([one, weighted?.most ?? ONE, read(by)])
    return cap === undefined ? most : least(most, read(cap))
  })
  const decimals = decimalsOf(parts)
  return {
    tree: withoutGaps({ ...tree, weight: weighted?.tree, times: after.times, 'at-most': cap, why: after.why }),
    scored: {
      id,
      kind: 'score',
      byForm,
      most: byForm.reduce(greatest),
      places: Math.max(decimals + places(by) + (weighted?.places ?? 0), places(cap ?? '0')),
      counts: new Set(parts.flatMap(({ part }) => [...part.counts])),
      outcomes: [...new Set(parts.flatMap(({ part }) => part.outcomes))],
      isBrought: false,
      brought: parts.some(({ part }) => part.brought),
      weight: Math.max(scaledUp(whole.reduce(greatest), decimals), ...parts.map(({ part }) => part.weight)),
    },
  }
}
