import type { ChangePlan, KeepsPlan, MoneyUse } from '../load/change-plan.js'
import type { LinePlan } from '../load/plan.js'
import { must } from '../must.js'
import { asPence, divide, type Pence } from '../pence.js'
import { judge } from '../score/conditions.js'
import type { LineScene } from './scene.js'
import type { ChangeStep, Step } from './step.js'

/** Makes a line's changes in the order written, adding one step each, and gives the amount after them. */
export function change(line: LinePlan, before: Pence, scene: LineScene, steps: Step[]): Pence {
  let amount = before
  for (const plan of line.changes) {
    const left = plan.when !== null && judge(plan.when, scene, null) === 'no'
    const step = left ? leftOut(plan, amount) : made(plan, amount, scene)
    steps.push(step)
    amount = step.after
  }
  return amount
}

function leftOut({ name, at }: ChangePlan, amount: Pence): ChangeStep {
  return { op: 'left-out', name, before: amount, after: amount, at }
}

function made(plan: ChangePlan, before: Pence, scene: LineScene): ChangeStep {
  const { name, at } = plan
  const { rounding } = scene.plan
  switch (plan.op) {
    case 'uplift': {
      if (plan.is === 'pounds') {
        const after = before > 0 ? asPence(before + plan.pence) : before
        return { op: 'uplift', name, perCent: null, by: plan.pence, before, after, at }
      }
      const after = asPence(divide(before * plan.by, plan.den, rounding))
      return { op: 'uplift', name, perCent: plan.text, by: null, before, after, at }
    }
    case 'area-factor': {
      const area = String(scene.reading.facts[plan.fact])
      const { text, by } = must(plan.factors.get(area))
      const after = asPence(divide(before * by, plan.den, rounding))
      return { op: 'area-factor', name, area, factor: text, before, after, at }
    }
    case 'times': {
      const after = asPence(divide(before * plan.by, plan.den, rounding))
      return { op: 'times', name, factor: plan.text, before, after, at }
    }
    case 'add':
      return { op: 'add', name, by: plan.pence, before, after: asPence(before + plan.pence), at }
    case 'subtract':
      return { op: 'subtract', name, by: plan.pence, before, after: asPence(before - plan.pence), at }
    case 'other-package': {
      const by = asPence(divide(aYear(plan.of, scene) * plan.part, 10000, rounding))
      const { of, perCent } = plan
      return { op: 'other-package', name, fact: of.factId, perCent, by, before, after: asPence(before - by), at }
    }
    case 'at-most':
      return { op: 'at-most', name, limit: plan.pence, before, after: before > plan.pence ? plan.pence : before, at }
    case 'at-least':
      return { op: 'at-least', name, limit: plan.pence, before, after: before < plan.pence ? plan.pence : before, at }
    case 'protect':
      return protect(plan, before, scene)
    case 'nearest': {
      const after = asPence(plan.pence * divide(before, plan.pence, rounding))
      return { op: 'nearest', name, to: plan.pence, before, after, at }
    }
  }
}

/** A figure given as a fact, in pence a year. */
function aYear({ fact, times }: MoneyUse, { reading }: LineScene): number {
  return Number(reading.facts[fact]) * times
}

/** Where there was no earlier figure there is nothing to protect. */
function protect(plan: Extract<ChangePlan, { op: 'protect' }>, before: Pence, scene: LineScene): ChangeStep {
  const { name, at, how, of } = plan
  if (scene.reading.facts[of.fact] === null) return leftOut(plan, before)
  const previous = asPence(aYear(of, scene))
  const step = { op: 'protect', name, how, against: of.factId, previous, before, at } as const
  switch (how) {
    case 'freeze':
      return { ...step, perCent: null, after: previous }
    case 'no-loser':
      return { ...step, perCent: null, after: before < previous ? previous : before }
    case 'taper': {
      const { perCent, part } = keptOn(plan.keeps, scene.reading.date)
      const kept = before < previous ? divide((previous - before) * part, 10000, scene.plan.rounding) : 0
      return { ...step, perCent, after: asPence(before + kept) }
    }
  }
}

/** What is kept on a day: the last entry that has begun; before the first day, the first. */
export function keptOn(keeps: KeepsPlan, date: string): KeepsPlan[number] {
  let kept = must(keeps[0])
  for (const entry of keeps) if (entry.from <= date) kept = entry
  return kept
}
