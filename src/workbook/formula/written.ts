import type { Expression, Infix } from './expression.js'
import type { Places } from './places.js'

/** What Excel allows in one formula. LibreOffice allows more. */
const LIMIT = { characters: 8191, bytes: 16_384, levels: 64, arguments: 255, literal: 255, digits: 15 } as const

const RANK: Readonly<Record<Infix, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '<=': 1,
  '>': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
}
const WHOLE = 5

/** A part of a formula: how tightly it holds together, how deeply it nests, and the bytes that Excel keeps it in. */
interface Part {
  readonly text: string
  readonly rank: number
  readonly levels: number
  readonly bytes: number
}

/**
 * The text of a formula, without the `=` before it. Brackets stand only where the value would be another without them.
 * Texts of more than 255 characters are joined of several.
 *
 * Throws a RangeError that names the limit where a spreadsheet cannot hold it: 8,191 characters, 64 levels, 255
 * arguments, 16,384 bytes as Excel keeps it, a number of more than 15 digits, a character that no file can have.
 *
 * `written(infix(input('a'), '*', sumOf([number(2), number(0.5)])), places)` is `Inputs!$B$2*(2+0.5)`.
 */
export function written(expression: Expression, places: Places): string {
  return part(expression, places).text
}

function part(expression: Expression, places: Places): Part {
  const one = unchecked(expression, places)
  if (one.text.length > LIMIT.characters)
    throw new RangeError('The formula is longer than 8,191 characters, the most that a spreadsheet takes.')
  if (one.levels > LIMIT.levels)
    throw new RangeError('The formula nests more than 64 levels, the most that a spreadsheet takes.')
  if (one.bytes > LIMIT.bytes)
    throw new RangeError('The formula takes more than 16,384 bytes, the most that Excel keeps of one.')
  return one
}

function unchecked(expression: Expression, places: Places): Part {
  switch (expression.is) {
    case 'number':
      return whole(numeral(expression.value), 10)
    case 'text':
      return literal(expression.value)
    case 'input':
      return whole(places.input(expression.id), 9)
    case 'quantity':
      return whole(places.quantity(expression.id), 9)
    case 'cell':
      return whole(places.cell(expression.block, expression.row, expression.column), 9)
    case 'range':
      return whole(places.range(expression.block, expression.first, expression.last), 15)
    case 'infix': {
      const rank = RANK[expression.by]
      const left = bracketed(part(expression.left, places), rank)
      const right = bracketed(part(expression.right, places), expression.by === '&' ? rank : rank + 1)
      return { ...together(`${left.text}${expression.by}${right.text}`, [left, right], 0, 1), rank }
    }
    case 'call': {
      const { name, of } = expression
      if (of.length > LIMIT.arguments)
        throw new RangeError(`${name} is given more than 255 arguments, the most that a spreadsheet takes.`)
      const parts = of.map((one) => part(one, places))
      return together(`${name}(${parts.map((one) => one.text).join(',')})`, parts, 1, 16)
    }
  }
}

function whole(text: string, bytes: number): Part {
  return { text, rank: WHOLE, levels: 0, bytes }
}

function together(text: string, parts: readonly Part[], levels: number, bytes: number): Part {
  return {
    text,
    rank: WHOLE,
    levels: levels + Math.max(0, ...parts.map((one) => one.levels)),
    bytes: parts.reduce((sum, one) => sum + one.bytes, bytes),
  }
}

function bracketed(one: Part, least: number): Part {
  return one.rank < least ? together(`(${one.text})`, [one], 1, 1) : one
}

/** The numeral that reads back as the same number in a program that keeps 15 digits of what it reads. */
function numeral(value: number): string {
  if (!Number.isFinite(value) || (value !== 0 && Math.abs(value) < 1e-300) || Math.abs(value) > 1e300)
    throw new RangeError(`${value} is no number that a spreadsheet can hold.`)
  if (Number(value.toPrecision(LIMIT.digits)) !== value)
    throw new RangeError(`${value} needs more than 15 digits, the most that a spreadsheet reads.`)
  return (value === 0 ? '0' : String(value)).replace('e', 'E')
}

/** A text in quotes, or several with `&` between them where one would be too long. */
function literal(value: string): Part {
  const bad = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(value)
  if (bad) {
    const code = bad[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
    throw new RangeError(`A text with the character U+${code}, which a workbook cannot hold.`)
  }
  const pieces = ['']
  for (const character of value) {
    const quoted = character === '"' ? '""' : character
    const last = pieces.at(-1) ?? ''
    if (last.length + quoted.length > LIMIT.literal) pieces.push(quoted)
    else pieces[pieces.length - 1] = last + quoted
  }
  const text = pieces.map((piece) => `"${piece}"`).join('&')
  return { text, rank: pieces.length === 1 ? WHOLE : RANK['&'], levels: 0, bytes: 2 * value.length + 4 * pieces.length }
}
