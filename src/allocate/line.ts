import type { LinePlan } from '../load/plan.js'
import { asPence, type Pence } from '../pence.js'
import { judge, type Scene } from '../score/conditions.js'
import { type DecisionState, isDecision } from '../score/decision.js'
import type { Amount, BudgetLine } from './budget.js'
import { change } from './changes.js'
import { neighbours, price } from './price.js'
import { byFunder, byOutcome, contingencyIn, partYear } from './split.js'
import type { Step } from './step.js'

/** One line of the budget, in the order of rule R2: when → gate → price → changes → splits. */
export function allocateLine(line: LinePlan, scene: Scene): BudgetLine {
  const applies = line.when === null || judge(line.when, scene, null) !== 'no'
  const gate = applies ? gateOf(line, scene) : null
  const steps = stepsOf(line, applies, gate, scene)
  const amount = amountOf(line, steps, gate?.state ?? 'agreed')
  const figure = amount.state === 'refer' ? null : amount.pence
  return {
    id: line.id,
    table: scene.plan.id,
    title: line.title,
    stream: line.stream,
    at: line.at,
    amount,
    steps,
    amountIs: line.amountIs,
    gate,
    funders: figure === null ? [] : byFunder(line, figure),
    outcomes: figure === null ? [] : byOutcome(line, figure, scene),
    contingency: figure === null ? null : contingencyIn(line, figure),
    partYear: figure === null ? null : partYear(line, figure, scene),
    neighbours: applies ? neighbours(line, scene) : null,
    legalBasis: legalBasis(line, scene),
  }
}

function gateOf({ gate }: LinePlan, { reading }: Scene): BudgetLine['gate'] {
  const state = gate ? reading.facts[gate.fact] : undefined
  return gate && isDecision(state) ? { decision: gate.id, state } : null
}

function stepsOf(line: LinePlan, applies: boolean, gate: BudgetLine['gate'], scene: Scene): Step[] {
  const steps: Step[] = []
  if (line.when) steps.push({ op: 'when', met: applies, after: ZERO, at: line.when.at })
  if (!applies) return steps
  if (gate && line.gate) steps.push({ op: 'gate', decision: gate.decision, state: gate.state, at: line.gate.at })
  const priced = price(line, scene)
  steps.push(priced)
  if (priced.after !== null) change(line, priced.after, scene, steps)
  return steps
}

const ZERO = asPence(0)

/** The amount is the last step's `after`, and its state is what the gate and the row make of it (rule R4). */
function amountOf(line: LinePlan, steps: readonly Step[], gate: DecisionState): Amount {
  const last = steps[steps.length - 1]
  const pence: Pence | null = last && last.op !== 'gate' ? last.after : ZERO
  if (gate === 'refused') return { state: 'refused', pence }
  if (pence === null) return { state: 'refer', to: line.price.is === 'look-up' ? line.price.referTo : '' }
  return { state: gate === 'pending' ? 'waiting' : 'settled', pence }
}

function legalBasis(line: LinePlan, { plan, reading }: Scene): string | null {
  if (line.legalBasis.length === 0) return null
  const age = Number(reading.facts[plan.age] ?? 0)
  let basis: string | null = null
  for (const { fromAge, says } of line.legalBasis) if (age >= fromAge) basis = says
  return basis
}
