import { decimals, scaled } from '../../decimal.js'
import { compare, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import type { NodePlan, QuestionPlan, Term } from '../plan.js'
import { type Context, indexOf } from './context.js'

/** The most a score may reach over its own power of ten, so that comparing it with two more decimals stays exact. */
const MOST = 9e12

/** Groups and scores, each after those it is made of; names are resolved and bounds are carried along. */
export function compileNodes(context: Omit<Context, 'nodes'>): NodePlan[] {
  const { table } = context
  const nodes: NodePlan[] = []
  const visit = (id: string): void => {
    if (nodes.some((node) => node.id === id)) return
    const score = table.scores?.[id]
    const group = table.questions?.[id]
    const at = pointer([score ? 'scores' : 'questions', id])
    if (score && 'brought' in score) {
      const high = scaled(score['at-most'], 2)
      nodes.push({ ...bare(id, at, 'brought', []), sumDen: 100, den: 100, low: 0, high })
      return
    }
    const perCent = score && 'per-cent-of' in score ? score['per-cent-of'] : null
    const parts = score && 'sum' in score ? score.sum : Object.keys(perCent ?? group?.ask ?? {})
    for (const part of parts) if (table.scores?.[part] || table.questions?.[part]) visit(part)
    const kind = perCent ? 'per-cent-of' : score ? 'sum' : 'group'
    const node = sumNode({ ...context, nodes }, id, at, kind, [...parts].sort(compare), perCent)
    const after = score && !('brought' in score) ? finish(node, score) : node
    if (Math.max(after.high, node.high) > MOST) context.report(finding('RAS301', at, { line: id, step: 'the score' }, 'key'))
    nodes.push(after)
  }
  for (const id of Object.keys(table.questions ?? {})) visit(id)
  for (const id of Object.keys(table.scores ?? {})) visit(id)
  return nodes
}

function bare(id: string, at: string, kind: NodePlan['kind'], names: readonly string[]): NodePlan {
  return {
    id,
    at,
    kind,
    names,
    perCent: null,
    terms: [],
    sumDen: 1,
    times: null,
    atMost: null,
    den: 1,
    low: 0,
    high: 0,
    widest: 0,
    outcomes: [],
  }
}

function sumNode(
  context: Context,
  id: string,
  at: string,
  kind: NodePlan['kind'],
  parts: readonly string[],
  perCent: Readonly<Record<string, string>> | null,
): NodePlan {
  const { questions, nodes, unit, table } = context
  const cents = parts.map((part) => perCent?.[part] ?? '100')
  const places = perCent ? 2 + Math.max(0, ...cents.map(decimals)) : 0
  const dens = parts.map((part) => nodes[indexOf(nodes, part)]?.den ?? unit)
  const common = Math.max(1, ...dens)
  let low = 0
  let high = 0
  let widest = 0
  const outcomes = new Set<string>()
  const terms = parts.map((part, i): Term => {
    const node = indexOf(nodes, part)
    const weight = (common / (dens[i] ?? 1)) * (perCent ? scaled(cents[i] ?? '100', places - 2) : 1)
    if (node >= 0) {
      const inner = nodes[node]
      low += (inner?.low ?? 0) * weight
      high += (inner?.high ?? 0) * weight
      widest = Math.max(widest, inner?.widest ?? 0)
      for (const outcome of inner?.outcomes ?? []) outcomes.add(outcome)
      return { of: 'node', index: node, weight, outcome: table.questions?.[part]?.outcome ?? null }
    }
    const index = indexOf(questions, part)
    const question = questions[index]
    low += question ? least(question) * weight : 0
    high += (question?.high ?? 0) * weight
    if (question) outcomes.add(question.outcome)
    return { of: 'question', index, weight, outcome: question?.outcome ?? null }
  })
  const den = common * 10 ** places
  return {
    ...bare(id, at, kind, parts),
    perCent: perCent ? cents : null,
    terms,
    sumDen: den,
    den,
    low,
    high,
    widest: Math.max(widest, high),
    outcomes: [...outcomes].sort(compare),
  }
}

/** The fewest points a question can come to, by any answer to any form. */
function least(question: QuestionPlan): number {
  return question.forms || question.notApplicable || question.mayBeLeft ? Math.min(0, question.low) : question.low
}

function finish(node: NodePlan, score: { readonly times?: string | undefined; readonly 'at-most'?: string | undefined }): NodePlan {
  let { den, low, high } = node
  let times: NodePlan['times'] = null
  if (score.times !== undefined) {
    const digits = decimals(score.times)
    times = { text: score.times, by: scaled(score.times, digits), den: 10 ** digits }
    den *= times.den
    low *= times.by
    high *= times.by
  }
  const limit = score['at-most']
  if (limit === undefined) return { ...node, times, den, low, high }
  const scale = Math.max(1, 10 ** decimals(limit) / den)
  const atMost = { limit: scaled(limit, Math.round(Math.log10(den * scale))), scale }
  return {
    ...node,
    times,
    atMost,
    den: den * scale,
    low: Math.min(low * scale, atMost.limit),
    high: Math.min(high * scale, atMost.limit),
  }
}
