import type { Flag, IndicativeBudget } from '../../allocate/budget.js'
import { capId } from '../../allocate/flags.js'
import { compare } from '../../diagnostic.js'
import type { Plan } from '../../load/plan.js'
import { must } from '../../must.js'
import type { AgreedShift, FlagShift } from './caseload-diff.js'

/** Which flags are raised before and after, and who may agree. */
export interface Shifts {
  readonly add: (old: IndicativeBudget, by: IndicativeBudget) => void
  readonly flags: () => readonly FlagShift[]
  readonly agreedBy: () => readonly AgreedShift[]
}

export function openShifts(earlier: Plan, later: Plan): Shifts {
  const [kindsBefore, kindsAfter] = [kindsIn(earlier), kindsIn(later)]
  const ids = [...new Set([...kindsBefore.keys(), ...kindsAfter.keys()])].sort(compare)
  const flags = ids.map((id) => ({
    id,
    kindBefore: kindsBefore.get(id) ?? null,
    kindAfter: kindsAfter.get(id) ?? null,
    ...{ before: 0, after: 0, appeared: 0, vanished: 0, openBefore: 0, openAfter: 0 },
  }))
  const agreed = new Map<string, { before: string; after: string; cases: number }>()
  return {
    add: (old, by) => {
      const [before, after] = [statesIn(old), statesIn(by)]
      for (const flag of flags) {
        const [was, is] = [before.get(flag.id), after.get(flag.id)]
        if (was === 'yes') flag.before++
        if (is === 'yes') flag.after++
        if (was !== 'yes' && is === 'yes') flag.appeared++
        if (was === 'yes' && is !== 'yes') flag.vanished++
        if (was === 'unknown') flag.openBefore++
        if (is === 'unknown') flag.openAfter++
      }
      const shift = { before: whoMay(old), after: whoMay(by) }
      const key = JSON.stringify(shift)
      if (!agreed.has(key)) agreed.set(key, { ...shift, cases: 0 })
      must(agreed.get(key)).cases++
    },
    flags: () => flags.map((flag) => ({ ...flag })),
    agreedBy: () =>
      [...agreed.values()]
        .map((shift) => ({ ...shift }))
        .sort((a, b) => compare(a.before, b.before) || compare(a.after, b.after)),
  }
}

/** The flags of a table, and those of the caps that its lines can reach. */
function kindsIn({ flags, lines }: Plan): ReadonlyMap<string, Flag['kind']> {
  return new Map<string, Flag['kind']>([
    ...lines.flatMap(({ id, changes }) =>
      changes.flatMap(({ op, name }): [string, 'cap'][] => (op === 'at-most' ? [[capId(id, name), 'cap']] : [])),
    ),
    ...flags.map(({ id, kind }): [string, Flag['kind']] => [id, kind]),
  ])
}

/** What is raised or open. A cap may be reached more than once. */
function statesIn({ flags }: IndicativeBudget): ReadonlyMap<string, Flag['state']> {
  const states = new Map<string, Flag['state']>()
  for (const { id, state } of flags) if (state !== 'no' && states.get(id) !== 'yes') states.set(id, state)
  return states
}

function whoMay({ agreedBy }: IndicativeBudget): string {
  return agreedBy.map(({ who, state }) => (state === 'yes' ? who : `${who} (open)`)).join('; ')
}
