import { decimals } from '../../decimal.js'
import { cell } from '../formula/expression.js'
import { scaledUp, type Whole } from './exact.js'
import { idOf, type Making } from './making.js'
import type { Column, Entry } from './program.js'

/** A column of figures, with what it may be changed to in a table that can be changed. */
export function figures(
  making: Making,
  about: {
    readonly title: string
    readonly unit: string
    readonly places: number
    readonly refers?: boolean
    readonly least?: number
  },
  values: readonly Entry[],
): Column {
  const { title, unit, places, refers = false, least = 0 } = about
  const most = making.live ? Math.min(mostOf(making, values, places), limitOf(unit)) : null
  return { is: 'figure', title, unit, places, refers, least, most }
}

/** The most that a table itself may say, whatever room there is. */
function limitOf(unit: string): number {
  if (unit.startsWith('pounds')) return 99_999_999.99
  if (unit === 'points') return 999_999
  return unit === 'per cent' ? 999 : 9999
}

/** So many times the largest; where all are nothing, a hundred. */
function mostOf({ room }: Making, values: readonly Entry[], places: number): number {
  const largest = Math.max(0, ...values.flatMap((value) => (typeof value === 'number' ? [value] : [])))
  return largest === 0 ? 100 : Number((room * largest).toFixed(places))
}

/** The least and the most that figures of a column can be: as written, or whatever a draft may be changed to. */
export function boundsOf(making: Making, values: readonly Entry[]): { readonly low: number; readonly high: number } {
  const numbers = values.flatMap((value) => (typeof value === 'number' ? [value] : []))
  // No figure has more than six decimals.
  if (making.live) return { low: 0, high: mostOf(making, values, 6) }
  return numbers.length === 0 ? { low: 0, high: 0 } : { low: Math.min(...numbers), high: Math.max(...numbers) }
}

/** One figure that stands by itself in the Table sheet, and its name there. */
export interface Single {
  readonly name: string
  readonly text: string
}

/**
 * Adds a block of figures that stand by themselves, one a row, and gives each as a whole number of its smallest parts.
 *
 * `places` is the most decimals that the format lets such a figure have.
 */
export function singles(
  making: Making,
  about: {
    readonly id: string
    readonly title: string
    readonly source: string
    readonly unit: string
    readonly places: number
    readonly least?: number
  },
  all: readonly Single[],
): readonly Whole[] {
  if (all.length === 0) return []
  const id = idOf(making, about.id)
  const values = all.map(({ text }) => Number(text))
  making.blocks.push({
    id,
    title: about.title,
    source: about.source,
    columns: [{ is: 'text', title: 'What it is' }, figures(making, { ...about, title: about.unit }, values)],
    rows: all.map(({ name }, i) => [name, values[i] ?? null]),
  })
  return values.map((value, row) => {
    const { low, high } = boundsOf(making, making.live ? values : [value])
    return scaledUp(cell(id, row, 1), about.places, low, high)
  })
}

/** How many decimals figures have: those that are written, and in a draft at least as many as somebody may need. */
export function placesFor({ live }: Making, texts: readonly string[], usual: number): number {
  const needed = Math.max(0, ...texts.map(decimals))
  return live ? Math.max(usual, needed) : needed
}

/** A figure as an entry of a block; `refer` stays a word. */
export function entry(give: string): Entry {
  return give === 'refer' ? give : Number(give)
}
