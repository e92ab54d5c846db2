import { must } from '../must.js'
import type { FlagMemo } from './flag-memo.js'
import type { LineMemo } from './line-memo.js'
import type { Out } from './run.js'
import type { TableRun } from './table-run.js'
import { addTotals } from './totals.js'

/** Writes what the first n cases of a block came to, from place `at` on. */
export function write(runs: readonly TableRun[], out: Out, n: number, at: number): void {
  const lines = runs.flatMap((run) => run.lines)
  for (let k = 0; k < lines.length; k++) writeLine(must(lines[k]), must(out.lines[k]), n, at)
  const streams = runs.flatMap((run) => run.streams)
  for (let k = 0; k < streams.length; k++) addTotals([must(streams[k]).total], must(out.streams[k]), n, at)
  addTotals(
    runs.map(({ total }) => total),
    out.total,
    n,
    at,
  )
  for (const word of [...out.flags.yes, ...out.flags.unknown]) word.fill(0, at, at + n)
  let before = 0
  for (const { memos, flags } of runs) {
    for (const memo of memos) writeFlags(memo, before, out, n, at)
    before += flags.length
  }
}

function writeLine({ found, states, figures }: LineMemo, to: Out['lines'][number], n: number, at: number): void {
  for (let i = 0; i < n; i++) {
    const number = found[i] ?? 0
    to.states[at + i] = states[number] ?? 0
    to.figures[at + i] = figures[number] ?? 0
  }
}

/** Flags of one word of their table, which lie over two words where another table’s flags come before them. */
function writeFlags({ word, found, yes, unknown }: FlagMemo, before: number, { flags }: Out, n: number, at: number) {
  const bit = before & 31
  for (const [from, to] of [
    [yes, flags.yes],
    [unknown, flags.unknown],
  ] as const) {
    const low = must(to[word + (before >> 5)])
    for (let i = 0; i < n; i++) low[at + i] = (low[at + i] ?? 0) | ((from[found[i] ?? 0] ?? 0) << bit)
    const high = to[word + (before >> 5) + 1]
    if (bit > 0 && high)
      for (let i = 0; i < n; i++) high[at + i] = (high[at + i] ?? 0) | ((from[found[i] ?? 0] ?? 0) >>> (32 - bit))
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
