import { type Ask, middleOfThree } from '../ask.js'
import type { Kind } from '../assessments.js'
import type { Caseload } from '../questions/caseloads.js'
import { type Section, shown, table, times } from '../section.js'

/** Every plan of England, January 2025. */
export const ENGLAND = 638_745

/** Whole caseloads, columns in and columns out, beside typed arrays by hand. */
export async function caseloads(ask: Ask): Promise<Section> {
  const of = (kind: Kind, cases: number, rounds: number) => ask<Caseload>('caseloads', kind, cases, rounds)
  const few = [await of('named', 1000, 15), await of('named', 10_000, 15)]
  const many = await of('named', 100_000, 11)
  const all = await middleOfThree(
    () => of('named', ENGLAND, 5),
    ({ library, byHand }) => library.median / byHand.median,
  )
  const mixed = await of('mixed', ENGLAND, 3)
  return {
    text: `## Caseloads

Columns in, columns out: every line's state and figure, streams, the total and all flags.

${told('Every answer the name of a level', [...few, many, all])}

From ${many.cases.toLocaleString('en')} cases on, the cost follows the number of cases to the power of ${growth(many, all)}.

${told('With points between levels, blanks and other ways of writing', [mixed])}`,
    targets: [
      {
        what: `caseload of ${ENGLAND.toLocaleString('en')}, beside typed arrays by hand`,
        measured: all.library.median / all.byHand.median,
        most: 2.5,
        unit: '×',
      },
    ],
  }
}

function told(title: string, sizes: readonly Caseload[]): string {
  return `${title}:

${table(
  [
    'Cases',
    'Typed arrays by hand, ms',
    'by hand, only totals, ms',
    '`allocateCaseload`, ms',
    'to typed arrays',
    'ns a case',
  ],
  sizes.map(({ cases, byHand, totals, library }) => [
    cases.toLocaleString('en'),
    shown(byHand, 1000),
    shown(totals, 1000),
    shown(library, 1000),
    times(library, byHand),
    ((library.median * 1000) / cases).toFixed(0),
  ]),
)}`
}

function growth(smaller: Caseload, larger: Caseload): string {
  const cost = Math.log(larger.library.median / smaller.library.median)
  return (cost / Math.log(larger.cases / smaller.cases)).toFixed(2)
}
