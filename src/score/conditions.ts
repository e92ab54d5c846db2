import type { ConditionPlan, LeafPlan } from '../load/condition-plan.js'
import type { Plan } from '../load/plan.js'
import { inRange } from '../load/range.js'
import type { Reading } from './read-assessment.js'

/** Whether a condition is met; `unknown` while it depends on a figure that is not settled (rule R4). */
export type Truth = 'yes' | 'no' | 'unknown'

/** One leaf of a condition: what was read, and whether it is met. `value` is pence for figures, points for scores. */
export interface Evidence {
  readonly at: string
  readonly value: string | number | boolean | null
  readonly met: Truth
}

/** The sums that flags may read. A line's figure is null while it is open; a total is settled money and whether more waits. */
export interface Sums {
  readonly line: (id: string) => number | null
  readonly total: (stream: string | null) => { readonly settled: number; readonly open: boolean }
  /** Whether the line is one figure; where the setting is unknown it may stand side by side, and nothing of it is known. */
  readonly known: (line: string) => boolean
  /** Points up to the line's next row; null where there is none. */
  readonly away: (line: string) => number | null
  /** The band that the line's points chose, as a fact names it; null where the line has none. */
  readonly band: (line: string) => string | null
}

/** What conditions are judged on. Lines and changes see no sums (rule R5). */
export interface Scene {
  readonly plan: Plan
  readonly reading: Pick<Reading, 'facts' | 'levels' | 'scored'> & {
    readonly needs: Pick<Reading['needs'], 'form' | 'askedExceptional'>
  }
  readonly nodes: readonly number[]
  readonly sums: Sums | null
}

/** Judges a condition; every leaf that is looked at is added to `evidence`, when it is given. All of `all` and `any` is looked at. */
export function judge(condition: ConditionPlan, scene: Scene, evidence: Evidence[] | null): Truth {
  switch (condition.is) {
    case 'all': {
      let met: Truth = 'yes'
      for (const one of condition.of) met = both(met, judge(one, scene, evidence))
      return met
    }
    case 'any': {
      let met: Truth = 'no'
      for (const one of condition.of) met = not(both(not(met), not(judge(one, scene, evidence))))
      return met
    }
    case 'not':
      return not(judge(condition.of, scene, evidence))
    default: {
      const { value, met } = leaf(condition, scene)
      evidence?.push({ at: condition.at, value, met })
      return met
    }
  }
}

function both(a: Truth, b: Truth): Truth {
  if (a === 'no' || b === 'no') return 'no'
  return a === 'unknown' || b === 'unknown' ? 'unknown' : 'yes'
}

function not(truth: Truth): Truth {
  return truth === 'yes' ? 'no' : truth === 'no' ? 'yes' : 'unknown'
}

type Seen = { readonly value: Evidence['value']; readonly met: Truth }

function leaf(condition: LeafPlan, { reading, nodes, sums }: Scene): Seen {
  if (!reading.scored && READS_ANSWERS.has(condition.is)) return UNKNOWN
  switch (condition.is) {
    case 'fact': {
      const value = reading.facts[condition.fact] ?? null
      if (value === null) return UNKNOWN
      return seen(value, condition.values.includes(String(value)))
    }
    case 'amount-of-fact': {
      const value = Number(reading.facts[condition.fact]) * condition.scale
      return seen(value / 100, inRange(value, condition.range))
    }
    case 'circumstance': {
      const value = reading.facts[condition.fact] ?? null
      return seen(value, value === true)
    }
    case 'form':
      return seen(reading.needs.form, condition.forms.includes(reading.needs.form ?? ''))
    case 'question': {
      const level = reading.levels[condition.question] ?? null
      return seen(level, level !== null && condition.levels.includes(level))
    }
    case 'count': {
      let count = 0
      for (const index of condition.questions) if (condition.levels.includes(reading.levels[index] ?? '')) count++
      return seen(count, count >= condition.least)
    }
    case 'score': {
      const value = nodes[condition.node.index] ?? 0
      return seen(value / condition.node.den, inRange(value * condition.scale, condition.range))
    }
    case 'line': {
      const value = sums?.line(condition.line) ?? null
      return value === null ? { value, met: 'unknown' } : seen(value, inRange(value, condition.range))
    }
    case 'total':
      return judgeTotal(condition, sums?.total(condition.stream) ?? { settled: 0, open: true })
    case 'near': {
      if (!sums?.known(condition.line)) return UNKNOWN
      const away = sums?.away(condition.line) ?? null
      return seen(away, away !== null && away <= condition.within)
    }
    case 'judged': {
      if (!sums?.known(condition.line)) return UNKNOWN
      const band = sums?.band(condition.line) ?? null
      const apart = condition.bands.indexOf(String(reading.facts[condition.fact])) - condition.bands.indexOf(band ?? '')
      return seen(band, band !== null && Math.abs(apart) > condition.tolerance)
    }
    case 'asked':
      return seen(reading.needs.askedExceptional, reading.needs.askedExceptional)
  }
}

/** A child who is not scored has answers, and no points: nobody can say yet what these conditions come to. */
const READS_ANSWERS: ReadonlySet<LeafPlan['is']> = new Set(['question', 'count', 'score', 'near', 'judged'])

const UNKNOWN: Seen = Object.freeze({ value: null, met: 'unknown' })

function seen(value: Evidence['value'], met: boolean): Seen {
  return { value, met: met ? 'yes' : 'no' }
}

/** An open total can only grow: a lower bound already passed stays passed, an upper bound already broken stays broken. */
function judgeTotal(
  condition: Extract<LeafPlan, { is: 'total' }>,
  { settled, open }: { settled: number; open: boolean },
): Seen {
  const met = inRange(settled, condition.range)
  if (!open) return seen(settled, met)
  const { upTo, below } = condition.range
  const broken = (upTo !== null && settled > upTo) || (below !== null && settled >= below)
  if (broken) return seen(settled, false)
  return upTo === null && below === null && met ? seen(settled, true) : { value: settled, met: 'unknown' }
}
