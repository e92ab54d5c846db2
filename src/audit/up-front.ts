import { type Finding, finding } from '../diagnostic.js'
import { pointer } from '../pointer.js'
import type { Audited } from './audited.js'

/**
 * Principle 4, up-front: the figure is known before the plan, so that nothing is asked that only a plan would know. The
 * days on which a table is in force the format sees to.
 */
export function upFront({ plan, written }: Audited): Finding[] {
  const facts = Object.entries(written.facts ?? {})
    .filter(([, { is }]) => is === 'quote' || is === 'entitlement')
    .map(([fact, { is }]) => finding('RAS841', pointer(['facts', fact]), { fact, is }, 'key'))
  const decided = plan.lines
    .filter(({ price }) => price.is === 'people-decide')
    .map(({ id, price }) => finding('RAS842', price.at, { line: id }, 'key'))
  return [...facts, ...decided]
}
