import type { Entry, Program } from '../program/program.js'
import { compile } from './compile.js'
import type { Expression } from './expression.js'
import { guarded } from './guarded.js'
import type { Rows, Run, Scope } from './run.js'
import { type Content, isError, type Value } from './value.js'

/** What is filled in, by the input's id. A blank is '' or is not there; a day is a serial number of the 1900 system. */
export type Inputs = ReadonlyMap<string, string | number>

/** The rows of some blocks in place of the program's own: a price that was changed in a draft. */
export type Figures = ReadonlyMap<string, readonly (readonly Entry[])[]>

/** What a quantity comes to, by its id. Throws an Error where there is no such quantity. */
export type Values = (id: string) => Value

/**
 * Works a program out as a spreadsheet does, for the values that stand in a workbook before anyone opens it. It is
 * made ready once and then called for each assessment.
 *
 * Where Excel and LibreOffice differ it is as in Excel: a formula that comes to a blank cell is 0, and of a text every
 * UTF-16 unit is a character. Numbers are compared exactly; both programs take numbers for equal that differ only after
 * 15 digits. Throws an Error at a formula that names what there is not or what comes later, or comes to TRUE or FALSE.
 *
 * `evaluator(program)(new Map([['answers/reading', 'some help']]))('total/settled')` is 480000, in pence.
 */
export function evaluator(program: Program): (inputs: Inputs, figures?: Figures) => Values {
  const blocks = program.tables.flatMap((table) => table.blocks)
  const inputAt = places('input', program.inputs)
  const blockAt = places('block', blocks)
  const quantityAt = places('quantity', program.quantities)
  const formulas = program.quantities.map((one, at) => {
    const formula = guarded(one)
    if (isTruth(formula)) throw new Error(`${one.id} comes to TRUE or FALSE: say IF(…,1,0).`)
    const scope: Scope = {
      input: (id) => placeOf(inputAt, id, `${one.id} reads the input`),
      block: (id) => placeOf(blockAt, id, `${one.id} reads the block`),
      quantity: (id) => {
        const before = placeOf(quantityAt, id, `${one.id} reads the quantity`)
        if (before >= at) throw new Error(`${one.id} reads ${id}, which is not worked out before it.`)
        return before
      },
    }
    return compile(formula, scope)
  })
  const own: readonly Rows[] = blocks.map((block) => block.rows)
  return (inputs, figures) => {
    const filled: Content[] = program.inputs.map(() => null)
    for (const [id, content] of inputs)
      filled[placeOf(inputAt, id, 'there is no input')] = content === '' ? null : content
    const values: Value[] = []
    const run: Run = {
      inputs: filled,
      blocks: figures ? blocks.map((block) => figures.get(block.id) ?? block.rows) : own,
      values,
    }
    for (const formula of formulas) values.push(settled(formula(run)))
    return (id) => values[placeOf(quantityAt, id, 'there is no quantity')] ?? ''
  }
}

/** What a cell keeps of what its formula comes to. */
function settled(content: Content): Value {
  return typeof content === 'string' || isError(content) ? content : Number(content)
}

/** Whether a formula may come to TRUE or FALSE, which the programs count, compare and add up in different ways. */
function isTruth(expression: Expression): boolean {
  switch (expression.is) {
    case 'infix':
      return ['=', '<>', '<', '<=', '>', '>='].includes(expression.by)
    case 'call':
      if (expression.name === 'IF') return expression.of.length < 3 || expression.of.slice(1).some(isTruth)
      if (expression.name === 'IFERROR') return expression.of.some(isTruth)
      return expression.name === 'EXACT' || expression.name === 'ISNUMBER'
    default:
      return false
  }
}

function places(what: string, all: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  const found = new Map(all.map((one, at) => [one.id, at]))
  if (found.size < all.length) throw new Error(`There are two of one ${what}.`)
  return found
}

function placeOf(found: ReadonlyMap<string, number>, id: string, what: string): number {
  const at = found.get(id)
  if (at === undefined) throw new Error(`${what} ${id}, which there is not.`)
  return at
}
