import { visibleLines } from '../../visible.js'

/**
 * A formula before it has a place: what it reads is named, so the same one can stand in a column of steps for one child
 * and in a row of a caseload. Only what every spreadsheet of the last twenty years has.
 */
export type Expression =
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'text'; readonly value: string }
  /** What a person fills in, by the input's id. */
  | { readonly is: 'input'; readonly id: string }
  /** What another formula comes to, by the quantity's id. */
  | { readonly is: 'quantity'; readonly id: string }
  /** One figure of the Table sheet: a block, the row from 0, the column from 0. */
  | { readonly is: 'cell'; readonly block: string; readonly row: number; readonly column: number }
  /** Columns of a block from top to bottom, the first and the last inclusive. */
  | { readonly is: 'range'; readonly block: string; readonly first: number; readonly last: number }
  | { readonly is: 'infix'; readonly by: Infix; readonly left: Expression; readonly right: Expression }
  | { readonly is: 'call'; readonly name: FunctionName; readonly of: readonly Expression[] }

export type Infix = '+' | '-' | '*' | '/' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>='

/** Every function a workbook may call. None is younger than Excel 2007, and none depends on the language or the locale. */
export const FUNCTIONS = [
  'IF',
  'IFERROR',
  'INDEX',
  'MATCH',
  'EXACT',
  'ISNUMBER',
  'LEN',
  'TRIM',
  'INT',
  'MAX',
  'MIN',
  'SUM',
  'YEAR',
  'MONTH',
  'DAY',
  'DATE',
] as const
export type FunctionName = (typeof FUNCTIONS)[number]

export function number(value: number): Expression {
  return { is: 'number', value }
}

/** A text; what cannot be seen in it shows as `�`, as it does in any cell. */
export function text(value: string): Expression {
  return { is: 'text', value: visibleLines(value) }
}

export function input(id: string): Expression {
  return { is: 'input', id }
}

export function quantity(id: string): Expression {
  return { is: 'quantity', id }
}

export function cell(block: string, row: number, column: number): Expression {
  return { is: 'cell', block, row, column }
}

export function range(block: string, first: number, last = first): Expression {
  return { is: 'range', block, first, last }
}

export function infix(left: Expression, by: Infix, right: Expression): Expression {
  return { is: 'infix', by, left, right }
}

export function call(name: FunctionName, ...of: readonly Expression[]): Expression {
  return { is: 'call', name, of }
}

/** `yes` where the condition holds, and otherwise `no`. */
export function iff(condition: Expression, yes: Expression, no: Expression): Expression {
  return call('IF', condition, yes, no)
}

export function equals(left: Expression, right: Expression): Expression {
  return infix(left, '=', right)
}

/** The sum of some expressions; 0 of none. */
export function sumOf(all: readonly Expression[]): Expression {
  return all.length === 0 ? number(0) : all.reduce((sum, one) => infix(sum, '+', one))
}

/** Texts set one after the other; nothing of none. */
export function joined(all: readonly Expression[]): Expression {
  return all.length === 0 ? text('') : all.reduce((sum, one) => infix(sum, '&', one))
}
