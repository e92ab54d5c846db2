import { type Finding, finding } from '../diagnostic.js'
import { conditionsOf, gridsOf, leavesOf } from '../load/compile/reads.js'
import type { ConditionPlan } from '../load/condition-plan.js'
import type { GridPlan } from '../load/grid-plan.js'
import type { LinePlan, NodePlan } from '../load/plan.js'
import { must } from '../must.js'
import type { Audited } from './audited.js'
import { readsOfLine } from './reads.js'

/** A place at which a line reads questions, besides the points that price it. */
interface Place {
  readonly at: string
  readonly questions: readonly number[]
}

/**
 * Help from family and friends counts once. Where the points that price a line already hold it, no condition, category or
 * factor of that line may count it again; and no education line may be lowered by it at all.
 */
export function supportCountedTwice({ plan, written }: Audited): Finding[] {
  const groups = Object.values(written.questions ?? {})
  const support = plan.questions.map(({ id }) => groups.some(({ ask }) => ask[id]?.direction === 'support'))
  const helps = (index: number) => support[index] === true
  return plan.lines.flatMap((line) => {
    const told = (at: string, index: number, isEducation: boolean) =>
      finding('RAS864', at, { question: must(plan.questions[index]).id, line: line.id, isEducation }, 'key')
    if (written.streams[line.stream]?.law === 'education')
      return [...readsOfLine(plan, line).questions].filter(helps).map((index) => told(line.price.at, index, true))
    const counted = new Set(pricing(line).flatMap(questionsOf))
    return placesOf(line, helps).flatMap(({ at, questions }) =>
      questions.filter((index) => helps(index) && counted.has(index)).map((index) => told(at, index, false)),
    )
  })
}

/** The scores that price a line. */
function pricing({ price }: LinePlan): readonly NodePlan[] {
  if (price.is === 'each-point') return [price.node]
  return gridsOf(price).flatMap(({ node }) => node ?? [])
}

/** The questions that a score is made of. */
function questionsOf({ terms }: NodePlan): readonly number[] {
  return terms.flatMap(({ node, index }) => (node ? questionsOf(node) : [index]))
}

function placesOf(line: LinePlan, helps: (index: number) => boolean): readonly Place[] {
  const conditions = conditionsOf(line)
    .flatMap(leavesOf)
    .map((leaf) => ({ at: leaf.at, questions: readBy(leaf, helps) }))
  const categories = gridsOf(line.price).map((grid) => ({ at: line.price.at, questions: choosing(grid) }))
  return [...conditions, ...categories, ...pricing(line).flatMap((node) => weights(node, helps))]
}

/** What a condition reads of single answers. A score is a threshold of need, unless help alone makes it up. */
function readBy(leaf: ConditionPlan, helps: (index: number) => boolean): readonly number[] {
  if (leaf.is === 'question') return [leaf.question]
  if (leaf.is === 'count') return leaf.questions
  return leaf.is === 'score' ? onlyHelp(leaf.node, helps) : []
}

function onlyHelp(node: NodePlan, helps: (index: number) => boolean): readonly number[] {
  const questions = questionsOf(node)
  return questions.every(helps) ? questions : []
}

function choosing({ across }: GridPlan): readonly number[] {
  return across.filter(({ of }) => of === 'question').map(({ index }) => index)
}

/** The factors in a score and in what it is made of. */
function weights(node: NodePlan, helps: (index: number) => boolean): readonly Place[] {
  const inner = node.terms.flatMap((term) => (term.node ? weights(term.node, helps) : []))
  if (!node.weight) return inner
  const { grid } = node.weight
  const by = grid.node ? onlyHelp(grid.node, helps) : []
  return [...inner, { at: `${node.at}/weight`, questions: [...choosing(grid), ...by] }]
}
