import type { FactInput } from '../../../src/score/needs.js'
import { at, entries, maybe, text, texts } from '../oracle/tree.js'
import { number } from './answer.js'
import type { Pick } from './choices.js'
import type { TableTree } from './known.js'
import { hundredths } from './numbers.js'
import { words } from './words.js'

/** A value for every fact that the table declares; the days and the previous figure may be left out. */
export function factsOf(pick: Pick, table: TableTree, form: string | null): Record<string, FactInput> {
  const left: readonly string[] = ['start', 'end', 'previous-budget']
  const given: Record<string, FactInput> = {}
  for (const [id, fact] of entries(table, 'facts')) {
    const is = text(fact, 'is')
    if (is === 'end' || (left.includes(is) && pick.chance(30))) continue
    given[id] = value(pick, table, fact, form)
  }
  // The last of all, since no support ends before it begins.
  const starts = factsThatAre(table, 'start').flatMap((id) => (typeof given[id] === 'string' ? [given[id]] : []))
  for (const id of factsThatAre(table, 'end')) {
    if (!pick.chance(30)) given[id] = lastDay(pick, table, [...starts].sort().at(-1) ?? '')
  }
  return given
}

function factsThatAre(table: TableTree, kind: string): readonly string[] {
  return entries(table, 'facts').flatMap(([id, fact]) => (text(fact, 'is') === kind ? [id] : []))
}

function value(pick: Pick, table: TableTree, fact: unknown, form: string | null): FactInput {
  switch (text(fact, 'is')) {
    case 'age':
      return age(pick, form === null ? undefined : at(table, 'forms', form))
    case 'setting':
      return pick.chance(35) ? 'unknown' : pick.one(texts(fact, 'one-of'))
    case 'phase':
    case 'area':
    case 'judged-band':
      return pick.one(texts(fact, 'one-of'))
    case 'decision':
      return decision(pick)
    case 'circumstance':
      return pick.one([true, false, 'yes', 'no'])
    case 'hours':
      return hours(pick, fact)
    case 'entitlement':
      return entitled(pick, fact)
    case 'terms':
      return number(pick, pick.one(['1', '2', '3']))
    case 'start':
      return day(pick, table)
    default:
      return pounds(pick, fact)
  }
}

function age(pick: Pick, form: unknown): FactInput {
  const least = Number(maybe(form, 'from-age') ?? '0')
  const most = Number(maybe(form, 'below-age') ?? '26') - 1
  const scored = Number(maybe(form, 'not-scored-below') ?? '0')
  if (scored > least && pick.chance(40)) return number(pick, `${pick.one([scored - 1, scored, least])}`)
  return number(pick, `${pick.chance(40) ? pick.one([least, most]) : pick.int(least, Math.max(least, most))}`)
}

function entitled(pick: Pick, fact: unknown): FactInput {
  const oneOf = texts(fact, 'one-of')
  if (oneOf.length > 0) return pick.one(oneOf)
  if (text(fact, 'of') !== 'units a year') return hours(pick, fact)
  return number(pick, `${pick.int(0, Number(text(fact, 'at-most')))}`)
}

function pounds(pick: Pick, fact: unknown): FactInput {
  const most = Math.round(Number(text(fact, 'at-most')) * 100)
  const n = pick.one([
    pick.int(0, most),
    most,
    0,
    100 * pick.int(0, Math.floor(most / 100)),
    pick.int(0, Math.min(most, 20_000)),
  ])
  return number(pick, hundredths(pick, n))
}

function decision(pick: Pick): FactInput {
  const state = pick.one(['agreed', 'refused', 'pending', 'pending', 'fast-track'])
  if (state === 'refused') return { state, reason: words(pick) }
  return pick.one<FactInput>([state, { state }, { state, reason: 'not yet written' }])
}

function hours(pick: Pick, fact: unknown): FactInput {
  const oneOf = texts(fact, 'one-of')
  if (oneOf.length > 0) return number(pick, pick.one(oneOf))
  const most = Math.round(Number(text(fact, 'at-most')) * 100)
  const n = pick.one([most, Math.floor(most / 2), 0, pick.int(0, most), 100 * pick.int(0, Math.floor(most / 100))])
  return number(pick, hundredths(pick, n))
}

/** A day near a year’s edge, or any: the first day, the day before it, the last days of months. */
function day(pick: Pick, table: TableTree): string {
  const edges = entries(table, 'lines').flatMap(([, line]) => {
    const from = maybe(line, 'part-year', 'year-from')
    return from === null ? [] : [from]
  })
  const on = pick.one([...edges, '04-01', '03-31', '02-28', '08-31', '12-31', '01-01', '04-05', '05-06'])
  const any = `${pad(pick.int(1, 12))}-${pad(pick.int(1, 28))}`
  return pick.one([`${pick.one([2026, 2027, 2028])}-${pick.chance(50) ? any : on}`, '2028-02-29', '2000-02-29'])
}

/** The last day: the very first one, one soon after, or one long after, but never one before. */
function lastDay(pick: Pick, table: TableTree, first: string): string {
  const days = [day(pick, table), day(pick, table), '2029-01-15', '2100-12-31'].filter((one) => one >= first)
  return first !== '' && pick.chance(20) ? first : pick.one(days)
}

const pad = (n: number): string => `${n}`.padStart(2, '0')
