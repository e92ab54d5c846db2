import { visible, visibleLines } from '../../visible.js'

/** The most characters that a cell holds. */
const LONGEST = 32_767

/**
 * A text as a cell can hold it: its lines are kept, what cannot be seen or stand in a file shows as `�`, and what is
 * longer than a cell ends in `…`. So much is told that nothing in a text can be taken for something else: `_x0041_`,
 * which a spreadsheet would read as `A`, stays as it is.
 */
export function cellText(text: string): string {
  const lines = visibleLines(text)
  return escaped(lines.length > LONGEST ? `${lines.slice(0, LONGEST - 1)}…` : lines)
}

/** The file format reads `_xHHHH_` as a character; its own underscore written so is read as it was. */
function escaped(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

/** A text for the head or foot of a page, where `&` begins a code. */
export function pageText(text: string, most: number): string {
  const line = visible(text.replace(/\s+/g, ' ').trim())
  let cut = [...line]
  while (cut.join('').replaceAll('&', '&&').length > most) cut = [...cut.slice(0, -2), '…']
  return cut.join('').replaceAll('&', '&&')
}
