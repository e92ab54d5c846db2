import type { Amount, BudgetLine, IndicativeBudget, Share, Total } from '../../allocate/budget.js'
import type { Expected } from '../../load/expected.js'
import type { Pence } from '../../pence.js'

/** What a budget comes to in the words of `expected.yaml`: all but what names the case. */
export type InWords = Omit<Expected, 'title' | 'table'>
type Line = Expected['lines'][string]

/** A budget of one table in the words of a golden case, with everything that such a case can say. */
export function inFull(budget: IndicativeBudget): InWords {
  const { lines, streams, scores, settings, tiers, flags } = budget
  return {
    hash: budget.tables[0]?.hash ?? '',
    scores: Object.fromEntries(scores.map(({ id, points }) => [id, String(points)])),
    lines: Object.fromEntries(lines.map((line) => [line.id, lineInWords(line)])),
    streams: Object.fromEntries(streams.map((stream) => [stream.stream, sum(stream)])),
    total: sum(budget.total),
    tiers: Object.fromEntries(tiers.map(({ tier, pence }) => [tier, pounds(pence)])),
    manageable: orNone(budget.manageable),
    settings: Object.fromEntries(
      settings.map(({ setting, total, agreedBy }) => [setting, { total: sum(total), 'agreed-by': names(agreedBy) }]),
    ),
    flags: Object.fromEntries(flags.map(({ id, state }) => [id, state])),
    'agreed-by': names(budget.agreedBy),
  }
}

/** The same, with exactly the entries that a case asks for: what may be left out and is left out is not compared. */
export function asAsked(full: InWords, asked: Expected): InWords {
  const { scores, tiers, manageable, settings, lines, ...always } = full
  return {
    ...always,
    ...(asked.scores ? { scores: only(scores, asked.scores, () => false) } : {}),
    ...(asked.tiers ? { tiers } : {}),
    ...(asked.manageable === undefined ? {} : { manageable }),
    ...(asked.settings ? { settings } : {}),
    lines: Object.fromEntries(Object.entries(lines).map(([id, line]) => [id, lineAsAsked(line, asked.lines[id])])),
  }
}

function lineAsAsked(full: Line, asked: Partial<Line> = {}): Line {
  const { state, pounds: figure, settings, funders, outcomes, ...rest } = full
  return {
    state,
    ...(figure === undefined ? {} : { pounds: figure }),
    ...(settings === undefined ? {} : { settings }),
    ...(asked.funders ? { funders: only(funders, asked.funders, (part) => part !== NOTHING) } : {}),
    ...(asked.outcomes ? { outcomes: only(outcomes, asked.outcomes, (part) => part !== NOTHING) } : {}),
    ...only(rest, asked, () => false),
  }
}

/** The entries that are asked for, and those that may not be left out. */
function only<V>(full: Readonly<Record<string, V>> = {}, asked: object, isNeeded: (value: V) => boolean) {
  return Object.fromEntries(Object.entries(full).filter(([key, value]) => Object.hasOwn(asked, key) || isNeeded(value)))
}

function lineInWords({
  amount,
  funders,
  outcomes,
  contingency,
  locked,
  provides,
  partYear,
  neighbours,
}: BudgetLine): Line {
  const figure = 'pence' in amount ? amount.pence : null
  return {
    state: amount.state,
    ...(figure === null ? {} : { pounds: pounds(figure) }),
    ...(amount.state === 'by-setting'
      ? { settings: Object.fromEntries(amount.settings.map((one) => [one.setting, inOneSetting(one.amount)])) }
      : {}),
    funders: shares(funders),
    outcomes: shares(outcomes),
    contingency: orNone(contingency),
    locked: orNone(locked),
    provides: provides === null ? NONE : provides.quantity === null ? 'refer' : `${provides.quantity} ${provides.of}`,
    'part-year': orNone(partYear?.pence ?? null),
    away: neighbours?.away == null ? NONE : String(neighbours.away),
  }
}

/** How a case says that there is none of something. */
export const NONE = 'none'
const NOTHING = '0.00'

function inOneSetting(amount: Amount): string {
  switch (amount.state) {
    case 'settled':
      return pounds(amount.pence)
    case 'waiting':
    case 'refused':
      return amount.pence === null ? amount.state : `${amount.state} ${pounds(amount.pence)}`
    case 'provides':
      return `${amount.quantity} ${amount.of}`
    case 'refer':
    case 'by-setting':
      return amount.state
  }
}

function sum({ settled, waiting }: Total): Expected['total'] {
  return { settled: pounds(settled), 'at-least': waiting.length > 0 ? 'yes' : 'no' }
}

function shares(parts: readonly Share[]): Record<string, string> {
  return Object.fromEntries(parts.map(({ id, pence }) => [id, pounds(pence)]))
}

function names(agreed: IndicativeBudget['agreedBy']): string[] {
  return agreed.map(({ who }) => who)
}

function orNone(pence: Pence | null): string {
  return pence === null ? NONE : pounds(pence)
}

/** `1500.00`: both decimals, no sign and no commas. */
function pounds(pence: Pence): string {
  const digits = String(pence).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
