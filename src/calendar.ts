/** A day of the calendar, as three whole numbers; months and days count from 1. */
interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Whether a text is a day of the Gregorian calendar written `YYYY-MM-DD`. `2026-02-30` is not. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const { year, month, day } = parts(text)
  return month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= monthDays(year, month))
}

/**
 * How much of a year is left from a day on, the day and its month counted in full. The year is the one, beginning on
 * `yearFrom`, in which the day lies: months of 12, or days of 365 or 366.
 *
 * @example partOfYear('2026-10-15', { month: 4, day: 1 }, 'months') // { part: 6, outOf: 12 }
 */
export function partOfYear(
  start: string,
  yearFrom: YearFrom,
  unit: 'months' | 'days',
): { part: number; outOf: number } {
  const day = parts(start)
  const before = day.month < yearFrom.month || (day.month === yearFrom.month && day.day < yearFrom.day)
  const year = before ? day.year - 1 : day.year
  if (unit === 'days') {
    const begins = count({ year, ...yearFrom })
    const ends = count({ year: year + 1, ...yearFrom })
    return { part: ends - count(day), outOf: ends - begins }
  }
  const months = (day.year - year) * 12 + day.month - yearFrom.month - (day.day < yearFrom.day ? 1 : 0)
  return { part: 12 - months, outOf: 12 }
}

/** The month and day on which a year begins: at most the 28th, so that it is there in every year. */
export interface YearFrom {
  readonly month: number
  readonly day: number
}

function parts(text: string): Day {
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8, 10)) }
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function monthDays(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : ([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0)
}

/** Days since the beginning of year 1. */
function count({ year, month, day }: Day): number {
  const past = year - 1
  let days = past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) + day
  for (let m = 1; m < month; m++) days += monthDays(year, m)
  return days
}
