/*
 * Type tests: `npm run types` compiles this file. Each `@ts-expect-error` is a mistake that must not compile; if one
 * ever does, the compiler complains that the error it was told to expect is missing.
 */
import {
  type AllocationTable,
  type Amount,
  allocate,
  asPence,
  formatPounds,
  type IndicativeBudget,
  loadTable,
  type Pence,
} from '../../src/index.js'

declare const table: AllocationTable
declare const budget: IndicativeBudget
declare const amount: Amount

export const settled: Pence = budget.total.settled
export const words: string = formatPounds(settled)

// @ts-expect-error pounds are not pence: a plain number is not money
formatPounds(1500)
// @ts-expect-error nor can one be put where money is
export const wrong: Pence = 1500
export const admitted: Pence = asPence(1500)

// @ts-expect-error a table is loaded, not made by hand
export const made: AllocationTable = { format: 'ras.table/1' }
// @ts-expect-error a table cannot be changed after it was loaded
table.title = 'another'
// @ts-expect-error nor can anything inside it
table.lines = {}
// @ts-expect-error a budget is read-only
budget.total.settled = settled
// @ts-expect-error so is its list of lines
budget.lines.push(budget.lines[0])

export const together: IndicativeBudget = allocate({ case: 'A1', date: '2026-05-01', form: { one: 'primary' } }, [
  table,
])
// @ts-expect-error a list of tables holds loaded tables
allocate({ case: 'A1', date: '2026-05-01' }, [{ id: 'one' }])
// @ts-expect-error an assessment has a case reference and a date
allocate({ facts: {} }, table)
// @ts-expect-error text is read by readAssessment, not by allocate
allocate('case: A1', table)
// @ts-expect-error the text comes first
loadTable({ file: 'table.yaml' })

// @ts-expect-error a line that refers has no figure to read
export const none: Pence = amount.pence

/** A switch over the states of an amount is complete: a new state would not compile here. */
export function state(one: Amount): string {
  switch (one.state) {
    case 'settled':
      return formatPounds(one.pence)
    case 'waiting':
    case 'refused':
      return one.pence === null ? one.state : formatPounds(one.pence)
    case 'provides':
      return `${one.quantity} ${one.of}`
    case 'by-setting':
      return one.settings.map(({ amount }) => state(amount)).join(', ')
    case 'refer':
      return one.to
    default:
      return one satisfies never
  }
}
