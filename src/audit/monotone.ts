import type { ChangePlan } from '../load/change-plan.js'
import type { LinePlan, Plan } from '../load/plan.js'
import type { PricePlan } from '../load/price-plan.js'
import { must } from '../must.js'
import { gridTendency } from './rising-grid.js'
import { type Tendencies, tendencies, turn } from './tendencies.js'
import type { Tendency, Turn } from './turn.js'

/**
 * Which lines can never give less for more need (law 4): by index of line, proven from how the line is made, construct
 * by construct. What is not proven may still be so.
 *
 * More need is another assessment with the same facts and form, at least the points on every question that both are
 * asked, and at least the points of every brought score. A row that refers ranks above every amount; a line that waits
 * or is refused counts with its figure; a line of hours counts them; an unknown setting is compared setting by setting.
 */
export function provenLines(plan: Plan): readonly boolean[] {
  const so = tendencies(plan)
  return plan.lines.map((line) => lineRises(so, line))
}

/** Which groups and scores can never fall as need grows, by index of node. */
export function provenScores(plan: Plan): readonly boolean[] {
  return tendencies(plan).nodes.map((tendency) => tendency !== 'either')
}

/** A line that opens goes from nothing to something; after that every step must keep what is more, more. */
function lineRises(so: Tendencies, line: LinePlan): boolean {
  const opens = line.when === null ? 'never' : turn(so, line.when)
  if (opens === 'off' || opens === 'either') return false
  return (
    priceTendency(so, line.price) !== 'either' && line.changes.every((change, i) => changeKeeps(so, line, change, i))
  )
}

function priceTendency(so: Tendencies, price: PricePlan): Tendency {
  switch (price.is) {
    case 'flat':
      return price.weight ? gridTendency(so, price.weight.grid) : 'same'
    case 'look-up':
      return gridTendency(so, price.grid, price.straight)
    case 'category':
      return gridTendency(so, price.grid)
    case 'each-point':
      return must(so.nodes[price.node.index])
    case 'hours':
    case 'units':
    case 'entitlement':
    case 'quote':
    case 'people-decide':
      return 'same'
  }
}

/**
 * A change that is made in both cases, or in neither, never turns more into less. One that comes with more need must
 * not take away, and one that goes with it must not have given.
 */
function changeKeeps(so: Tendencies, line: LinePlan, change: ChangePlan, index: number): boolean {
  const made: Turn = change.when === null ? 'never' : turn(so, change.when)
  const comes = made === 'on' || made === 'either'
  const goes = made === 'off' || made === 'either'
  const { gives, takes } = effect(change, mayBeBelowNothing(line, index))
  return !(comes && takes) && !(goes && gives)
}

interface Effect {
  /** Whether it can give: what is left without it may be less. */
  readonly gives: boolean
  /** Whether it can take away. */
  readonly takes: boolean
}

/** Whether a change can make an amount more, and whether it can make it less. */
function effect(change: ChangePlan, belowNothing: boolean): Effect {
  switch (change.op) {
    case 'add':
    case 'at-least':
      return { gives: true, takes: false }
    case 'subtract':
    case 'other-package':
    case 'at-most':
      return { gives: false, takes: true }
    case 'times':
      return scaling([change.by / change.den], belowNothing)
    case 'uplift':
      return change.is === 'pounds' ? { gives: true, takes: false } : scaling([change.by / change.den], belowNothing)
    case 'area-factor':
      return scaling(
        [...change.factors.values()].map(({ by }) => by / change.den),
        belowNothing,
      )
    case 'protect':
      return { gives: true, takes: change.how === 'freeze' }
    case 'nearest':
      return { gives: true, takes: true }
  }
}

/** Below nothing a factor works the other way round. */
function scaling(factors: readonly number[], belowNothing: boolean): Effect {
  const raises = factors.some((factor) => factor > 1)
  const lowers = factors.some((factor) => factor < 1)
  return { gives: raises || (belowNothing && lowers), takes: lowers || (belowNothing && raises) }
}

/** Whether the amount can be below nothing when a change comes to it. */
function mayBeBelowNothing({ changes }: LinePlan, index: number): boolean {
  let may = false
  for (const { op, when } of changes.slice(0, index)) {
    if (op === 'subtract' || op === 'other-package') may = true
    if (op === 'at-least' && when === null) may = false
  }
  return may
}
