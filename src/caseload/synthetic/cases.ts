import type { Plan } from '../../load/plan.js'
import { planOf, type Tables } from '../../load/table.js'
import { together } from '../../load/together.js'
import { must } from '../../must.js'
import { BY_NAME } from '../../score/given-for.js'
import { qualified } from '../../score/qualified.js'
import type { Given } from '../columns.js'
import type { Heading } from '../sheet/headings.js'
import { inventAnswers, inventScores } from './answers.js'
import { invent, whoCanBe } from './child.js'
import { draws } from './draws.js'
import { inventFacts } from './facts.js'

/** An assessment of nobody. Its reference says so. */
export type SyntheticCase = {
  readonly case: string
  readonly form?: Given
  readonly date: string
  readonly facts: Readonly<Record<string, Given>>
  readonly answers: Readonly<Record<string, Given>>
  readonly scores: Readonly<Record<string, Given>>
  readonly exceptional?: Given
}

/**
 * Invents assessments that a table, or several together, can read, one after the other and without end: no child is
 * among them. Each case has needs of some severity, and its answers, judged bands, points and quantities go with it.
 * The same seed, a whole number, gives the same cases.
 *
 * @throws TableError when several tables cannot be used together. RangeError when no child is of an age for all of them.
 */
export function* syntheticCases(tables: Tables, seed: number): Generator<SyntheticCase> {
  const used = together(tables)
  if (!used.success) throw used.error
  const plans = used.data.map(planOf)
  const nobody = whoCanBe(plans)
  const drawn = draws(seed)
  const answering = plans.map(inventAnswers)
  const [factNames, answerNames, scoreNames] = [
    namesIn(plans, 'facts'),
    namesIn(plans, 'answers'),
    namesIn(plans, 'scores'),
  ]
  for (let number = 1; ; number++) {
    const child = invent(plans, nobody, drawn)
    const facts = plans.map((plan) => inventFacts(plan, child, nobody))
    const answers = answering.map((answer, i) => answer(child.forms[i] ?? null, must(facts[i]), child))
    const scores = plans.map((plan) => inventScores(plan, child))
    yield {
      case: `synthetic-${String(number).padStart(6, '0')}`,
      ...formOf(plans, child.forms),
      date: child.date,
      facts: named(factNames, facts),
      answers: named(answerNames, answers),
      scores: named(scoreNames, scores),
      ...(drawn.chance(0.02 + 0.1 * child.severity)
        ? { exceptional: { asked: 'yes', because: 'Invented: nobody asked.' } }
        : {}),
    }
  }
}

/** Of all columns that a sheet can have, those that a sheet of invented cases has: every input of these tables, once. */
export function syntheticHeadings(plans: readonly Plan[], known: readonly Heading[]): readonly Heading[] {
  const several = plans.length > 1
  const paths = new Set(
    BY_NAME.flatMap(({ part }) =>
      namesIn(plans, part).flatMap((names) => [...names.values()].map((name) => `${part}/${name}`)),
    ),
  )
  return known.filter(({ path, part }) => {
    if (path === 'form') return several === (part !== null)
    return !path.includes('/') || paths.has(path)
  })
}

/** The values of all tables by the names that they are given under. */
function named(names: readonly Names[], each: readonly Readonly<Record<string, Given>>[]): Record<string, Given> {
  const [only] = each
  if (only && each.length === 1) return only
  return Object.fromEntries(
    each.flatMap((values, i) => Object.entries(values).map(([id, value]) => [names[i]?.get(id) ?? id, value] as const)),
  )
}

/** The name that each thing of a table is given under, by its own. */
type Names = ReadonlyMap<string, string>

/** The names of each table: plain where a thing is this table’s alone, or the age, which is one for all. */
function namesIn(plans: readonly Plan[], part: Named): readonly Names[] {
  const { ids } = must(BY_NAME.find((one) => one.part === part))
  const isAge = (id: string) =>
    part === 'facts' && plans.every(({ facts }) => facts.every((fact) => fact.id !== id || fact.is === 'age'))
  const alone = (id: string) => plans.filter((plan) => ids(plan).includes(id)).length === 1
  return plans.map((plan) => new Map(ids(plan).map((id) => [id, alone(id) || isAge(id) ? id : qualified(plan.id, id)])))
}

type Named = (typeof BY_NAME)[number]['part']

function formOf(plans: readonly Plan[], forms: readonly (string | null)[]): { readonly form?: Given } {
  const given = plans.flatMap(({ id }, i): [string, string][] => (forms[i] ? [[id, forms[i]]] : []))
  if (given.length === 0) return {}
  return { form: plans.length === 1 ? must(given[0])[1] : Object.fromEntries(given) }
}
