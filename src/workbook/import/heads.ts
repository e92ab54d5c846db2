import type { Grid } from '../grid.js'
import { quoted, type Tell, textAt } from './import-fault.js'

/** Where the columns of the rows are. */
export interface Heads {
  readonly row: number
  readonly from: number
  readonly to: number | null
  readonly band: number | null
  readonly amounts: readonly AmountColumn[]
}

/** A column of amounts, which becomes a line. */
export interface AmountColumn {
  readonly column: number
  /** Its name; null where the head says no more than that they are pounds a year. */
  readonly title: string | null
}

const MOST_AMOUNTS = 40
const PLAIN = /^(pounds|£|amount|pounds a year|£ a year|amount a year|pounds per year|a year)$/i
/** What may stand behind the name of a line: `Short breaks (£ a year)`. */
const A_YEAR = /[\s,]*\(?\s*(£|pounds)?\s*((a|per)\s+(year|annum)|yearly|annually)?\s*\)?$/i
/** A name in words, with nothing in it that could be a unit or a period. */
const NAME = /^\p{L}[\p{L}\d '’&,-]*$/u
const UNIT =
  /\b(per|each|every|p|pw|pcm|k|m|bn|wk\w*|week\w*|month\w*|term\w*|da(y|ys|ily)|night\w*|hour\w*|hr\w*|fortnight\w*|quarter\w*|half|session\w*|year\w*|annual\w*|point\w*|pence|penny|euros?|dollars?|percent\w*|cent|thousands?|millions?|hundreds?|units?|number|count|notes?|comments?|remarks?)\b/i

/** Whether a head names a column of pounds a year: as that, or as a line in plain words. Nothing else is guessed. */
function isAmount(text: string): boolean {
  if (PLAIN.test(text)) return true
  const name = text.replace(A_YEAR, '')
  return NAME.test(name) && !UNIT.test(name)
}

/** Finds the row of heads: the first with a cell that says `from`. Null where there is none, which is told. */
export function findHeads(grid: Grid, tell: Tell): Heads | null {
  for (let row = 0; row < grid.height; row++)
    for (let column = 0; column < grid.width; column++)
      if (headAt(grid, row, column) === 'from') return readHeads(grid, row, tell)
  tell(
    0,
    0,
    'There is no row of heads: no cell says “from”.',
    'Put heads above the rows: from, to and band where there are any, and for each line a column of pounds a year.',
  )
  return null
}

function headAt(grid: Grid, row: number, column: number): string {
  const cell = grid.cell(row, column)
  return cell.is === 'text' ? cell.text.trim().toLowerCase() : ''
}

function readHeads(grid: Grid, row: number, tell: Tell): Heads | null {
  const columns: { from: number[]; to: number[]; band: number[] } = { from: [], to: [], band: [] }
  const amounts: AmountColumn[] = []
  for (let column = 0; column < grid.width; column++) {
    const text = textAt(grid, row, column, tell)
    const head = text?.toLowerCase()
    if (text === null || text === '' || head === undefined) continue
    if (head === 'from' || head === 'to' || head === 'band') columns[head].push(column)
    else if (!isAmount(text))
      tell(
        row,
        column,
        `${quoted(text)} is not pounds a year, as far as it says.`,
        'Give pounds a year under the name of the line in plain words, or write this table by hand.',
      )
    else amounts.push({ column, title: PLAIN.test(text) ? null : text })
  }
  for (const [name, [, second]] of Object.entries(columns))
    if (second !== undefined) tell(row, second, `“${name}” is the head of two columns.`, 'Keep one of the two.')
  const [from] = columns.from
  if (amounts.length === 0)
    tell(row, from ?? 0, 'No column holds amounts.', 'Name one, such as “pounds a year” or the line it is for.')
  const [most] = amounts.slice(MOST_AMOUNTS)
  if (most) tell(row, most.column, `There are more than ${MOST_AMOUNTS} columns of amounts.`, 'Split the sheet.')
  twice(amounts, row, tell)
  return { row, from: from ?? 0, to: columns.to[0] ?? null, band: columns.band[0] ?? null, amounts }
}

/** Two lines of one name could not be told apart. */
function twice(amounts: readonly AmountColumn[], row: number, tell: Tell): void {
  for (const [i, { column, title }] of amounts.entries()) {
    const id = shortName(title ?? '', 'line')
    if (amounts.slice(0, i).some((one) => shortName(one.title ?? '', 'line') === id))
      tell(
        row,
        column,
        `${quoted(title ?? 'pounds')} is too like the head of another column.`,
        'Call the line something else.',
      )
  }
}

/**
 * The short name of something that has a title.
 *
 * @example shortName('Short breaks (£)', 'line') // 'short-breaks'
 */
export function shortName(title: string, otherwise: string): string {
  const words = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  const name = /^[a-z]/.test(words) ? words : [otherwise, words].filter((part) => part !== '').join('-')
  const short = name.slice(0, 64).replace(/-+$/, '')
  return short === 'constructor' ? `${otherwise}-${short}` : short
}
