import type * as fc from 'fast-check'
import type { Assessment } from '../../../src/score/needs.js'
import { entries } from '../oracle/tree.js'
import { answers, isScoredIn } from './answers.js'
import { brought } from './brought.js'
import { fromChoices, type Pick } from './choices.js'
import { factsOf } from './fact-values.js'
import type { TableTree } from './known.js'
import { words } from './words.js'

/** Valid assessments for a table. */
export function arbitraryAssessment(table: TableTree): fc.Arbitrary<Assessment> {
  return fromChoices((pick) => makeAssessment(pick, table))
}

export function makeAssessment(pick: Pick, table: TableTree): Assessment {
  const forms = entries(table, 'forms')
  const form = forms.length > 0 ? pick.one(forms)[0] : null
  const outcomes = entries(table, 'outcomes').map(([id]) => id)
  const known: Assessment = {
    case: pick.one(['case-1', 'A/2026.07_x-9', '7']),
    ...(form === null ? {} : { form }),
    date: pick.one(['2026-09-01', '2026-04-01', '2028-02-29', '2031-12-31', '2026-08-31', '2025-01-01']),
    ...filled('facts', factsOf(pick, table, form)),
  }
  return {
    ...(pick.chance(30) ? { format: 'ras.assessment/1' as const } : {}),
    ...known,
    ...(pick.chance(30) ? { participants: [words(pick), 'the child'] } : {}),
    ...filled('answers', answers(pick, table, known)),
    ...filled('scores', brought(pick, table, isScoredIn(table, known))),
    ...(pick.chance(20)
      ? { outcomes: [{ outcome: pick.one(outcomes), words: words(pick) }, { words: words(pick) }] }
      : {}),
    ...(pick.chance(50) ? { exceptional: exceptional(pick) } : {}),
  }
}

/** A part of the assessment, left out when there is nothing in it. */
function filled<K extends string, V extends object>(key: K, value: V): { readonly [key in K]?: V } {
  return Object.keys(value).length === 0 ? {} : ({ [key]: value } as { readonly [key in K]: V })
}

function exceptional(pick: Pick): NonNullable<Assessment['exceptional']> {
  const asked = pick.one([true, false, 'yes', 'no'])
  return pick.chance(50) ? { asked, because: words(pick) } : { asked }
}
