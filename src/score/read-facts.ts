import { isDate } from '../calendar.js'
import { finding } from '../diagnostic.js'
import type { FactPlan, Plan } from '../load/plan.js'
import { pointer } from '../pointer.js'
import { isDecision } from './decision.js'
import { type Data, hundredths, isData, mapping, type Report, readText, shown, truth, within } from './read-values.js'

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
  const ids = Object.keys(given)
  if (ids.length !== known)
    for (const name of ids)
      if (!plan.facts.some(({ id }) => id === name))
        report(
          finding(
            'RAS109',
            pointer(['facts', name]),
            { kind: 'fact', name, known: plan.facts.map(({ id }) => id) },
            'key',
          ),
        )
  return facts
}

const EXPECTED: Readonly<Record<FactPlan['is'], string>> = {
  age: 'an age in whole years, from 0 to 25',
  setting: 'one of the settings the table knows',
  decision: 'agreed, refused (with a reason), pending or fast-track',
  circumstance: 'yes or no',
  hours: 'hours a week that the table allows',
  terms: '1, 2 or 3 terms',
  start: 'a day of the calendar such as 2026-09-01',
}

function readFact(
  fact: FactPlan,
  value: unknown,
  reasons: Record<string, string>,
  report: Report,
): string | number | boolean | null {
  if (value === undefined && fact.is === 'start') return null
  if (value === undefined) {
    report(finding('RAS626', '/facts', { fact: fact.id, is: fact.is, expected: expected(fact) }, 'key'))
    return null
  }
  const at = `/facts/${fact.id}`
  const read = factValue(fact, value, at, reasons, report)
  if (read !== undefined) return read
  const got = shown(fact.is === 'decision' && isData(value) ? value.state : value)
  report(finding('RAS627', at, { fact: fact.id, got, expected: expected(fact) }))
  return null
}

function expected(fact: FactPlan): string {
  if (fact.is === 'setting') return `one of: ${fact.settings.join(', ')}`
  if (fact.is === 'hours' && fact.oneOf) return `one of: ${fact.oneOf.map((hours) => hours / 100).join(', ')}`
  return EXPECTED[fact.is]
}

function factValue(
  fact: FactPlan,
  value: unknown,
  at: string,
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
    case 'setting':
      return typeof value === 'string' && fact.settings.includes(value) ? value : undefined
    case 'circumstance':
      return truth(value)
    case 'start':
      return typeof value === 'string' && isDate(value) ? value : undefined
    case 'decision': {
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
