import { type Finding, finding } from '../diagnostic.js'
import type { ChangePlan } from '../load/change-plan.js'
import { pointer } from '../pointer.js'
import type { Audited } from './audited.js'

/** Words for money that an authority holds back for itself. */
const WORDS =
  /\b(reserves?|affordab\w+|moderation|moderated|deflat\w+|(?:budget|cost|financial) pressures?|overspend\w*|savings|cash limit\w*|top.?slic\w+|scaled? back)\b/i

/**
 * An authority’s reserve is set when a table is calibrated, and never taken from one child’s figure. A word list over the
 * names and reasons of what lowers a figure: it proves nothing, and says so.
 */
export function reserveTaken({ plan, written }: Audited): Finding[] {
  const inChanges = plan.lines.flatMap(({ id, changes }) =>
    changes.filter(lowers).flatMap(({ name, at }) => {
      const why = written.lines[id]?.changes?.find((change) => change.name === name)?.why
      return told(name, why ?? '', at)
    }),
  )
  const inScores = Object.entries(written.scores ?? {}).flatMap(([score, made]) =>
    'brought' in made ? [] : told(score, made.why ?? '', pointer(['scores', score])),
  )
  return [...inChanges, ...inScores]
}

function told(name: string, why: string, at: string): Finding[] {
  const word = WORDS.exec(why)?.[0]
  if (word !== undefined) return [finding('RAS865', `${at}/why`, { name, word })]
  const named = WORDS.exec(name.replaceAll('-', ' '))?.[0]
  return named === undefined ? [] : [finding('RAS865', at, { name, word: named }, 'key')]
}

function lowers(change: ChangePlan): boolean {
  switch (change.op) {
    case 'subtract':
    case 'at-most':
    case 'other-package':
      return true
    case 'times':
      return change.by < change.den
    case 'area-factor':
      return [...change.factors.values()].some(({ by }) => by < change.den)
    case 'protect':
      return change.how === 'freeze'
    case 'add':
    case 'at-least':
    case 'uplift':
    case 'nearest':
      return false
  }
}
