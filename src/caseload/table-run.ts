import { capId } from '../allocate/flags.js'
import { conditionsOf, gridsOf, leavesOf } from '../load/compile/reads.js'
import type { Plan } from '../load/plan.js'
import { must } from '../must.js'
import { addUp } from '../score/score.js'
import { type Block, sceneAt } from './block.js'
import { countsOf } from './counts.js'
import { capFlag, type FlagMemo, type FlagToJudge, flagMemos, tableFlag } from './flag-memo.js'
import { type LineMemo, lineMemo } from './line-memo.js'
import { addLines, addTotals, type TotalOf, totalFor } from './totals.js'

/** One table at work on blocks, and what is read of it after each block. */
export interface TableRun {
  readonly plan: Plan
  readonly lines: readonly LineMemo[]
  readonly streams: readonly { readonly stream: string; readonly total: TotalOf }[]
  readonly total: TotalOf
  /** The flags in the order of their bits. */
  readonly flags: readonly FlagToJudge['name'][]
  readonly memos: readonly FlagMemo[]
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
  const flags = [...plan.flags.map((flag) => tableFlag(flag, inputs, sums)), ...lines.flatMap(capsOf)]
  const memos = flagMemos(flags, room)
  const summed = plan.nodes.filter(({ kind }) => kind !== 'brought')
  return {
    plan,
    lines,
    streams,
    total,
    flags: flags.map(({ name }) => name),
    memos,
    work: (n) => {
      for (const { index } of summed) must(block.ofNode[index]).fill(0, 0, n)
      addUp(plan, { n, stride: room, points: block.points, nodes: block.nodes, at: (i) => atCase(block, i) })
      counts.fill(n)
      for (const line of lines) line.work(n)
      for (const { lines, total } of streams) addLines(lines, total, n)
      addTotals(
        streams.map((stream) => stream.total),
        total,
        n,
        0,
      )
      for (const memo of memos) memo.work(n)
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

function capsOf(memo: LineMemo): FlagToJudge[] {
  return memo.limits.map(({ name, cut }) => capFlag(capId(memo.line.id, name), memo, cut))
}
