import { pointer } from '../../pointer.js'
import type { FlagPlan } from '../plan.js'
import { compileCondition } from './conditions.js'
import type { Context } from './context.js'
import { sorted } from './questions.js'

/** The flags, by id. */
export function compileFlags(context: Context): FlagPlan[] {
  return sorted(context.table.flags).map(([id, flag]): FlagPlan => {
    const path = ['flags', id]
    const when = compileCondition(context, flag.when, [...path, 'when'])
    const base = { id, at: pointer(path), when }
    if ('say' in flag) return { ...base, kind: 'say', who: flag.to, exceptional: flag.exceptional === 'yes' }
    if ('refer' in flag) return { ...base, kind: 'refer', who: flag.refer, exceptional: flag.exceptional === 'yes' }
    return { ...base, kind: 'agreed-by', who: flag['agreed-by'], exceptional: false }
  })
}
