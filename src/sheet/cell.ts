/** The text that a cell stands for; or why it stands for none. */
export type CellText = { readonly text: string } | { readonly wrong: 'time' | 'day' | 'zero' | 'kind' }

/** Stands for a 0 of which it cannot be said whether somebody wrote it: some versions of Excel make one of a blank cell. */
export const UNCLEAR_ZERO = Symbol('0, or blank')

/**
 * What a cell says, as `ras batch` would find it in a CSV: a number in its shortest decimal, TRUE as `yes`, a day as
 * `2026-10-01`. Nothing in a cell (also null, undefined) is the empty text, which is left out and never 0.
 *
 * `holdsDay`: where a day is asked, a whole number is a spreadsheet's own count of days (from 61, which is 1900-03-01).
 *
 * @example cellText(9, false) // { text: '9' }
 * @example cellText(46296, true) // { text: '2026-10-01' }
 */
export function cellText(cell: unknown, holdsDay: boolean): CellText {
  if (cell === null || cell === undefined) return { text: '' }
  if (typeof cell === 'boolean') return { text: cell ? 'yes' : 'no' }
  if (typeof cell === 'number') return holdsDay ? dayOf(cell) : { text: String(cell) }
  if (typeof cell === 'string') {
    if (holdsDay && /^\d{1,7}(\.\d+)?$/.test(cell)) return dayOf(Number(cell))
    // How Excel passes a tick where it passes everything as text.
    return { text: cell === 'TRUE' ? 'yes' : cell === 'FALSE' ? 'no' : cell }
  }
  if (cell === UNCLEAR_ZERO) return { wrong: 'zero' }
  return isDate(cell) ? midnight(cell) : { wrong: 'kind' }
}

/** Whether there is nothing in a cell. A space is something. */
export function isBlank(cell: unknown): boolean {
  return cell === '' || cell === null || cell === undefined
}

/** Day 61 is the first on which all spreadsheets agree: some count a 29 February 1900, which there never was. */
const [FIRST_DAY, LAST_DAY] = [61, 2958465]
const MILLISECONDS = 86_400_000

function dayOf(days: number): CellText {
  if (!(days >= FIRST_DAY && days < LAST_DAY + 1)) return { wrong: 'day' }
  if (!Number.isInteger(days)) return { wrong: 'time' }
  return { text: new Date(Date.UTC(1899, 11, 30) + days * MILLISECONDS).toISOString().slice(0, 10) }
}

/** A date of another realm is one too, which `instanceof` would not know. */
function isDate(cell: unknown): cell is Date {
  return Object.prototype.toString.call(cell) === '[object Date]'
}

/**
 * A day comes as its midnight, by the clock of the script. One that comes at another time holds a time of day, or the
 * sheet and its script are in two time zones, and then the day would be the wrong one.
 */
function midnight(date: Date): CellText {
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
  if (!(year >= 1900 && year <= 9999)) return { wrong: 'day' }
  if (date.getHours() + date.getMinutes() + date.getSeconds() + date.getMilliseconds() > 0) return { wrong: 'time' }
  return { text: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` }
}
