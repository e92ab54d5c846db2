import { type Finding, finding } from '../../diagnostic.js'
import { leavesOf } from '../compile/reads.js'
import type { ConditionPlan } from '../condition-plan.js'
import type { Plan } from '../plan.js'
import { boundsIn, inRange } from '../range.js'

/** Above this many combinations a gap is not looked for, and that is said. */
const LIMIT = 20000

interface Variable {
  readonly key: string
  readonly values: readonly Value[]
}
interface Value {
  readonly is: string | number
  readonly words: string
}
type Assignment = ReadonlyMap<string, string | number>

/**
 * Every case must have someone who may agree it. Each thing the agreed-by flags read is tried at every value that makes
 * a difference: below, at and above each bound, each setting, each level. Scores that hang together are tried as if they
 * did not, so a gap can be told that no child reaches: it is a warning.
 */
export function checkRouting(plan: Plan): Finding[] {
  const flags = plan.flags.filter(({ kind }) => kind === 'agreed-by')
  const first = flags[0]
  if (!first) return []
  const variables = collect(
    plan,
    flags.map(({ when }) => when),
  )
  const combinations = variables.reduce((product, { values }) => product * values.length, 1)
  if (combinations > LIMIT) return [finding('RAS702', first.at, { combinations, limit: LIMIT }, 'key')]
  for (let i = 0; i < combinations; i++) {
    const chosen = choose(variables, i)
    const assignment = new Map(chosen.map(({ key, value }) => [key, value.is]))
    if (flags.some(({ when }) => holds(when, assignment))) continue
    return [
      finding(
        'RAS701',
        first.at,
        { case: chosen.map(({ value }) => value.words).join(' and ') || 'nothing is special' },
        'key',
      ),
    ]
  }
  return []
}

function choose(variables: readonly Variable[], number: number): { key: string; value: Value }[] {
  let rest = number
  return variables.map(({ key, values }) => {
    const value = values[rest % values.length] ?? { is: '', words: '' }
    rest = Math.floor(rest / values.length)
    return { key, value }
  })
}

function collect(plan: Plan, conditions: readonly ConditionPlan[]): Variable[] {
  const leaves = conditions.flatMap(leavesOf)
  const keys = [...new Set(leaves.map(keyOf))]
  return keys.map((key) => {
    const same = leaves.filter((leaf) => keyOf(leaf) === key)
    return { key, values: valuesOf(plan, same) }
  })
}

function keyOf(leaf: ConditionPlan): string {
  switch (leaf.is) {
    case 'fact':
    case 'circumstance':
    case 'amount-of-fact':
      return `fact ${leaf.fact}`
    case 'question':
      return `question ${leaf.question}`
    case 'score':
      return `score ${leaf.node.id} ${leaf.scale}`
    case 'line':
      return `line ${leaf.line}`
    case 'total':
      return `total ${leaf.stream ?? ''}`
    case 'form':
    case 'asked':
      return leaf.is
    case 'judged':
    case 'count':
    case 'near':
    case 'all':
    case 'any':
    case 'not':
      return leaf.at
  }
}

function valuesOf(plan: Plan, leaves: readonly ConditionPlan[]): Value[] {
  const leaf = leaves[0]
  switch (leaf?.is) {
    case 'fact': {
      const fact = plan.facts[leaf.fact]
      const values = fact?.is === 'choice' ? fact.values : ['agreed', 'refused', 'pending', 'fast-track']
      return values.map((is) => ({ is, words: `${fact?.id} is ${is}` }))
    }
    case 'circumstance': {
      const id = plan.facts[leaf.fact]?.id
      return [
        { is: 'no', words: `${id} is not so` },
        { is: 'yes', words: `${id} is so` },
      ]
    }
    case 'form':
      return [...plan.forms.keys()].map((is) => ({ is, words: `the form is ${is}` }))
    case 'question': {
      const question = plan.questions[leaf.question]
      return [...(question?.levels.keys() ?? []), '(no level)'].map((is) => ({ is, words: `${question?.id} is ${is}` }))
    }
    case 'score': {
      const { node } = leaf
      const den = node.den * leaf.scale
      return cuts(leaves, node.low * leaf.scale, node.high * leaf.scale, Math.max(1, den / node.grain)).map((is) => ({
        is,
        words: `${node.id} is ${is / den}`,
      }))
    }
    case 'amount-of-fact': {
      const fact = plan.facts[leaf.fact]
      const values =
        fact?.is === 'hours' && fact.oneOf
          ? fact.oneOf
          : fact?.is === 'hours' || fact?.is === 'entitlement'
            ? cuts(leaves, 0, fact.atMost, 1)
            : [100, 200, 300]
      return values.map((is) => ({ is, words: `${fact?.id} is ${is / 100}` }))
    }
    case 'line':
    case 'total': {
      const what = leaf.is === 'line' ? leaf.line : `the total${leaf.stream === null ? '' : ` of ${leaf.stream}`}`
      return cuts(leaves, 0, Number.MAX_SAFE_INTEGER, 1).map((is) => ({ is, words: `${what} is £${is / 100}` }))
    }
    case 'count': {
      const what = `${leaf.least} or more of the questions are answered with ${leaf.levels.join(' or ')}`
      return either(`fewer than ${what.replace(' or more', '')}`, what)
    }
    case 'near':
      return either(`the next row of ${leaf.line} is not near`, `the next row of ${leaf.line} is near`)
    case 'judged': {
      const judged = plan.facts[leaf.fact]?.id
      return either(`${judged} agrees with the points`, `${judged} differs from the points`)
    }
    case 'asked':
      return either(
        'the family has not asked to be an exceptional case',
        'the family has asked to be an exceptional case',
      )
    default:
      return either('', '')
  }
}

function either(no: string, yes: string): Value[] {
  return [
    { is: 'no', words: no },
    { is: 'yes', words: yes },
  ]
}

/** The possible values next to every bound, on both sides of it: whole steps, within the limits. */
function cuts(leaves: readonly ConditionPlan[], low: number, high: number, step: number): number[] {
  const bounds = leaves.flatMap((leaf) => ('range' in leaf ? boundsIn(leaf.range) : []))
  const around = bounds
    .map((bound) => Math.floor(bound / step) * step)
    .flatMap((value) => [value - step, value, value + step])
    .filter((value) => value >= low && value <= high)
  return [...new Set(around.length > 0 ? around : [low])].sort((a, b) => a - b)
}

function holds(condition: ConditionPlan, assignment: Assignment): boolean {
  if (condition.is === 'all') return condition.of.every((one) => holds(one, assignment))
  if (condition.is === 'any') return condition.of.some((one) => holds(one, assignment))
  if (condition.is === 'not') return !holds(condition.of, assignment)
  const value = assignment.get(keyOf(condition)) ?? ''
  switch (condition.is) {
    case 'fact':
      return condition.values.includes(String(value))
    case 'form':
      return condition.forms.includes(String(value))
    case 'question':
      return condition.levels.includes(String(value))
    case 'score':
    case 'amount-of-fact':
    case 'line':
    case 'total':
      return inRange(Number(value), condition.range)
    case 'circumstance':
    case 'count':
    case 'near':
    case 'judged':
    case 'asked':
      return value === 'yes'
  }
}
