import { bandName } from '../load/band-name.js'
import { leavesOf } from '../load/compile/reads.js'
import type { LeafPlan } from '../load/condition-plan.js'
import type { FlagPlan } from '../load/plan.js'
import { boundsIn } from '../load/range.js'
import type { Sums } from '../score/conditions.js'
import { among, amongBounds, type Digit, listed, placesAmong, whole } from './digits.js'
import { contextDigits, factDigit, type Inputs, leafDigit } from './inputs.js'
import type { LineMemo, Outcome } from './line-memo.js'
import type { TotalOf } from './totals.js'

/** What flags read beside needs: lines and totals, as columns. */
export interface SumColumns {
  readonly line: (id: string) => LineMemo
  readonly total: (stream: string | null) => TotalOf
}

/** Everything that a flag can depend on. */
export function digitsOfFlag({ when }: FlagPlan, inputs: Inputs, sums: SumColumns): Digit[] {
  const leaves = leavesOf(when)
  return [...contextDigits(inputs.block, leaves), ...leaves.flatMap((leaf) => digitsOf(leaf, inputs, sums))]
}

function digitsOf(leaf: LeafPlan, inputs: Inputs, sums: SumColumns): Digit[] {
  switch (leaf.is) {
    case 'line': {
      const bounds = boundsIn(leaf.range)
      const place = ({ counted }: Outcome) => (counted === null ? 0 : 1 + among(counted, bounds))
      return [outcomeDigit(sums.line(leaf.line), place, 1 + placesAmong(bounds))]
    }
    case 'near': {
      const bounds = [leaf.within]
      const place = ({ amount, away }: Outcome) =>
        amount.state === 'by-setting' ? 0 : away === null ? 1 : 2 + among(away, bounds)
      return [outcomeDigit(sums.line(leaf.line), place, 2 + placesAmong(bounds))]
    }
    case 'judged': {
      const place = ({ amount, band }: Outcome) =>
        amount.state === 'by-setting' ? 0 : band === null ? 1 : 3 + leaf.bands.indexOf(bandName(band))
      return [outcomeDigit(sums.line(leaf.line), place, 3 + leaf.bands.length), factDigit(inputs.block, leaf.fact)]
    }
    case 'total': {
      const { settled, waiting } = sums.total(leaf.stream)
      return [amongBounds(settled, boundsIn(leaf.range)), whole(waiting, 2)]
    }
    default:
      return [leafDigit(leaf, inputs)]
  }
}

/** What something says of the outcome of a line. */
function outcomeDigit({ found, listing }: LineMemo, of: (outcome: Outcome) => number, size: number): Digit {
  return listed(found, listing(of), size)
}

/** What a case comes to, as the conditions of flags ask for it. */
export function sumsAt(sums: SumColumns, i: number): Sums {
  const outcome = (id: string) => {
    const { outcomes, found } = sums.line(id)
    return outcomes[found[i] ?? 0]
  }
  return {
    line: (id) => outcome(id)?.counted ?? null,
    total: (stream) => {
      const { settled, waiting } = sums.total(stream)
      return { settled: settled[i] ?? 0, open: waiting[i] === 1 }
    },
    known: (id) => outcome(id)?.amount.state !== 'by-setting',
    away: (id) => outcome(id)?.away ?? null,
    band: (id) => {
      const band = outcome(id)?.band ?? null
      return band === null ? null : bandName(band)
    },
  }
}
