import { scaled } from '../../decimal.js'
import { pointer } from '../../pointer.js'
import { periodsAYear } from '../periods.js'
import type { FactPlan } from '../plan.js'
import type { TableShape } from '../shape/table.js'
import { sorted } from './questions.js'

type Fact = NonNullable<TableShape['facts']>[string]

/** The facts, by id. Hours become hundredths, money pence. */
export function compileFacts(table: TableShape): FactPlan[] {
  return sorted(table.facts).map(([id, fact]) => ({ id, at: pointer(['facts', id]), ...compileFact(fact) }))
}

type Kind = FactPlan extends infer F ? (F extends FactPlan ? Omit<F, 'id' | 'at'> : never) : never

function compileFact(fact: Fact): Kind {
  switch (fact.is) {
    case 'setting':
    case 'phase':
    case 'area':
    case 'judged-band':
      return { is: 'choice', of: fact.is, values: fact['one-of'] }
    case 'entitlement':
      return fact['one-of']
        ? { is: 'choice', of: 'entitlement', values: fact['one-of'] }
        : { is: 'entitlement', of: fact.of ?? 'hours a week', atMost: scaled(fact['at-most'] ?? '0', 2) }
    case 'hours': {
      const oneOf = fact['one-of']?.map((text) => scaled(text, 2)) ?? null
      return { is: 'hours', oneOf, atMost: scaled(fact['at-most'], 2) }
    }
    case 'quote':
    case 'other-package':
    case 'previous-budget': {
      const times = periodsAYear(fact.a, 3, Number(fact['weeks-a-year'] ?? '0')) ?? 0
      return { is: 'money', of: fact.is, per: fact.a, times, atMost: scaled(fact['at-most'], 2) }
    }
    case 'age':
    case 'decision':
    case 'circumstance':
    case 'terms':
    case 'start':
    case 'end':
      return { is: fact.is }
  }
}
