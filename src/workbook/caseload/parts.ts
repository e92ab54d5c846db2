import type { Expression } from '../formula/expression.js'

/** What an expression is made of, one level down, from left to right. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.is) {
    case 'infix':
      return [expression.left, expression.right]
    case 'call':
      return expression.of
    case 'number':
    case 'text':
    case 'input':
    case 'quantity':
    case 'cell':
    case 'range':
      return []
  }
}

/** The quantities that an expression reads, each as often as it reads it. */
export function readBy(expression: Expression): readonly string[] {
  return expression.is === 'quantity' ? [expression.id] : partsOf(expression).flatMap(readBy)
}

/** Whether an expression reads anything that is filled in. */
export function readsInput(expression: Expression): boolean {
  return expression.is === 'input' || partsOf(expression).some(readsInput)
}

/** How large an expression is: itself and everything in it. */
export function sizeOf(expression: Expression): number {
  return partsOf(expression).reduce((sum, one) => sum + sizeOf(one), 1)
}

/** How deeply calls stand within calls. */
export function depthOf(expression: Expression): number {
  const below = partsOf(expression).reduce((most, one) => Math.max(most, depthOf(one)), 0)
  return below + (expression.is === 'call' ? 1 : 0)
}
