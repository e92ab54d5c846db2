import type { LinePlan } from '../load/plan.js'
import { asPence, type Pence } from '../pence.js'
import { judge } from '../score/conditions.js'
import { type DecisionState, isDecision } from '../score/decision.js'
import type { Amount, BudgetLine, Neighbours } from './budget.js'
import { change } from './changes.js'
import { neighbours, price } from './price.js'
import type { BudgetScene, LineScene } from './scene.js'
import { byFunder, byOutcome, contingencyIn, lockedIn, partYear } from './split.js'
import type { Step } from './step.js'

/** A line as far as its amount, in the order of rule R2: when → gate → price → changes. */
export interface PricedLine {
  readonly applies: boolean
  readonly gate: BudgetLine['gate']
  readonly steps: readonly Step[]
  /** How many hours or units it provides; null where it is priced, or people decide. */
  readonly quantity: number | null
  readonly amount: Amount
  readonly neighbours: Neighbours | null
}

/** The one place where a line gets its figure, for one budget and for a caseload alike. */
export function priceLine(line: LinePlan, scene: LineScene): PricedLine {
  const applies = line.when === null || judge(line.when, scene, null) !== 'no'
  const unscored = applies && line.scored && !scene.reading.scored
  const gate = applies ? gateOf(line, scene) : null
  const steps: Step[] = []
  const quantity = unscored ? notScored(scene, steps) : work(line, applies, gate, scene, steps)
  const amount = amountOf(line, steps, quantity, gate?.state ?? 'agreed')
  return {
    applies,
    gate,
    steps,
    quantity,
    amount,
    neighbours: applies && !unscored ? neighbours(line, scene) : null,
  }
}

/** A line with its amount split: funders, outcomes, contingency, what a contract holds, part of a year. */
export function itemise(line: LinePlan, scene: BudgetScene, priced: PricedLine): BudgetLine {
  const { gate, steps, quantity, amount } = priced
  const figure = 'pence' in amount ? amount.pence : null
  return {
    id: line.id,
    table: scene.plan.id,
    title: line.title,
    stream: line.stream,
    at: line.at,
    amount,
    steps,
    provides: line.provides === null ? null : { quantity, of: line.provides },
    tier: line.tier,
    amountIs: line.amountIs,
    gate,
    funders: figure === null ? [] : byFunder(line, figure),
    outcomes: figure === null ? [] : byOutcome(line, figure, scene),
    contingency: figure === null ? null : contingencyIn(line, figure),
    locked: figure === null ? null : lockedIn(line, figure, scene),
    partYear: figure === null ? null : partYear(line, figure, scene),
    neighbours: priced.neighbours,
    legalBasis: legalBasis(line, scene),
  }
}

export function allocateLine(line: LinePlan, scene: BudgetScene): BudgetLine {
  return itemise(line, scene, priceLine(line, scene))
}

function gateOf({ gate }: LinePlan, { reading }: LineScene): BudgetLine['gate'] {
  const state = gate ? reading.facts[gate.fact] : undefined
  return gate && isDecision(state) ? { decision: gate.id, state } : null
}

/** A child below the age from which the form is scored is assessed by people. */
function notScored({ plan, reading }: LineScene, steps: Step[]): null {
  const form = plan.forms.get(reading.needs.form ?? '')?.notScored
  steps.push({ op: 'not-scored', to: form?.referTo ?? '', at: form?.at ?? '' })
  return null
}

/** Adds the steps of a line, and gives how many hours or units it provides; null where it is priced, or people decide. */
function work(
  line: LinePlan,
  applies: boolean,
  gate: BudgetLine['gate'],
  scene: LineScene,
  steps: Step[],
): number | null {
  const of = line.provides
  if (line.when) steps.push({ op: 'when', met: applies, after: ZERO, at: line.when.at })
  if (!applies) return of === null ? null : 0
  if (gate && line.gate) steps.push({ op: 'gate', decision: gate.decision, state: gate.state, at: line.gate.at })
  const { step, quantity: hundredths } = price(line, scene)
  steps.push(step)
  if (step.after !== null) change(line, step.after, scene, steps)
  if (of === null || hundredths === null) return null
  const quantity = hundredths / 100
  steps.push({ op: 'provides', quantity, of, at: line.price.at })
  return quantity
}

const ZERO = asPence(0)

/** The amount is the last step's `after`, and its state is what the gate and the row make of it (rule R4). */
function amountOf(line: LinePlan, steps: readonly Step[], quantity: number | null, gate: DecisionState): Amount {
  const last = steps[steps.length - 1]
  const pence: Pence | null = line.provides === null && last && 'after' in last ? last.after : null
  if (gate === 'refused') return { state: 'refused', pence }
  if (last?.op === 'not-scored') return { state: 'refer', to: last.to }
  const referred = line.provides === null ? pence === null : quantity === null
  if (referred) return { state: 'refer', to: 'referTo' in line.price ? line.price.referTo : '' }
  if (gate === 'pending') return { state: 'waiting', pence }
  return pence === null
    ? { state: 'provides', quantity: quantity ?? 0, of: line.provides ?? 'hours a week' }
    : { state: 'settled', pence }
}

function legalBasis(line: LinePlan, { plan, reading }: LineScene): string | null {
  if (line.legalBasis.length === 0) return null
  const age = Number(reading.facts[plan.age] ?? 0)
  let basis: string | null = null
  for (const { fromAge, says } of line.legalBasis) if (age >= fromAge) basis = says
  return basis
}
