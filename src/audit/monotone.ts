import type { ChangePlan, ConditionPlan, LinePlan, Plan, QuestionPlan } from '../load/plan.js'
import type { PricePlan } from '../load/price-plan.js'
import { type AllocationTable, planOf } from '../load/table.js'

/** How a condition can turn when a child's need grows and nothing else changes. */
type Turn = 'never' | 'on' | 'off' | 'either'

/** Whether more need never means less money on a line: proven from how the line is made, or not proven. */
export interface MonotoneVerdict {
  readonly line: string
  readonly verdict: 'proven' | 'not proven'
}

/**
 * Says for each line whether more need can ever mean less (law 4): by composition, construct by construct, so that
 * `proven` holds for every pair of assessments of which one has at least the points of the other on every question and
 * every brought score, with equal facts. A row that refers ranks above every amount. Never wrongly `proven`.
 */
export function monotone(table: AllocationTable): MonotoneVerdict[] {
  const plan = planOf(table)
  return plan.lines.map((line) => ({ line: line.id, verdict: lineRises(plan, line) ? 'proven' : 'not proven' }))
}

function lineRises(plan: Plan, line: LinePlan): boolean {
  const opens = line.when === null ? 'never' : turn(plan, line.when)
  if (opens === 'off' || opens === 'either') return false
  const mayFall = line.changes.some(({ op }) => op === 'subtract')
  return priceRises(line.price) && line.changes.every((change) => changeRises(plan, change, mayFall))
}

/** Points never fall as need grows, so every price but a falling row rises with them. */
function priceRises(price: PricePlan): boolean {
  if (price.is !== 'look-up') return true
  return price.rows.every(({ value }, i) => {
    const before = price.rows[i - 1]
    if (!before) return true
    return value === null || (before.value !== null && before.value <= value)
  })
}

/** A change made always keeps order. One made only sometimes must not step down as its condition turns. */
function changeRises(plan: Plan, change: ChangePlan, mayFall: boolean): boolean {
  const made = change.when === null ? 'never' : turn(plan, change.when)
  if (made === 'never') return true
  if (made === 'either') return false
  switch (change.op) {
    case 'add':
    case 'at-least':
      return made === 'on'
    case 'subtract':
    case 'at-most':
      return made === 'off'
    case 'times':
      // A negative amount goes the other way, so it is only told for lines that cannot have one.
      return !mayFall && (made === 'on' ? change.by >= change.den : change.by <= change.den)
    case 'nearest':
      return false
  }
}

function turn(plan: Plan, condition: ConditionPlan): Turn {
  switch (condition.is) {
    case 'fact':
    case 'amount-of-fact':
    case 'circumstance':
    case 'form':
    case 'asked':
      return 'never'
    case 'score': {
      const { from, above, upTo, below } = condition.range
      const lower = from !== null || above !== null
      const upper = upTo !== null || below !== null
      return lower && upper ? 'either' : lower ? 'on' : upper ? 'off' : 'never'
    }
    case 'question':
      return levelsTurn(plan.questions[condition.question], condition.levels)
    case 'count':
      return condition.questions.every((index) => levelsTurn(plan.questions[index], condition.levels) === 'on')
        ? 'on'
        : 'either'
    case 'all':
    case 'any':
      return condition.of.map((one) => turn(plan, one)).reduce(together, 'never')
    case 'not':
      return opposite(turn(plan, condition.of))
    case 'line':
    case 'total':
    case 'near':
      return 'either'
  }
}

/** A set of levels turns on for good when it holds every level from some points up, and no answer above them is without a level. */
function levelsTurn(question: QuestionPlan | undefined, levels: readonly string[]): Turn {
  if (!question || question.inBetween) return 'either'
  const inside = [...question.levels].filter(([level]) => levels.includes(level)).map(([, points]) => points)
  const outside = [...question.levels].filter(([level]) => !levels.includes(level)).map(([, points]) => points)
  if (inside.length === 0) return 'never'
  const least = Math.min(...inside)
  const mayHaveNone = question.notApplicable || question.mayBeLeft || question.forms !== null
  return Math.max(...outside, mayHaveNone ? 0 : Number.NEGATIVE_INFINITY) < least ? 'on' : 'either'
}

function together(a: Turn, b: Turn): Turn {
  if (a === 'never' || a === b) return b
  return b === 'never' ? a : 'either'
}

function opposite(one: Turn): Turn {
  return one === 'on' ? 'off' : one === 'off' ? 'on' : one
}
