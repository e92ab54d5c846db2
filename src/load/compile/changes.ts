import { decimals, scaled } from '../../decimal.js'
import { finding } from '../../diagnostic.js'
import { asPence } from '../../pence.js'
import { pointer } from '../../pointer.js'
import type { ChangePlan } from '../plan.js'
import type { TableShape } from '../shape/table.js'
import { compileCondition } from './conditions.js'
import { type Context, SAFE } from './context.js'

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
    const after = { low: applied(plan, low, Math.floor), high: applied(plan, high, Math.ceil) }
    const most = Math.max(Math.abs(low), Math.abs(high))
    const size = plan.op === 'times' ? most * plan.by + plan.den : most + plan.pence
    if (!(size <= SAFE)) context.report(finding('RAS301', at, { line, step: plan.name }))
    // A change made only sometimes leaves both roads open.
    low = Math.min(after.low, plan.when ? low : SAFE)
    high = Math.max(after.high, plan.when ? high : -SAFE)
    return plan
  })
  return { changes: plans, low, high }
}

function compileChange(context: Context, change: Changes[number], path: readonly PropertyKey[]): ChangePlan {
  const when = change.when ? compileCondition(context, change.when, [...path, 'when']) : null
  const base = { name: change.name, at: pointer(path), when }
  if ('times' in change) {
    const places = decimals(change.times)
    return { ...base, op: 'times', text: change.times, by: scaled(change.times, places), den: 10 ** places }
  }
  if ('add' in change) return { ...base, op: 'add', pence: asPence(scaled(change.add, 2)) }
  if ('subtract' in change) return { ...base, op: 'subtract', pence: asPence(scaled(change.subtract, 2)) }
  if ('at-most' in change) return { ...base, op: 'at-most', pence: asPence(scaled(change['at-most'], 2)) }
  if ('at-least' in change) return { ...base, op: 'at-least', pence: asPence(scaled(change['at-least'], 2)) }
  return { ...base, op: 'nearest', pence: asPence(Math.max(1, scaled(change.nearest, 2))) }
}

/** A bound after a change, rounded outwards: the lower one down, the upper one up. */
function applied(plan: ChangePlan, pence: number, outwards: (value: number) => number): number {
  switch (plan.op) {
    case 'times':
      return outwards((pence * plan.by) / plan.den)
    case 'add':
      return pence + plan.pence
    case 'subtract':
      return pence - plan.pence
    case 'at-most':
      return Math.min(pence, plan.pence)
    case 'at-least':
      return Math.max(pence, plan.pence)
    case 'nearest':
      return plan.pence * outwards(pence / plan.pence)
  }
}
