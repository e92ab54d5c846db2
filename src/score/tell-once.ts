import { type Finding, finding, renamed } from '../diagnostic.js'
import type { Plan } from '../load/plan.js'
import { BY_NAME, type Given } from './given-for.js'
import { qualified } from './qualified.js'

/** What one of several tables found wrong with an assessment; pointers lead into what it was given. */
export interface FoundBy {
  readonly plan: Plan
  readonly given: Given
  readonly found: readonly Finding[]
}

/**
 * The findings of several tables as one list, each leading to what the person wrote. What all tables that know a name
 * find alike is told once, by the plain name; what only some find, or what was given for one of them, is told by the
 * name with its table. An answer that is given plain and asked by one table need not be asked by another.
 */
export function tellOnce(each: readonly FoundBy[]): Finding[] {
  if (each.every(({ found }) => found.length === 0)) return []
  const tables = each.map((one) => ({ ...one, ...gathered(one) }))
  const forms = each.filter(({ plan }) => plan.forms.size > 0)
  const told = new Map<string, Finding>()
  for (const { plan, given, found } of tables)
    for (const one of found) {
      const at = given.written(one.at)
      const named = nameIn(one)
      const others = tables.filter(
        (other) => named !== null && at === one.at && other.knows.has(place(named)) && other.given.written(at) === at,
      )
      if (NOT_ASKED.has(one.code) && others.some(({ notAsked }) => !notAsked.has(at))) continue
      const alone = at !== one.at || others.some(({ keys }) => !keys.has(key(one)))
      const next = { ...(alone && named ? renamed(one, named.of, qualified(plan.id, named.name)) : one), at }
      const shown = forms.length > 1 ? formsByTable(next, plan) : next
      told.set(key(shown), shown)
    }
  return [...told.values()]
}

/** An answer to a question that this table, this time, does not ask. */
const NOT_ASKED: ReadonlySet<Finding['code']> = new Set<Finding['code']>(['RAS625', 'RAS634'])

/** What a table knows, and what it found, to be asked for quickly. */
function gathered({ plan, found }: FoundBy) {
  return {
    knows: new Set(BY_NAME.flatMap(({ part, ids }) => ids(plan).map((name) => place({ part, name })))),
    keys: new Set(found.map(key)),
    notAsked: new Set(found.filter(({ code }) => NOT_ASKED.has(code)).map(({ at }) => at)),
  }
}

interface Named {
  readonly part: (typeof BY_NAME)[number]['part']
  readonly of: 'fact' | 'question' | 'score'
  readonly name: string
}

/** The fact, question or score that a finding is about. */
function nameIn({ data }: Finding): Named | null {
  if ('fact' in data) return { part: 'facts', of: 'fact', name: data.fact }
  if ('question' in data) return { part: 'answers', of: 'question', name: data.question }
  return 'score' in data ? { part: 'scores', of: 'score', name: data.score } : null
}

function place({ part, name }: Pick<Named, 'part' | 'name'>): string {
  return `${part}/${name}`
}

/** Where several tables have forms, each form is shown as it is given for its table. */
function formsByTable(one: Finding, { id }: Plan): Finding {
  if (one.code !== 'RAS628') return one
  return finding('RAS628', one.at, { forms: one.data.forms.map((form) => `${id}: ${form}`) }, one.on)
}

function key(found: Finding): string {
  return JSON.stringify([found.code, found.at, found.on, found.data])
}
