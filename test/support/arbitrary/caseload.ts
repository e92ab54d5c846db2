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
    const mixed = Array.from({ length: 5 }, () => mix(pick, pick.one(valid), pick.one(valid)))
    const spoiled = Array.from({ length: 4 }, () => spoil(pick, pick.one([...valid, ...mixed])))
    return { table, assessments: [...valid, ...mixed, ...spoiled, pick.one(valid)] }
  })
}

function mix(pick: Pick, one: Assessment, other: Assessment): Assessment {
  const whole = pick.chance(50) ? { ...one, facts: other.facts } : { ...one, answers: other.answers }
  const parts = pick.chance(30) ? { ...one, ...facts(pick, one, other) } : whole
  return JSON.parse(JSON.stringify(parts))
}

/** Some facts of one and some of another. */
function facts(pick: Pick, one: Assessment, other: Assessment): OnlyFacts {
  return {
    facts: Object.fromEntries(
      Object.entries(one.facts ?? {}).map(([id, value]) => [
        id,
        pick.chance(50) ? (other.facts?.[id] ?? value) : value,
      ]),
    ),
  }
}

interface OnlyFacts {
  readonly facts: NonNullable<Assessment['facts']>
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
