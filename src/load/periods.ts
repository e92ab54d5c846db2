/**
 * How many of a period make a year: 12 months, 13 times 4 weeks, as many terms and weeks as are said.
 * `undefined` for what is not a period of the year (a point, an hour), or for weeks of unsaid number.
 *
 * @example periodsAYear('4 weeks', 3, undefined) // 13
 */
export function periodsAYear(period: string, terms: number, weeks: number | undefined): number | undefined {
  switch (period) {
    case 'year':
      return 1
    case 'term':
      return terms
    case 'month':
      return 12
    case '4 weeks':
      return 13
    case 'week':
      return weeks
    default:
      return undefined
  }
}
