import { and, capital, or, stop } from '../../explain/grammar.js'
import { notice } from '../../explain/words.js'
import type { FlagCondition } from '../../load/shape/when.js'
import type { Deep, Written } from '../../load/table.js'
import { keepsWords } from './changes.js'
import { looksAtAsking } from './criteria.js'
import { categories } from './grid.js'
import { applies, kind, payers } from './line.js'
import { day, type Line } from './words.js'

/*
 * What a table says to the questions of a Local Offer: each answer is read off the table, and is nothing where the table
 * has no words for it.
 */

/** No word of the format can hold an answer to it. */
export function unsaid(): string {
  return ''
}

/** Each line that something is said of, under its title. */
function ofLines({ lines }: Written, said: (line: Line) => string | undefined): string {
  return Object.values(lines)
    .flatMap((line) => {
      const text = said(line) ?? ''
      return text === '' ? [] : [`${line.title}: ${stop(text)}`]
    })
    .join(' ')
}

/** From the pathfinders’ words for the four ways; which of them are open is the table’s to say. */
const WAYS = {
  'direct payment': 'A direct payment is money paid to the family, who arrange the support themselves.',
  notional: 'Notional: the council, the school or the college holds the money and arranges the support.',
  'third party': 'Third party: the money is paid to a person or an organisation who manages it for the family.',
  combination: 'A combination is several of these together.',
} as const

export function ways(scheme: Written): string {
  const all = Object.values(scheme.lines).flatMap((line) => line.ways?.['may-be'] ?? [])
  const used = Object.entries(WAYS).flatMap(([way, text]) => (all.some((one) => one === way) ? [text] : []))
  const here = ofLines(scheme, ({ ways: how }) =>
    how?.['may-be'] ? or(how['may-be']) : how?.['why-not'] ? 'none' : '',
  )
  if (here === '') return ''
  return ['It is the part of the money that a family may ask to control.', ...used, here].join(' ')
}

export function eligible(scheme: Written, law: 'education' | 'health' | 'care'): string {
  const here = { ...scheme, lines: linesOf(scheme, law) }
  return ofLines(here, (line) => applies(line, scheme))
}

function linesOf({ lines, streams }: Written, law: 'education' | 'health' | 'care'): Written['lines'] {
  return Object.fromEntries(Object.entries(lines).filter(([, { stream }]) => streams[stream]?.law === law))
}

/** The lines of education that hang on the setting. */
export function bySetting(scheme: Written): string {
  const here = { ...scheme, lines: linesOf(scheme, 'education') }
  const settings = new Set(Object.entries(scheme.facts ?? {}).flatMap(([id, { is }]) => (is === 'setting' ? [id] : [])))
  return ofLines(here, (line) => {
    const priced = line.price ?? line.provides
    const chosen = priced && 'across' in priced && categories(priced.across).some(({ of }) => settings.has(of))
    const only = line.when && reads(line.when, settings) ? applies(line, scheme) : ''
    const hangs = chosen ? 'the figures differ by setting.' : only
    return hangs === '' ? '' : [hangs, kind(line)].filter((text) => text !== '').join(' ')
  })
}

function reads(condition: Deep<FlagCondition>, facts: ReadonlySet<string>): boolean {
  if ('all' in condition) return condition.all.some((one) => reads(one, facts))
  if ('any' in condition) return condition.any.some((one) => reads(one, facts))
  if ('not' in condition) return reads(condition.not, facts)
  return 'fact' in condition && facts.has(condition.fact)
}

export function agencies(scheme: Written): string {
  const paying = new Set(Object.values(scheme.lines).map((line) => payers(line, scheme)))
  const shared = Object.values(scheme.lines).some((line) => !('all' in line['paid-by']))
  return paying.size > 1 || shared ? ofLines(scheme, (line) => payers(line, scheme)) : ''
}

export function overTime(scheme: Written): string {
  const services = Object.values(scheme.services ?? {}).flatMap(({ title, from }) =>
    from === undefined ? [] : [`${title}: from ${day(from)}.`],
  )
  const freed = ofLines(scheme, ({ ways }) =>
    ways?.locked ? `held in ${ways.locked.in}: ${keepsWords(ways.locked.keeps)}` : '',
  )
  return [...services, freed].filter((text) => text !== '').join(' ')
}

export function made(scheme: Written): string {
  const record = scheme['co-production']
  return record ? `This table was made together with ${and(record.with)}. ${record.record ?? ''}`.trim() : ''
}

export function decided(scheme: Written): string {
  const people = ofLines(scheme, ({ price }) =>
    price && 'people-decide' in price ? `${price['people-decide']} decides` : '',
  )
  return ['By this table, from the answers, and in the same way for every child.', people].join(' ').trim()
}

export function decides({ flags = {} }: Written): string {
  const who = Object.values(flags).flatMap((flag) => ('agreed-by' in flag ? [flag['agreed-by']] : []))
  return who.length === 0 ? '' : `${capital(or(who))}: which of them is said under “Who may agree the budget”.`
}

export function routes({ challenge = [], streams }: Written, about: string): string {
  return challenge
    .flatMap((one) => (one.about === about ? [`${streams[one.stream]?.title ?? one.stream}: ${stop(one.route)}`] : []))
    .join(' ')
}

export function plan(scheme: Written): string {
  const said = routes(scheme, 'the plan')
  return said === '' ? '' : `${notice('not-a-ceiling')} ${said}`
}

export function askExceptional(scheme: Written): string {
  const who = looksAtAsking(scheme)
  return who.length === 0 ? '' : `Say so when the questionnaire is answered. ${capital(or(who))} looks at it.`
}

export function criteria({ flags = {} }: Written): string {
  return Object.values(flags)
    .flatMap((flag) => {
      if ('agreed-by' in flag || flag.exceptional !== 'yes') return []
      return [stop('say' in flag ? flag.say : flag.why)]
    })
    .join(' ')
}

export function choice(scheme: Written): string {
  return ofLines(scheme, ({ ways }) => (ways?.['may-not-buy'] ? `may not be spent on ${or(ways['may-not-buy'])}` : ''))
}

export function services({ services: all = {} }: Written): string {
  const may = Object.values(all).flatMap((one) => (one['may-be'] ? [`${one.title} (${or(one['may-be'])})`] : []))
  return may.length === 0 ? '' : `${may.join('; ')}.`
}

export function asked(scheme: Written): string {
  return ofLines(scheme, ({ ways }) => (ways?.ask ? `ask ${ways.ask}` : ''))
}

export function contingency(scheme: Written): string {
  return ofLines(scheme, ({ ways }) =>
    ways?.contingency ? `${ways.contingency['per-cent']}% may be kept for ${ways.contingency.for}` : '',
  )
}

export function leftOver(scheme: Written): string {
  return ofLines(scheme, ({ ways }) => ways?.contingency?.['at-year-end'])
}
