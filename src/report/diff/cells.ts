import type { BeforeAfter, CaseChange, Moved } from '../../after/caseload/caseload-diff.js'
import { pounds, signedPounds } from '../../after/caseload/pounds.js'
import { percentage } from '../../after/percentage.js'
import { thousands } from '../figures.js'
import type { Block, TableBlock } from '../page.js'

/** What a table of figures is made of: names of columns, those of numbers with a `#` before them. */
export function table(caption: string, columns: readonly string[], rows: TableBlock['rows']): TableBlock {
  return {
    is: 'table',
    caption,
    columns: columns.map((name) => ({ name: name.replace(/^#/, ''), align: name.startsWith('#') ? 'right' : 'left' })),
    rows,
  }
}

export function heading(text: string): Block {
  return { is: 'heading', level: 3, text }
}

export function paragraph(...sentences: readonly string[]): Block {
  return { is: 'paragraph', text: sentences.filter((one) => one !== '').join(' ') }
}

/** Before, after, by how much, and that as a percentage. */
export const SUMS = ['#Before', '#After', '#Change', '#%'] as const

export function sums({ before, after }: BeforeAfter): readonly string[] {
  return [pounds(before), pounds(after), signedPounds(after - before), part({ before, after })]
}

/** The same of hundredths of hours or units. */
export function quantities({ before, after }: BeforeAfter): readonly string[] {
  const change = after - before
  const sign = change > 0 ? '+' : change < 0 ? '−' : ''
  return [hundredths(before), hundredths(after), `${sign}${hundredths(Math.abs(change))}`, part({ before, after })]
}

/** `1,250.5` */
function hundredths(value: number): string {
  const rest = value % 100
  const decimals = rest === 0 ? '' : `.${String(rest).padStart(2, '0').replace(/0$/, '')}`
  return `${thousands(Math.floor(value / 100))}${decimals}`
}

/** A change as a percentage of what was there; a dash where nothing was. */
export function part({ before, after }: BeforeAfter): string {
  if (before === after) return '0.0%'
  return before === 0 ? '–' : percentage(after - before, before, 1)
}

/** A change in a sentence: `£2,800.00 to £3,000.00 (+£200.00, +7.1%)`. */
export function fromTo(figures: BeforeAfter): string {
  const { before, after } = figures
  const change = before === after ? 'no change' : `${signedPounds(after - before)}, ${part(figures)}`
  return `${pounds(before)} to ${pounds(after)} (${change})`
}

/** `3 cases`, `1 case`, `no case` */
export function cases(count: number): string {
  return count === 0 ? 'no case' : `${thousands(count)} ${count === 1 ? 'case' : 'cases'}`
}

/** `3 cases gain`, `1 case gains`, `no case gains` */
export function casesThat(count: number, verb: string): string {
  return `${cases(count)} ${verb}${count > 1 ? '' : 's'}`
}

/** What moved, in brackets after who moved; nothing where nobody did. */
export function inAll({ cases, pence }: Moved): string {
  return cases === 0 ? '' : ` (${pounds(pence)} in all)`
}

/** `3 (£120.00)` */
export function moved({ cases, pence }: Moved): string {
  return cases === 0 ? '0' : `${thousands(cases)} (${pounds(pence)})`
}

/** `EX-7: −£500.00`; a dash for none. */
export function ofCase(change: CaseChange | null): string {
  return change === null ? '–' : `${change.case}: ${signedPounds(change.after - change.before)}`
}

/** A title with its id. */
export function titled({ title, id }: { readonly title: string; readonly id: string }): string {
  return `${title} (${id})`
}
