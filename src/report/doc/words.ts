import { capital, pounds, spaced } from '../../explain/grammar.js'
import type { Written } from '../../load/table.js'
import type { Block, TableBlock } from '../page.js'

export type Line = Written['lines'][string]

/** A line as it is printed: its sections and what stands in them. */
export function heading(level: 2 | 3, text: string): Block {
  return { is: 'heading', level, text }
}

/** A paragraph of the sentences that there are; nothing where there are none. */
export function paragraph(...sentences: readonly string[]): Block[] {
  const said = sentences.filter((text) => text !== '')
  return said.length === 0 ? [] : [{ is: 'paragraph', text: said.join(' ') }]
}

/** A list of what there is to say; nothing where there is nothing. */
export function list(items: readonly string[]): Block[] {
  const said = items.filter((text) => text !== '')
  return said.length === 0 ? [] : [{ is: 'list', items: said }]
}

/** A table whose columns named with a `>` before them hold numbers; nothing without rows. */
export function table(caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): Block[] {
  const heads = columns.map((name): TableBlock['columns'][number] =>
    name.startsWith('>') ? { name: name.slice(1), align: 'right' } : { name, align: 'left' },
  )
  return rows.length === 0 ? [] : [{ is: 'table', caption, columns: heads, rows }]
}

/** A section that has something to say, under its heading. */
export function section(level: 2 | 3, title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [heading(level, title), ...blocks]
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** `2026-04-01` is 1 April 2026, and `04-01` is 1 April. */
export function day(text: string): string {
  const [date = 0, month = 0, year] = text.split('-').map(Number).reverse()
  return `${date} ${MONTHS[month - 1]}${year === undefined ? '' : ` ${String(year).padStart(4, '0')}`}`
}

/** Pounds to the penny, or finer where a price of one unit is. */
export function price(text: string): string {
  return /\.\d{3,}$/.test(text) ? `£${text}` : pounds(text)
}

/** What a score, a group or a question gives points for. */
export function pointsOf(id: string, { questions = {} }: Written): string {
  const group = questions[id]
  if (group) return `Points for “${group.title}”`
  const asked = questionOf(id, questions)
  return asked ? `Points for “${asked.text}”` : capital(spaced(id))
}

/** The same within a sentence. */
export function thePointsOf(id: string, scheme: Written): string {
  const text = pointsOf(id, scheme)
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}

type Questions = NonNullable<Written['questions']>

/** A question by its name, whatever group it is in. */
export function questionOf(id: string, groups: Questions): Questions[string]['ask'][string] | undefined {
  return Object.values(groups).flatMap(({ ask }) => (Object.hasOwn(ask, id) ? (ask[id] ?? []) : []))[0]
}
