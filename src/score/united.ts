import type { Plan } from '../load/plan.js'
import type { CaseRecord, Needs } from './needs.js'
import { byQualified, qualified, unqualified } from './qualified.js'
import type { Reading } from './read-assessment.js'
import type { Whole } from './read-whole.js'

/** One assessment as several tables read it: each by its own names, and all together by names with their tables. */
export interface ReadTogether {
  readonly each: readonly { readonly plan: Plan; readonly reading: Reading }[]
  readonly needs: Needs
  readonly record: CaseRecord
}

type Intended = CaseRecord['intended']

/** The needs and the record of several tables' readings as one; every name has its table's id before it. */
export function united(each: ReadTogether['each'], whole: Whole): ReadTogether {
  const all = <V>(values: (reading: Reading) => Readonly<Record<string, V>>): Record<string, V> =>
    Object.fromEntries(each.flatMap(({ plan, reading }) => Object.entries(byQualified(plan.id, values(reading)))))
  const { date } = whole
  const needs: Needs = {
    date: each.some(({ plan }) => plan.dated) ? date : null,
    scored: each.every(({ reading }) => reading.scored),
    form: null,
    forms: formsOf(each),
    facts: all(({ needs }) => needs.facts),
    answers: all(({ needs }) => needs.answers),
    scores: all(({ needs }) => needs.scores),
    askedExceptional: whole.asked,
  }
  const record: CaseRecord = {
    case: whole.case,
    date,
    participants: whole.participants,
    evidence: all(({ record }) => record.evidence),
    views: all(({ record }) => record.views),
    reasons: all(({ record }) => record.reasons),
    intended: intendedInAll(each, whole.intended),
    exceptionalBecause: whole.because,
  }
  return { each, needs, record }
}

function formsOf(each: ReadTogether['each']): Readonly<Record<string, string>> {
  const forms: Record<string, string> = {}
  for (const { plan, reading } of each) if (reading.needs.form !== null) forms[plan.id] = reading.needs.form
  return forms
}

/** What the child wants to achieve, as far as it is of one table; what names no outcome is of every table. */
export function intendedIn({ id, outcomes }: Plan, intended: Intended): Intended {
  return intended.flatMap((one): Intended => {
    if (one.outcome === null) return [one]
    const outcome = outcomes.includes(one.outcome) ? one.outcome : unqualified(id, one.outcome)
    return outcome === null ? [] : [{ ...one, outcome }]
  })
}

/** The same for all tables: an outcome that is given plain is one of each table that knows it. */
function intendedInAll(each: ReadTogether['each'], intended: Intended): Intended {
  return intended.flatMap((one): Intended => {
    const { outcome } = one
    if (outcome === null) return [one]
    const knowing = each.filter(({ plan }) => plan.outcomes.includes(outcome))
    if (knowing.length === 0) return [one]
    return knowing.map(({ plan }) => ({ ...one, outcome: qualified(plan.id, outcome) }))
  })
}
