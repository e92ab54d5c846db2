import type { CaseProblem } from '../../caseload/columns.js'
import { type Out, openCaseload, type Run } from '../../caseload/run.js'
import type { BadRow } from '../../caseload/sheet/bad-row.js'
import type { AllocationTable } from '../../load/table.js'
import { BLOCK, type Block } from './block.js'
import { openBytes, takeBytes } from './bytes.js'
import type { Columns } from './csv-filling.js'
import { badReferences, errorsIn } from './errors.js'
import { countedBy, type ResultWriter, type Writing } from './results.js'
import { count, openTally, type Tally } from './tally.js'

/** Where the rows of a caseload go. */
export interface Sinks {
  /** Results of good rows, in the order of the input. */
  readonly results: (bytes: Buffer) => void
  /** What is wrong with bad ones. */
  readonly errors: (errors: readonly BadRow[]) => void
  /** Called after each block, with the tally so far. */
  readonly progress: (tally: Tally) => void
}

/** Works out block after block, and says what all of them come to. `sheet` is null for lines of JSON. */
export async function work(
  blocks: AsyncIterable<Block>,
  tables: readonly AllocationTable[],
  sheet: Columns | null,
  writing: Writing,
  sinks: Sinks,
): Promise<Tally> {
  let engine = start(tables, {}, writing)
  const tally = openTally(engine.out)
  const bytes = openBytes()
  sinks.results(Buffer.from(engine.writer.head))
  for await (const block of blocks) {
    if (engine.dictionary !== block.dictionary) engine = start(tables, block.dictionary, writing)
    const { run, out, writer } = engine
    const problems = [...badReferences(block), ...(block.n > 0 ? run.work(block.codes, block.n, out, 0) : [])]
    const good = goodIn(block, problems)
    for (let at = 0; at < block.n; at++)
      if (good[at] === 1) writer.row(bytes, block.rows[at] ?? 0, block.cases[at] ?? '', at)
    sinks.results(takeBytes(bytes))
    count(tally, out, good, block.n)
    const errors = errorsIn(block, problems, sheet)
    if (errors.length > 0) sinks.errors(errors)
    tally.blank += block.blank
    tally.bad += new Set(errors.map(({ row }) => row)).size
    sinks.progress(tally)
  }
  return tally
}

interface Engine {
  readonly dictionary: Block['dictionary']
  readonly run: Run
  readonly out: Out
  readonly writer: ResultWriter
}

function start(tables: readonly AllocationTable[], dictionary: Block['dictionary'], writing: Writing): Engine {
  const run = openCaseload(tables, dictionary, BLOCK)
  const out = run.out(BLOCK)
  return { dictionary, run, out, writer: writing(out, run.tables, countedBy(tables)) }
}

/** Which cases of a block have a result: 1, and 0 where something is wrong. */
function goodIn({ n }: Block, problems: readonly CaseProblem[]): Uint8Array {
  const good = new Uint8Array(n).fill(1)
  for (const { row } of problems) good[row] = 0
  return good
}
