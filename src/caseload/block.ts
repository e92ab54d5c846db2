import type { LineScene } from '../allocate/scene.js'
import type { FactPlan, Plan } from '../load/plan.js'
import { must } from '../must.js'
import { DECISIONS, isDecision } from '../score/decision.js'

/**
 * Some cases side by side, as one table reads them: every input a number, so that what a figure depends on can be put
 * into one number. What there is of question or node k for case i stands at `k × n + i`.
 */
export interface Block {
  readonly plan: Plan
  readonly forms: readonly string[]
  /** The names of each question’s levels. */
  readonly named: readonly (readonly string[])[]
  /** For how many cases there is room. */
  readonly n: number
  /** The form's place among the table's forms, times 2, and 1 more when the child is scored. */
  readonly context: Float64Array
  readonly facts: readonly Float64Array[]
  readonly points: Float64Array
  /** The same, question by question. */
  readonly ofQuestion: readonly Float64Array[]
  /** For each question that something else than points reads: the level's place from 1, or 0 where there is none. */
  readonly levels: readonly (Float64Array | null)[]
  readonly nodes: Float64Array
  /** The same, node by node. */
  readonly ofNode: readonly Float64Array[]
  /** The place of the day among `days`. */
  readonly date: Float64Array
  readonly days: string[]
  /** 1 where the family asked to be an exceptional case. */
  readonly asked: Float64Array
}

export function block(plan: Plan, n: number, readsLevel: ReadonlySet<number>): Block {
  const column = () => new Float64Array(n)
  const points = new Float64Array(plan.questions.length * n)
  const nodes = new Float64Array(plan.nodes.length * n)
  return {
    plan,
    forms: [...plan.forms.keys()],
    named: plan.questions.map(({ levels }) => [...levels.keys()]),
    n,
    context: column(),
    facts: plan.facts.map(column),
    points,
    ofQuestion: plan.questions.map((_, k) => points.subarray(k * n, (k + 1) * n)),
    levels: plan.questions.map((_, i) => (readsLevel.has(i) ? column() : null)),
    nodes,
    ofNode: plan.nodes.map((_, k) => nodes.subarray(k * n, (k + 1) * n)),
    date: column(),
    days: [],
    asked: column(),
  }
}

type Stored = string | number | boolean | null

/** A fact as a number: a name by its place, yes as 1, a quantity as it is stored; −1 where it is left out or unknown. */
export function encode(fact: FactPlan, value: Stored): number {
  if (value === null) return -1
  switch (fact.is) {
    case 'choice':
      return fact.values.indexOf(String(value))
    case 'decision':
      return isDecision(value) ? DECISIONS.indexOf(value) : -1
    case 'circumstance':
      return value === true ? 1 : 0
    case 'start':
    case 'end':
      // A day of support moves what this year gets, and no figure of a whole year.
      return -1
    case 'age':
    case 'terms':
    case 'hours':
    case 'entitlement':
    case 'money':
      return Number(value)
  }
}

/** The way back. */
function decode(fact: FactPlan, code: number): Stored {
  if (code < 0) return null
  switch (fact.is) {
    case 'choice':
      return must(fact.values[code])
    case 'decision':
      return must(DECISIONS[code])
    case 'circumstance':
      return code === 1
    default:
      return code
  }
}

/** What one case is priced on and its flags are judged on: only what a figure of this table can depend on. */
export function sceneAt(block: Block, i: number): LineScene {
  const { plan, n, forms, context, nodes, date, days, asked } = block
  const at = context[i] ?? 0
  const points: number[] = []
  for (let k = 0; k < plan.nodes.length; k++) points.push(nodes[k * n + i] ?? 0)
  return {
    plan,
    reading: {
      facts: factsAt(block, i),
      levels: levelsAt(block, i),
      scored: at % 2 === 1,
      date: days[date[i] ?? 0] ?? '',
      needs: { form: forms[at >> 1] ?? null, askedExceptional: asked[i] === 1 },
    },
    nodes: points,
    sums: null,
  }
}

function factsAt({ plan, facts }: Block, i: number): Stored[] {
  const stored: Stored[] = []
  for (let k = 0; k < facts.length; k++) stored.push(decode(must(plan.facts[k]), facts[k]?.[i] ?? -1))
  return stored
}

function levelsAt({ levels, named }: Block, i: number): (string | null)[] {
  const names: (string | null)[] = []
  for (let k = 0; k < levels.length; k++) {
    const column = levels[k]
    const code = column ? (column[i] ?? 0) : 0
    names.push(code === 0 ? null : must(named[k]?.[code - 1]))
  }
  return names
}
