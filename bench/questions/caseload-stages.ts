import { block } from '../../src/caseload/block.js'
import { reader } from '../../src/caseload/reader.js'
import { openCaseload } from '../../src/caseload/run.js'
import { levelsRead, tableRun } from '../../src/caseload/table-run.js'
import { write } from '../../src/caseload/write.js'
import { planOf } from '../../src/load/table.js'
import { addUp } from '../../src/score/score.js'
import { caseload } from '../caseload.js'
import { interleaved, type Timing } from '../rounds.js'
import { westmarch } from '../westmarch.js'

const N = 1024

/**
 * Where the time of a caseload goes, in microseconds for a block of 1,024 cases whose parts have all been met before;
 * and, for scale, one look-up for each code and nothing else.
 */
export function measure(): Record<string, Timing> {
  const table = westmarch()
  const plan = planOf(table)
  const { columns } = caseload(N, 5, 'named')
  const paths = Object.entries(columns)
  const dictionary = Object.fromEntries(paths.map(([path, { values }]) => [path, values]))
  const codes = Object.fromEntries(paths.map(([path, { codes }]) => [path, codes]))
  const cases = block(plan, N, levelsRead(plan))
  const rows = reader([plan], [cases], dictionary)
  rows.read(codes, N)
  const run = tableRun(cases)
  run.work(N)
  const out = openCaseload(table, dictionary).out(N)
  const at = () => ({ facts: [], levels: [], scored: true, nodes: [] })
  const tables = paths.map(([, { codes }]) => ({ codes, worth: new Float64Array(256).fill(1) }))
  const sums = new Float64Array(N)
  return interleaved(
    {
      'read the codes, column by column': () => rows.read(codes, N).length,
      'add up the points': () => {
        addUp(plan, { n: N, stride: N, points: cases.points, nodes: cases.nodes, at })
        return cases.nodes[0] ?? 0
      },
      'points, lines, totals and flags together': () => {
        run.work(N)
        return run.total.settled[0] ?? 0
      },
      'write the results': () => {
        write([run], out, N, 0)
        return out.total.settled[0] ?? 0
      },
      'for scale: one look-up for each code': () => {
        for (const { codes, worth } of tables) lookUp(codes, worth, sums)
        return sums[0] ?? 0
      },
    },
    25,
  )
}

function lookUp(codes: Uint8Array | Uint16Array | Uint32Array, worth: Float64Array, sums: Float64Array): void {
  for (let i = 0; i < N; i++) sums[i] = worth[codes[i] ?? 0] ?? 0
}
