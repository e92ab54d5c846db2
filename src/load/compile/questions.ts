import { decimals, scaled, tenTo } from '../../decimal.js'
import { compare } from '../../diagnostic.js'
import { must } from '../../must.js'
import { pointer } from '../../pointer.js'
import type { ConditionPlan } from '../condition-plan.js'
import type { FactPlan, QuestionPlan } from '../plan.js'
import type { QuestionShape } from '../shape/questions.js'
import type { TableShape } from '../shape/table.js'
import { compileCondition } from './conditions.js'
import { leavesOf } from './reads.js'

interface Compiled {
  readonly questions: QuestionPlan[]
  readonly askOrder: readonly number[]
  readonly unit: number
}

/** The questions, by id, with all points as whole numbers over one power of ten. */
export function compileQuestions(table: TableShape, facts: readonly FactPlan[]): Compiled {
  const all = Object.entries(table.questions ?? {})
    .flatMap(([group, { ask, outcome }]) =>
      Object.entries(ask).map(([id, question]) => ({ id, outcome, question, path: ['questions', group, 'ask', id] })),
    )
    .sort((a, b) => compare(a.id, b.id))
  const digits = Math.max(0, ...all.map(({ question }) => placesOf(question)))
  const bare = all.map(({ id, outcome, question, path }): QuestionPlan => {
    const levels = levelsOf(question, digits)
    const forms = question.forms ? new Set(question.forms) : null
    const inBetween = question['in-between'] === 'yes'
    const notApplicable = question['not-applicable'] === 'yes'
    const mayBeLeft = question['may-be-left'] === 'yes'
    return {
      id,
      at: pointer(path),
      outcome,
      levels,
      grain: tenTo(placesOf(question)),
      low: Math.min(...levels.values()),
      high: Math.max(...levels.values()),
      inBetween,
      notApplicable,
      mayBeLeft,
      forms,
      when: null,
      mayBeNoLevel: inBetween || notApplicable || mayBeLeft || forms !== null || question['asked-when'] !== undefined,
    }
  })
  // A condition may read other questions, so it is compiled when all of them have their places.
  const context = { table, facts, questions: bare, nodes: [] }
  const questions = bare.map((plan, i): QuestionPlan => {
    const { question, path } = must(all[i])
    const asked = question['asked-when']
    return asked ? { ...plan, when: compileCondition(context, asked, [...path, 'asked-when']) } : plan
  })
  return { questions, askOrder: orderOf(questions), unit: tenTo(digits) }
}

/** Every level with its points; where a question has kinds, `kind/level`, kinds by name. */
function levelsOf({ levels, kinds }: QuestionShape, digits: number): ReadonlyMap<string, number> {
  const read = (list: readonly Readonly<Record<string, string>>[], prefix: string) =>
    list.flatMap((pair) =>
      Object.entries(pair).map(([name, points]): [string, number] => [`${prefix}${name}`, scaled(points, digits)]),
    )
  return new Map([...read(levels ?? [], ''), ...sorted(kinds).flatMap(([kind, list]) => read(list, `${kind}/`))])
}

/** Each question after those that its condition reads; the checks have seen to it that there is no circle. */
function orderOf(questions: readonly QuestionPlan[]): number[] {
  const order: number[] = []
  const visit = (index: number): void => {
    if (order.includes(index)) return
    const { when } = must(questions[index])
    if (when) for (const read of questionsIn(when)) visit(read)
    order.push(index)
  }
  questions.forEach((_, index) => {
    visit(index)
  })
  return order
}

function questionsIn(condition: ConditionPlan): readonly number[] {
  return leavesOf(condition).flatMap((leaf) =>
    leaf.is === 'question' ? [leaf.question] : leaf.is === 'count' ? leaf.questions : [],
  )
}

/** How many decimals a question's points can have. */
function placesOf({ levels, kinds, 'in-between': inBetween }: QuestionShape): number {
  if (inBetween) return 2
  const pairs = [...(levels ?? []), ...Object.values(kinds ?? {}).flat()]
  return Math.max(...pairs.map((level) => decimals(Object.values(level)[0] ?? '0')))
}

/** A mapping's entries by id, the order in which everything is compiled and listed. */
export function sorted<T>(mapping: Readonly<Record<string, T>> | undefined): [string, T][] {
  return Object.entries(mapping ?? {}).sort(([a], [b]) => compare(a, b))
}
