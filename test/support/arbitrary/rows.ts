import type { Pick } from './choices.js'
import type { Scored } from './known.js'
import { floorHundredths } from './numbers.js'

/** Where rows begin, in hundredths: at 0, and nowhere beyond the most points there can be. */
export function rowStarts(pick: Pick, by: Scored, count: number): readonly number[] {
  const top = Math.min(floorHundredths(by.most), 99_999_999)
  const grain = by.places > 0 && pick.chance(40) ? pick.one([50, 1]) : 100
  const starts = new Set([0])
  for (let wanted = pick.int(0, count - 1); wanted > 0; wanted--) {
    starts.add(pick.chance(10) ? top : grain * pick.int(0, Math.floor(top / grain)))
  }
  return [...starts].sort((a, b) => a - b)
}

/** Figures in hundredths, rising as a rule. */
export function rising(pick: Pick, count: number, top: number): readonly number[] {
  const grain = pick.one([10000, 100, 1, 5000].filter((one) => one <= Math.max(1, top)))
  const figures = Array.from({ length: count }, () => grain * pick.int(0, Math.floor(top / grain)))
  if (pick.chance(15)) return figures
  return figures.sort((a, b) => a - b)
}

/** The rows that leave it to people: never the first, and only the last under a straight line. */
export function referring(pick: Pick, count: number, straight: boolean): ReadonlySet<number> {
  if (count < 2 || !pick.chance(30)) return new Set()
  if (straight || pick.chance(70)) return new Set([count - 1])
  return new Set([pick.int(1, count - 1)])
}

/** A band as people write it: other letters and spaces for hyphens, which mean the same. */
export function bandText(pick: Pick, band: string): string {
  const spaced = pick.chance(40) ? band.replace(/(?<=.)-(?=.)/g, ' ') : band
  return pick.chance(40) ? spaced.charAt(0).toUpperCase() + spaced.slice(1) : spaced
}
