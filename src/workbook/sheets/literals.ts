import type { Expression } from '../formula/expression.js'

/** Every text that stands in a formula as it is, in the order in which they are written. */
export function literals(expression: Expression): readonly string[] {
  switch (expression.is) {
    case 'text':
      return [expression.value]
    case 'infix':
      return [...literals(expression.left), ...literals(expression.right)]
    case 'call':
      return expression.of.flatMap(literals)
    case 'number':
    case 'input':
    case 'quantity':
    case 'cell':
    case 'range':
      return []
  }
}

/** The longest of them; '' where there is none. */
export function longestLiteral(expression: Expression): string {
  return literals(expression).reduce((longest, one) => (one.length > longest.length ? one : longest), '')
}

/** The room for what is worked out elsewhere: most of it is a number or a short name. */
const SHORT = 8

/** About how many characters a formula can come to. */
export function reach(expression: Expression): number {
  switch (expression.is) {
    case 'text':
      return expression.value.length
    case 'infix':
      return expression.by === '&' ? reach(expression.left) + reach(expression.right) : SHORT
    case 'call':
      return expression.name === 'IF' || expression.name === 'IFERROR'
        ? Math.max(...expression.of.slice(expression.name === 'IF' ? 1 : 0).map(reach))
        : SHORT
    case 'number':
    case 'input':
    case 'quantity':
    case 'cell':
    case 'range':
      return SHORT
  }
}
