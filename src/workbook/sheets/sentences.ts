import type { Cell, Sheet } from '../book.js'
import { cell, type Expression } from '../formula/expression.js'
import type { Block } from '../program/program.js'
import { literals } from './literals.js'

/** A text longer than this stands once on the Table sheet, and formulas read it there: they have room for few words. */
const LONGEST = 120

const ID = 'sentences'

/** The sentences that formulas of a sheet show, and the sheet with formulas that read them. */
export function setApart(sheet: Sheet<Expression>): {
  readonly sheet: Sheet<Expression>
  readonly blocks: readonly Block[]
} {
  const all = sheet.rows.flatMap(({ cells }) =>
    cells.flatMap((one) => (one && 'formula' in one ? literals(one.formula) : [])),
  )
  const sentences = [...new Set(all.filter((text) => text.length > LONGEST))]
  if (sentences.length === 0) return { sheet, blocks: [] }
  const at = new Map(sentences.map((text, row) => [text, row]))
  const apart = (one: Cell<Expression>): Cell<Expression> =>
    'formula' in one ? { ...one, formula: reading(one.formula, at) } : one
  return {
    sheet: { ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((one) => one && apart(one)) })) },
    blocks: [
      {
        id: ID,
        title: 'Sentences that the sheet Result shows where they apply',
        source: '',
        columns: [{ is: 'text', title: 'Sentence' }],
        rows: sentences.map((text) => [text]),
      },
    ],
  }
}

/** The same formula, which reads its long texts from the Table sheet. */
function reading(formula: Expression, at: ReadonlyMap<string, number>): Expression {
  switch (formula.is) {
    case 'text': {
      const row = at.get(formula.value)
      return row === undefined ? formula : cell(ID, row, 0)
    }
    case 'infix':
      return { ...formula, left: reading(formula.left, at), right: reading(formula.right, at) }
    case 'call':
      return { ...formula, of: formula.of.map((one) => reading(one, at)) }
    case 'number':
    case 'input':
    case 'quantity':
    case 'cell':
    case 'range':
      return formula
  }
}
