import { readFileSync } from 'node:fs'
import { type Assessment, loadTable } from '../../src/index.js'

/** The table that the fixtures of `ras diff` are compared with, as text. */
export const BEFORE = readFileSync('fixtures/diff/2026-27.yaml', 'utf8')

/** A later version of it: the texts are put in the place of what they are named by, once each. */
export function later(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce(
    (text, [from, to]) => {
      if (text.split(from).length !== 2) throw new Error(`“${from}” is not there once`)
      return text.replace(from, to)
    },
    BEFORE.replace('version: 2026-27', 'version: 2027-28'),
  )
}

export const before = loadTable(BEFORE)

/** Cases of some points each, called after their place: C-1, C-2. */
export function casesOf(...points: readonly number[]): Assessment[] {
  return points.map((one, i) => caseOf(`C-${i + 1}`, one))
}

export function caseOf(reference: string, points: number, facts: Assessment['facts'] = {}): Assessment {
  return { case: reference, date: '2027-05-03', facts: { age: 9, ...facts }, scores: { points } }
}
