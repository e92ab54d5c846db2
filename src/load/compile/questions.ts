import { decimals, scaled } from '../../decimal.js'
import { compare } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import type { FactPlan, QuestionPlan } from '../plan.js'
import type { QuestionShape } from '../shape/questions.js'
import type { TableShape } from '../shape/table.js'

/** The facts, by id. Hours become hundredths. */
export function compileFacts(table: TableShape): FactPlan[] {
  return sorted(table.facts).map(([id, fact]) => compileFact(id, fact))
}

function compileFact(id: string, fact: NonNullable<TableShape['facts']>[string]): FactPlan {
  const base = { id, at: pointer(['facts', id]) }
  switch (fact.is) {
    case 'setting':
      return { ...base, is: 'setting', settings: fact['one-of'] }
    case 'hours': {
      const oneOf = fact['one-of']?.map((text) => scaled(text, 2)) ?? null
      return { ...base, is: 'hours', oneOf, atMost: scaled(fact['at-most'], 2) }
    }
    case 'age':
    case 'decision':
    case 'circumstance':
    case 'terms':
    case 'start':
      return { ...base, is: fact.is }
  }
}

/** The questions, by id, with all points as whole numbers over one power of ten. */
export function compileQuestions(table: TableShape): { readonly questions: QuestionPlan[]; readonly unit: number } {
  const all = Object.entries(table.questions ?? {}).flatMap(([group, { ask, outcome }]) =>
    Object.entries(ask).map(([id, question]) => ({ id, group, outcome, question })),
  )
  const digits = Math.max(0, ...all.map(({ question }) => placesOf(question)))
  const questions = all
    .sort((a, b) => compare(a.id, b.id))
    .map(({ id, group, outcome, question }): QuestionPlan => {
      const levels = new Map(
        question.levels.map((level): [string, number] => {
          const [name, points] = Object.entries(level)[0] ?? ['', '0']
          return [name, scaled(points, digits)]
        }),
      )
      return {
        id,
        at: pointer(['questions', group, 'ask', id]),
        outcome,
        levels,
        grain: 10 ** placesOf(question),
        low: Math.min(...levels.values()),
        high: Math.max(...levels.values()),
        inBetween: question['in-between'] === 'yes',
        notApplicable: question['not-applicable'] === 'yes',
        mayBeLeft: question['may-be-left'] === 'yes',
        forms: question.forms ? new Set(question.forms) : null,
      }
    })
  return { questions, unit: 10 ** digits }
}

/** How many decimals a question's points can have. */
function placesOf(question: QuestionShape): number {
  if (question['in-between']) return 2
  return Math.max(...question.levels.map((level) => decimals(Object.values(level)[0] ?? '0')))
}

/** A mapping's entries by id, the order in which everything is compiled and listed. */
export function sorted<T>(mapping: Readonly<Record<string, T>> | undefined): [string, T][] {
  return Object.entries(mapping ?? {}).sort(([a], [b]) => compare(a, b))
}
