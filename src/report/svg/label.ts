import { escaped } from '../escaped.js'

/** A coordinate: a whole number or one decimal, so that the same chart is the same bytes. */
export function at(value: number): string {
  return String(Math.round(value * 10) / 10 + 0)
}

/** How many characters of a label stand in this many units: letters are taken for wide, so that none collide. */
export function roomFor(units: number): number {
  return Math.floor(units / CHARACTER)
}

/** How wide a label is at the most, in units. */
export function widthOf(text: string): number {
  return text.length * CHARACTER
}

const CHARACTER = 7.5

/** One label; it ends at `x`, begins there, or has it in its middle. */
export function label(text: string, x: number, y: number, anchor: 'start' | 'middle' | 'end' = 'start'): string {
  return `<text x="${at(x)}" y="${at(y)}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${escaped(text)}</text>`
}
