import { capId } from '../allocate/flags.js'
import { conditionsOf, gridsOf, leavesOf } from '../load/compile/reads.js'
import type { Plan } from '../load/plan.js'
import { must } from '../must.js'
import { addUp } from '../score/score.js'
import { type Block, sceneAt } from './block.js'
import type { FlagName } from './columns.js'
import { countsOf } from './counts.js'
import { flagMemo, type TotalOf } from './flag-memo.js'
import { type LineMemo, lineMemo } from './line-memo.js'

/** A flag of a block: what was found for each case, 0 for no, 1 for yes, 2 for unknown. */
export interface FlagOf {
  readonly name: Omit<FlagName, 'table'>
  readonly found: Int32Array
  /** Where it is a cap: for each number in `found`, 1 where the limit cut the figure. */
  readonly list: readonly number[] | null
}

/** One table at work on blocks: what is read of it after each block. */
export interface TableRun {
  readonly plan: Plan
  readonly lines: readonly LineMemo[]
  readonly streams: readonly { readonly stream: string; readonly total: TotalOf }[]
  readonly total: TotalOf
  readonly flags: readonly FlagOf[]
  /** Works out the first n cases of the block. */
  readonly work: (n: number) => void
}

export function tableRun(block: Block): TableRun {
  const { plan, n: room } = block
  const counts = countsOf(block)
  const inputs = { block, counts }
  const lines = plan.lines.map((line) => lineMemo(line, inputs))
  const streams = [...new Set(plan.lines.map(({ stream }) => stream))].map((stream) => ({
    stream,
    lines: lines.filter(({ line }) => line.stream === stream),
    total: totalFor(room),
  }))
  const total = totalFor(room)
  const sums = {
    line: (id: string) => must(lines.find(({ line }) => line.id === id)),
    total: (stream: string | null) =>
      stream === null ? total : (streams.find((one) => one.stream === stream)?.total ?? totalFor(room)),
  }
  const flags = plan.flags.map((flag) => ({ flag, memo: flagMemo(flag, inputs, sums) }))
  const summed = plan.nodes.filter(({ kind }) => kind !== 'brought')
  return {
    plan,
    lines,
    streams,
    total,
    flags: [
      ...flags.map(({ flag, memo }): FlagOf => {
        const { id, kind, exceptional, who } = flag
        return { name: { id, kind, exceptional, who }, found: memo.found, list: null }
      }),
      ...lines.flatMap(capsOf),
    ],
    work: (n) => {
      for (const { index } of summed) must(block.ofNode[index]).fill(0, 0, n)
      addUp(plan, { n, stride: room, points: block.points, nodes: block.nodes, at: (i) => atCase(block, i) })
      counts.fill(n)
      for (const line of lines) line.work(n)
      for (const { lines, total } of streams) add(lines, total, n)
      add(lines, total, n)
      for (const { memo } of flags) memo.work(n)
    },
  }
}

/** The questions whose levels something reads: a condition, or what chooses a figure or a factor. */
export function levelsRead({ lines, flags, nodes }: Plan): ReadonlySet<number> {
  const conditions = [...lines.flatMap(conditionsOf), ...flags.map(({ when }) => when)].flatMap(leavesOf)
  const grids = [...lines.flatMap(({ price }) => gridsOf(price)), ...nodes.flatMap(({ weight }) => weight?.grid ?? [])]
  return new Set([
    ...conditions.flatMap((leaf) =>
      leaf.is === 'question' ? [leaf.question] : leaf.is === 'count' ? leaf.questions : [],
    ),
    ...grids.flatMap(({ across }) => across.flatMap(({ of, index }) => (of === 'question' ? [index] : []))),
  ])
}

function atCase(block: Block, i: number) {
  const { reading, nodes } = sceneAt(block, i)
  return { ...reading, nodes }
}

function capsOf({ line, found, caps }: LineMemo): FlagOf[] {
  return line.changes
    .filter(({ op }) => op === 'at-most')
    .map(({ name }, k) => ({
      name: { id: capId(line.id, name), kind: 'cap', exceptional: true, who: '' },
      found,
      list: must(caps[k]),
    }))
}

function totalFor(n: number): TotalOf {
  return { settled: new Float64Array(n), waiting: new Float64Array(n) }
}

/** Adds lines up: what is settled, and whether anything waits. */
function add(lines: readonly LineMemo[], { settled, waiting }: TotalOf, n: number): void {
  settled.fill(0, 0, n)
  waiting.fill(0, 0, n)
  for (const line of lines) {
    const { found } = line
    for (let i = 0; i < n; i++) settled[i] = (settled[i] ?? 0) + (line.settled[found[i] ?? 0] ?? 0)
    for (let i = 0; i < n; i++) if (line.waits[found[i] ?? 0] === 1) waiting[i] = 1
  }
}
