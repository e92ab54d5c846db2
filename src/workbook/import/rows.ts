import { address, type Grid } from '../grid.js'
import type { Heads } from './heads.js'
import { quoted, type Tell, textAt } from './import-fault.js'
import { hundredthsOf, pointsIn, poundsIn } from './number.js'

/** A row of points, as a table writes it. */
export interface PointsRow {
  readonly from: string
  readonly to: string | null
  readonly band: string
  /** For each column of amounts: pounds with two decimals, or `refer`. */
  readonly gives: readonly string[]
}

/** A row with where it stands, whatever of it could be read. */
interface Seen extends Omit<PointsRow, 'from'> {
  readonly row: number
  readonly from: string | null
}

const MOST_ROWS = 500

/** Reads the rows below the heads, from the lowest points to the highest. Everything that is wrong is told. */
export function readRows(grid: Grid, heads: Heads, highest: string | null, tell: Tell): readonly PointsRow[] {
  const first = heads.row + 1
  if (grid.height <= first) {
    tell(first, heads.from, 'There are no rows below the heads.', 'Write a row for each step of points.')
    return []
  }
  if (grid.height - first > MOST_ROWS) {
    tell(
      first + MOST_ROWS,
      heads.from,
      'There are more than 500 rows.',
      'Is it the sheet that is meant? A table has at most 500.',
    )
    return []
  }
  const seen: Seen[] = []
  for (let row = first; row < grid.height; row++) {
    strangers(grid, heads, row, tell)
    if (isBlank(grid, row))
      tell(row, heads.from, 'The row is blank.', 'Remove it: rows follow each other without a gap.')
    else seen.push(readRow(grid, heads, row, tell))
  }
  rising(seen, heads, tell)
  ends(seen, heads, highest, tell)
  return seen.flatMap(({ from, to, band, gives }) => (from === null ? [] : [{ from, to, band, gives }]))
}

function isBlank(grid: Grid, row: number): boolean {
  return Array.from({ length: grid.width }, (_, column) => grid.cell(row, column)).every(({ is }) => is === 'blank')
}

/** What stands in a column without a head. */
function strangers(grid: Grid, heads: Heads, row: number, tell: Tell): void {
  const known = new Set([heads.from, heads.to, heads.band, ...heads.amounts.map(({ column }) => column)])
  for (let column = 0; column < grid.width; column++)
    if (!known.has(column) && grid.cell(row, column).is !== 'blank' && grid.cell(heads.row, column).is === 'blank')
      tell(row, column, 'The cell stands below no head.', 'Give its column a head, or empty it.')
}

function readRow(grid: Grid, heads: Heads, row: number, tell: Tell): Seen {
  const last = row === grid.height - 1
  const points = (column: number, may: boolean) => readPoints(grid, row, column, may, tell)
  return {
    row,
    from: points(heads.from, false),
    to: heads.to === null ? null : points(heads.to, last),
    band: heads.band === null ? '' : (textAt(grid, row, heads.band, tell) ?? ''),
    gives: heads.amounts.map(({ column }) => readAmount(grid, row, column, tell)),
  }
}

function readPoints(grid: Grid, row: number, column: number, mayBeBlank: boolean, tell: Tell): string | null {
  const text = textAt(grid, row, column, tell)
  if (text === null || (text === '' && mayBeBlank)) return null
  const points = pointsIn(text)
  if (points !== null) return points
  const mend = 'Give points from 0, such as 70 or 21.5, with at most two decimals.'
  const open = 'In the last row “to” may be left empty: it has no end.'
  if (text === '') tell(row, column, 'There are no points here.', `${mend} ${open}`)
  else tell(row, column, `${quoted(text)} is not points.`, /[+]|over|above|and/i.test(text) ? `${mend} ${open}` : mend)
  return null
}

function readAmount(grid: Grid, row: number, column: number, tell: Tell): string {
  const text = textAt(grid, row, column, tell)
  if (text === null) return ''
  if (text.toLowerCase() === 'refer') return 'refer'
  const pounds = poundsIn(text)
  if (pounds !== null) return pounds
  const mend = 'Give pounds a year, such as 1500 or £1,500.00, or the word refer where people decide.'
  if (text === '') tell(row, column, 'There is no amount here, and a blank is not £0.', mend)
  else if (/^-|^\(.*\)$|^−/.test(text)) tell(row, column, `${quoted(text)} is below nothing.`, mend)
  else if (/^£?\s*[\d,]+\.\d{3,}$/.test(text)) tell(row, column, `${quoted(text)} is not in whole pence.`, mend)
  else tell(row, column, `${quoted(text)} is not an amount.`, mend)
  return ''
}

/** Each row begins above the one before, and where that one ends. */
function rising(seen: readonly Seen[], { from: column, to }: Heads, tell: Tell): void {
  let before: Seen | null = null
  for (const one of seen) {
    const { row, from } = one
    if (before && before.from !== null && from !== null) {
      const [low, high] = [hundredthsOf(before.from), hundredthsOf(from)]
      const above = address(before.row, column)
      if (high <= low)
        tell(
          row,
          column,
          `The row begins at ${from}, and the one above it in ${above} at ${before.from}.`,
          'Put the rows by rising points.',
        )
      else if (to !== null && row === before.row + 1) meets(before, from, to, tell)
    }
    if (from !== null) before = one
  }
  for (const one of seen)
    if (to !== null && endsEarly(one))
      tell(one.row, to, `The row ends at ${one.to}, before it begins at ${one.from}.`, 'Correct one of the two.')
}

function endsEarly({ from, to }: Seen): boolean {
  return from !== null && to !== null && hundredthsOf(to) < hundredthsOf(from)
}

function meets(before: Seen, next: string, column: number, tell: Tell): void {
  const { to: end } = before
  if (end === null || endsEarly(before)) return
  const gap = hundredthsOf(next) - hundredthsOf(end)
  if (gap <= 0)
    tell(
      before.row,
      column,
      `The row ends at ${end}, and the next one begins at ${next}.`,
      'No points may be in two rows.',
    )
  else if (gap > 100)
    tell(
      before.row,
      column,
      `The row ends at ${end}, and the next one begins at ${next}: what is between has no row.`,
      'Correct one of the two, or add a row.',
    )
}

/** The lowest and the highest points have a row. */
function ends(seen: readonly Seen[], heads: Heads, highest: string | null, tell: Tell): void {
  const [first, last] = [seen[0], seen.at(-1)]
  if (first && first.from !== null && hundredthsOf(first.from) > 0)
    tell(
      first.row,
      heads.from,
      `Points below ${first.from} have no row.`,
      'Add a row from 0, with 0 where nothing is meant.',
    )
  if (!last || last.from === null || highest === null) return
  if (hundredthsOf(last.from) > hundredthsOf(highest))
    tell(last.row, heads.from, `The row begins above the highest points, ${highest}.`, 'Correct one of the two.')
  else if (last.to !== null && heads.to !== null && hundredthsOf(last.to) !== hundredthsOf(highest))
    tell(
      last.row,
      heads.to,
      `The last row ends at ${last.to}, and the highest points are ${highest}.`,
      'Correct one of the two.',
    )
}
