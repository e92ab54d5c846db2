import { type BudgetResult, safeAllocate } from '../../allocate/allocate.js'
import type { Located } from '../../diagnostic.js'
import type { Plan } from '../../load/plan.js'
import { type AllocationTable, planOf } from '../../load/table.js'
import { BY_NAME } from '../../score/given-for.js'
import { type Data, isData } from '../../score/read-values.js'

/** What a case comes to by each table. */
export interface Both {
  readonly old: BudgetResult
  readonly new: BudgetResult
}

/**
 * Works one case out by two tables. An input that only the other table knows, or that only the other one asks of this
 * child, is left out; whatever else a table cannot read, it refuses.
 */
export function byBoth(earlier: AllocationTable, later: AllocationTable): (given: unknown, other: unknown) => Both {
  const forOld = ownOf(planOf(earlier), planOf(later))
  const forNew = ownOf(planOf(later), planOf(earlier))
  return (given, other) => {
    const [a, b] = [forOld(given), forNew(other)]
    const [before, after] = [safeAllocate(a, earlier), safeAllocate(b, later)]
    return { old: again(a, earlier, before, after), new: again(b, later, after, before) }
  }
}

/** Leaves out of an assessment what only the other table knows. */
function ownOf(plan: Plan, other: Plan): (given: unknown) => unknown {
  const parts = BY_NAME.map(({ part, ids }) => {
    const own = new Set<string>(ids(plan))
    return { part, strange: new Set<string>(ids(other).filter((id) => !own.has(id))) }
  })
  const noForm = plan.forms.size === 0 && other.forms.size > 0
  const outcomes = new Set(other.outcomes.filter((id) => !plan.outcomes.includes(id)))
  return (given) => {
    if (!isData(given)) return given
    const data: Record<string, unknown> = { ...given }
    if (noForm) delete data.form
    for (const { part, strange } of parts) data[part] = without(given[part], strange)
    if (Array.isArray(given.outcomes))
      data.outcomes = given.outcomes.filter((one) => !isData(one) || !outcomes.has(String(one.outcome)))
    return data
  }
}

function without(values: unknown, names: ReadonlySet<string>): unknown {
  if (names.size === 0 || !isData(values)) return values
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)))
}

/** Reads once more without the answers that this table does not ask here and the other one does; asked by neither, they are a problem of the case. */
function again(given: unknown, table: AllocationTable, first: BudgetResult, other: BudgetResult): BudgetResult {
  const strange = other.success ? [] : other.error.findings.flatMap((one) => notAsked(one) ?? [])
  let [data, result] = [given, first]
  while (!result.success && isData(data)) {
    const extra = new Set<string>()
    for (const one of result.error.findings) {
      const question = notAsked(one)
      if (question === null || strange.includes(question)) return result
      extra.add(question)
    }
    const fewer: Data = { ...data, answers: without(data.answers, extra) }
    data = fewer
    result = safeAllocate(data, table)
  }
  return result
}

/** The question that is answered and not asked. */
function notAsked({ code, data }: Located): string | null {
  return code === 'RAS625' || code === 'RAS634' ? data.question : null
}
