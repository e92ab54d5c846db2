import { capital } from '../../explain/grammar.js'
import { holds, type Row, row, type Sheet, worked } from '../book.js'
import type { Expression } from '../formula/expression.js'
import { guarded } from '../formula/guarded.js'
import type { Quantity, Unit } from '../program/program.js'
import { rowCheck } from './draft.js'
import { footerOf, headerOf, identityRows } from './identity.js'
import { reach } from './literals.js'
import type { Arranging } from './scheme.js'

export const WORKING = 'Working'

const WIDTHS = [6, 54, 24, 26, 56]
const WIDTH = WIDTHS.length

/** Every quantity under its heading, but those that stand beside what they check. */
export function workingSheet(arranging: Arranging): Sheet<Expression> {
  const { inputs, quantities } = arranging.program
  const rows = arranging.program.tables.flatMap(({ blocks }) =>
    blocks.flatMap((block) => block.rows.flatMap((_, at) => rowCheck(block, at)?.id ?? [])),
  )
  const elsewhere = new Set([...inputs.flatMap(({ check }) => (check === null ? [] : [check])), ...rows])
  const here = quantities.filter(({ id }) => !elsewhere.has(id))
  const sections = [...new Set(here.map(({ section }) => section))]
  const ordered = sections.flatMap((section) => here.filter((one) => one.section === section))
  const numbered = ordered.map((of, at) => ({ of, number: at + 1 }))
  return {
    name: WORKING,
    purpose: 'Each step of the working, one a row, section by section. Money is whole pence here.',
    columns: WIDTHS,
    rows: [
      row(holds('title', 'Working', { span: WIDTH })),
      row(
        holds('head', 'No.'),
        holds('head', 'What it is'),
        holds('head-figure', 'What it comes to'),
        holds('head', 'Counted in'),
        holds('head', 'Its name in the programs that check this workbook'),
      ),
      ...identityRows(arranging, WIDTH),
      row(holds('help', HOW, { span: WIDTH })),
      ...numbered.flatMap((one, at) => stepRows(one, numbered[at - 1]?.of.section)),
    ],
    frozen: 2,
    landscape: false,
    header: headerOf(arranging),
    footer: footerOf(arranging),
  }
}

const HOW =
  'Money is counted in whole pence here, so that nothing is lost in rounding; the sheet Result shows it in pounds. ' +
  'Most rows stay empty until the questionnaire is complete.'

interface Numbered {
  readonly of: Quantity
  readonly number: number
}

function stepRows({ of, number }: Numbered, before: string | undefined): Row<Expression>[] {
  const formula = guarded(of)
  const step = row(
    holds('small', number),
    holds('text', capital(of.label)),
    worked('figure', formula, {
      ...formatOf(of),
      room: 'x'.repeat(reach(formula)),
      holds: { is: 'quantity', id: of.id },
    }),
    holds('small', UNITS[of.unit]),
    holds('small', of.id),
  )
  return of.section === before ? [step] : [row(holds('heading', of.section, { span: WIDTH })), step]
}

function formatOf({ unit }: Quantity): { readonly format?: string } {
  return unit === 'day' ? { format: 'yyyy\\-mm\\-dd' } : {}
}

const UNITS: Readonly<Record<Unit, string>> = {
  pence: 'pence',
  hundredths: 'hundredths',
  parts: 'the smallest part of a point',
  points: 'points',
  truth: '1 yes, 0 no, 0.5 not known yet',
  place: 'place in a list, from 1',
  number: 'a number',
  text: 'a word',
  day: 'day',
}
