import { scaled } from '../../decimal.js'
import { compare, finding } from '../../diagnostic.js'
import { must } from '../../must.js'
import { pointer } from '../../pointer.js'
import type { Entitled, FundersPlan, LinePlan, PartYearPlan } from '../plan.js'
import type { PriceShape, ProvidesShape } from '../shape/price.js'
import type { TableShape } from '../shape/table.js'
import { compileChanges } from './changes.js'
import { compileCondition } from './conditions.js'
import { type Context, indexOf, nodeOf, SAFE } from './context.js'
import { compileKeeps } from './keeps.js'
import { compilePrice } from './price.js'
import { sorted } from './questions.js'
import { readsOf } from './reads.js'

type Line = TableShape['lines'][string]

/** The lines, by stream and then by id, each with the most it can come to. */
export function compileLines(context: Context): LinePlan[] {
  return sorted(context.table.lines)
    .map(([id, line]) => compileLine(context, id, line))
    .sort((a, b) => compare(a.stream, b.stream) || compare(a.id, b.id))
}

function compileLine(context: Context, id: string, line: Line): LinePlan {
  const path = ['lines', id]
  const at = pointer(path)
  const [word, price] = line.provides ? (['provides', line.provides] as const) : (['price', must(line.price)] as const)
  const priced = compilePrice(context, id, price, [...path, word])
  const { changes, low, high } = compileChanges(context, id, line.changes ?? [], [...path, 'changes'], priced)
  if (low < 0) context.report(finding('RAS302', at, { line: id, lowest: low }, 'key'))
  const outcome = outcomeOf(context, line)
  if (!outcome) context.report(finding('RAS309', at, { line: id }, 'key'))
  const shared = outcome && 'node' in outcome ? outcome.node.widest : 0
  if (!(high * Math.max(shared, 10000) + Math.max(shared, 10000) <= SAFE))
    context.report(finding('RAS301', at, { line: id, step: 'sharing it out' }, 'key'))
  const when = line.when ? compileCondition(context, line.when, [...path, 'when']) : null
  const reads = readsOf(context, { price: priced.price, changes, when })
  return {
    id,
    at,
    title: line.title,
    stream: line.stream,
    tier: line.tier ?? null,
    amountIs: line['amount-is'] ?? null,
    when,
    gate:
      line.gate === undefined
        ? null
        : { fact: indexOf(context.facts, line.gate), id: line.gate, at: pointer([...path, 'gate']) },
    price: priced.price,
    provides: providesOf(context, line),
    changes,
    partYear: partYearOf(context, line['part-year']),
    funders: fundersOf(context, line['paid-by']),
    outcome: outcome ?? { id: '' },
    outcomesTo: outcome ? placesOf(context.table.outcomes, 'id' in outcome ? [outcome.id] : outcome.node.outcomes) : [],
    contingency: line.ways?.contingency ? scaled(line.ways.contingency['per-cent'], 2) : null,
    locked: line.ways?.locked ? compileKeeps(line.ways.locked.keeps) : null,
    manageable: line.ways ? (line.ways['may-be'] ?? []).some((way) => way !== 'notional') : null,
    ...reads,
    legalBasis: (line['legal-basis'] ?? [])
      .map(({ 'from-age': fromAge, says }) => ({ fromAge: Number(fromAge ?? '0'), says }))
      .sort((a, b) => a.fromAge - b.fromAge),
  }
}

/** The outcome a line names, or the score whose questions share it; nothing when any of its points were brought. */
function outcomeOf(context: Context, line: Line): LinePlan['outcome'] | undefined {
  if (line.outcome !== undefined) return { id: line.outcome }
  const score = scoreOf(must(line.price ?? line.provides))
  const node = score === undefined ? undefined : nodeOf(context, score)
  return node?.shareable && node.outcomes.length > 0 ? { node } : undefined
}

function scoreOf(price: PriceShape | ProvidesShape): string | undefined {
  if ('look-up' in price) return price['look-up']
  return 'each-point-of' in price ? price['each-point-of'] : undefined
}

function providesOf({ facts }: Context, { provides }: Line): Entitled | null {
  if (!provides || 'people-decide' in provides) return provides ? 'hours a week' : null
  if ('gives' in provides) return provides.gives
  const fact = 'entitlement' in provides ? facts[indexOf(facts, provides.entitlement)] : undefined
  return fact?.is === 'entitlement' ? fact.of : 'hours a week'
}

function fundersOf({ table }: Context, paidBy: Line['paid-by']): FundersPlan {
  const who = (ids: readonly string[]) => ({ ids, to: placesOf(table.funders, ids) })
  if ('all' in paidBy) return { ...who([paidBy.all]), is: 'all' }
  if ('per-cent' in paidBy) {
    const shares = sorted(paidBy['per-cent'])
    return { ...who(shares.map(([id]) => id)), is: 'per-cent', weights: shares.map(([, text]) => scaled(text, 2)) }
  }
  const ids = [...new Set([paidBy.by, paidBy['then-by']])].sort(compare)
  return { ...who(ids), is: 'first', first: scaled(paidBy.first, 2), firstIsA: ids[0] === paidBy.by }
}

/** The places of some ids among all that are declared, by id. */
function placesOf(declared: Readonly<Record<string, unknown>>, ids: readonly string[]): number[] {
  const all = Object.keys(declared).sort(compare)
  return ids.map((id) => all.indexOf(id))
}

function partYearOf({ facts }: Context, part: Line['part-year']): PartYearPlan | null {
  if (!part) return null
  if ('terms' in part) return { is: 'terms', fact: indexOf(facts, part.terms), outOf: Number(part['out-of']) }
  const [month = 1, day = 1] = part['year-from'].split('-').map(Number)
  const end = part.end === undefined ? -1 : indexOf(facts, part.end)
  return { is: 'start', fact: indexOf(facts, part.start), end, yearFrom: { month, day }, in: part.in }
}
