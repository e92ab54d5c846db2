import type { Plan } from '../../src/load/plan.js'
import type { Inputs } from '../../src/workbook/formula/evaluate.js'

const DAY = 86_400_000

/** The assessment that a person wrote who filled a questionnaire in so, right or wrong. For one table. */
export function assessmentFrom(plan: Plan, inputs: Inputs): unknown {
  const given = (id: string) => {
    const value = inputs.get(id)
    return value === '' ? undefined : value
  }
  const facts: Record<string, unknown> = {}
  for (const { id, is } of plan.facts) {
    const value = given(`facts/${id}`)
    const reason = given(`facts/${id}/reason`)
    if (value === undefined) continue
    if (is === 'decision') facts[id] = { state: value, ...(reason === undefined ? {} : { reason: String(reason) }) }
    else facts[id] = is === 'start' || is === 'end' ? day(value) : value
  }
  const answers: Record<string, unknown> = {}
  for (const { id } of plan.questions) {
    const level = given(`answers/${id}`)
    const points = given(`answers/${id}/points`)
    if (level !== undefined || points !== undefined)
      answers[id] = points === undefined ? level : { ...(level === undefined ? {} : { level }), points }
  }
  const scores = Object.fromEntries(
    plan.brought.map(({ id }) => [id, given(`scores/${id}`)]).filter(([, value]) => value !== undefined),
  )
  const asked = given('exceptional')
  return {
    case: given('case'),
    date: day(given('date')),
    ...(given('form') === undefined ? {} : { form: given('form') }),
    facts,
    answers,
    scores,
    ...(asked === undefined ? {} : { exceptional: { asked } }),
  }
}

/** A day that a spreadsheet counts, written out; whatever is no day stays what it is. */
function day(value: string | number | undefined): unknown {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 61 || value > 2958465) return value
  return new Date((value - 25569) * DAY).toISOString().slice(0, 10)
}
