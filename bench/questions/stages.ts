import { raiseFlags } from '../../src/allocate/flags.js'
import { allocateLine } from '../../src/allocate/line.js'
import { fundersOf, outcomesOf, streamTotals, totalOf } from '../../src/allocate/totals.js'
import { planOf } from '../../src/load/table.js'
import { readCase } from '../../src/score/read-assessment.js'
import { explainScores, scoreNodes } from '../../src/score/score.js'
import { assessments } from '../assessments.js'
import { interleaved, type Timing } from '../rounds.js'
import { westmarch } from '../westmarch.js'

/** Where the time of one `allocate` goes, in microseconds: each stage by itself on the same prepared cases. */
export function measure(): Record<string, Timing> {
  const plan = planOf(westmarch())
  const cases = assessments(200, 3, 'named').map((assessment) => {
    const { reading } = readCase(plan, assessment)
    if (!reading) throw new RangeError('The assessment does not fit')
    const nodes = scoreNodes(plan, reading)
    const scene = { plan, reading, nodes, sums: null }
    const lines = plan.lines.map((line) => allocateLine(line, scene))
    return { assessment, reading, nodes, scene, lines, streams: streamTotals(lines), total: totalOf(lines) }
  })
  type Case = (typeof cases)[number]
  const on = (work: (one: Case) => number) => (i: number) => work(cases[i % cases.length] as Case)
  return interleaved(
    {
      'read the assessment': on(({ assessment }) => readCase(plan, assessment).reading?.points.length ?? 0),
      'add up the points': on(({ reading }) => scoreNodes(plan, reading).length),
      'working of the scores': on(({ reading, nodes }) => explainScores(plan, reading, nodes).length),
      'lines, with steps and splits': on(({ scene }) => {
        let steps = 0
        for (const line of plan.lines) steps += allocateLine(line, scene).steps.length
        return steps
      }),
      'totals by stream': on(({ lines }) => streamTotals(lines).length + totalOf(lines).settled),
      'totals by funder and outcome': on(({ lines }) => fundersOf(plan, lines).length + outcomesOf(plan, lines).length),
      'flags, with evidence': on(
        ({ scene, lines, streams, total }) => raiseFlags(scene, lines, streams, total).flags.length,
      ),
    },
    20,
  )
}
