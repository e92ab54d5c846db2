import type { ConditionPlan } from '../load/condition-plan.js'
import type { NodePlan, Plan, QuestionPlan, Term } from '../load/plan.js'
import { must } from '../must.js'
import { gridTendency } from './rising-grid.js'
import { leads, statesOf } from './states.js'
import { opposite, type Tendency, type Turn, tendenciesTogether, tendencyOf, turnOf, turnsTogether } from './turn.js'

/** How everything in a table can change as a child's need grows: by index of question, and of group or score. */
export interface Tendencies {
  readonly plan: Plan
  /** How a question can come to be asked, or no longer be asked. */
  readonly asks: readonly Turn[]
  readonly questions: readonly Tendency[]
  readonly nodes: readonly Tendency[]
}

/**
 * Works out how points can change as need grows: from every assessment to every other with the same facts and form,
 * at least the points on every question that both are asked, and at least the points of every brought score. What is
 * said to rise never falls; what may fall is `either`.
 */
export function tendencies(plan: Plan): Tendencies {
  const asks: Turn[] = plan.questions.map(() => 'never')
  const questions: Tendency[] = plan.questions.map(() => 'same')
  const nodes: Tendency[] = []
  const so = { plan, asks, questions, nodes }
  for (const index of plan.askOrder) {
    const question = must(plan.questions[index])
    asks[index] = question.when ? turn(so, question.when) : 'never'
    questions[index] = pointsTendency(so, question, must(asks[index]))
  }
  for (const node of plan.nodes) nodes.push(nodeTendency(so, node))
  return so
}

function pointsTendency({ plan }: Tendencies, question: QuestionPlan, asks: Turn): Tendency {
  const states = statesOf(plan, question)
  const pairs = states.flatMap((from) => states.filter((to) => leads(from, to, asks)).map((to) => ({ from, to })))
  return tendencyOf(
    pairs.some(({ from, to }) => to.high > from.low),
    pairs.some(({ from, to }) => !to.asked && from.high > 0),
  )
}

function nodeTendency(so: Tendencies, node: NodePlan): Tendency {
  if (node.kind === 'brought') return 'rises'
  const parts = node.terms.filter(({ weight }) => weight > 0).map((term) => termTendency(so, term))
  const weight = node.weight ? [gridTendency(so, node.weight.grid)] : []
  return node.times?.by === 0 ? 'same' : tendenciesTogether([...parts, ...weight])
}

function termTendency({ questions, nodes }: Tendencies, { node, index }: Term): Tendency {
  return must(node ? nodes[index] : questions[index])
}

/** How a condition of a line, a change or a question can turn. */
export function turn(so: Tendencies, condition: ConditionPlan): Turn {
  switch (condition.is) {
    case 'fact':
    case 'amount-of-fact':
    case 'circumstance':
    case 'form':
    case 'asked':
      return 'never'
    case 'score':
      return scoreTurn(so, condition)
    case 'question':
      return levelsTurn(so, condition.question, condition.levels)
    case 'count':
      return turnsTogether(condition.questions.map((index) => levelsTurn(so, index, condition.levels)))
    case 'all':
    case 'any':
      return turnsTogether(condition.of.map((one) => turn(so, one)))
    case 'not':
      return opposite(turn(so, condition.of))
    case 'judged':
    case 'line':
    case 'total':
    case 'near':
      return 'either'
  }
}

/** How a score can pass the bounds of a condition; one that it always keeps is none. */
function scoreTurn({ nodes }: Tendencies, { node, scale, range }: Extract<ConditionPlan, { is: 'score' }>): Turn {
  const tendency = must(nodes[node.index])
  if (tendency === 'same') return 'never'
  const { from, above, upTo, below } = range
  const [low, high] = [node.low * scale, node.high * scale]
  const lower = (from !== null && from > low) || (above !== null && above >= low)
  const upper = (upTo !== null && upTo < high) || (below !== null && below <= high)
  return tendency === 'rises' ? turnOf(lower, upper) : turnOf(lower || upper, lower || upper)
}

/** How an answer can come into these levels, or leave them. */
function levelsTurn({ plan, asks }: Tendencies, index: number, levels: readonly string[]): Turn {
  const question = must(plan.questions[index])
  const states = statesOf(plan, question)
  const inside = (level: string | null) => level !== null && levels.includes(level)
  const can = (into: boolean) =>
    states.some((from) =>
      states.some(
        (to) => inside(from.level) !== into && inside(to.level) === into && leads(from, to, must(asks[index])),
      ),
    )
  return turnOf(can(true), can(false))
}
