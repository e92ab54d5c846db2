import type { IndicativeBudget } from '../../src/index.js'

/** Where a key of a budget holds a name of the table, or several. What is not here is no name, or is named nowhere else. */
const NAMES: ReadonlySet<string> = new Set([
  'id',
  'line',
  'stream',
  'decision',
  'score',
  'fact',
  'against',
  'highest',
  'outcome',
  'refused',
])
/** Whole parts that name nothing of the table, or nothing that stands elsewhere in the budget. */
const KEPT: ReadonlySet<string> = new Set(['tables', 'rate'])
/** Mappings by name. */
const BY_NAME: ReadonlySet<string> = new Set(['facts', 'answers', 'evidence', 'views', 'reasons'])

/**
 * The same budget with a table's id before every name, by the keys of its JSON alone: a second way to it, which knows
 * nothing of steps and lines.
 */
export function named(value: unknown, table: string, key = ''): unknown {
  const name = (text: unknown) => (typeof text === 'string' ? `${table}/${text}` : text)
  if (Array.isArray(value))
    return value.map((one) => (key === 'refused' || (key === 'of' && value.length > 0) ? name(one) : named(one, table)))
  if (typeof value !== 'object' || value === null) return value
  const one = Object.entries(value)
  const isKey = Object.hasOwn(value, 'of') && Object.hasOwn(value, 'is') && one.length === 2
  return Object.fromEntries(
    one.map(([inner, under]) => {
      if (KEPT.has(inner)) return [inner, under]
      if ((BY_NAME.has(inner) && !Array.isArray(under)) || (inner === 'scores' && !Array.isArray(under)))
        return [inner, byName(under, table)]
      if (typeof under === 'string' && (NAMES.has(inner) || (isKey && inner === 'of'))) return [inner, name(under)]
      return [inner, named(under, table, inner)]
    }),
  )
}

function byName(values: unknown, table: string): unknown {
  return Object.fromEntries(Object.entries(Object(values)).map(([name, value]) => [`${table}/${name}`, value]))
}

interface One {
  readonly id: string
  readonly budget: IndicativeBudget
}

/** The budgets of several tables side by side, by the keys of their JSON: names with their tables, and sums added up. */
export function sideBySide(each: readonly One[]): Readonly<Record<string, unknown>> {
  const all = each.map(({ id, budget }) => ({ id, budget, own: named(budget, id) as IndicativeBudget }))
  const judged = <T extends object>(id: string, list: readonly T[]) => list.map((one) => ({ ...one, table: id }))
  const flat = <T>(part: (own: IndicativeBudget, id: string) => readonly T[]) =>
    all.flatMap(({ own, id }) => part(own, id))
  const merged = (part: (own: IndicativeBudget) => object) => Object.assign({}, ...all.map(({ own }) => part(own)))
  const tiers = flat(({ tiers }) => tiers)
  const manageable = all.flatMap(({ budget }) => budget.manageable ?? [])
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
  const first = each[0]?.budget
  return {
    format: 'ras.budget/1',
    library: first?.library,
    tables: flat(({ tables }) => tables),
    needs: {
      date: all.map(({ budget }) => budget.needs.date).find((date) => date !== null) ?? null,
      scored: all.every(({ budget }) => budget.needs.scored),
      form: null,
      forms: Object.fromEntries(
        each.flatMap(({ id, budget }) => (budget.needs.form === null ? [] : [[id, budget.needs.form]])),
      ),
      facts: merged(({ needs }) => needs.facts),
      answers: merged(({ needs }) => needs.answers),
      scores: merged(({ needs }) => needs.scores),
      askedExceptional: first?.needs.askedExceptional,
    },
    record: {
      case: first?.record.case,
      date: first?.record.date,
      participants: first?.record.participants,
      evidence: merged(({ record }) => record.evidence),
      views: merged(({ record }) => record.views),
      reasons: merged(({ record }) => record.reasons),
      intended: [
        ...flat(({ record }) => record.intended.filter(({ outcome }) => outcome !== null)),
        ...(first?.record.intended.filter(({ outcome }) => outcome === null) ?? []),
      ],
      exceptionalBecause: first?.record.exceptionalBecause,
    },
    scores: flat(({ scores }) => scores),
    lines: flat(({ lines }) => lines),
    streams: flat(({ streams }) => streams),
    total: {
      settled: sum(all.map(({ budget }) => budget.total.settled)),
      waiting: flat(({ total }) => total.waiting),
      refused: flat(({ total }) => total.refused),
    },
    settings: flat(({ settings }, id) =>
      settings.map((one) => ({
        table: id,
        ...one,
        flags: judged(id, one.flags),
        agreedBy: judged(id, one.agreedBy),
      })),
    ),
    tiers: [...new Set(tiers.map(({ tier }) => tier))]
      .sort()
      .map((tier) => ({ tier, pence: sum(tiers.filter((one) => one.tier === tier).map(({ pence }) => pence)) })),
    manageable: manageable.length === 0 ? null : sum(manageable),
    funders: flat(({ funders }) => funders),
    outcomes: flat(({ outcomes }) => outcomes),
    flags: flat(({ flags }, id) => judged(id, flags)),
    agreedBy: flat(({ agreedBy }, id) => judged(id, agreedBy)),
    notices: [...new Set(flat(({ notices }) => notices))],
    principles: [1, 2, 3, 4, 5, 6].map((principle, i) => ({
      principle,
      verdict: all.some(({ own }) => own.principles[i]?.verdict === 'concern') ? 'concern' : 'upheld',
      evidence: flat(({ principles }, id) => judged(id, principles[i]?.evidence ?? [])),
    })),
  }
}
