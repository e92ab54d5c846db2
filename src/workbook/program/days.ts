import type { YearFrom } from '../../calendar.js'
import { serialAt } from '../formula/days.js'
import { call, type Expression, iff, infix, number } from '../formula/expression.js'

/** A day as a spreadsheet counts it: 1 January 1900 is 1. */
export function serial(date: string): number {
  return serialAt(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))))
}

/** The year, counted from `yearFrom`, in which a day lies. */
export function yearOf(day: Expression, from: YearFrom): Expression {
  return infix(call('YEAR', day), '-', before(day, from))
}

/** 1 where a day comes before the month and day on which a year begins. */
function before(day: Expression, { month, day: first }: YearFrom): Expression {
  const inYear = infix(infix(call('MONTH', day), '*', number(100)), '+', call('DAY', day))
  return iff(infix(inYear, '<', number(month * 100 + first)), number(1), number(0))
}

/** Whole months from the beginning of a year to a day: 0 in its first month. */
export function monthsInto(day: Expression, year: Expression, { month, day: first }: YearFrom): Expression {
  const months = infix(
    infix(infix(call('YEAR', day), '-', year), '*', number(12)),
    '+',
    infix(call('MONTH', day), '-', number(month)),
  )
  return infix(months, '-', iff(infix(call('DAY', day), '<', number(first)), number(1), number(0)))
}

/** The first day of a year. */
export function firstDay(year: Expression, { month, day }: YearFrom): Expression {
  return call('DATE', year, number(month), number(day))
}
