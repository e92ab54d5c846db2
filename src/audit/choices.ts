import { leavesOf } from '../load/compile/reads.js'
import type { ConditionPlan } from '../load/condition-plan.js'
import type { GridPlan } from '../load/grid-plan.js'
import type { FactPlan, FormPlan, NodePlan, Plan } from '../load/plan.js'
import { boundsIn } from '../load/range.js'
import { must } from '../must.js'
import type { FactInput } from '../score/needs.js'
import type { Reads } from './reads.js'

type Facts = Readonly<Record<string, FactInput>>
/** A value of a fact as it is given; nothing where it is left out. */
type Choice = FactInput | undefined

/** So many combinations of form and facts are tried at the most. */
const MOST_AROUND = 48

/** What a case stands in: its form and its facts. */
export interface Around {
  readonly form: string | null
  readonly facts: Facts
}

/**
 * The forms and facts that make a difference to what is tried: each fact that is read at every value, or at the ends and
 * the bounds that conditions set; the first value of every other. Beyond so many combinations, evenly spread among them.
 */
export function aroundOf(plan: Plan, reads: Reads, conditions: readonly ConditionPlan[]): readonly Around[] {
  const forms = plan.forms.size === 0 ? [null] : [...plan.forms.keys()]
  const leaves = conditions.flatMap(leavesOf)
  const all = forms.flatMap((form) => {
    const choices = plan.facts.map((fact, index): readonly Choice[] => {
      const tried = choicesOf(plan, fact, index, form, leaves)
      return reads.facts.has(index) ? tried : tried.slice(0, 1)
    })
    const size = choices.reduce((product, { length }) => product * length, 1)
    const step = Math.max(1, Math.floor(size / Math.floor(MOST_AROUND / forms.length || 1)))
    return Array.from({ length: Math.ceil(size / step) }, (_, i) => ({ form, facts: pick(plan, choices, i * step) }))
  })
  return all.slice(0, MOST_AROUND)
}

function pick(plan: Plan, choices: readonly (readonly Choice[])[], number: number): Facts {
  const facts: Record<string, FactInput> = {}
  let rest = number
  choices.forEach((tried, index) => {
    const value = tried[rest % tried.length]
    rest = Math.floor(rest / tried.length)
    if (value !== undefined) facts[must(plan.facts[index]).id] = value
  })
  return facts
}

function choicesOf(
  plan: Plan,
  fact: FactPlan,
  index: number,
  form: string | null,
  leaves: readonly ConditionPlan[],
): readonly Choice[] {
  switch (fact.is) {
    case 'age':
      return [ageFor(form === null ? undefined : plan.forms.get(form))]
    case 'choice':
      return fact.values
    case 'decision': {
      const read = leaves.some((leaf) => leaf.is === 'fact' && leaf.fact === index)
      return read ? ['agreed', 'pending', 'fast-track', { state: 'refused', reason: 'tried' }] : ['agreed']
    }
    case 'circumstance':
      return [false, true]
    case 'terms':
      return [3, 2, 1]
    case 'start':
    case 'end':
      return [undefined]
    case 'hours':
    case 'entitlement': {
      const step = fact.is === 'entitlement' && fact.of === 'units a year' ? 100 : 1
      const edges = leaves.flatMap((leaf) =>
        leaf.is === 'amount-of-fact' && leaf.fact === index ? boundsOf(leaf) : [],
      )
      const beside = edges.map((at) => Math.floor(at / step) * step).flatMap((at) => [at - step, at, at + step])
      const within = [fact.atMost, 0, ...beside].filter((at) => at >= 0 && at <= fact.atMost)
      const tried = (fact.is === 'hours' ? fact.oneOf : null) ?? within
      return [...new Set(tried)].map((at) => at / 100)
    }
    case 'money': {
      const ends = [fact.atMost, 0, Math.floor(fact.atMost / 2)].map((pence) => pence / 100)
      return fact.of === 'previous-budget' ? [undefined, ...ends] : [0, ...ends.slice(0, 1), ...ends.slice(2)]
    }
  }
}

/** An age that the form is for, and is scored from, where there is one. */
function ageFor(form: FormPlan | undefined): number {
  const from = form?.from ?? 0
  const scored = Math.max(from, form?.notScored?.below ?? 0)
  return scored < (form?.below ?? 26) ? scored : from
}

/**
 * The points of a brought score that make a difference, rising, over its power of ten: its ends and quarters, and every
 * edge of a row or condition with the points just beside it.
 */
export function broughtLadder(
  { den, high }: NodePlan,
  grids: readonly GridPlan[],
  conditions: readonly ConditionPlan[],
): readonly number[] {
  const edges = [
    ...grids.flatMap(({ rows }) => rows.map(({ fromPoints }) => fromPoints)),
    ...conditions
      .flatMap(leavesOf)
      .flatMap((leaf) => (leaf.is === 'score' ? boundsOf(leaf).map((at) => at / (leaf.node.den * leaf.scale)) : [])),
  ].map((points) => Math.round(points * den))
  const quarters = [0, 1, 2, 3, 4].map((part) => Math.floor((high * part) / 4))
  const beside = edges.flatMap((at) => [at - den, at - 1, at, at + 1])
  return [...new Set([...quarters, ...beside])].filter((at) => at >= 0 && at <= high).sort((a, b) => a - b)
}

/** The numbers that a condition sets as bounds. */
export function boundsOf(leaf: ConditionPlan): readonly number[] {
  return 'range' in leaf ? boundsIn(leaf.range) : []
}
