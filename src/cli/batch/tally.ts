import type { Out } from '../../caseload/run.js'
import { must } from '../../must.js'

/** What all cases come to together, for the words at the end. */
export interface Tally {
  cases: number
  bad: number
  blank: number
  readonly streams: readonly Sum[]
  readonly total: Sum
  /** How many cases raise each flag. */
  readonly flags: readonly Flagged[]
}

interface Sum {
  readonly name: string
  settled: number
  /** How many cases read “at least”. */
  waiting: number
}

interface Flagged {
  readonly id: string
  readonly kind: Out['flags']['names'][number]['kind']
  yes: number
  unknown: number
}

export function openTally({ streams, flags: { names } }: Out): Tally {
  const sum = (name: string): Sum => ({ name, settled: 0, waiting: 0 })
  return {
    cases: 0,
    bad: 0,
    blank: 0,
    streams: streams.map(({ stream }) => sum(stream)),
    total: sum('all'),
    flags: names.map(({ id, kind }) => ({ id, kind, yes: 0, unknown: 0 })),
  }
}

/** Adds those of the first n cases that are good. */
export function count(tally: Tally, { streams, total, flags }: Out, good: Uint8Array, n: number): void {
  for (let at = 0; at < n; at++) tally.cases += good[at] ?? 0
  for (const [k, sum] of tally.streams.entries()) add(sum, must(streams[k]), good, n)
  add(tally.total, total, good, n)
  for (const [k, flag] of tally.flags.entries()) {
    flag.yes += raised(must(flags.yes[k >> 5]), k & 31, good, n)
    flag.unknown += raised(must(flags.unknown[k >> 5]), k & 31, good, n)
  }
}

function add(sum: Sum, { settled, waiting }: Out['total'], good: Uint8Array, n: number): void {
  for (let at = 0; at < n; at++) {
    if (good[at] === 0) continue
    sum.settled += settled[at] ?? 0
    sum.waiting += waiting[at] ?? 0
  }
}

function raised(words: Uint32Array, bit: number, good: Uint8Array, n: number): number {
  let times = 0
  for (let at = 0; at < n; at++) times += ((words[at] ?? 0) >>> bit) & (good[at] ?? 0)
  return times
}
