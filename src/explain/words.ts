import type { BudgetLine, Flag, Notice, PartYear, Share, Total } from '../allocate/budget.js'
import type { FlagCondition } from '../load/shape/when.js'
import type { Deep, Written } from '../load/table.js'
import { asPence, formatPounds, type Pence } from '../pence.js'
import { when } from './condition-words.js'
import { and, capital, count, lower, stop } from './grammar.js'
import { given } from './working-words.js'

/*
 * The sentences of a statement; how an amount was reached is in `working-words.ts`, conditions are read aloud in
 * `condition-words.ts`. All of it is written for the family, and it can be read and corrected without knowing the
 * code. Say “likely amount”, “indicative”; the figures here are never final and never a limit.
 */

export const HEADINGS = {
  lines: 'What is likely to be available in a year, and how each figure was reached',
  settings: 'What it comes to in each setting',
  points: 'The points',
  outcomes: 'What the money is meant to achieve: shares of points, not prices',
  next: 'What happens next, what is not settled and what is not included',
  challenge: 'If you disagree',
} as const

export function title(which: string, total: Total): string {
  return `Likely amount for case ${which}: ${sum(total)} a year`
}

export function scheme({ title, version, authority }: Written): string {
  return `${title}, version ${version}, ${authority}.`
}

/** The day of the assessment, and the forms that were answered. */
export function assessed(date: string, forms: readonly string[]): string {
  return `Assessment of ${date}${forms.length === 0 ? '' : `, ${and(forms)}`}.`
}

export function formTitle(table: Written, form: string): string {
  return lower(table.forms?.[form]?.title ?? form)
}

const NOTICES: Readonly<Record<Notice, string>> = {
  indicative: 'This is an indicative budget: it comes before planning and is not final.',
  'not-a-ceiling': 'It is not a limit on what section F of an EHC plan must provide.',
  'shares-of-points': '',
  synthetic: 'SYNTHETIC: an invented table, nobody’s policy.',
  reconstructed: 'RECONSTRUCTED from published sources: its authority has not issued this table.',
  draft: 'DRAFT: this table is not in use.',
  trial: 'TRIAL: this table is being tried with first families; the figure is a first trial.',
  withdrawn: 'WITHDRAWN: this table is no longer used.',
  'not-in-force': 'On the day of the assessment this table was not in force.',
  'not-settled': '',
  refused: '',
  'fast-track': 'A fast-track decision opened a line ahead of the paperwork.',
}

export function notice(code: Notice): string {
  return NOTICES[code]
}

export function sum({ settled, waiting }: Total): string {
  return `${waiting.length > 0 ? 'at least ' : ''}${formatPounds(settled)}`
}

export function stream(name: string, total: Total): string {
  return `${name}: ${sum(total)}`
}

/** How a decision made elsewhere bears on a line. */
export function gate({ gate: by, amount }: BudgetLine, table: Written, reason: string | undefined): string {
  const fact = by ? table.facts?.[by.decision] : undefined
  if (!by || fact?.is !== 'decision') return ''
  if (amount.state === 'refused') return `Refused by ${fact.by}. Reason: ${stop(reason ?? '')} ${fact.review}`
  if (by.state === 'pending') return `It waits for a decision by ${fact.by}.`
  return by.state === 'fast-track' ? `Opened by a fast-track decision by ${fact.by}.` : ''
}

export function notMet(
  lines: readonly { readonly title: string; readonly condition: Deep<FlagCondition> }[],
  table: Written,
): string {
  if (lines.length === 0) return ''
  return `${formatPounds(asPence(0))}, because they do not apply here: ${lines.map(({ title, condition }) => `${title} (only when ${when(condition, table)})`).join('; ')}.`
}

/** How far the next row is, and what it gives. */
export function nextRow({ neighbours, steps }: BudgetLine): string {
  const look = steps.find((step) => step.op === 'look-up' || step.op === 'straight-line')
  if (!neighbours?.next || neighbours.away === null || !look || !('gives' in look)) return ''
  const more = `${count(neighbours.away, 'point')} more`
  return neighbours.next.give === 'refer'
    ? `From ${more}, people decide.`
    : `${capital(more)} would reach ${given(neighbours.next.give, look.gives)}.`
}

export function paidBy(funders: readonly Share[], table: Written): string {
  if (funders.length === 0) return ''
  const name = (id: string) => table.funders[id] ?? id
  if (funders.length === 1) return `Paid by ${name(funders[0]?.id ?? '')}.`
  return `Paid by ${and(funders.map(({ id, pence }) => `${name(id)} ${formatPounds(pence)}`))}.`
}

export function partYear({ pence, part, outOf, unit }: PartYear): string {
  return `This year, for ${part} of ${outOf} ${unit}: ${formatPounds(pence)}.`
}

export function legalBasis(text: string | null): string {
  return text === null ? '' : `Law: ${stop(text)}`
}

export function outcome(name: string, pence: Pence): string {
  return `${name} ${formatPounds(pence)}`
}

/** Needs that no settled money is meant for must not go unsaid; the child's own words stand beside the headings. */
export function intended(
  hopes: readonly { readonly outcome: string | null; readonly words: string }[],
  table: Pick<Written, 'outcomes'>,
): string {
  if (hopes.length === 0) return ''
  const said = hopes.map(
    ({ outcome: id, words }) => `“${words}”${id === null ? '' : ` (${lower(table.outcomes[id] ?? id)})`}`,
  )
  return `In the child’s words: ${said.join('; ')}.`
}

export function list(texts: readonly string[]): string {
  return texts.length === 0 ? '' : `${texts.join('; ')}.`
}

/** How to be an exceptional case; the criteria are pointed at only where the table publishes some. */
export function exceptional(asked: boolean, flags: readonly Flag[]): string {
  if (asked) return 'You asked to be an exceptional case.'
  const criteria = flags.some((flag) => flag.exceptional && flag.kind !== 'cap')
  return `You may ask to be an exceptional case${criteria ? '; the criteria are published with the table' : ''}.`
}

export function waiting(total: Total, titles: (id: string) => string): string {
  return total.waiting.length === 0
    ? 'Every figure is settled, until the plan is agreed.'
    : `Not settled, so the total reads “at least”: ${and(total.waiting.map(({ line }) => titles(line)))}.`
}

export const NOT_INCLUDED = 'Not included: a place at a school or college, and services that are there for everyone.'

export function route(stream: string, about: string, text: string): string {
  return `${stream}${about === 'a refusal' ? ' (a refusal)' : ''}: ${stop(text)}`
}

export function advice(text: string | undefined): string {
  return text ?? ''
}
