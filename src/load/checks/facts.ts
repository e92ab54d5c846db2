import { scaled } from '../../decimal.js'
import { type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import { entries, items, type LooseTable } from '../loose.js'

type Fact = NonNullable<NonNullable<LooseTable['facts']>[string]>

/** A child has one age and one setting, hours that can be chosen can be attended, and what is counted is said. */
export function checkFacts(table: LooseTable): Finding[] {
  return [
    ...one(table, 'age'),
    ...one(table, 'setting'),
    ...entries(table.facts).flatMap(([id, fact]) => [
      ...attended(id, fact),
      ...weeks(id, fact),
      ...shapes(id, fact),
      ...unknown(id, fact),
    ]),
  ]
}

function one(table: LooseTable, kind: 'age' | 'setting'): Finding[] {
  const all = entries(table.facts).filter(([, fact]) => fact.is === kind)
  return all
    .slice(1)
    .map(([id]) =>
      finding('RAS307', pointer(['facts', id]), { needs: `one fact of kind ${kind}`, got: 'another one' }, 'key'),
    )
}

function attended(id: string, fact: Fact): Finding[] {
  const most = fact['at-most']
  if (fact.is !== 'hours' || most === undefined) return []
  return items<string>(fact['one-of'])
    .filter(([, hours]) => scaled(hours, 2) > scaled(most, 2))
    .map(([i, hours]) =>
      finding('RAS307', pointer(['facts', id, 'one-of', i]), { needs: `at most ${most} hours`, got: hours }),
    )
}

function weeks(id: string, fact: Fact): Finding[] {
  if (fact.a === undefined) return []
  const told = Object.hasOwn(fact, 'weeks-a-year')
  if (told === (fact.a === 'week')) return []
  const at = pointer(['facts', id, told ? 'weeks-a-year' : 'a'])
  return told
    ? [finding('RAS307', at, { needs: 'no weeks-a-year', got: `a price a ${fact.a} with it` }, 'key')]
    : [finding('RAS307', at, { needs: 'weeks-a-year', got: 'a price a week without it' })]
}

/** An entitlement is a number of something, or one of several names. */
function shapes(id: string, fact: Fact): Finding[] {
  if (fact.is !== 'entitlement') return []
  const number = Object.hasOwn(fact, 'of') || Object.hasOwn(fact, 'at-most')
  const at = pointer(['facts', id])
  if (number === Object.hasOwn(fact, 'one-of'))
    return [finding('RAS106', at, { options: ['of and at-most', 'one-of'] }, 'key')]
  return (['of', 'at-most'] as const)
    .filter((key) => number && !Object.hasOwn(fact, key))
    .map((key) => finding('RAS102', at, { key }, 'key'))
}

/** An assessment says `unknown` where no setting is named yet, so that no setting can have this name. */
function unknown(id: string, fact: Fact): Finding[] {
  if (fact.is !== 'setting') return []
  return items<string>(fact['one-of'])
    .filter(([, setting]) => setting === 'unknown')
    .map(([i]) =>
      finding('RAS105', pointer(['facts', id, 'one-of', i]), {
        got: 'unknown',
        expected: 'another name: an assessment says unknown where no setting is named yet',
      }),
    )
}
