import type { Ask } from './ask.js'
import type { Timing } from './rounds.js'

/** One part of the results, with its heading. */
export interface Section {
  readonly text: string
  readonly targets?: readonly Target[]
  /** Where the library and another version do not agree; the run then fails. */
  readonly wrong?: readonly string[]
}

export type Sections = Readonly<Record<string, (ask: Ask) => Promise<Section>>>

export interface Target {
  readonly what: string
  readonly measured: number
  /** The most that it may be, inclusive. */
  readonly most: number
  readonly unit: '×' | 'ms' | 's' | 'MB'
}

/** A target as a row: what it is, the most, what was measured, and whether it is met. */
export function toldTarget({ what, measured, most, unit }: Target): readonly string[] {
  return [what, `at most ${most} ${unit}`, `${measured.toFixed(1)} ${unit}`, measured <= most ? 'yes' : '**no**']
}

/** A table in Markdown that reads as text too; all columns but the first hold numbers. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

/** A median with the middle half, in another unit of so many of the timing's. */
export function shown({ median, low, high }: Timing, per = 1, places = 2): string {
  const told = (value: number) => (value / per).toFixed(places)
  return `${told(median)} (${told(low)} to ${told(high)})`
}

export function times(one: Timing, other: Timing): string {
  return `${(one.median / other.median).toFixed(1)} ×`
}
