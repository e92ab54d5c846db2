import { callOf } from './call.js'
import type { Expression, Infix } from './expression.js'
import { entry, finite, type Read, type Scope } from './run.js'
import { compared, type ErrorValue, errorValue, isError, numberOf, textOf } from './value.js'

/** A formula made ready to be worked out many times. Throws an Error at a formula that makes no sense anywhere. */
export function compile(expression: Expression, scope: Scope): Read {
  switch (expression.is) {
    case 'number':
    case 'text': {
      const { value } = expression
      return () => value
    }
    case 'input': {
      const at = scope.input(expression.id)
      return (run) => run.inputs[at] ?? null
    }
    case 'quantity': {
      const at = scope.quantity(expression.id)
      return (run) => run.values[at] ?? null
    }
    case 'cell': {
      const at = scope.block(expression.block)
      const { row, column } = expression
      return (run) => entry(run.blocks[at]?.[row]?.[column])
    }
    case 'range':
      throw new Error(`A range of ${expression.block} stands where one value is wanted.`)
    case 'infix':
      return infixed(compile(expression.left, scope), expression.by, compile(expression.right, scope))
    case 'call':
      return callOf(expression.name, expression.of, scope, compile)
  }
}

function infixed(left: Read, by: Infix, right: Read): Read {
  switch (by) {
    case '+':
      return arithmetic(left, right, (one, other) => one + other)
    case '-':
      return arithmetic(left, right, (one, other) => one - other)
    case '*':
      return arithmetic(left, right, (one, other) => one * other)
    case '/':
      return arithmetic(left, right, (one, other) => (other === 0 ? errorValue('#DIV/0!') : one / other))
    case '&':
      return (run) => {
        const one = textOf(left(run))
        const other = textOf(right(run))
        return isError(one) ? one : isError(other) ? other : one + other
      }
    case '=':
      return comparison(left, right, (order) => order === 0)
    case '<>':
      return comparison(left, right, (order) => order !== 0)
    case '<':
      return comparison(left, right, (order) => order < 0)
    case '<=':
      return comparison(left, right, (order) => order <= 0)
    case '>':
      return comparison(left, right, (order) => order > 0)
    case '>=':
      return comparison(left, right, (order) => order >= 0)
  }
}

function arithmetic(left: Read, right: Read, by: (one: number, other: number) => number | ErrorValue): Read {
  return (run) => {
    const one = numberOf(left(run))
    const other = numberOf(right(run))
    if (isError(one)) return one
    if (isError(other)) return other
    const result = by(one, other)
    return isError(result) ? result : finite(result)
  }
}

function comparison(left: Read, right: Read, holds: (order: number) => boolean): Read {
  return (run) => {
    const one = left(run)
    const other = right(run)
    return isError(one) ? one : isError(other) ? other : holds(compared(one, other))
  }
}
