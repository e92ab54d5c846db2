import type { Code, Finding } from './diagnostic.js'

/** One of the six agreed principles of a resource allocation system, by its number. */
export type Principle = 1 | 2 | 3 | 4 | 5 | 6

/** What can be said of a principle: nothing speaks against it, something should be looked at, or it is broken. */
export type Verdict = 'upheld' | 'concern' | 'breach'

/** The six principles by number, in the words of the SEND Pathfinder Information Pack on personal budgets. */
export const PRINCIPLES: Readonly<Record<Principle, string>> = Object.freeze({
  1: 'outcomes focused',
  2: 'simple',
  3: 'transparent',
  4: 'up-front',
  5: 'participatory',
  6: 'fair and equitable',
})

/**
 * The principle that a finding bears on; null where it is only a slip in writing the file.
 *
 * Findings of an audit (RAS8nx) are numbered by their principle. Some that the loader makes belong to one too: an
 * amount without its source hides where it comes from (3), a first sum taken from a top-up is taken twice (6).
 *
 * @example principleOf(found) // 6 for RAS306
 */
export function principleOf({ code, data }: Pick<Finding, 'code' | 'data'>): Principle | null {
  if (code === 'RAS102') return 'key' in data && data.key === 'source' ? 3 : null
  if (code === 'RAS605') return 'is' in data && data.is === 'age' ? 6 : null
  return BY_CODE[code] ?? null
}

const BY_CODE: Readonly<Partial<Record<Code, Principle>>> = {
  RAS203: 3,
  RAS205: 6,
  RAS303: 3,
  RAS306: 6,
  RAS308: 6,
  RAS401: 4,
  RAS501: 3,
  RAS502: 3,
  RAS503: 3,
  RAS504: 3,
  RAS602: 6,
  RAS604: 6,
  RAS606: 1,
  RAS607: 6,
  RAS609: 2,
  RAS701: 6,
  RAS702: 6,
  RAS811: 1,
  RAS821: 2,
  RAS831: 3,
  RAS832: 3,
  RAS841: 4,
  RAS842: 4,
  RAS851: 5,
  RAS852: 5,
  RAS853: 5,
  RAS854: 5,
  RAS861: 6,
  RAS862: 6,
  RAS863: 6,
  RAS864: 6,
  RAS865: 6,
  RAS866: 6,
}
