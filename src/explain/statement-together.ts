import type { IndicativeBudget, Notice } from '../allocate/budget.js'
import { type AllocationTable, type Written, writtenOf } from '../load/table.js'
import { full, type Item, plain, type Section, type Statement, sections } from './statement.js'
import { viewOf } from './view.js'
import * as words from './words.js'

/** What one table has to say, as it would alone. */
interface Voice {
  readonly table: Written
  readonly view: IndicativeBudget
}

/**
 * Arranges a budget of several tables: one title with the joint total, then each section from every table in turn. What
 * all of them say is said once; what some of them say in the same words is said once, under their names.
 */
export function statementTogether(budget: IndicativeBudget, tables: readonly AllocationTable[]): Statement {
  const { total, record, notices } = budget
  const voices = tables.map((table) => ({ table: writtenOf(table), view: named(viewOf(budget, table)) }))
  const forms = voices.flatMap(({ table, view }) =>
    view.needs.form === null ? [] : [words.formTitle(table, view.needs.form)],
  )
  return {
    title: words.title(record.case, total),
    lead: [
      ...voices.map(({ table, view }) => full([words.scheme(table), ...said(view.notices, true)]).join(' ')),
      full([words.assessed(record.date, [...new Set(forms)]), ...said(notices, false)]).join(' '),
    ],
    sections: together(
      voices,
      plain([
        words.intended(
          record.intended.filter(({ outcome }) => outcome === null),
          { outcomes: {} },
        ),
      ]),
    ),
  }
}

/** Notices about a table itself; the others are about the budget. */
const OF_TABLE: ReadonlySet<Notice> = new Set<Notice>([
  'reconstructed',
  'synthetic',
  'draft',
  'trial',
  'withdrawn',
  'not-in-force',
])

function said(notices: readonly Notice[], ofTable: boolean): string[] {
  return notices.filter((one) => OF_TABLE.has(one) === ofTable).map(words.notice)
}

/** Without the hopes that name no outcome: they are said once, for all tables. */
function named(view: IndicativeBudget): IndicativeBudget {
  const { record } = view
  return { ...view, record: { ...record, intended: record.intended.filter(({ outcome }) => outcome !== null) } }
}

/** Each section from every table in turn; the lines stand as they are, under what their table comes to. */
function together(voices: readonly Voice[], hopes: readonly Item[]): Section[] {
  const each = voices.map(({ table, view }) => ({ table, view, sections: sections(view, table) }))
  return Object.values(words.HEADINGS).flatMap((heading) => {
    const spoken = each.map(({ table, view, sections }) => ({
      table,
      view,
      items: sections.find((one) => one.heading === heading)?.items ?? [],
    }))
    const items =
      heading === words.HEADINGS.lines
        ? spoken.flatMap(({ table, view, items }) => [...plain([words.stream(table.title, view.total)]), ...items])
        : [...grouped(spoken), ...(heading === words.HEADINGS.outcomes ? hopes : [])]
    return items.length > 0 ? [{ heading, items }] : []
  })
}

/**
 * Each thing once: first under the title of the one table that says it, then under the titles of those that share it, and
 * last of all, under none, what every table says.
 */
function grouped(spoken: readonly { readonly table: Written; readonly items: readonly Item[] }[]): Item[] {
  const said = new Map<string, string[]>()
  for (const { table, items } of spoken)
    for (const text of items.flatMap(({ text, under }) => [text, ...under]))
      said.set(text, [...(said.get(text) ?? []), table.title])
  const count = (tables: number) => [...said].filter(([, titles]) => titles.length === tables)
  return spoken.flatMap((_, i) => {
    const of = count(i + 1)
    if (i + 1 === spoken.length) return plain(of.map(([text]) => text))
    return [...new Set(of.map(([, titles]) => titles.join('; ')))].map((text) => ({
      text,
      under: of.filter(([, titles]) => titles.join('; ') === text).map(([one]) => one),
    }))
  })
}
