import type { ChangePlan, LinePlan } from '../load/plan.js'
import { asPence, divide, type Pence, type Rounding } from '../pence.js'
import { judge, type Scene } from '../score/conditions.js'
import type { ChangeStep, Step } from './step.js'

/** Makes a line's changes in the order written, adding one step each; the amount is the last step's `after`. */
export function change(line: LinePlan, before: Pence, scene: Scene, steps: Step[]): void {
  let amount = before
  for (const plan of line.changes) {
    const left = plan.when !== null && judge(plan.when, scene, null) === 'no'
    const step = left ? leftOut(plan, amount) : made(plan, amount, scene.plan.rounding)
    steps.push(step)
    amount = step.after
  }
}

function leftOut({ name, at }: ChangePlan, amount: Pence): ChangeStep {
  return { op: 'left-out', name, before: amount, after: amount, at }
}

function made(plan: ChangePlan, before: Pence, rounding: Rounding): ChangeStep {
  const { name, at } = plan
  switch (plan.op) {
    case 'times':
      return {
        op: 'times',
        name,
        factor: plan.text,
        before,
        after: asPence(divide(before * plan.by, plan.den, rounding)),
        at,
      }
    case 'add':
      return { op: 'add', name, by: plan.pence, before, after: asPence(before + plan.pence), at }
    case 'subtract':
      return { op: 'subtract', name, by: plan.pence, before, after: asPence(before - plan.pence), at }
    case 'at-most':
      return { op: 'at-most', name, limit: plan.pence, before, after: before > plan.pence ? plan.pence : before, at }
    case 'at-least':
      return { op: 'at-least', name, limit: plan.pence, before, after: before < plan.pence ? plan.pence : before, at }
    case 'nearest': {
      const after = asPence(plan.pence * divide(before, plan.pence, rounding))
      return { op: 'nearest', name, to: plan.pence, before, after, at }
    }
  }
}
