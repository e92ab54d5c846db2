import type { Allows, Cell, Placed } from '../book.js'
import type { Expression } from '../formula/expression.js'
import type { Places } from '../formula/places.js'
import { written } from '../formula/written.js'
import type { Asks, Program } from '../program/program.js'
import { answerCell } from '../sheets/answer-cell.js'

/** A column that is filled in. */
export interface InputColumn {
  /** The input. */
  readonly id: string
  /** Its name in any sheet of cases for these tables. */
  readonly name: string
  /** What is asked, as the family reads it. */
  readonly title: string
  /** In digits. */
  readonly width: number
  /** Its cells, while they are blank. */
  readonly cell: Cell<Placed>
}

/** The inputs as columns, in the order of the questionnaire. `table`: where lists of names stand. */
export function inputColumns(
  program: Program,
  names: ReadonlyMap<string, string>,
  table: Places,
): readonly InputColumn[] {
  return program.inputs.map((input) => {
    const { id, label, asks } = input
    const { style, allows } = answerCell(input, program)
    return {
      id,
      name: names.get(id) ?? id,
      title: label,
      width: id === 'case' ? REFERENCE : widthOf(asks, label),
      cell: { style, value: null, ...(allows ? { allows: ruleAt(allows, table) } : {}) },
    }
  })
}

/** The width of the references, in digits. */
export const REFERENCE = 20

/** Wide enough for what is typed, and for what is asked in so many lines above it. */
function widthOf(asks: Asks, label: string): number {
  return Math.min(WIDEST, Math.max(typedIn(asks), Math.ceil(label.length / LINES) + 3))
}
const WIDEST = 30
const LINES = 4

function typedIn(asks: Asks): number {
  switch (asks.is) {
    case 'name':
    case 'one-of':
    case 'words':
      return 15
    case 'number':
      return 10
    case 'pounds':
    case 'day':
      return 12
  }
}

function ruleAt(allows: Allows<Expression>, table: Places): Allows<Placed> {
  return allows.is === 'range' ? { is: 'range', range: { text: written(allows.range, table), value: '' } } : allows
}
