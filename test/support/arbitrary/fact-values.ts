import type { FactInput } from '../../../src/score/needs.js'
import { at, entries, maybe, text, texts } from '../oracle/tree.js'
import { number } from './answer.js'
import type { Pick } from './choices.js'
import type { TableTree } from './known.js'
import { hundredths } from './numbers.js'
import { words } from './words.js'

/** A value for every fact that the table declares; a start date may be left out. */
export function factsOf(pick: Pick, table: TableTree, form: string | null): Record<string, FactInput> {
  const given = entries(table, 'facts').flatMap(([id, fact]): [string, FactInput][] => {
    if (text(fact, 'is') === 'start' && pick.chance(35)) return []
    return [[id, value(pick, table, fact, form)]]
  })
  return Object.fromEntries(given)
}

function value(pick: Pick, table: TableTree, fact: unknown, form: string | null): FactInput {
  switch (text(fact, 'is')) {
    case 'age': {
      const of = form === null ? undefined : at(table, 'forms', form)
      const least = Number(maybe(of, 'from-age') ?? '0')
      const most = Number(maybe(of, 'below-age') ?? '26') - 1
      return number(pick, `${pick.chance(40) ? pick.one([least, most]) : pick.int(least, Math.max(least, most))}`)
    }
    case 'setting':
      return pick.one(texts(fact, 'one-of'))
    case 'decision':
      return decision(pick)
    case 'circumstance':
      return pick.one([true, false, 'yes', 'no'])
    case 'hours':
      return hours(pick, fact)
    case 'terms':
      return number(pick, pick.one(['1', '2', '3']))
    default:
      return start(pick, table)
  }
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
function start(pick: Pick, table: TableTree): string {
  const edges = entries(table, 'lines').flatMap(([, line]) => {
    const from = maybe(line, 'part-year', 'year-from')
    return from === null ? [] : [from]
  })
  const day = pick.one([...edges, '04-01', '03-31', '02-28', '08-31', '12-31', '01-01', '04-05', '05-06'])
  const any = `${pad(pick.int(1, 12))}-${pad(pick.int(1, 28))}`
  return pick.one([`${pick.one([2026, 2027, 2028])}-${pick.chance(50) ? any : day}`, '2028-02-29', '2000-02-29'])
}

const pad = (n: number): string => `${n}`.padStart(2, '0')
