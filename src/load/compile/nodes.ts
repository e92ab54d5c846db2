import { decimals, decimalsOfPerCent, scaled, tenTo } from '../../decimal.js'
import { compare, finding } from '../../diagnostic.js'
import { must } from '../../must.js'
import { pointer } from '../../pointer.js'
import type { Bounds, NodePlan, Term } from '../plan.js'
import type { TableShape } from '../shape/table.js'
import { type Context, indexOf } from './context.js'
import { compileWeight } from './grid.js'
import { finish, formsOf, questionBounds, sum } from './node-bounds.js'
import { sorted } from './questions.js'

/** The most a score may reach over its own power of ten, so that comparing it with two more decimals stays exact. */
const MOST = 9e12

type Score = NonNullable<TableShape['scores']>[string]
type Summed = Exclude<Score, { readonly brought: string }>

/** Groups and scores, each after those it is made of; names are resolved and bounds are carried along, form by form. */
export function compileNodes(context: Omit<Context, 'nodes'>): NodePlan[] {
  const { table, report } = context
  const nodes: NodePlan[] = []
  const visit = (id: string): void => {
    if (nodes.some((node) => node.id === id)) return
    const score = table.scores?.[id]
    const at = pointer([score ? 'scores' : 'questions', id])
    if (score && 'brought' in score) {
      nodes.push(broughtNode(nodes.length, id, at, score['at-most']))
      return
    }
    const parts = partsOf(table, id, score)
    const weighed = score?.weight && 'rows' in score.weight ? [score.weight['look-up']] : []
    for (const name of [...parts.map(({ name }) => name), ...weighed])
      if (table.scores?.[name] || table.questions?.[name]) visit(name)
    const node = sumNode({ ...context, nodes }, id, at, parts, score)
    // So written that it also finds what is not a number any more.
    if (!(Math.max(node.high, node.widest, node.den) <= MOST))
      report(finding('RAS301', at, { line: id, step: 'the score' }, 'key'))
    nodes.push(node)
  }
  for (const [id] of [...sorted(table.questions), ...sorted(table.scores)]) visit(id)
  return nodes
}

interface Part {
  readonly name: string
  readonly perCent: string
}

function partsOf(table: TableShape, id: string, score: Summed | undefined): Part[] {
  const whole = (name: string): Part => ({ name, perCent: '100' })
  const parts = !score
    ? Object.keys(must(table.questions?.[id]).ask).map(whole)
    : 'sum' in score
      ? score.sum.map(whole)
      : 'highest-of' in score
        ? score['highest-of'].map(whole)
        : Object.entries(score['per-cent-of']).map(([name, perCent]) => ({ name, perCent }))
  return parts.sort((a, b) => compare(a.name, b.name))
}

function broughtNode(index: number, id: string, at: string, atMost: string): NodePlan {
  const high = scaled(atMost, 2)
  return {
    index,
    id,
    at,
    kind: 'brought',
    names: [],
    perCent: null,
    terms: [],
    sumDen: 100,
    weight: null,
    times: null,
    atMost: null,
    den: 100,
    bounds: [{ low: 0, high }],
    low: 0,
    high,
    widest: 0,
    shareable: false,
    grain: 100,
    outcomes: [],
  }
}

function sumNode(
  context: Context,
  id: string,
  at: string,
  parts: readonly Part[],
  score: Summed | undefined,
): NodePlan {
  const { nodes, unit } = context
  const isShare = score !== undefined && 'per-cent-of' in score
  const places = isShare ? Math.max(0, ...parts.map(({ perCent }) => decimals(perCent))) : 0
  const inner = parts.map(({ name }) => nodes.find((node) => node.id === name))
  const common = Math.max(unit, ...inner.map((node) => node?.den ?? 1))
  const outcomeIds = Object.keys(context.table.outcomes).sort(compare)
  const terms = parts.map(({ name, perCent }, i): Term & { readonly bounds: readonly Bounds[] } => {
    const node = inner[i]
    const weight = (common / (node?.den ?? unit)) * (isShare ? scaled(perCent, places) : 1)
    const index = node ? node.index : indexOf(context.questions, name)
    const question = node ? undefined : must(context.questions[index])
    const outcome = question ? question.outcome : (context.table.questions?.[name]?.outcome ?? null)
    const bounds = question ? questionBounds(context, question) : (node?.bounds ?? [])
    return {
      node: node ?? null,
      index,
      weight,
      outcome,
      to: outcome === null ? -1 : outcomeIds.indexOf(outcome),
      bounds,
    }
  })
  const isHighest = score !== undefined && 'highest-of' in score
  const bounds = formsOf(context).map((_, form) => {
    const ends = terms.map((term) => {
      const { low, high } = must(term.bounds[form] ?? term.bounds[0])
      return { low: low * term.weight, high: high * term.weight }
    })
    const lows = ends.map(({ low }) => low)
    const highs = ends.map(({ high }) => high)
    return isHighest ? { low: Math.max(...lows), high: Math.max(...highs) } : { low: sum(lows), high: sum(highs) }
  })
  const sumDen = common * (isShare ? tenTo(2 + places) : 1)
  const weight = score?.weight ? compileWeight(context, score.weight, ['scores', id, 'weight']) : null
  const finished = finish({ bounds, den: sumDen }, score, weight)
  return {
    index: nodes.length,
    id,
    at,
    kind: isShare ? 'per-cent-of' : isHighest ? 'highest-of' : score ? 'sum' : 'group',
    names: parts.map(({ name }) => name),
    perCent: isShare ? parts.map(({ perCent }) => perCent) : null,
    terms: terms.map(({ bounds: _, ...term }) => term),
    sumDen,
    weight,
    ...finished,
    low: Math.min(...finished.bounds.map(({ low }) => low)),
    high: Math.max(...finished.bounds.map(({ high }) => high)),
    shareable: inner.every((node) => node?.shareable ?? true),
    grain: tenTo(grainOf(context, parts, inner, isShare, score) + Math.round(Math.log10(weight?.den ?? 1))),
    widest: Math.max(...bounds.map(({ high }) => high), ...inner.map((node) => node?.widest ?? 0)),
    outcomes: [
      ...new Set(terms.flatMap(({ node, outcome }) => (outcome === null ? (node?.outcomes ?? []) : [outcome]))),
    ].sort(compare),
  }
}

/** How many decimals a score can have: those of its parts and their percentages, of its factor and of its limit. */
function grainOf(
  { questions }: Context,
  parts: readonly Part[],
  inner: readonly (NodePlan | undefined)[],
  isShare: boolean,
  score: Summed | undefined,
): number {
  const places = parts.map(({ name, perCent }, i) => {
    const own = inner[i]?.grain ?? questions[indexOf(questions, name)]?.grain ?? 1
    return Math.round(Math.log10(own)) + (isShare ? decimalsOfPerCent(perCent) : 0)
  })
  return Math.max(Math.max(0, ...places) + decimals(score?.times ?? '1'), decimals(score?.['at-most'] ?? '0'))
}
