import type { BudgetLine, Flag, Notice, PartYear, Share, Total } from '../allocate/budget.js'
import type { FlagCondition } from '../load/shape/when.js'
import type { Deep, Written } from '../load/table.js'
import { asPence, formatPounds, type Pence } from '../pence.js'
import type { ScoreResult, ScoreStep } from '../score/needs.js'
import { when } from './condition-words.js'
import { and, capital, count, lower, or, spaced, stop } from './grammar.js'
import { given, why } from './working-words.js'

/*
 * The sentences of a statement; how an amount was reached is in `working-words.ts`, conditions are read aloud in
 * `condition-words.ts`. All of it is written for the family, and it can be read and corrected without knowing the
 * code. Say “likely amount”, “indicative”; the figures here are never final and never a limit.
 */

export const HEADINGS = {
  lines: 'What is likely to be available in a year, and how each figure was reached',
  points: 'The points',
  outcomes: 'What the money is meant to achieve: shares of points, not prices',
  next: 'What happens next, what is not settled and what is not included',
  challenge: 'If you disagree',
} as const

export function title(which: string, total: Total): string {
  return `Likely amount for case ${which}: ${sum(total)} a year`
}

export function scheme(table: Written, date: string, form: string | null): string {
  const on = form === null ? '' : `, ${lower(table.forms?.[form]?.title ?? form)}`
  return `${table.title}, version ${table.version}, ${table.authority}. Assessment of ${date}${on}.`
}

const NOTICES: Readonly<Record<Notice, string>> = {
  indicative: 'This is an indicative budget: it comes before planning and is not final.',
  'not-a-ceiling': 'It is not a limit on what section F of an EHC plan must provide.',
  'shares-of-points': '',
  synthetic: 'SYNTHETIC: an invented table, nobody’s policy.',
  reconstructed: 'RECONSTRUCTED from published sources: the council has not issued this table.',
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

/** A line's name and what it comes to. */
export function line({ title, amount, amountIs }: BudgetLine): string {
  const kind =
    amountIs === null ? '' : amountIs === 'top-up' ? ', on top of the school’s own money' : ', the whole cost'
  switch (amount.state) {
    case 'settled':
      return `${title}: likely amount ${formatPounds(amount.pence)}${kind}`
    case 'waiting':
      return `${title}: waiting; ${formatPounds(amount.pence)} if it is agreed`
    case 'refused':
      return `${title}: refused${amount.pence === null ? '' : `; the figure was ${formatPounds(amount.pence)}`}`
    case 'refer':
      return `${title}: ${amount.to} decides; no figure is published here`
  }
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

/** Whether and how the line can be a personal budget. */
export function ways(id: string, contingency: Pence | null, table: Written): string {
  const plan = table.lines[id]?.ways
  if (!plan) return ''
  const may = plan['may-be']
  const kept = plan.contingency
  return [
    may
      ? `As a personal budget: ${may.length === 4 ? 'any way' : or(may)}${plan.consent ? `, with the agreement of ${and(plan.consent)}` : ''}.`
      : '',
    plan['why-not'] ? `Not as a personal budget: ${stop(lower(plan['why-not']))}` : '',
    plan['may-not-buy'] ? `Not for ${or(plan['may-not-buy'])}.` : '',
    contingency !== null && kept
      ? `${formatPounds(contingency)} of it may be kept for ${kept.for}; ${stop(lower(kept['at-year-end']))}`
      : '',
    plan.ask ? `Ask ${stop(plan.ask)}` : '',
  ]
    .filter((text) => text !== '')
    .join(' ')
}

export function partYear({ pence, part, outOf, unit }: PartYear): string {
  return `This year, for ${part} of ${outOf} ${unit}: ${formatPounds(pence)}.`
}

export function legalBasis(text: string | null): string {
  return text === null ? '' : `Law: ${stop(text)}`
}

/** One score on one line: what it is made of and what it comes to. */
export function score({ id, points: total, steps }: ScoreResult): string {
  return `${capital(spaced(id))} ${total}${steps.map(scoreStep).join('')}`
}

function scoreStep(step: ScoreStep): string {
  const listed = (of: readonly string[], values: readonly number[], suffix: (i: number) => string) =>
    of
      .flatMap((name, i) => ((values[i] ?? 0) === 0 ? [] : [`${spaced(name)} ${values[i] ?? 0}${suffix(i)}`]))
      .join(' + ') || 'no points'
  switch (step.op) {
    case 'brought':
      return ', scored on the council’s own form'
    case 'points':
      return ` = ${listed(step.of, step.points, () => '')}`
    case 'per-cent':
      return ` = ${listed(step.of, step.points, (i) => (step.perCent[i] === '100' ? '' : ` × ${step.perCent[i]}%`))}`
    case 'times':
      return `, × ${step.factor} = ${step.after}`
    case 'at-most':
      return step.before > step.limit ? `, which is ${step.before} and counts at most ${step.limit}` : ''
  }
}

export function outcome(name: string, pence: Pence): string {
  return `${name} ${formatPounds(pence)}`
}

/** Needs that no settled money is meant for must not go unsaid; the child's own words stand beside the headings. */
export function intended(
  hopes: readonly { readonly outcome: string | null; readonly words: string }[],
  table: Written,
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

/** A raised flag, and what follows from it. */
export function flag({ id, kind, evidence }: Flag, table: Written): string {
  if (kind === 'cap') {
    const [line = '', name = ''] = id.split('/')
    const before = asPence(Number(evidence[0]?.value ?? 0))
    return `${table.lines[line]?.title ?? line}: before the limit it was ${formatPounds(before)}${why(table, line, name)}.`
  }
  const plan = table.flags?.[id]
  if (plan && 'say' in plan) return `${stop(plan.say)} ${stop(plan.next)} (For ${plan.to}.)`
  if (plan && 'refer' in plan) return `${stop(plan.why)} ${stop(`${capital(plan.refer)} looks at it`)}`
  return ''
}

/** Flags that hang on a figure that is still open. */
export function openFlags(flags: readonly Flag[], table: Written): string {
  const said = flags.flatMap(({ id }) => {
    const plan = table.flags?.[id]
    return plan && 'when' in plan
      ? [`whether ${when(plan.when, table)}${'refer' in plan ? `; if so, ${plan.refer} looks at it` : ''}`]
      : []
  })
  return said.length === 0 ? '' : `Not known until then: ${said.join('; ')}.`
}

export function agreedBy(who: readonly { readonly who: string; readonly state: 'yes' | 'unknown' }[]): string {
  if (who.length === 0) return 'The table does not say who may agree this budget.'
  return `Who may agree it: ${or(who.map((one) => `${one.who}${one.state === 'unknown' ? ' (not yet known)' : ''}`))}.`
}

export const EXCEPTIONAL = 'You may ask to be an exceptional case; the criteria are published with the table.'
export const EXCEPTIONAL_ASKED = 'You asked to be an exceptional case.'

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
