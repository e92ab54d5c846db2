import { isDate } from '../calendar.js'
import { compare, finding } from '../diagnostic.js'
import type { FactPlan, Plan } from '../load/plan.js'
import { pointer } from '../pointer.js'
import { isDecision } from './decision.js'
import {
  type Data,
  hundredths,
  isData,
  mapping,
  type Report,
  readText,
  shown,
  strangers,
  truth,
  within,
} from './read-values.js'

/** The form that was answered; null where the table has no forms. */
export function readForm(plan: Plan, form: unknown, report: Report): string | null {
  if (plan.forms.size === 0) {
    if (form !== undefined) report(finding('RAS628', '/form', { forms: [] }, 'key'))
    return null
  }
  if (typeof form === 'string' && plan.forms.has(form)) return form
  report(finding('RAS628', '/form', { forms: [...plan.forms.keys()] }))
  return null
}

/** The facts by index, as stored: hours in hundredths. Written reasons for refusals are put into `reasons`. */
export function readFacts(plan: Plan, input: unknown, reasons: Record<string, string>, report: Report) {
  const given = mapping(input, '/facts', report)
  if (!given) return plan.facts.map(() => null)
  let known = 0
  const facts = plan.facts.map((fact) => {
    const value = given[fact.id]
    if (value !== undefined) known++
    return readFact(fact, value, reasons, report)
  })
  if (Object.keys(given).length !== known) strangers(plan.facts, 'facts', 'fact', given, report)
  return facts
}

const EXPECTED: Readonly<Record<FactPlan['is'], string>> = {
  age: 'an age in whole years, from 0 to 25',
  choice: 'one of the names the table knows',
  decision: 'agreed, refused (with a reason), pending or fast-track',
  circumstance: 'yes or no',
  hours: 'hours a week that the table allows',
  terms: '1, 2 or 3 terms',
  start: 'a day of the calendar such as 2026-09-01',
  end: 'a day of the calendar such as 2027-07-20',
  entitlement: 'an agreed number that the table allows',
  money: 'pounds that the table allows',
}

function readFact(
  fact: FactPlan,
  value: unknown,
  reasons: Record<string, string>,
  report: Report,
): string | number | boolean | null {
  if (value === undefined && mayBeLeft(fact)) return null
  if (value === undefined) {
    report(finding('RAS626', '/facts', { fact: fact.id, is: kindOf(fact), expected: expected(fact) }, 'key'))
    return null
  }
  const read = factValue(fact, value, reasons, report)
  if (read !== undefined) return read
  const got = shown(fact.is === 'decision' && isData(value) ? value.state : value)
  report(finding('RAS627', `/facts/${fact.id}`, { fact: fact.id, got, expected: expected(fact) }))
  return null
}

/** A day that is left out limits nothing, and where there was no earlier budget there is none to give. */
export function mayBeLeft(fact: FactPlan): boolean {
  return fact.is === 'start' || fact.is === 'end' || (fact.is === 'money' && fact.of === 'previous-budget')
}

function kindOf(fact: FactPlan): string {
  return fact.is === 'choice' || fact.is === 'money' ? fact.of : fact.is
}

export function expected(fact: FactPlan): string {
  switch (fact.is) {
    case 'choice':
      return `one of: ${fact.values.join(', ')}${fact.of === 'setting' ? ', or unknown' : ''}`
    case 'hours':
      return fact.oneOf ? `one of: ${fact.oneOf.map((hours) => hours / 100).join(', ')}` : EXPECTED.hours
    case 'entitlement':
      return `${fact.of}, from 0 to ${fact.atMost / 100}${fact.of === 'units a year' ? ', whole' : ''}`
    case 'money':
      return `pounds a ${fact.per}, from 0 to ${fact.atMost / 100}, with at most two decimals`
    default:
      return EXPECTED[fact.is]
  }
}

/** A setting that no draft of the plan names yet; its figures stand side by side. */
export const UNKNOWN = 'unknown'

function factValue(
  fact: FactPlan,
  value: unknown,
  reasons: Record<string, string>,
  report: Report,
): string | number | boolean | undefined {
  switch (fact.is) {
    case 'age':
      return within(hundredths(value), 0, 2500, 100)
    case 'terms':
      return within(hundredths(value), 100, 300, 100)
    case 'hours': {
      const hours = within(hundredths(value), 0, fact.atMost, 1)
      return hours !== undefined && fact.oneOf && !fact.oneOf.includes(hours) ? undefined : hours
    }
    case 'entitlement':
      return within(hundredths(value), 0, fact.atMost, fact.of === 'units a year' ? 100 : 1, 1)
    case 'money':
      return within(hundredths(value), 0, fact.atMost, 1)
    case 'choice':
      if (fact.of === 'setting' && value === UNKNOWN) return value
      return typeof value === 'string' && fact.values.includes(value) ? value : undefined
    case 'circumstance':
      return truth(value)
    case 'start':
    case 'end':
      return typeof value === 'string' && isDate(value) ? value : undefined
    case 'decision': {
      if (isDecision(value) && value !== 'refused') return value
      const at = `/facts/${fact.id}`
      const data: Data = isData(value) ? value : { state: value }
      for (const key of Object.keys(data))
        if (key !== 'state' && key !== 'reason')
          report(finding('RAS101', `${at}${pointer([key])}`, { key, known: ['state', 'reason'] }, 'key'))
      const { state, reason } = data
      if (state === undefined) {
        report(finding('RAS102', at, { key: 'state' }, 'key'))
        return 'pending'
      }
      if (reason !== undefined) reasons[fact.id] = readText(reason, `${at}/reason`, 'reason', /\S/, report)
      if (state === 'refused' && reason === undefined) report(finding('RAS630', at, { fact: fact.id }))
      return isDecision(state) ? state : undefined
    }
  }
}

/** The age must be one that the form is for. */
export function checkAge(plan: Plan, form: string | null, facts: readonly unknown[], report: Report): void {
  const bounds = form === null ? undefined : plan.forms.get(form)
  const age = facts[plan.age]
  if (!bounds || form === null || typeof age !== 'number') return
  if ((bounds.from !== null && age < bounds.from) || (bounds.below !== null && age >= bounds.below))
    report(finding('RAS629', '/form', { age, form, from: bounds.from, below: bounds.below }))
}

/** Whether the child is old enough for the form to be scored. */
export function isScored(plan: Plan, form: string | null, facts: readonly unknown[]): boolean {
  const young = form === null ? null : plan.forms.get(form)?.notScored
  const age = facts[plan.age]
  return !young || typeof age !== 'number' || age >= young.below
}

/** Support does not end before it starts; an end that several lines have is told once. */
export function checkDays(plan: Plan, facts: readonly unknown[], report: Report): void {
  const told: number[] = []
  for (const { partYear } of plan.lines) {
    if (partYear?.is !== 'start' || partYear.end < 0 || told.includes(partYear.end)) continue
    const start = facts[partYear.fact]
    const end = facts[partYear.end]
    if (typeof start !== 'string' || typeof end !== 'string' || compare(end, start) >= 0) continue
    told.push(partYear.end)
    report(finding('RAS633', pointer(['facts', plan.facts[partYear.end]?.id ?? '']), { start, end }))
  }
}
