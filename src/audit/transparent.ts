import { type Finding, finding } from '../diagnostic.js'
import { pointer } from '../pointer.js'
import type { Audited } from './audited.js'

/**
 * Principle 3, transparent: nothing limits, multiplies or weighs points without saying why. Every amount has a source and
 * every change its reason, or the table does not load. A table that says it is published can be read somewhere.
 */
export function transparent({ written }: Audited): Finding[] {
  return [...silentLimits(written), ...unread(written)]
}

const WORDS = ['weight', 'times', 'at-most'] as const

function silentLimits({ scores }: Audited['written']): Finding[] {
  return Object.entries(scores ?? {}).flatMap(([score, made]) => {
    if ('brought' in made || made.why !== undefined) return []
    return WORDS.filter((word) => made[word] !== undefined && !(word === 'times' && Number(made.times) === 1)).map(
      (word) => finding('RAS831', pointer(['scores', score, word]), { score, word }, 'key'),
    )
  })
}

function unread({ status, provenance, sources }: Audited['written']): Finding[] {
  const claims = status === 'published' && provenance !== 'synthetic'
  return claims && Object.values(sources).every(({ url }) => url === undefined)
    ? [finding('RAS832', '/status', {})]
    : []
}
