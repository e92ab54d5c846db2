import type { FactPlan, Plan } from '../load/plan.js'
import type { CaseRecord, Needs } from '../score/needs.js'
import type { Inputs } from './formula/evaluate.js'
import { serial } from './program/days.js'
import type { Program } from './program/program.js'

/** An assessment as one of several tables read it, in its normal form. */
export interface Read {
  readonly plan: Plan
  readonly reading: { readonly needs: Needs; readonly record: CaseRecord }
}

/** What an assessment says otherwise to one table than to another, though both may ask it alike. */
export function saidApart(each: readonly Read[]): ReadonlySet<string> {
  const said = new Map<string, Set<string | number>>()
  for (const one of each)
    for (const { part, path, value } of valuesOf(one)) {
      const id = [part, ...path.slice(0, 1)].join('/')
      const also = path.slice(1).join('/')
      const key = also === '' ? id : `${id} ${also}`
      said.set(key, (said.get(key) ?? new Set()).add(value))
    }
  return new Set([...said].flatMap(([key, values]) => (values.size > 1 ? [key.split(' ')[0] ?? key] : [])))
}

/** What stands in the questionnaire's cells when an assessment is filled in: a day is a number, yes and no are words. */
export function filledIn(program: Program, each: readonly Read[]): Inputs {
  const known = new Set(program.inputs.map(({ id }) => id))
  const inputs = new Map<string, string | number>()
  for (const one of each) {
    const { needs, record } = one.reading
    inputs.set('case', record.case)
    inputs.set('date', serial(record.date))
    inputs.set('exceptional', needs.askedExceptional ? 'yes' : '')
    inputs.set('exceptional/because', record.exceptionalBecause ?? '')
    for (const { part, path, value } of valuesOf(one)) {
      const plain = [part, ...path].join('/')
      inputs.set(known.has(plain) ? plain : [part, one.plan.id, ...path].join('/'), value)
    }
  }
  return inputs
}

/** A cell of the questionnaire: the part it is in, its name there, and what stands in it. */
interface Filled {
  readonly part: string
  readonly path: readonly string[]
  readonly value: string | number
}

/** What a table read, cell by cell; '' where nothing was given. */
function valuesOf({ plan, reading: { needs, record } }: Read): readonly Filled[] {
  const answers = plan.questions.flatMap(({ id, inBetween }): Filled[] => {
    const answer = needs.answers[id] ?? ''
    const [level, points] = typeof answer === 'number' ? ['', answer] : [answer, '']
    const between: Filled[] = inBetween ? [{ part: 'answers', path: [id, 'points'], value: points }] : []
    return [{ part: 'answers', path: [id], value: level }, ...between]
  })
  return [
    ...(needs.form === null ? [] : [{ part: 'form', path: [], value: needs.form }]),
    ...plan.facts.map((fact) => ({
      part: 'facts',
      path: [fact.id],
      value: factOf(fact, needs.facts[fact.id] ?? null),
    })),
    ...Object.entries(record.reasons).map(([id, reason]) => ({ part: 'facts', path: [id, 'reason'], value: reason })),
    ...answers,
    ...Object.entries(needs.scores).map(([id, points]) => ({ part: 'scores', path: [id], value: points })),
  ]
}

function factOf(fact: FactPlan, value: string | number | boolean | null): string | number {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return fact.is === 'start' || fact.is === 'end' ? serial(String(value)) : value
}
