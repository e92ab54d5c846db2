import type { Plan } from '../load/plan.js'
import { pointer, pointerKeys } from '../pointer.js'
import { qualified } from './qualified.js'
import { type Data, isData } from './read-values.js'

/** The parts of an assessment that are given by name, and what a table calls a thing in each. */
export const BY_NAME = [
  { part: 'facts', kind: 'fact', ids: (plan: Plan) => plan.facts.map(({ id }) => id) },
  { part: 'answers', kind: 'question', ids: (plan: Plan) => plan.questions.map(({ id }) => id) },
  {
    part: 'scores',
    kind: 'score that is brought',
    ids: (plan: Plan) => plan.brought.map(({ id }) => id),
  },
] as const

/** What one of several tables is to read, by its own names, and the way back to what the person wrote. */
export interface Given {
  readonly data: Data
  /** The pointer into the assessment as it was written, for one into `data`. */
  readonly written: (at: string) => string
}

/**
 * What is given for one of several tables: plain (`age`), for every table that knows the name, or for this one only
 * (`harbour-short-breaks/age`), which then counts. A form that is given plain is for every table that has forms.
 */
export function givenFor(plan: Plan, plans: readonly Plan[], input: Data): Given {
  const { id } = plan
  const own = (part: string, name: string) => {
    const values = input[part]
    return isData(values) && values[qualified(id, name)] !== undefined
  }
  const data: Record<string, unknown> = { form: formFor(plan, plans, input.form) }
  for (const { part, ids } of BY_NAME) {
    const values = input[part]
    data[part] = isData(values)
      ? Object.fromEntries(ids(plan).map((name) => [name, values[own(part, name) ? qualified(id, name) : name]]))
      : values
  }
  const written = (at: string) => {
    const [part = '', name, ...rest] = pointerKeys(at)
    if (part === 'form' && isData(input.form) && input.form[id] !== undefined) return pointer(['form', id])
    return name !== undefined && own(part, name) ? pointer([part, qualified(id, name), ...rest]) : at
  }
  return { data, written }
}

/** A table without forms has nothing to do with a form that is given plain, as long as another table has forms. */
function formFor({ id, forms }: Plan, plans: readonly Plan[], form: unknown): unknown {
  if (isData(form)) return form[id]
  return forms.size > 0 || plans.every((plan) => plan.forms.size === 0) ? form : undefined
}
