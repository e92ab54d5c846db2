import { conditionsOf, gridsOf, leavesOf } from '../load/compile/reads.js'
import type { ConditionPlan } from '../load/condition-plan.js'
import type { GridPlan } from '../load/grid-plan.js'
import type { LinePlan, NodePlan, Plan } from '../load/plan.js'

/** What something in a table depends on, however far down: facts, questions, and groups and scores, by index. */
export interface Reads {
  readonly facts: ReadonlySet<number>
  readonly questions: ReadonlySet<number>
  readonly nodes: ReadonlySet<number>
}

interface Gathered extends Reads {
  readonly facts: Set<number>
  readonly questions: Set<number>
  readonly nodes: Set<number>
}

/** Everything that can move what a line comes to. */
export function readsOfLine(plan: Plan, line: LinePlan): Reads {
  const reads = nothing()
  addLine(plan, reads, line)
  return reads
}

/** Everything that can move the points of a group or score. */
export function readsOfNode(plan: Plan, node: NodePlan): Reads {
  const reads = nothing()
  addNode(plan, reads, node)
  return reads
}

/** Everything that some conditions hang on; where they read a figure or a total, all that moves it. */
export function readsOfConditions(plan: Plan, conditions: readonly ConditionPlan[]): Reads {
  const reads = nothing()
  for (const condition of conditions) addCondition(plan, reads, condition)
  return reads
}

/** Everything that some look ups hang on. */
export function readsOfGrids(plan: Plan, grids: readonly GridPlan[]): Reads {
  const reads = nothing()
  for (const grid of grids) addGrid(plan, reads, grid)
  return reads
}

/** Every look up that a line hangs on: of its price, and of the weights of its scores. */
export function gridsUnder({ nodes }: Plan, { price }: LinePlan, reads: Reads): readonly GridPlan[] {
  return [...gridsOf(price), ...[...reads.nodes].flatMap((index) => nodes[index]?.weight?.grid ?? [])]
}

function nothing(): Gathered {
  return { facts: new Set(), questions: new Set(), nodes: new Set() }
}

function addLine(plan: Plan, reads: Gathered, line: LinePlan): void {
  const { price, changes, gate } = line
  if (gate) reads.facts.add(gate.fact)
  if (price.is === 'each-point') addNode(plan, reads, price.node)
  if ('fact' in price) addFact(reads, price.fact)
  for (const grid of gridsOf(price)) addGrid(plan, reads, grid)
  for (const { fact } of price.factors) addFact(reads, fact)
  for (const condition of conditionsOf(line)) addCondition(plan, reads, condition)
  for (const change of changes) {
    if (change.op === 'area-factor') addFact(reads, change.fact)
    if (change.op === 'other-package' || change.op === 'protect') addFact(reads, change.of.fact)
  }
}

function addFact(reads: Gathered, fact: number): void {
  if (fact >= 0) reads.facts.add(fact)
}

function addNode(plan: Plan, reads: Gathered, node: NodePlan): void {
  if (reads.nodes.has(node.index)) return
  reads.nodes.add(node.index)
  for (const term of node.terms)
    if (term.node) addNode(plan, reads, term.node)
    else addQuestion(plan, reads, term.index)
  if (node.weight) addGrid(plan, reads, node.weight.grid)
}

function addGrid(plan: Plan, reads: Gathered, { node, across }: GridPlan): void {
  if (node) addNode(plan, reads, node)
  for (const { of, index } of across)
    if (of === 'fact') addFact(reads, index)
    else addQuestion(plan, reads, index)
}

function addQuestion(plan: Plan, reads: Gathered, index: number): void {
  if (reads.questions.has(index)) return
  reads.questions.add(index)
  const when = plan.questions[index]?.when
  if (when) addCondition(plan, reads, when)
}

function addCondition(plan: Plan, reads: Gathered, condition: ConditionPlan): void {
  for (const leaf of leavesOf(condition)) addLeaf(plan, reads, leaf)
}

function addLeaf(plan: Plan, reads: Gathered, leaf: ConditionPlan): void {
  switch (leaf.is) {
    case 'fact':
    case 'amount-of-fact':
    case 'circumstance':
      addFact(reads, leaf.fact)
      return
    case 'question':
      addQuestion(plan, reads, leaf.question)
      return
    case 'count':
      for (const index of leaf.questions) addQuestion(plan, reads, index)
      return
    case 'score':
      addNode(plan, reads, leaf.node)
      return
    case 'judged':
      addFact(reads, leaf.fact)
      addLines(plan, reads, (line) => line.id === leaf.line)
      return
    case 'line':
    case 'near':
      addLines(plan, reads, (line) => line.id === leaf.line)
      return
    case 'total':
      addLines(plan, reads, (line) => leaf.stream === null || line.stream === leaf.stream)
      return
    case 'form':
    case 'asked':
    case 'all':
    case 'any':
    case 'not':
  }
}

function addLines(plan: Plan, reads: Gathered, which: (line: LinePlan) => boolean): void {
  for (const line of plan.lines) {
    if (!which(line)) continue
    addLine(plan, reads, line)
    if (line.price.is === 'category' && line.price.beside?.node) addNode(plan, reads, line.price.beside.node)
  }
}
