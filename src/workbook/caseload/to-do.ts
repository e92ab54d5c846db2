import { type Expression, equals, iff, infix, joined, number, quantity, text } from '../formula/expression.js'
import { READY } from '../formula/guarded.js'
import type { Program, Quantity } from '../program/program.js'
import type { Results } from './results.js'
import { chunks } from './row-program.js'

const ID = 'to-do'

/** What is still to do in a row: the first thing, by the name of its column, and how many more there are. */
export function toDo({ inputs, quantities }: Program, names: ReadonlyMap<string, string>): Results {
  const checked = inputs.flatMap(({ id, check }) => (check === null ? [] : [{ name: names.get(id) ?? id, check }]))
  const parts = chunks(checked).map((some, i): Quantity => {
    const formula = some.reduceRight<Expression>(
      (rest, { name, check }) =>
        iff(equals(quantity(check), text('')), rest, joined([text(`${name}: `), quantity(check)])),
      text(''),
    )
    return { ...about, id: `${ID}/${i + 1}`, formula }
  })
  const first = parts.reduceRight<Expression>(
    (rest, { id }) => iff(equals(quantity(id), text('')), rest, quantity(id)),
    quantities.some(({ id }) => id === 'unsound') ? iff(unsound, text(BAD_TABLE), text(OTHER)) : text(OTHER),
  )
  const rest = joined([text(' And '), infix(quantity('missing'), '-', number(1)), text(' more.')])
  const more = iff(infix(quantity('missing'), '>', number(1)), rest, text(''))
  const formula = iff(equals(quantity(READY), number(1)), text(''), joined([first, more]))
  return {
    columns: [{ name: ID, title: 'Still to do', id: ID, style: 'check', width: 40 }],
    quantities: [...parts, { ...about, id: ID, formula }],
  }
}

const OTHER = 'Something in this row is missing or wrong.'
const BAD_TABLE = 'A figure of the sheet Table cannot be as it is now.'
const unsound = infix(quantity('unsound'), '>', number(0))

const about: Omit<Quantity, 'id' | 'formula'> = {
  label: 'Still to do',
  unit: 'text',
  section: '',
  waits: false,
}
