import type { LinePlan } from '../load/plan.js'
import { asPence, type Pence } from '../pence.js'
import { judge } from '../score/conditions.js'
import { isDecision } from '../score/decision.js'
import type { Amount, BudgetLine, Neighbours } from './budget.js'
import { change } from './changes.js'
import { price } from './price.js'
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
  if (line.when !== null && judge(line.when, scene, null) === 'no') return notApplying(line, line.when.at)
  const gate = gateOf(line, scene)
  if (line.scored && !scene.reading.scored) return notScored(gate, scene)
  const steps: Step[] = []
  if (line.when) steps.push({ op: 'when', met: true, after: ZERO, at: line.when.at })
  if (gate && line.gate) steps.push({ op: 'gate', decision: gate.decision, state: gate.state, at: line.gate.at })
  const { step, result, neighbours } = price(line, scene)
  steps.push(step)
  const pence = step.after === null ? null : change(line, step.after, scene, steps)
  const { provides: of } = line
  const quantity = of === null || result === null ? null : result / 100
  if (of !== null && quantity !== null) steps.push({ op: 'provides', quantity, of, at: line.price.at })
  const amount = amountOf(line, pence, quantity, gate)
  return { applies: true, gate, steps, quantity, amount, neighbours }
}

/** A line whose condition is not met comes to nothing. */
function notApplying(line: LinePlan, at: string): PricedLine {
  const steps: Step[] = [{ op: 'when', met: false, after: ZERO, at }]
  const [pence, quantity] = line.provides === null ? [ZERO, null] : [null, 0]
  const amount = amountOf(line, pence, quantity, null)
  return { applies: false, gate: null, steps, quantity, amount, neighbours: null }
}

/** A child below the age from which the form is scored is assessed by people. */
function notScored(gate: BudgetLine['gate'], { plan, reading }: LineScene): PricedLine {
  const form = plan.forms.get(reading.needs.form ?? '')?.notScored
  const to = form?.referTo ?? ''
  const steps: Step[] = [{ op: 'not-scored', to, at: form?.at ?? '' }]
  const amount: Amount = gate?.state === 'refused' ? { state: 'refused', pence: null } : { state: 'refer', to }
  return { applies: true, gate, steps, quantity: null, amount, neighbours: null }
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

const ZERO = asPence(0)

/** What a line comes to: what the gate and the row make of its figure (rule R4). */
function amountOf(line: LinePlan, pence: Pence | null, quantity: number | null, gate: BudgetLine['gate']): Amount {
  if (gate?.state === 'refused') return { state: 'refused', pence }
  if (pence === null && quantity === null)
    return { state: 'refer', to: 'referTo' in line.price ? line.price.referTo : '' }
  if (gate?.state === 'pending') return { state: 'waiting', pence }
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
