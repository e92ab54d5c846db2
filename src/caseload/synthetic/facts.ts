import type { FactPlan, Plan } from '../../load/plan.js'
import { must } from '../../must.js'
import type { Given } from '../columns.js'
import { dayIn, type Invented, type Nobody } from './child.js'
import type { Draws } from './draws.js'

const REASON = 'Invented: no panel met about this case.'

/** Every fact of a table, by its id; what may be left out is left out now and then. */
export function inventFacts({ facts }: Plan, child: Invented, nobody: Nobody): Readonly<Record<string, Given>> {
  return Object.fromEntries(
    facts.flatMap((fact) => {
      const value = inventFact(fact, child, nobody)
      return value === undefined ? [] : [[fact.id, value]]
    }),
  )
}

function inventFact(fact: FactPlan, child: Invented, { months }: Nobody): Given {
  const { draws } = child
  switch (fact.is) {
    case 'age':
      return child.age
    case 'choice':
      return choice(fact, child)
    case 'decision':
      return decision(draws)
    case 'circumstance':
      return draws.chance(0.05 + 0.15 * child.severity) ? 'yes' : 'no'
    case 'terms':
      return draws.chance(0.8) ? 3 : 1 + draws.whole(2)
    case 'hours':
      return fact.oneOf
        ? must(fact.oneOf[draws.whole(fact.oneOf.length)]) / 100
        : Math.floor(upTo(fact.atMost / 100, child))
    case 'entitlement':
      return Math.floor(upTo(fact.atMost / 100, child))
    case 'money':
      if (fact.of === 'previous-budget' && draws.chance(0.5)) return undefined
      return Math.floor(upTo(Math.min(fact.atMost / 100, MOST_A_YEAR / Math.max(1, fact.times)), child))
    // Support begins in the first half of the year and ends in the second, so that it never ends before it begins.
    case 'start':
      return draws.chance(0.5) ? undefined : dayIn(must(months[draws.whole(6)]), draws)
    case 'end':
      return draws.chance(0.8) ? undefined : dayIn(must(months[6 + draws.whole(6)]), draws)
  }
}

/** Pounds a year that a quote or an earlier budget comes to at the most, whatever the table lets it be. */
const MOST_A_YEAR = 30_000

/** Settings, bands and what was agreed go with the needs, in the order in which the table names them; the rest does not. */
function choice(fact: Extract<FactPlan, { readonly is: 'choice' }>, { draws, severity }: Invented): string {
  const { values } = fact
  switch (fact.of) {
    case 'setting':
      return draws.chance(0.03) ? 'unknown' : must(values[ranked(values.length, severity, 2, draws)])
    case 'judged-band':
    case 'entitlement':
      return must(values[ranked(values.length, severity, 1, draws)])
    case 'phase':
    case 'area':
      return must(values[draws.whole(values.length)])
  }
}

function decision(draws: Draws): Given {
  const share = draws.next()
  if (share < 0.15) return { state: 'refused', reason: REASON }
  if (share < 0.4) return 'pending'
  return share < 0.5 ? 'fast-track' : 'agreed'
}

/** A place among so many, which rises with the needs, and strays by so many places at the most. */
export function ranked(places: number, severity: number, stray: number, draws: Draws): number {
  const place = Math.round(severity * (places - 1) + stray * draws.around())
  return Math.max(0, Math.min(places - 1, place))
}

/** A quantity from 0 to the most there can be, which rises with the needs. */
export function upTo(most: number, { severity, draws }: Invented): number {
  return most * Math.max(0, Math.min(1, severity + 0.25 * draws.around()))
}
