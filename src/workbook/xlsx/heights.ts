import type { Cell, Row, StyleName } from '../book.js'
import { lettersOf } from './styles.js'

/*
 * How high a row must be for its texts. A file says it, because spreadsheets do not measure cells that span columns, and
 * what is cut off on screen is cut off in print.
 */

/** The widths of letters in the font of every style, in thousandths of its size. What is not here is taken for wide. */
const WIDTHS: readonly (readonly [width: number, letters: string])[] = [
  [222, "'ijl|"],
  [278, ' !,./:;I[]\\ft'],
  [333, '-()r`"{}‘’“”'],
  [389, '*'],
  [500, 'ckvxyzsJ'],
  [556, '0123456789abdeghnopqu?$#L_£–'],
  [584, '+<=>~^'],
  [611, 'FTZ'],
  [667, 'ABEKPSVXY&'],
  [722, 'CDHNRUw'],
  [778, 'GOQ'],
  [833, 'mM'],
  [944, 'W%'],
]
const WIDTH_OF: ReadonlyMap<string, number> = new Map(
  WIDTHS.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
)
const WIDEST = 1000
/** Bold letters are wider, and programs round widths to whole dots; lines break a little earlier than paper needs. */
const BOLD = 1.08
const SPARE = 1.06

/** The width of a digit of the ten-point font, and what a cell leaves free on both sides, in points. */
const DIGIT = 5.25
const EDGES = 8

/** The highest row that spreadsheets show, in points. */
const HIGHEST = 409

/** The height of a row in points. */
export function heightOf<F>(row: Row<F>, columns: readonly number[]): number {
  const heights = row.cells.flatMap((cell, at) =>
    cell ? [cellHeight(cell, widthAt(columns, at, cell.span ?? 1))] : [],
  )
  return Math.min(HIGHEST, Math.max(13.5, ...heights))
}

/** The width of the columns that a cell covers, in points. */
function widthAt(columns: readonly number[], at: number, span: number): number {
  return columns.slice(at, at + span).reduce((sum, digits) => sum + digits * DIGIT + EDGES, 0) - EDGES
}

function cellHeight<F>(cell: Cell<F>, width: number): number {
  const { size } = lettersOf(cell.style)
  const said = [cell.room ?? '', 'value' in cell && typeof cell.value === 'string' ? cell.value : '']
  return Math.max(...said.map((text) => linesOf(text, width, cell.style))) * Math.ceil(size * 1.25) + 2
}

/** How many lines a text takes in a width of so many points. A word that is longer than a line is broken. */
export function linesOf(text: string, width: number, style: StyleName): number {
  return text.split('\n').reduce((lines, paragraph) => lines + broken(paragraph, width, style), 0)
}

function broken(paragraph: string, width: number, style: StyleName): number {
  const { size, bold } = lettersOf(style)
  const room = Math.max(1, (width * 1000) / (size * SPARE * (bold ? BOLD : 1)))
  let lines = 1
  let used = 0
  for (const word of paragraph.split(/(?<= )/)) {
    const wide = [...word].reduce((sum, letter) => sum + (WIDTH_OF.get(letter) ?? WIDEST), 0)
    if (used > 0 && used + wide > room) {
      lines++
      used = 0
    }
    used += wide
    for (; used > room; used -= room) lines++
  }
  return lines
}
