import { must } from '../must.js'
import type { TotalColumn } from './columns.js'
import type { TotalOf } from './flag-memo.js'
import type { LineMemo } from './line-memo.js'
import type { Out } from './run.js'
import type { FlagOf, TableRun } from './table-run.js'

/** Writes what the first n cases of a block came to, from place `at` on. */
export function write(runs: readonly TableRun[], out: Out, n: number, at: number): void {
  const lines = runs.flatMap((run) => run.lines)
  for (let k = 0; k < lines.length; k++) writeLine(must(lines[k]), must(out.lines[k]), n, at)
  const streams = runs.flatMap((run) => run.streams)
  for (const column of [out.total, ...out.streams]) column.settled.fill(0, at, at + n)
  for (const column of [out.total, ...out.streams]) column.waiting.fill(0, at, at + n)
  for (let k = 0; k < streams.length; k++) addTotal(must(streams[k]).total, must(out.streams[k]), n, at)
  for (const { total } of runs) addTotal(total, out.total, n, at)
  for (const word of [...out.flags.yes, ...out.flags.unknown]) word.fill(0, at, at + n)
  const flags = runs.flatMap((run) => run.flags)
  for (let k = 0; k < flags.length; k++) writeFlag(must(flags[k]), k, out, n, at)
}

function writeLine({ found, states, figures }: LineMemo, to: Out['lines'][number], n: number, at: number): void {
  for (let i = 0; i < n; i++) to.states[at + i] = states[found[i] ?? 0] ?? 0
  for (let i = 0; i < n; i++) to.figures[at + i] = figures[found[i] ?? 0] ?? Number.NaN
}

function addTotal({ settled, waiting }: TotalOf, to: TotalColumn, n: number, at: number): void {
  for (let i = 0; i < n; i++) to.settled[at + i] = (to.settled[at + i] ?? 0) + (settled[i] ?? 0)
  for (let i = 0; i < n; i++) to.waiting[at + i] = (to.waiting[at + i] ?? 0) | (waiting[i] ?? 0)
}

function writeFlag({ found, list }: FlagOf, k: number, { flags }: Out, n: number, at: number): void {
  const yes = must(flags.yes[k >> 5])
  const unknown = must(flags.unknown[k >> 5])
  const bit = k & 31
  for (let i = 0; i < n; i++) {
    const truth = list ? (list[found[i] ?? 0] ?? 0) : (found[i] ?? 0)
    yes[at + i] = (yes[at + i] ?? 0) | ((truth & 1) << bit)
    unknown[at + i] = (unknown[at + i] ?? 0) | ((truth >> 1) << bit)
  }
}

/** Nothing is known of a case that cannot be read: no figure, no total, no flag. */
export function writeUnread(out: Out, at: number): void {
  for (const { states, figures } of out.lines) {
    states[at] = 0
    figures[at] = Number.NaN
  }
  for (const { settled, waiting } of [out.total, ...out.streams]) {
    settled[at] = Number.NaN
    waiting[at] = 0
  }
  for (const word of [...out.flags.yes, ...out.flags.unknown]) word[at] = 0
}
