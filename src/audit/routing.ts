import { safeAllocate } from '../allocate/allocate.js'
import type { IndicativeBudget } from '../allocate/budget.js'
import { type Finding, finding } from '../diagnostic.js'
import { checkRouting } from '../load/checks/routing.js'
import { leavesOf } from '../load/compile/reads.js'
import type { ConditionPlan } from '../load/condition-plan.js'
import type { FlagPlan, Plan } from '../load/plan.js'
import type { AllocationTable } from '../load/table.js'
import { planOf } from '../load/table.js'
import { must } from '../must.js'
import { asPence, formatPounds } from '../pence.js'
import type { Evidence } from '../score/conditions.js'
import type { Assessment } from '../score/needs.js'
import { casesFor } from './routing-cases.js'

/** So many cases are worked out, at the most, to find one that nobody may agree. */
const TRIES = 8000

/**
 * Every case has someone who may agree its budget. The loader looks for gaps as if everything that the flags read were
 * independent of the rest; here a gap is confirmed by a real case, all of whose figures are settled. One that could not
 * be confirmed stays what the loader says, a concern.
 */
export function routingGaps(table: AllocationTable): Finding[] {
  const plan = planOf(table)
  const suspected = checkRouting(plan)
  const [first] = suspected
  if (!first) return []
  const flags = plan.flags.filter(({ kind }) => kind === 'agreed-by')
  let left = TRIES
  for (const assessment of casesFor(plan, flags)) {
    if (left-- <= 0) break
    const budget = settledFor(table, assessment)
    if (budget?.agreedBy.length === 0)
      return [finding('RAS866', first.at, { case: wordsFor(plan, flags, budget) }, 'key')]
  }
  return suspected
}

/** The budget of a case, if it fits the table and every figure in it is settled. */
function settledFor(table: AllocationTable, assessment: Assessment): IndicativeBudget | null {
  const result = safeAllocate(assessment, table)
  if (!result.success) return null
  const open = result.data.lines.some(({ amount }) => amount.state === 'waiting' || amount.state === 'refer')
  return open ? null : result.data
}

/** What the flags read of a case, in words. */
function wordsFor(plan: Plan, flags: readonly FlagPlan[], { flags: judged }: IndicativeBudget): string {
  const leaves = flags.flatMap(({ when }) => leavesOf(when))
  const evidence = judged.filter(({ kind }) => kind === 'agreed-by').flatMap((flag) => flag.evidence)
  const said = evidence.flatMap((one) => {
    const leaf = leaves.find(({ at }) => at === one.at)
    return leaf ? [inWords(plan, leaf, one)] : []
  })
  return [...new Set(said)].join(' and ') || 'nothing is special'
}

function inWords(plan: Plan, leaf: ConditionPlan, { value, met }: Evidence): string {
  const so = met === 'yes'
  switch (leaf.is) {
    case 'fact':
    case 'amount-of-fact':
      return `${must(plan.facts[leaf.fact]).id} is ${value}`
    case 'circumstance':
      return `${must(plan.facts[leaf.fact]).id} is ${so ? '' : 'not '}so`
    case 'form':
      return `the form is ${value}`
    case 'question':
      return `${must(plan.questions[leaf.question]).id} is ${value ?? 'at no level'}`
    case 'count':
      return `${value} of the questions are answered with ${leaf.levels.join(' or ')}`
    case 'score':
      return `${leaf.node.id} is ${value}`
    case 'line':
      return `${leaf.line} is ${formatPounds(asPence(Number(value)))}`
    case 'total':
      return `the total${leaf.stream === null ? '' : ` of ${leaf.stream}`} is ${formatPounds(asPence(Number(value)))}`
    case 'near':
      return `the next row of ${leaf.line} is ${so ? '' : 'not '}near`
    case 'judged':
      return `${must(plan.facts[leaf.fact]).id} ${so ? 'differs from' : 'agrees with'} the points`
    case 'asked':
      return `the family has ${so ? '' : 'not '}asked to be an exceptional case`
    case 'all':
    case 'any':
    case 'not':
      return ''
  }
}
