import { decimals, scaled, tenTo } from '../../decimal.js'
import { finding } from '../../diagnostic.js'
import { asPence } from '../../pence.js'
import { pointer } from '../../pointer.js'
import type { ChangePlan, MoneyUse } from '../change-plan.js'
import type { TableShape } from '../shape/table.js'
import { compileCondition } from './conditions.js'
import { type Context, indexOf, SAFE } from './context.js'
import { compileKeeps } from './keeps.js'

type Changes = NonNullable<TableShape['lines'][string]['changes']>

/** The changes of a line, with its bounds carried through each of them (rule R7). */
export function compileChanges(
  context: Context,
  line: string,
  changes: Changes,
  path: readonly PropertyKey[],
  price: { readonly low: number; readonly high: number },
): { readonly changes: ChangePlan[]; readonly low: number; readonly high: number } {
  let { low, high } = price
  const plans = changes.map((change, i): ChangePlan => {
    const here = [...path, i]
    const at = pointer(here)
    const plan = compileChange(context, change, here)
    const after = { low: applied(plan, low, Math.floor, 'low'), high: applied(plan, high, Math.ceil, 'high') }
    const most = Math.max(Math.abs(low), Math.abs(high))
    if (!(sizeOf(plan, most) <= SAFE)) context.report(finding('RAS301', at, { line, step: plan.name }))
    // A change made only sometimes leaves both roads open.
    const sometimes = plan.when !== null || plan.op === 'protect'
    low = Math.min(after.low, sometimes ? low : SAFE)
    high = Math.max(after.high, sometimes ? high : -SAFE)
    return plan
  })
  return { changes: plans, low, high }
}

function compileChange(context: Context, change: Changes[number], path: readonly PropertyKey[]): ChangePlan {
  const when = change.when ? compileCondition(context, change.when, [...path, 'when']) : null
  const base = { name: change.name, at: pointer(path), when }
  if ('uplift' in change) {
    if ('pounds' in change.uplift)
      return { ...base, op: 'uplift', is: 'pounds', pence: asPence(scaled(change.uplift.pounds, 2)) }
    const text = change.uplift['per-cent']
    const den = tenTo(decimals(text) + 2)
    return { ...base, op: 'uplift', is: 'per-cent', text, by: den + scaled(text, decimals(text)), den }
  }
  if ('area-factor' in change) {
    const { fact, times } = change['area-factor']
    const places = Math.max(...Object.values(times).map(decimals))
    const factors = Object.entries(times).map(([area, text]) => [area, { text, by: scaled(text, places) }] as const)
    return {
      ...base,
      op: 'area-factor',
      fact: indexOf(context.facts, fact),
      factors: new Map(factors),
      den: tenTo(places),
    }
  }
  if ('times' in change) {
    const places = decimals(change.times)
    return { ...base, op: 'times', text: change.times, by: scaled(change.times, places), den: tenTo(places) }
  }
  if ('other-package' in change) {
    const { 'other-package': factId, 'per-cent': perCent = '100' } = change
    const { of, most } = moneyOf(context, factId)
    const part = scaled(perCent, 2)
    return { ...base, op: 'other-package', of, perCent, part, most: Math.ceil((most * part) / 10000) }
  }
  if ('protect' in change) {
    const { of, most } = moneyOf(context, change.against)
    return { ...base, op: 'protect', how: change.protect, of, keeps: compileKeeps(change.keeps), most }
  }
  if ('add' in change) return { ...base, op: 'add', pence: asPence(scaled(change.add, 2)) }
  if ('subtract' in change) return { ...base, op: 'subtract', pence: asPence(scaled(change.subtract, 2)) }
  if ('at-most' in change) return { ...base, op: 'at-most', pence: asPence(scaled(change['at-most'], 2)) }
  if ('at-least' in change) return { ...base, op: 'at-least', pence: asPence(scaled(change['at-least'], 2)) }
  return { ...base, op: 'nearest', pence: asPence(Math.max(1, scaled(change.nearest, 2))) }
}

/** A money fact, and the most it can come to in a year. */
function moneyOf({ facts }: Context, factId: string): { readonly of: MoneyUse; readonly most: number } {
  const fact = indexOf(facts, factId)
  const declared = facts[fact]
  const { times, atMost } = declared?.is === 'money' ? declared : { times: 1, atMost: 0 }
  return { of: { fact, factId, times }, most: times * atMost }
}

/** The largest number that a change can need on the way, from an amount of this size. */
function sizeOf(plan: ChangePlan, most: number): number {
  switch (plan.op) {
    case 'times':
      return most * plan.by + plan.den
    case 'uplift':
      return plan.is === 'pounds' ? most + plan.pence : most * plan.by + plan.den
    case 'area-factor':
      return most * Math.max(...[...plan.factors.values()].map(({ by }) => by)) + plan.den
    case 'other-package':
      return Math.max(most, plan.of.times > 0 ? plan.most * 10000 : 0) + 10000
    case 'protect':
      return (most + plan.most) * 10000 + 10000
    case 'add':
    case 'subtract':
    case 'at-most':
    case 'at-least':
    case 'nearest':
      return most + plan.pence
  }
}

/** A bound after a change, rounded outwards: the lower one down, the upper one up. */
function applied(plan: ChangePlan, pence: number, outwards: (value: number) => number, end: 'low' | 'high'): number {
  switch (plan.op) {
    case 'times':
      return outwards((pence * plan.by) / plan.den)
    case 'uplift':
      if (plan.is === 'per-cent') return outwards((pence * plan.by) / plan.den)
      return pence > 0 ? pence + plan.pence : pence
    case 'area-factor': {
      const factors = [...plan.factors.values()].map(({ by }) => (pence * by) / plan.den)
      return outwards(end === 'low' ? Math.min(...factors) : Math.max(...factors))
    }
    case 'add':
      return pence + plan.pence
    case 'subtract':
      return pence - plan.pence
    case 'other-package':
      return end === 'low' ? pence - plan.most : pence
    case 'protect':
      return end === 'low' ? Math.min(pence, 0) : Math.max(pence, plan.most)
    case 'at-most':
      return Math.min(pence, plan.pence)
    case 'at-least':
      return Math.max(pence, plan.pence)
    case 'nearest':
      return plan.pence * outwards(pence / plan.pence)
  }
}
