import { must } from '../must.js'
import type { TotalColumn } from './columns.js'
import type { LineMemo } from './line-memo.js'

/** A total of a block: pence that are settled, and 1 where more waits. */
export interface TotalOf {
  readonly settled: Float64Array
  readonly waiting: Float64Array
}

export function totalFor(n: number): TotalOf {
  return { settled: new Float64Array(n), waiting: new Float64Array(n) }
}

/** Adds up what lines come to. */
export function addLines(lines: readonly LineMemo[], { settled, waiting }: TotalOf, n: number): void {
  settled.fill(0, 0, n)
  waiting.fill(0, 0, n)
  for (const line of lines) {
    const { found, settled: pence, waits } = line
    for (let i = 0; i < n; i++) {
      const number = found[i] ?? 0
      settled[i] = (settled[i] ?? 0) + (pence[number] ?? 0)
      waiting[i] = (waiting[i] ?? 0) | (waits[number] ?? 0)
    }
  }
}

/** Adds totals to what stands in another from place `at` on. */
export function addTotals(totals: readonly TotalOf[], to: TotalOf | TotalColumn, n: number, at: number): void {
  const [first, ...rest] = totals
  to.settled.set(must(first).settled.subarray(0, n), at)
  to.waiting.set(must(first).waiting.subarray(0, n), at)
  for (const { settled, waiting } of rest)
    for (let i = 0; i < n; i++) {
      to.settled[at + i] = (to.settled[at + i] ?? 0) + (settled[i] ?? 0)
      to.waiting[at + i] = (to.waiting[at + i] ?? 0) | (waiting[i] ?? 0)
    }
}
