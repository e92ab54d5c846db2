import { type Expression, infix } from '../formula/expression.js'
import { READY } from '../formula/guarded.js'
import type { Quantity } from '../program/program.js'
import { depthOf, partsOf, readBy, sizeOf } from './parts.js'

/** A formula grows to so many names, figures and signs, and so many calls within calls, and can still be followed. */
const LARGEST = 120
const DEEPEST = 24

/**
 * The quantities that some others are worked out from, in as few formulas as can still be followed: what only one
 * formula reads stands in that formula. `kept` stay for themselves, whoever reads them. Everything that is left comes to
 * what it came to before.
 */
export function inlined(quantities: readonly Quantity[], kept: ReadonlySet<string>): readonly Quantity[] {
  const needed = reached(quantities, kept)
  const counts = countsOf(needed)
  const before = new Map<string, Quantity>()
  const cells = new Set([...kept, READY])
  for (const one of needed) {
    const mayGo = (id: string): Expression | null => {
      const found = before.get(id)
      if (!found || cells.has(id) || (found.waits && !one.waits)) return null
      return isAlias(found.formula) || (counts.get(id) === 1 && !mayBeBlank(found.formula)) ? found.formula : null
    }
    const formula = filled(one.formula, mayGo)
    for (const id of readBy(formula)) cells.add(id)
    before.set(one.id, { ...one, formula })
  }
  return [...before.values()].filter(({ id }) => cells.has(id))
}

/** What the kept ones are worked out from, and they themselves, in their order. */
function reached(quantities: readonly Quantity[], kept: ReadonlySet<string>): readonly Quantity[] {
  const needed = new Set([...kept, READY])
  return [...quantities]
    .reverse()
    .filter(({ id, formula }) => {
      if (!needed.has(id)) return false
      for (const read of readBy(formula)) needed.add(read)
      return true
    })
    .reverse()
}

function countsOf(quantities: readonly Quantity[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { formula } of quantities) for (const id of readBy(formula)) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/** What only says another quantity again, or a figure that is fixed. */
function isAlias({ is }: Expression): boolean {
  return is === 'quantity' || is === 'number'
}

/** Whether a formula may come to a blank cell, which counts as 0 once it stands in a cell of its own. */
function mayBeBlank(formula: Expression): boolean {
  switch (formula.is) {
    case 'input':
    case 'cell':
    case 'range':
      return true
    case 'call':
      if (formula.name === 'IF') return formula.of.slice(1).some(mayBeBlank)
      return formula.name === 'INDEX' || (formula.name === 'IFERROR' && formula.of.some(mayBeBlank))
    case 'number':
    case 'text':
    case 'quantity':
    case 'infix':
      return false
  }
}

/** Sums count the numbers among cells and pass over texts, which they do not among anything else. */
const PASSING_OVER: ReadonlySet<string> = new Set(['SUM', 'MAX', 'MIN'])

/** The formula with what it reads written into it, as long as it can be followed. */
function filled(formula: Expression, mayGo: (id: string) => Expression | null): Expression {
  let room = LARGEST - sizeOf(formula)
  const go = (one: Expression, depth: number, among: boolean): Expression => {
    switch (one.is) {
      case 'quantity': {
        const found = mayGo(one.id)
        if (!found || (among && !isFigure(found) && found.is !== 'quantity')) return one
        const more = sizeOf(found) - 1
        if (more > room || depth + depthOf(found) > DEEPEST) return one
        room -= more
        return found
      }
      case 'infix':
        return infix(go(one.left, depth, false), one.by, go(one.right, depth, false))
      case 'call': {
        const { name } = one
        const within = (at: number) => PASSING_OVER.has(name) || (among && name === 'IF' && at > 0)
        return { ...one, of: one.of.map((part, at) => go(part, depth + 1, within(at))) }
      }
      case 'number':
      case 'text':
      case 'input':
      case 'cell':
      case 'range':
        return one
    }
  }
  return go(formula, 0, false)
}

/** Whether a formula comes to a number whatever it reads, or to an error. */
function isFigure(formula: Expression): boolean {
  switch (formula.is) {
    case 'number':
      return true
    case 'infix':
      return ['+', '-', '*', '/'].includes(formula.by)
    case 'call':
      if (formula.name === 'IF') return formula.of.length === 3 && partsOf(formula).slice(1).every(isFigure)
      return ['INT', 'MAX', 'MIN', 'SUM', 'MATCH', 'LEN', 'SUMIF', 'COUNTIF'].includes(formula.name)
    case 'text':
    case 'input':
    case 'quantity':
    case 'cell':
    case 'range':
      return false
  }
}
