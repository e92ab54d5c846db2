import type { Ask } from '../ask.js'
import type { Cost, Slopes } from '../questions/slopes.js'
import { type Section, table } from '../section.js'
import { CASES, USUAL } from '../synthetic.js'

const COSTS = ['load', 'allocate', 'caseload'] as const

/** How the cost grows with the table. */
export async function slopes(ask: Ask): Promise<Section> {
  const measured = await ask<Slopes>('slopes')
  return {
    text: `## Slopes

Invented tables of ${USUAL.questions} questions, ${USUAL.lines} lines and ${USUAL.rows} rows a line, of which one grows. The growth is the power of the
size that the cost follows between the last two sizes: 1 is in proportion, 0 not at all. A caseload has ${CASES.toLocaleString('en')} cases.

${(['questions', 'rows', 'lines'] as const).map((of) => told(of, measured[of])).join('\n\n')}`,
  }
}

function told(of: string, costs: readonly Cost[]): string {
  return table(
    [of, 'load, ms', '`allocate`, µs', 'caseload, ns a case'],
    [
      ...costs.map(({ size, load, allocate, caseload }) => [
        String(size),
        (load / 1000).toFixed(1),
        allocate.toFixed(1),
        (caseload * 1000).toFixed(0),
      ]),
      ['growth', ...COSTS.map((cost) => growth(costs, cost).toFixed(2))],
    ],
  )
}

function growth(costs: readonly Cost[], of: (typeof COSTS)[number]): number {
  const [smaller, larger] = costs.slice(-2)
  if (!smaller || !larger) throw new RangeError('At least two sizes are needed')
  return Math.log(larger[of] / smaller[of]) / Math.log(larger.size / smaller.size)
}
