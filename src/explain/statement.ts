import type { BudgetLine, IndicativeBudget } from '../allocate/budget.js'
import type { Written } from '../load/table.js'
import type { ScoreResult } from '../score/needs.js'
import { amountOf } from './amount-words.js'
import { agreedBy, flag, openFlags } from './flag-words.js'
import { score } from './score-words.js'
import { inSettings, settingTotal, whySetting } from './setting-words.js'
import { managed, services, ways } from './ways-words.js'
import * as words from './words.js'
import { working } from './working-words.js'

/** A statement before it is laid out: a title, what must be said first, and sections of items with sentences under them. */
export interface Statement {
  readonly title: string
  readonly lead: readonly string[]
  readonly sections: readonly Section[]
}
export interface Section {
  readonly heading: string
  readonly items: readonly Item[]
}
export interface Item {
  readonly text: string
  readonly under: readonly string[]
}

/**
 * Arranges a budget of one table for a family: what, how, for what, what next, what is open, how to challenge. Says
 * nothing itself.
 */
export function statement(budget: IndicativeBudget, table: Written): Statement {
  const { total, record, needs } = budget
  const forms = needs.form === null ? [] : [words.formTitle(table, needs.form)]
  return {
    title: words.title(record.case, total),
    lead: full([
      `${words.scheme(table)} ${words.assessed(record.date, forms)}`,
      full(budget.notices.map(words.notice)).join(' '),
    ]),
    sections: sections(budget, table),
  }
}

/** The sections that have anything to say, in their order. */
export function sections(budget: IndicativeBudget, table: Written): readonly Section[] {
  return [
    { heading: words.HEADINGS.lines, items: lines(budget, table) },
    { heading: words.HEADINGS.settings, items: plain(budget.settings.map((one) => settingTotal(one, table))) },
    {
      heading: words.HEADINGS.points,
      items: plain([words.list(budget.scores.filter(adds).map((one) => score(one, table)))]),
    },
    { heading: words.HEADINGS.outcomes, items: outcomes(budget, table) },
    { heading: words.HEADINGS.next, items: next(budget, table) },
    { heading: words.HEADINGS.challenge, items: challenge(budget, table) },
  ].filter(({ items }) => items.length > 0)
}

/** A score that only takes another over says nothing new. */
function adds({ steps }: ScoreResult): boolean {
  const [first] = steps
  const changed = steps.some((step) => 'before' in step && step.before !== step.after)
  return changed || first?.op !== 'points' || first.of.length > 1
}

function lines(budget: IndicativeBudget, table: Written): Item[] {
  const items = budget.streams.flatMap((total) => {
    const here = budget.lines.filter((line) => line.stream === total.stream && applies(line))
    return [
      ...plain([words.stream(table.streams[total.stream]?.title ?? '', total)]),
      ...here.map((line) => lineItem(line, budget, table)),
    ]
  })
  const rest = budget.lines.flatMap((line) => {
    const condition = table.lines[line.id]?.when
    return applies(line) || !condition ? [] : [{ title: line.title, condition }]
  })
  return [...items, ...plain([words.notMet(rest, table)])]
}

function applies({ steps: [first] }: BudgetLine): boolean {
  return first?.op !== 'when' || first.met
}

function lineItem(line: BudgetLine, budget: IndicativeBudget, table: Written): Item {
  const { record } = budget
  if (line.amount.state === 'by-setting') return bySetting(line, budget, table)
  const reason = line.gate ? record.reasons[line.gate.decision] : undefined
  const how = [words.gate(line, table, reason), working(line.steps, table, line.id), words.nextRow(line)]
  const year = line.partYear ? words.partYear(line.partYear) : ''
  const who = [words.paidBy(line.funders, table), ways(line, table), words.legalBasis(line.legalBasis)]
  return { text: amountOf(line), under: full([full([...how, year]).join(' '), full(who).join(' ')]) }
}

/** A line whose figure hangs on the setting: what it is in each, how that was reached, and why they differ. */
function bySetting(line: BudgetLine, budget: IndicativeBudget, table: Written): Item {
  const each = budget.settings.flatMap(({ setting, lines }) => {
    const one = lines.find(({ id }) => id === line.id)
    return one ? [{ setting, how: working(one.steps, table, line.id) }] : []
  })
  return { text: amountOf(line), under: full([whySetting(table.lines[line.id]?.when, table), ...inSettings(each)]) }
}

function outcomes({ outcomes: shares, record }: IndicativeBudget, table: Written): Item[] {
  const said = shares.map(({ id, pence }) => words.outcome(table.outcomes[id] ?? id, pence))
  return plain([words.list(said), words.intended(record.intended, table)])
}

function next(budget: IndicativeBudget, table: Written): Item[] {
  const flags = budget.flags.filter(({ kind }) => kind !== 'agreed-by')
  const open = flags.filter(({ state }) => state === 'unknown')
  const asked = words.exceptional(budget.needs.askedExceptional, budget.flags)
  return plain([
    ...flags.filter(({ state }) => state === 'yes').map((one) => flag(one, table)),
    full([agreedBy(budget.agreedBy), asked, managed(budget)]).join(' '),
    services(budget.lines, table),
    full([words.waiting(budget.total, (id) => table.lines[id]?.title ?? id), openFlags(open, table)]).join(' '),
    words.NOT_INCLUDED,
  ])
}

/** Routes for the amount in each stream with a line, and for a refusal where there was one: they differ by law. */
function challenge(budget: IndicativeBudget, table: Written): Item[] {
  const routes = (table.challenge ?? []).filter(({ stream, about }) => {
    const total = budget.streams.find((one) => one.stream === stream)
    return total && (about === 'the amount' || (about === 'a refusal' && total.refused.length > 0))
  })
  return plain([
    ...routes.map(({ stream, about, route }) => words.route(table.streams[stream]?.title ?? stream, about, route)),
    words.advice(table.advice),
  ])
}

export function plain(texts: readonly string[]): Item[] {
  return full(texts).map((text) => ({ text, under: [] }))
}

export function full(texts: readonly string[]): string[] {
  return texts.filter((text) => text !== '')
}
