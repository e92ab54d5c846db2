import { type Ask, middleOfThree } from '../ask.js'
import type { Kind } from '../assessments.js'
import type { OneBudget } from '../questions/one-budget.js'
import type { WithStatement } from '../questions/statement.js'
import { type Section, shown, table, times } from '../section.js'

/** One budget beside two hand-written versions and a plain one in decimal.js. */
export async function oneBudget(ask: Ask): Promise<Section> {
  const of = (kind: Kind) =>
    middleOfThree(
      () => ask<OneBudget>('one-budget', kind),
      (one) => one.allocate.median / one.itemised.median,
    )
  const named = await of('named')
  const mixed = await of('mixed')
  const { allocate, both } = await ask<WithStatement>('statement')
  return {
    text: `## One budget

${told('Every answer the name of a level', named)}

${told('With points between levels, evidence, views, blanks and reasons', mixed)}

The same with the statement that a family reads:

${table(
  ['', 'µs', 'to `allocate`'],
  [
    ['`allocate`', shown(allocate), ''],
    ['`allocate` and `explain`, as text', shown(both), times(both, allocate)],
  ],
)}`,
    targets: [
      {
        what: '`allocate` with every step, beside integers by hand, itemised',
        measured: named.allocate.median / named.itemised.median,
        most: 3,
        unit: '×',
      },
    ],
  }
}

function told(title: string, { handwritten, itemised, naive, allocate }: OneBudget): string {
  return `${title}:

${table(
  ['', 'µs', '`allocate` to this'],
  [
    ['By hand, figures only', shown(handwritten), times(allocate, handwritten)],
    ['By hand, itemised: splits, totals and flags, no working', shown(itemised), times(allocate, itemised)],
    ['decimal.js as one would first write it, figures only', shown(naive), times(allocate, naive)],
    ['`allocate`, with every step', shown(allocate), ''],
  ],
)}`
}
