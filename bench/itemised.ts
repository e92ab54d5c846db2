import type { Assessment } from '../src/index.js'
import { flagsByHand, type State } from './by-hand/flags.js'
import { careOutcomes, educationOutcomes, therapyOutcomes } from './by-hand/outcomes.js'
import {
  mainstreamPence,
  nursingPence,
  shortBreaksPence,
  shortBreaksRaised,
  specialistPence,
  therapyPence,
} from './by-hand/prices.js'
import { decision, isTrue } from './by-hand/read.js'
import { type Scores, scoresByHand } from './by-hand/scores.js'
import { joint, type Part, schoolFirst } from './by-hand/shares.js'

/** A line of the budget with its splits, and without its working. */
export interface Item {
  readonly id: string
  readonly stream: string
  readonly state: string
  readonly pence: number | null
  readonly funders: readonly Part[]
  readonly outcomes: readonly Part[]
  readonly contingency: number | null
  readonly partYear: number | null
}

/** Everything the library works out, but no working: no steps, evidence, pointers, neighbours or record of the needs. */
export interface Itemised {
  readonly lines: readonly Item[]
  readonly streams: readonly Part[]
  readonly total: number
  readonly waiting: readonly string[]
  readonly refused: readonly string[]
  readonly funders: readonly Part[]
  readonly outcomes: readonly Part[]
  readonly flags: Readonly<Record<string, State>>
  /** Short breaks reached the usual most. */
  readonly capped: boolean
  readonly agreedBy: string
}

/** The Westmarch 2026-27 budget by hand with all its splits, totals and flags: the second yardstick. */
export function itemised(assessment: Assessment): Itemised {
  const { facts } = assessment
  if (!facts) throw new TypeError('facts are needed')
  const scores = scoresByHand(assessment)
  const mainstream = facts.setting === 'mainstream'
  const far = isTrue(facts['far-from-services'])
  const gate = decision(facts['continuing-care'])
  const nurse = nursing(nursingPence(scores.healthy), gate)
  const lines = [
    education('mainstream-support', mainstream ? mainstreamPence(scores.education) : 0, scores, schoolFirst),
    education('specialist-top-up', mainstream ? 0 : specialistPence(scores.education), scores, council),
    nurse,
    therapy(therapyPence(scores.therapy), scores),
    carers(scores.family >= 3000 ? 32000 : 0),
    shortBreaks(shortBreaksPence(scores.care, far), scores, facts['support-begins']),
  ]
  const streams = [
    { id: 'education', pence: settled(lines, 'education') },
    { id: 'health', pence: settled(lines, 'health') },
    { id: 'social-care', pence: settled(lines, 'social-care') },
  ]
  let total = 0
  for (const { pence } of streams) total += pence
  const waiting: string[] = []
  const refused: string[] = []
  for (const { id, state } of lines)
    if (state === 'waiting' || state === 'refer') waiting.push(id)
    else if (state === 'refused') refused.push(id)
  const flags = flagsByHand(assessment, scores, { nursing: nurse, total, open: waiting.length > 0 })
  return {
    lines,
    streams,
    total,
    waiting,
    refused,
    funders: sums(lines, 'funders', ['council', 'nhs', 'school']),
    outcomes: sums(lines, 'outcomes', OUTCOMES),
    flags,
    capped: (shortBreaksRaised(scores.care, far) ?? 0) > 900000,
    agreedBy: agreedBy(flags),
  }
}

const OUTCOMES = [
  'be-healthy',
  'become-independent',
  'enjoy-and-achieve',
  'family-and-carers',
  'stay-safe',
  'take-part',
]

function item(
  id: string,
  stream: string,
  state: string,
  pence: number | null,
  funders: readonly Part[],
  outcomes: readonly Part[],
): Item {
  return { id, stream, state, pence, funders, outcomes, contingency: null, partYear: null }
}

function council(pence: number): Part[] {
  return [{ id: 'council', pence }]
}

function education(id: string, pence: number | null, scores: Scores, by: (pence: number) => Part[]): Item {
  if (pence === null) return item(id, 'education', 'refer', null, [], [])
  return item(id, 'education', 'settled', pence, by(pence), educationOutcomes(pence, scores))
}

function nursing(pence: number | null, gate: unknown): Item {
  const state = gate === 'refused' ? 'refused' : pence === null ? 'refer' : gate === 'pending' ? 'waiting' : 'settled'
  if (pence === null) return item('nursing', 'health', state, null, [], [])
  return item('nursing', 'health', state, pence, [{ id: 'nhs', pence }], [{ id: 'be-healthy', pence }])
}

function therapy(pence: number, scores: Scores): Item {
  return item('therapy', 'health', 'settled', pence, joint(pence), therapyOutcomes(pence, scores))
}

function carers(pence: number): Item {
  return item('carers', 'social-care', 'settled', pence, council(pence), [{ id: 'family-and-carers', pence }])
}

function shortBreaks(pence: number | null, scores: Scores, start: unknown): Item {
  if (pence === null) return item('short-breaks', 'social-care', 'refer', null, [], [])
  return {
    id: 'short-breaks',
    stream: 'social-care',
    state: 'settled',
    pence,
    funders: council(pence),
    outcomes: careOutcomes(pence, scores),
    // Each is one of two parts by largest remainder, which is the same as rounding half up.
    contingency: Math.floor((pence + 5) / 10),
    partYear: typeof start === 'string' ? Math.floor((pence * monthsLeft(start) + 6) / 12) : null,
  }
}

/** Months up to the end of March, the starting month counted in full. */
function monthsLeft(start: string): number {
  return 12 - ((Number(start.slice(5, 7)) + 8) % 12)
}

function settled(lines: readonly Item[], stream: string): number {
  let sum = 0
  for (const line of lines) if (line.stream === stream && line.state === 'settled') sum += line.pence ?? 0
  return sum
}

function sums(lines: readonly Item[], of: 'funders' | 'outcomes', ids: readonly string[]): Part[] {
  const totals: Part[] = []
  for (const id of ids) {
    let pence = 0
    for (const line of lines)
      if (line.state === 'settled')
        for (const part of of === 'funders' ? line.funders : line.outcomes) if (part.id === id) pence += part.pence
    totals.push({ id, pence })
  }
  return totals
}

function agreedBy(flags: Readonly<Record<string, State>>): string {
  if (flags['joint-panel'] === 'yes') return 'the joint resource panel'
  return flags['team-manager'] === 'yes' ? 'the SEND team manager' : 'the service manager for disabled children'
}
