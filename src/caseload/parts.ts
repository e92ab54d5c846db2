import { leavesOf } from '../load/compile/reads.js'
import type { ConditionPlan } from '../load/condition-plan.js'
import type { Plan } from '../load/plan.js'
import { qualified } from '../score/qualified.js'

/** What is kept of a part of an assessment, by the place of its table. */
export type Kept =
  | { readonly is: 'context'; readonly plan: number }
  | { readonly is: 'fact' | 'question' | 'brought'; readonly plan: number; readonly index: number }
  | { readonly is: 'date' | 'asked' | 'nothing'; readonly plan: number }

/**
 * A part of an assessment whose reading depends on what some columns give, on the form and on whether the child is scored
 * (the context), and on nothing else.
 */
export interface Part {
  readonly kept: Kept
  /** The columns, by their paths; none where nothing of it is given. */
  readonly sources: readonly string[]
}

/** The parts that each table reads, its context first. What no table knows is a part too, so that it is read and told. */
export function partsOf(plans: readonly Plan[], paths: readonly string[]): Part[] {
  const sources = plans.map((plan) => sourcesIn(plan, namer(plan, plans, paths)))
  const parts = sources.flatMap((own, i) => partsOfPlan(own, i, sources))
  const known = new Set(parts.flatMap((part) => part.sources))
  const strange = paths.filter((path) => !known.has(path))
  return [...parts, ...strange.map((path): Part => ({ kept: { is: 'nothing', plan: 0 }, sources: [path] }))]
}

type Naming = (part: string, name?: string) => readonly string[]

/** The columns in which a table finds something: plain, and among several tables also by the table's own name for it. */
function namer({ id }: Plan, plans: readonly Plan[], paths: readonly string[]): Naming {
  const given = new Set(paths)
  return (part, name) => {
    if (name === undefined) return given.has(part) ? [part] : []
    const names = plans.length > 1 ? [name, qualified(id, name)] : [name]
    return names.map((one) => `${part}/${one}`).filter((path) => given.has(path))
  }
}

/** Where a table finds its form and the child’s age, its facts, and what decides about the answer to a question. */
interface Sources {
  readonly plan: Plan
  readonly named: Naming
  readonly context: readonly string[]
  readonly fact: (index: number) => readonly string[]
  readonly question: (index: number) => readonly string[]
}

function sourcesIn(plan: Plan, named: Naming): Sources {
  const fact = (index: number) => {
    const id = plan.facts[index]?.id
    return id === undefined ? [] : named('facts', id)
  }
  const context = once([...named('form'), ...fact(plan.age)])
  const question = askedBy(plan, fact, (index) => named('answers', plan.questions[index]?.id ?? ''))
  return { plan, named, context, fact, question }
}

function partsOfPlan({ plan, named, context, fact, question }: Sources, i: number, all: readonly Sources[]): Part[] {
  // Support does not end before it starts, so that both days are read together.
  const begins = (index: number) =>
    plan.lines.flatMap(({ partYear }) =>
      partYear?.is === 'start' && partYear.end === index ? fact(partYear.fact) : [],
    )
  // An answer that one table asks need not be asked by another, so that what decides about it for any of them does for all.
  const elsewhere = (id: string) =>
    all.flatMap((other) => {
      const index = other.plan === plan ? -1 : other.plan.questions.findIndex((one) => one.id === id)
      return index < 0 ? [] : [...other.context, ...other.question(index)]
    })
  return [
    { kept: { is: 'context', plan: i }, sources: context },
    ...plan.facts.map(
      (_, index): Part => ({
        kept: { is: 'fact', plan: i, index },
        sources: once([...fact(index), ...begins(index)]),
      }),
    ),
    ...plan.questions.map(
      ({ id }, index): Part => ({
        kept: { is: 'question', plan: i, index },
        sources: once([...question(index), ...elsewhere(id)]),
      }),
    ),
    ...plan.brought.map(
      ({ id, index }): Part => ({
        kept: { is: 'brought', plan: i, index },
        sources: named('scores', id),
      }),
    ),
    { kept: { is: 'date', plan: i }, sources: named('date') },
    { kept: { is: 'asked', plan: i }, sources: named('exceptional') },
  ]
}

/** A question, with everything that decides whether it is asked: facts, other questions, and what those are asked by. */
function askedBy(
  { questions }: Plan,
  fact: (index: number) => readonly string[],
  answer: (index: number) => readonly string[],
): (index: number) => readonly string[] {
  const under = (condition: ConditionPlan): readonly string[] =>
    leavesOf(condition).flatMap((leaf) => {
      if ('fact' in leaf) return fact(leaf.fact)
      if (leaf.is === 'question') return all(leaf.question)
      return leaf.is === 'count' ? leaf.questions.flatMap(all) : []
    })
  const all = (index: number): readonly string[] => {
    const when = questions[index]?.when
    return [...answer(index), ...(when ? under(when) : [])]
  }
  return (index) => once(all(index))
}

function once(paths: readonly string[]): readonly string[] {
  return [...new Set(paths)]
}
