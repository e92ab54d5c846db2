import { numberText } from './number-text.js'

/** What a cell can show instead of a value. */
export type ErrorName = '#DIV/0!' | '#N/A' | '#NUM!' | '#REF!' | '#VALUE!'
export interface ErrorValue {
  readonly error: ErrorName
}

/** What a formula's cell comes to. */
export type Value = number | string | ErrorValue

/** What a part of a formula comes to: also yes or no, and null for a cell that is blank. */
export type Content = Value | boolean | null

export function errorValue(error: ErrorName): ErrorValue {
  return { error }
}

export function isError(content: Content): content is ErrorValue {
  return typeof content === 'object' && content !== null
}

/** As a number: blank is 0, yes 1, no 0, and a text is what it reads as, or an error. */
export function numberOf(content: Content): number | ErrorValue {
  if (typeof content === 'number' || isError(content)) return content
  if (typeof content === 'string') return numeric(content) ?? errorValue('#VALUE!')
  return content === true ? 1 : 0
}

/** As a text: blank is ''. */
export function textOf(content: Content): string | ErrorValue {
  if (typeof content === 'string' || isError(content)) return content
  if (typeof content === 'number') return numberText(content)
  return content === null ? '' : content ? 'TRUE' : 'FALSE'
}

/** As a condition: any number but 0 is yes, blank is no, and a text is an error. */
export function truthOf(content: Content): boolean | ErrorValue {
  if (typeof content === 'boolean' || isError(content)) return content
  return typeof content === 'string' ? errorValue('#VALUE!') : content !== null && content !== 0
}

/** The number that a text reads as in every locale, or null. */
export function numeric(text: string): number | null {
  return /^ *[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)? *$/i.test(text) ? Number(text) : null
}

/** Texts are equal whatever the case of their letters. */
export function folded(text: string): string {
  return text.toLowerCase()
}

/**
 * Below 0, 0 or above 0, as the first is less than, equal to or more than the second. Numbers come before texts, texts
 * before no and yes; blank is equal to 0 and to ''. Which of two texts comes first depends on the language of the
 * reader's spreadsheet: only whether they are equal can be relied on.
 */
export function compared(left: Exclude<Content, ErrorValue>, right: Exclude<Content, ErrorValue>): number {
  const one = left ?? blankLike(right)
  const other = right ?? blankLike(left)
  if (typeof one === 'string' && typeof other === 'string') return order(folded(one), folded(other))
  const [first, second] = [kind(one), kind(other)]
  return first === second ? Number(one) - Number(other) : first - second
}

function blankLike(other: number | string | boolean | null): number | string | boolean {
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0
}

function kind(content: number | string | boolean): number {
  return typeof content === 'number' ? 0 : typeof content === 'string' ? 1 : 2
}

function order(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}
