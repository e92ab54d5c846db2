import type * as fc from 'fast-check'
import type { Assessment } from '../../../src/score/needs.js'
import { makeAssessment } from './assessment.js'
import { fromChoices, type Pick } from './choices.js'
import type { TableTree } from './known.js'
import { sharpened } from './sharpened.js'
import { makeTable } from './table.js'

/** A table and many assessments for it, most of them valid. */
export interface GeneratedCaseload {
  readonly table: TableTree
  readonly assessments: readonly Assessment[]
}

/**
 * Valid assessments; some put together from the parts of two others, which may then not fit (the age of one form with
 * the answers of another); and some with an answer or a fact left out or spoiled.
 */
export function arbitraryCaseload(): fc.Arbitrary<GeneratedCaseload> {
  return fromChoices((pick) => {
    const made = makeTable(pick, {})
    const first = makeAssessment(pick, made)
    const table = sharpened(pick, made, first)
    const valid = [first, ...Array.from({ length: 5 }, () => makeAssessment(pick, table))]
    const mixed = Array.from({ length: 10 }, () => mix(pick, pick.one(valid), pick.one(valid)))
    const spoiled = Array.from({ length: 4 }, () => spoil(pick, pick.one([...valid, ...mixed])))
    return { table, assessments: [...valid, ...mixed, ...spoiled, pick.one(valid)] }
  })
}

/** One with something of the other: its facts, its answers, its day, or a single fact or answer. */
function mix(pick: Pick, one: Assessment, other: Assessment): Assessment {
  const mixed = pick.one<() => Assessment>([
    () => ({ ...one, ...of(other, 'facts') }),
    () => ({ ...one, ...of(other, 'answers') }),
    () => ({ ...one, date: other.date }),
    () => ({ ...one, ...of(other, 'scores') }),
    () => withOne(pick, 'facts', one, other),
    () => withOne(pick, 'facts', one, other),
    () => withOne(pick, 'answers', one, other),
    () => withOne(pick, 'answers', one, other),
  ])()
  return JSON.parse(JSON.stringify(mixed))
}

type Part = 'facts' | 'answers' | 'scores'

function of(assessment: Assessment, part: Part): Partial<Assessment> {
  return { [part]: assessment[part] }
}

function withOne(pick: Pick, part: Part, one: Assessment, other: Assessment): Assessment {
  const names = Object.keys(other[part] ?? {})
  if (names.length === 0) return one
  const name = pick.one(names)
  return { ...one, [part]: { ...one[part], [name]: other[part]?.[name] } }
}

function spoil(pick: Pick, assessment: Assessment): Assessment {
  const part = pick.one(['facts', 'answers', 'scores'] as const)
  const names = Object.keys(assessment[part] ?? {})
  if (names.length === 0) return { ...assessment, date: '2026-02-30' }
  const name = pick.one([...names, 'no-such-name'])
  const { [name]: _, ...rest } = Object(assessment[part])
  const value = pick.one(['no-such-level', 3, true, '', { points: 1 }, { level: 'none' }, { state: 'refused' }])
  return { ...assessment, [part]: pick.chance(40) ? rest : { ...rest, [name]: value } }
}
