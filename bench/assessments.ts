import type { AnswerInput, Assessment, FactInput } from '../src/index.js'
import { LEVELS, type Levels } from './by-hand/levels.js'
import { type Random, random } from './random.js'

/** `named`: every answer is the name of a level. `mixed`: also points between levels, evidence, views, blanks, reasons. */
export type Kind = 'named' | 'mixed'

const IN_BETWEEN = ['eating', 'behaviour', 'communication']
const ONLY_PRIMARY = ['play', 'home-routines']
const ONLY_SECONDARY = ['travel', 'adult-life']
const SETTINGS = ['mainstream', 'resourced', 'special']
const STATES = ['agreed', 'refused', 'pending', 'fast-track']

/** That many valid assessments for the Westmarch table, the same for the same seed, as data that came over the wire. */
export function assessments(count: number, seed: number, kind: Kind): Assessment[] {
  const draw = random(seed)
  // Through JSON, because that is how a case system hands them over; the layout of parsed objects is what is timed.
  return Array.from({ length: count }, (_, i): Assessment => JSON.parse(JSON.stringify(assessment(draw, i, kind))))
}

function assessment(draw: Random, i: number, kind: Kind): Assessment {
  const primary = draw.chance(0.5)
  // How great this child's needs are in general, so that low and high totals both come up.
  const lean = draw.next()
  const answers: Record<string, AnswerInput> = {}
  for (const [id, levels] of Object.entries(LEVELS)) {
    if ((primary ? ONLY_SECONDARY : ONLY_PRIMARY).includes(id)) continue
    if (kind === 'mixed' && id === 'carer-health' && draw.chance(0.2)) continue
    answers[id] = answer(draw, id, levels, lean, kind)
  }
  return {
    format: 'ras.assessment/1',
    case: `bench-${i}`,
    form: primary ? 'primary' : 'secondary',
    date: '2026-05-12',
    facts: facts(draw, primary, kind),
    answers,
    ...(kind === 'mixed' && draw.chance(0.1)
      ? { exceptional: { asked: draw.chance(0.5), because: 'two needs that multiply' } }
      : {}),
  }
}

function answer(draw: Random, id: string, levels: Levels, lean: number, kind: Kind): AnswerInput {
  const names = Object.keys(levels)
  const most = names.length - 1
  const near = Math.round(lean * most + (draw.next() - 0.5) * 3)
  const level = names[Math.max(0, Math.min(most, near))] ?? 'none'
  if (kind === 'named') return level
  if (IN_BETWEEN.includes(id) && draw.chance(0.3)) {
    const points = draw.whole(100 * Math.max(...Object.values(levels)) + 1) / 100
    return { points: draw.chance(0.5) ? points : points.toFixed(2) }
  }
  if (draw.chance(0.1)) return { level, evidence: 'EP report, 3 May', view: 'parent' }
  return level
}

function facts(draw: Random, primary: boolean, kind: Kind): Record<string, FactInput> {
  const state = draw.one(kind === 'named' ? ['agreed', 'pending', 'fast-track'] : STATES)
  const decided = state === 'refused' || (kind === 'mixed' && draw.chance(0.1))
  const yes = (share: number): FactInput =>
    kind === 'mixed' && draw.chance(0.5) ? (draw.chance(share) ? 'yes' : 'no') : draw.chance(share)
  return {
    age: primary ? 7 + draw.whole(4) : 11 + draw.whole(8),
    setting: draw.one(SETTINGS),
    'continuing-care': decided ? { state, reason: 'decided at panel on 3 May' } : state,
    safeguarding: yes(0.1),
    'far-from-services': yes(0.3),
    ...(draw.chance(0.5) ? { 'support-begins': startDate(draw) } : {}),
  }
}

function startDate(draw: Random): string {
  return `2026-${String(4 + draw.whole(9)).padStart(2, '0')}-${String(1 + draw.whole(28)).padStart(2, '0')}`
}
