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

/** The day after; of the last day of the year 9999, which no table can go beyond, that day itself. */
export function dayAfter(date: string): string {
  const { year, month, day } = parts(date)
  if (day < monthDays(year, month)) return written({ year, month, day: day + 1 })
  if (month < 12) return written({ year, month: month + 1, day: 1 })
  return year < 9999 ? written({ year: year + 1, month: 1, day: 1 }) : date
}

/** The day before; of the first day of the year 0, `''`, which is before every day. */
export function dayBefore(date: string): string {
  const { year, month, day } = parts(date)
  if (day > 1) return written({ year, month, day: day - 1 })
  if (month > 1) return written({ year, month: month - 1, day: monthDays(year, month - 1) })
  return year > 0 ? written({ year: year - 1, month: 12, day: 31 }) : ''
}

/** The days of support that are known: the first, the last, or both, in this order. */
interface Days {
  readonly start: string | null
  readonly end: string | null
}

/**
 * How much of a year support covers, from its first day through its last, both counted in full. The year is the one,
 * beginning on `yearFrom`, in which the first day lies; or the last, where only that is known, and it is then counted
 * from the year's beginning. A last day after that year counts to the year's end. Months of 12, or days of 365 or 366.
 *
 * @example partOfYear({ start: '2026-10-15', end: null }, { month: 4, day: 1 }, 'months') // { part: 6, outOf: 12 }
 * @example partOfYear({ start: '2026-10-15', end: '2026-12-02' }, { month: 4, day: 1 }, 'months') // { part: 3, outOf: 12 }
 */
export function partOfYear(
  { start, end }: Days,
  yearFrom: YearFrom,
  unit: 'months' | 'days',
): { part: number; outOf: number } {
  const year = yearOf(parts(start ?? end ?? ''), yearFrom)
  const outOf = unit === 'months' ? 12 : count({ year: year + 1, ...yearFrom }) - count({ year, ...yearFrom })
  // How far into the year a day lies: 0 on its first day, and up to outOf when the year has passed.
  const into = (day: Day) =>
    unit === 'months' ? monthsInto(day, year, yearFrom) : count(day) - count({ year, ...yearFrom })
  const from = start === null ? 0 : into(parts(start))
  const through = end === null ? outOf : Math.min(outOf, into(parts(end)) + 1)
  return { part: through - from, outOf }
}

/** The year, counted from `yearFrom`, in which a day lies. */
function yearOf(day: Day, yearFrom: YearFrom): number {
  const before = day.month < yearFrom.month || (day.month === yearFrom.month && day.day < yearFrom.day)
  return before ? day.year - 1 : day.year
}

function monthsInto(day: Day, year: number, yearFrom: YearFrom): number {
  return (day.year - year) * 12 + day.month - yearFrom.month - (day.day < yearFrom.day ? 1 : 0)
}

/** The month and day on which a year begins: at most the 28th, so that it is there in every year. */
export interface YearFrom {
  readonly month: number
  readonly day: number
}

function parts(text: string): Day {
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8, 10)) }
}

function written({ year, month, day }: Day): string {
  const digits = (number: number, length: number) => String(number).padStart(length, '0')
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`
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
