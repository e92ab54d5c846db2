import type { Total } from '../allocate/budget.js'
import { sum } from '../explain/words.js'
import type { Pence } from '../pence.js'

/** What a cell of a result can be. Nothing is the empty text: null would show as 0 in some spreadsheets. */
export type Shown = string | number

/** The rows of a result, all as wide. */
export type ShownRows = readonly (readonly Shown[])[]

/** Pounds as a number, whole pence over a hundred. */
export function pounds(pence: Pence): number {
  return pence / 100
}

/** A total in one cell: a number only when it is settled. One that is open is text, so that no sum can take it as settled. */
export function totalCell(total: Total): Shown {
  return total.waiting.length === 0 ? pounds(total.settled) : sum(total)
}

/** Fewer than any spreadsheet holds in a cell (Excel 32,767). */
const MOST_LETTERS = 30_000

/** Errors in one cell, a line each; those that have no room are counted. */
export function errorCell(errors: readonly string[]): string {
  let text = ''
  for (const [i, error] of errors.entries()) {
    const next = i === 0 ? error : `${text}\n${error}`
    if (next.length > MOST_LETTERS) return `${text}\n… and ${errors.length - i} more`
    text = next
  }
  return text
}

/** Errors, a row each. */
export function errorRows(errors: readonly string[]): ShownRows {
  return errors.map((error) => [error.slice(0, MOST_LETTERS)])
}
