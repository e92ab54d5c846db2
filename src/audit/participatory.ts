import { type Finding, finding } from '../diagnostic.js'
import { leavesOf } from '../load/compile/reads.js'
import { pointer } from '../pointer.js'
import type { Audited } from './audited.js'

const DECISIONS = ['the amount', 'the plan', 'a refusal'] as const

/**
 * Principle 5, participatory: with whom the scheme was made is recorded; each stream has a route to challenge each kind of
 * decision; advice is named; and a family can see when it is an exceptional case.
 */
export function participatory({ plan, written }: Audited): Finding[] {
  const exceptional = plan.flags.some(
    (flag) => flag.exceptional || leavesOf(flag.when).some(({ is }) => is === 'asked'),
  )
  return [
    ...(written['co-production'] ? [] : [finding('RAS851', '', {}, 'key')]),
    ...plan.streams.flatMap((stream) => {
      const routes = (written.challenge ?? []).filter((one) => one.stream === stream)
      const about = DECISIONS.filter((decision) => !routes.some((one) => one.about === decision))
      return about.length === 0 ? [] : [finding('RAS852', pointer(['streams', stream]), { stream, about }, 'key')]
    }),
    ...(written.advice === undefined ? [finding('RAS853', '', {}, 'key')] : []),
    ...(exceptional ? [] : [finding('RAS854', plan.flags.length > 0 ? '/flags' : '', {}, 'key')]),
  ]
}
