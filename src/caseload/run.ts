import { tableRef } from '../allocate/table-ref.js'
import { planOf, type Tables } from '../load/table.js'
import { together } from '../load/together.js'
import { qualified } from '../score/qualified.js'
import type { Codes, Dictionary } from './assemble.js'
import { block } from './block.js'
import type { CaseloadBudget, CaseProblem } from './columns.js'
import { reader } from './reader.js'
import { levelsRead, type TableRun, tableRun } from './table-run.js'
import { write, writeUnread } from './write.js'

/** Where a run writes: the columns of a caseload's budget. */
export type Out = Pick<CaseloadBudget, 'lines' | 'streams' | 'total' | 'flags'>

/** A caseload that is worked out block by block. */
export interface Run {
  readonly tables: CaseloadBudget['tables']
  /** The most cases of one block. */
  readonly most: number
  /** Columns for that many cases. */
  readonly out: (cases: number) => Out
  /** Works out n cases from their codes and writes them from place `at` on; problems are numbered from the block’s first case. */
  readonly work: (codes: Codes, n: number, out: Out, at: number) => readonly CaseProblem[]
}

/**
 * Opens a caseload for one table or several, by the values that its codes mean. Values may be added to the dictionary
 * between blocks; a dictionary that has grown large is best left for a new one, with a new run.
 *
 * @throws TableError when several tables cannot be used together. TypeError when a table was not loaded.
 */
export function openCaseload(tables: Tables, dictionary: Dictionary, most = MOST): Run {
  const used = together(tables)
  if (!used.success) throw used.error
  const plans = used.data.map(planOf)
  const blocks = plans.map((plan) => block(plan, most, levelsRead(plan)))
  const rows = reader(plans, blocks, dictionary)
  const runs = blocks.map(tableRun)
  const name = (run: TableRun, id: string) => (runs.length > 1 ? qualified(run.plan.id, id) : id)
  return {
    tables: plans.map(tableRef),
    most,
    out: (cases) => outFor(runs, name, cases),
    work: (codes, n, out, at) => {
      if (n > most) throw new RangeError(`A block of ${n} cases; there is room for ${most}.`)
      const problems = rows.read(codes, n)
      if (problems.length < n) for (const run of runs) run.work(n)
      write(runs, out, n, at)
      for (const { row } of problems) writeUnread(out, at + row)
      return problems
    },
  }
}

/** So many that every column of a block stays close at hand, and few enough that none is large. */
const MOST = 1024

function outFor(runs: readonly TableRun[], name: (run: TableRun, id: string) => string, cases: number): Out {
  const total = () => ({ settled: new Float64Array(cases), waiting: new Uint8Array(cases) })
  const names = runs.flatMap((run) =>
    run.flags.map((flag) => ({ ...flag, id: name(run, flag.id), table: run.plan.id })),
  )
  const words = () => Array.from({ length: Math.ceil(names.length / 32) }, () => new Uint32Array(cases))
  return {
    lines: runs.flatMap((run) =>
      run.lines.map(({ line }) => ({
        id: name(run, line.id),
        table: run.plan.id,
        stream: name(run, line.stream),
        of: line.provides === null ? ('pence' as const) : ('hundredths' as const),
        states: new Uint8Array(cases),
        figures: new Float64Array(cases),
      })),
    ),
    streams: runs.flatMap((run) => run.streams.map(({ stream }) => ({ stream: name(run, stream), ...total() }))),
    total: total(),
    flags: { names, yes: words(), unknown: words() },
  }
}
