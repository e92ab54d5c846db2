import { when } from '../../explain/condition-words.js'
import { and, capital, lower, or, pounds, spaced, stop } from '../../explain/grammar.js'
import type { Written } from '../../load/table.js'
import type { Block } from '../page.js'
import { changeWords, keepsWords } from './changes.js'
import { priceBlocks } from './prices.js'
import { day, type Line, list, paragraph, section, thePointsOf } from './words.js'

/** Everything a table says about one line: when it applies, what it comes to, who pays, and how it can be managed. */
export function lineBlocks(one: Line, scheme: Written): Block[] {
  const priced = one.price ?? one.provides
  return section(3, one.title, [
    ...paragraph(applies(one, scheme), kind(one)),
    ...(priced ? priceBlocks(one.title, priced, scheme) : []),
    ...changes(one, scheme),
    ...list([
      payers(one, scheme),
      partYear(one),
      outcome(one, scheme),
      one.tier ? `It is ${TIER[one.tier]}.` : '',
      ...managed(one),
      ...legal(one),
      source(one, scheme),
    ]),
  ])
}

/** When a line applies, and who opens it. */
export function applies(one: Line, scheme: Written): string {
  const fact = one.gate === undefined ? undefined : scheme.facts?.[one.gate]
  const only = one.when ? `Only when ${when(one.when, scheme)}.` : ''
  const gate =
    fact?.is === 'decision' ? `${capital(fact.by)} decides whether it opens (${spaced(one.gate ?? '')}).` : ''
  return [only, gate].filter((text) => text !== '').join(' ')
}

const TIER = {
  universal: 'universal: there for everyone',
  targeted: 'targeted',
  additional: 'additional: a personal budget can come from it',
  'social-capital': 'social capital: what people and communities give each other',
} as const

/** What kind of figure it is. */
export function kind(one: Line): string {
  const money = one.provides ? 'It is provided in hours or units and not in money, and it is in no total.' : ''
  if (one['amount-is'] === 'whole cost') return 'The whole cost: the school’s own money is in it.'
  return one['amount-is'] === 'top-up' ? 'It comes on top of the school’s own money.' : money
}

function changes(one: Line, scheme: Written): Block[] {
  const said = changeWords(one, scheme)
  return said.length === 0
    ? []
    : [...paragraph('What happens to this figure, in this order:'), ...list(said), ...paragraph('Also to know:')]
}

/** Who pays, and which part. */
export function payers(one: Line, { funders }: Written): string {
  const name = (id: string) => funders[id] ?? id
  const by = one['paid-by']
  if ('all' in by) return `Paid by ${stop(name(by.all))}`
  if ('per-cent' in by)
    return `Paid by ${and(Object.entries(by['per-cent']).map(([id, part]) => `${name(id)} ${part}%`))}.`
  return `${capital(name(by.by))} pays the first ${pounds(by.first)} of a year, then ${name(by['then-by'])} pays the rest.`
}

function partYear(one: Line): string {
  const part = one['part-year']
  if (!part) return ''
  if ('terms' in part) return `Part of a year: what the ${spaced(part.terms)} are of ${part['out-of']}.`
  const end = part.end === undefined ? '' : `, up to the day it ends (${spaced(part.end)})`
  return `Part of a year: when support begins within the year (${spaced(part.start)}), this year has the ${part.in} that are left of a year from ${day(part['year-from'])}${end}. The first of them counts whole.`
}

function outcome(one: Line, scheme: Written): string {
  if (one.outcome !== undefined) return `What it is for: ${stop(scheme.outcomes[one.outcome] ?? spaced(one.outcome))}`
  const priced = one.price ?? one.provides
  const score =
    priced && ('look-up' in priced ? priced['look-up'] : 'each-point-of' in priced ? priced['each-point-of'] : '')
  return score ? `What it is for: shared over the outcomes by “${thePointsOf(score, scheme)}”.` : ''
}

/** Whether and how a line can be a personal budget. */
export function managed({ ways, title }: Line): string[] {
  if (!ways) return []
  const { consent, contingency, locked } = ways
  const agreed = consent ? `, with the agreement of ${and(consent)}` : ''
  return [
    ways['may-be'] ? `As a personal budget it may be: ${or(ways['may-be'])}${agreed}.` : '',
    consent && !ways['may-be'] ? `It needs the agreement of ${stop(and(consent))}` : '',
    ways['why-not'] ? `Not as a personal budget: ${stop(lower(ways['why-not']))}` : '',
    ways['may-not-buy'] ? `It may not be spent on ${stop(or(ways['may-not-buy']))}` : '',
    contingency
      ? `${contingency['per-cent']}% of it may be kept for ${contingency.for}. At the end of the year: ${stop(lower(contingency['at-year-end']))}`
      : '',
    locked
      ? `A part of ${title} is held in ${locked.in}, and that part can only be notional: ${keepsWords(locked.keeps)}.`
      : '',
    ways.ask ? `Ask ${stop(ways.ask)}` : '',
  ].filter((text) => text !== '')
}

function legal(one: Line): string[] {
  return (one['legal-basis'] ?? []).map(
    ({ says, ...from }) => `Law${from['from-age'] === undefined ? '' : ` from age ${from['from-age']}`}: ${stop(says)}`,
  )
}

function source(one: Line, { sources }: Written): string {
  return `From: ${stop(sources[one.source]?.title ?? one.source)}`
}
