import type { Range } from './condition-plan.js'

/** Whether a number lies within every bound that is given. */
export function inRange(value: number, { from, above, upTo, below }: Range): boolean {
  return (
    (from === null || value >= from) &&
    (above === null || value > above) &&
    (upTo === null || value <= upTo) &&
    (below === null || value < below)
  )
}

/** The bounds that a range has. */
export function boundsIn({ from, above, upTo, below }: Range): readonly number[] {
  return [from, above, upTo, below].filter((bound) => bound !== null)
}
