import { type Fraction, isBelow, read } from './fraction.js'
import { maybe } from './tree.js'

/** Whether something is so; unknown while it depends on a figure that is not settled. */
export type Truth = 'yes' | 'no' | 'unknown'

export const truth = (so: boolean): Truth => (so ? 'yes' : 'no')

/** All are so: no if one is not, otherwise unknown if one is unknown. */
export function every(all: readonly Truth[]): Truth {
  if (all.includes('no')) return 'no'
  return all.includes('unknown') ? 'unknown' : 'yes'
}

/** One is so: yes if one is, otherwise unknown if one is unknown. */
export function some(all: readonly Truth[]): Truth {
  if (all.includes('yes')) return 'yes'
  return all.includes('unknown') ? 'unknown' : 'no'
}

export function opposite(one: Truth): Truth {
  return one === 'unknown' ? 'unknown' : truth(one === 'no')
}

/**
 * Whether a value keeps within every bound that the condition writes. An `open` value is one that can still grow: a
 * lower bound already met stays met, an upper bound already broken stays broken, the others are not known.
 */
export function within(condition: unknown, value: Fraction, open = false): Truth {
  const bound = (key: string, lower: boolean, so: (limit: Fraction) => boolean): Truth => {
    const limit = maybe(condition, key)
    if (limit === null) return 'yes'
    const met = so(read(limit))
    return open && met !== lower ? 'unknown' : truth(met)
  }
  return every([
    bound('from', true, (limit) => !isBelow(value, limit)),
    bound('above', true, (limit) => isBelow(limit, value)),
    bound('up-to', false, (limit) => !isBelow(limit, value)),
    bound('below', false, (limit) => isBelow(value, limit)),
  ])
}
