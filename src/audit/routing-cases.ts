import { leavesOf } from '../load/compile/reads.js'
import type { ConditionPlan } from '../load/condition-plan.js'
import type { FlagPlan, NodePlan, Plan } from '../load/plan.js'
import { must } from '../must.js'
import type { Assessment } from '../score/needs.js'
import { answersFor, type Coming, WAYS } from './answers-for.js'
import { assessmentOf, ladderOf, type Rung } from './child.js'
import { aroundOf, boundsOf } from './choices.js'
import { assessmentAt, type Concern, type Ladders, laddersOf, type Stand } from './ladders.js'
import { climb } from './orders.js'
import { reachesOf } from './reachable.js'
import { readsOfConditions, readsOfLine } from './reads.js'

/** So many orders are climbed around each form and facts. */
const CLIMBS = 6

/**
 * Cases in which the flags can come out otherwise: around every combination of the facts they read, first those whose
 * points lie at each bound that a flag sets, and just beside it; then from the least need to the most.
 */
export function* casesFor(plan: Plan, flags: readonly FlagPlan[]): Iterable<Assessment> {
  const conditions = flags.map(({ when }) => when)
  const leaves = conditions.flatMap(leavesOf)
  const reads = readsOfConditions(plan, conditions)
  const asked = [...reads.questions].flatMap((index) => plan.questions[index]?.when ?? [])
  const grids = [...reads.nodes].flatMap((index) => plan.nodes[index]?.weight?.grid ?? [])
  const concern: Concern = { reads, grids, conditions: [...conditions, ...asked] }
  // First only the facts that the flags read, then all: a line that nobody asked about may wait for people on its own.
  const facts = new Set(plan.lines.flatMap((line) => [...readsOfLine(plan, line).facts]))
  for (const around of [reads, { ...reads, facts: new Set([...reads.facts, ...facts]) }]) {
    const lowest = aroundOf(plan, around, concern.conditions).map((one) => laddersOf(plan, concern, one))
    const ladders = RESTS.flatMap((rung) => lowest.map((one) => ({ ...one, rest: restAt(plan, rung) })))
    for (const each of [casesAtBounds(plan, ladders, leaves), casesClimbed(ladders)])
      for (const one of each) {
        yield one
        if (leaves.some(({ is }) => is === 'asked')) yield { ...one, exceptional: { asked: true } }
      }
  }
}

/**
 * What the questions are answered that no flag hangs on: the lowest, the highest, or the one above the lowest. A line that
 * hangs on them may wait for people at one of these, and not at another.
 */
const RESTS = [0, -1, 1] as const

function restAt(plan: Plan, rung: number): readonly Rung[] {
  return plan.questions.map((question) => {
    const rungs = ladderOf(plan, question)
    return must(rungs.at(rung) ?? rungs[0])
  })
}

function* casesAtBounds(plan: Plan, all: readonly Ladders[], leaves: readonly ConditionPlan[]): Iterable<Assessment> {
  const reaches = reachesOf(plan)
  const forms = [...plan.forms.keys()]
  const scores = leaves.filter((leaf) => leaf.is === 'score')
  for (const way of WAYS)
    for (const leaf of scores)
      for (const target of besideBounds(leaf.node, leaf))
        for (const ladders of all) {
          const { form } = ladders.around
          const { asks } = form === null ? plan.formless : must(plan.forms.get(form))
          const on = { plan, asks, reaches, form: form === null ? 0 : forms.indexOf(form), way }
          const coming = answersFor(on, leaf.node, target)
          if (coming) yield assessmentWith(ladders, coming)
        }
}

/** The points at each bound of a condition, and one step to either side, over the score’s power of ten. */
function besideBounds(node: NodePlan, leaf: Extract<ConditionPlan, { is: 'score' }>): readonly number[] {
  const step = Math.max(1, node.den / node.grain)
  const at = boundsOf(leaf).map((bound) => Math.floor(bound / leaf.scale / step) * step)
  return [...new Set(at.flatMap((bound) => [bound, bound - step, bound + step]))].filter((value) => value >= 0)
}

/** The case in which these questions have these points, and everything else stands at its lowest. */
export function assessmentWith({ plan, around, rest }: Ladders, { questions, brought }: Coming): Assessment {
  const rungs = rest.map((lowest, index) => {
    const points = questions.get(index)
    if (points === undefined || points === lowest.points) return lowest
    const level = [...must(plan.questions[index]).levels].find(([, worth]) => worth === points)?.[0]
    return level === undefined
      ? { points, level: null, answer: { points: points / plan.unit } }
      : { points, level, answer: level }
  })
  const scores = plan.nodes.map(({ index }) => brought.get(index) ?? 0)
  return assessmentOf(plan, { ...around, rungs, brought: scores, askedExceptional: false })
}

function* casesClimbed(all: readonly Ladders[]): Iterable<Assessment> {
  for (let number = 0; number < CLIMBS; number++)
    for (const ladders of all) {
      const steps = ladders.variables.map(({ rungs }) => rungs.length - 1)
      let stand: Stand = steps.map(() => 0)
      yield assessmentAt(ladders, stand)
      for (const raised of climb(steps, number)) {
        stand = stand.map((place, i) => (i === raised ? place + 1 : place))
        yield assessmentAt(ladders, stand)
      }
    }
}
