import { bandName } from '../load/band-name.js'
import { leavesOf } from '../load/compile/reads.js'
import type { LeafPlan } from '../load/condition-plan.js'
import type { FlagPlan } from '../load/plan.js'
import { boundsIn } from '../load/range.js'
import { judge, type Sums } from '../score/conditions.js'
import { sceneAt } from './block.js'
import { among, amongBounds, type Digit, distinct, listed, placesAmong, whole } from './digits.js'
import { contextDigit, factDigit, type Inputs, leafDigit } from './inputs.js'
import { keysOf } from './keys.js'
import type { LineMemo } from './line-memo.js'

/** A total of a block: pence that are settled, and 1 where more waits. */
export interface TotalOf {
  readonly settled: Float64Array
  readonly waiting: Float64Array
}

/** What flags read beside needs: lines and totals, as columns. */
export interface SumColumns {
  readonly line: (id: string) => LineMemo
  readonly total: (stream: string | null) => TotalOf
}

/** A flag, judged once for everything that it depends on. */
export interface FlagMemo {
  /** For each case of a block 0 for no, 1 for yes, 2 for unknown. */
  readonly found: Int32Array
  readonly work: (n: number) => void
}

export function flagMemo({ when }: FlagPlan, inputs: Inputs, sums: SumColumns): FlagMemo {
  const { block } = inputs
  const digits = [contextDigit(block), ...leavesOf(when).flatMap((leaf) => digitsOf(leaf, inputs, sums))]
  const keys = keysOf(distinct(digits), block.n)
  const judged = (i: number): number => {
    const truth = judge(when, { ...sceneAt(block, i), sums: sumsAt(sums, i) }, null)
    return truth === 'no' ? 0 : truth === 'yes' ? 1 : 2
  }
  return {
    found: keys.found,
    work: (n) => keys.work(n, judged),
  }
}

/** What a flag's condition can depend on. */
function digitsOf(leaf: LeafPlan, inputs: Inputs, sums: SumColumns): Digit[] {
  switch (leaf.is) {
    case 'line': {
      const bounds = boundsIn(leaf.range)
      const list = ({ counted }: Counted) => (counted === null ? 0 : 1 + among(counted, bounds))
      return [linesDigit(sums.line(leaf.line), list, 1 + placesAmong(bounds))]
    }
    case 'near': {
      const list = ({ amount, away }: Counted) =>
        amount.state === 'by-setting' ? 0 : away === null ? 1 : 2 + among(away, [leaf.within])
      return [linesDigit(sums.line(leaf.line), list, 2 + placesAmong([leaf.within]))]
    }
    case 'judged': {
      const list = ({ amount, band }: Counted) =>
        amount.state === 'by-setting' ? 0 : band === null ? 1 : 3 + leaf.bands.indexOf(bandName(band))
      return [linesDigit(sums.line(leaf.line), list, 3 + leaf.bands.length), factDigit(inputs.block, leaf.fact)]
    }
    case 'total': {
      const { settled, waiting } = sums.total(leaf.stream)
      return [amongBounds(settled, boundsIn(leaf.range)), whole(waiting, 2)]
    }
    default:
      return [leafDigit(leaf, inputs)]
  }
}

type Counted = LineMemo['outcomes'][number]

/** What something says of the outcome of a line. */
function linesDigit({ found, listing }: LineMemo, of: (outcome: Counted) => number, size: number): Digit {
  return listed(found, listing(of), size)
}

function sumsAt(sums: SumColumns, i: number): Sums {
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
