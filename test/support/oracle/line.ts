import type { Case } from './case.js'
import { type Changed, changed } from './changes.js'
import { holds } from './conditions.js'
import { asNumber, type Fraction, isBelow, minus, read, ZERO } from './fraction.js'
import { partYear } from './part-year.js'
import { type Place, priced } from './price.js'
import type { OracleLine, OracleNeighbours, OracleStep } from './result.js'
import { byFunder, byOutcome, partOf } from './split.js'
import { at, entries, has, items, maybe, text } from './tree.js'

/** A line worked out, with what the flags need to know of it. */
export interface Worked {
  readonly line: OracleLine
  readonly capped: Changed['capped']
}

export function worked(c: Case, id: string, tree: unknown): Worked {
  const before: OracleStep[] = []
  if (has(tree, 'when')) {
    before.push({ op: 'when', after: 0 })
    if (holds(c, at(tree, 'when')) === 'no') {
      const line = { ...described(c, id, tree), ...divided(c, tree, 0n), state: 'settled' as const }
      return { line: { ...line, steps: before, to: null, gate: null, neighbours: null }, capped: [] }
    }
  }
  const gate = gateOf(c, tree)
  if (gate !== null) before.push({ op: 'gate', after: null })
  const price = priced(c, at(tree, 'price'))
  const start = { op: price.op, after: price.pence === null ? null : Number(price.pence) }
  const change = price.pence === null ? { pence: null, steps: [], capped: [] } : changed(c, tree, price.pence)
  const state = stateOf(gate?.state ?? null, change.pence === null)
  return {
    line: {
      ...described(c, id, tree),
      ...divided(c, tree, change.pence),
      state,
      to: state === 'refer' ? text(tree, 'price', 'refer-to').trim() : null,
      steps: [...before, start, ...change.steps],
      gate,
      neighbours: price.place === null ? null : neighbours(price.place),
    },
    capped: change.capped,
  }
}

function gateOf(c: Case, tree: unknown): OracleLine['gate'] {
  const decision = maybe(tree, 'gate')
  return decision === null ? null : { decision, state: String(c.facts.get(decision)) }
}

function stateOf(gate: string | null, refer: boolean): OracleLine['state'] {
  if (gate === 'refused') return 'refused'
  if (refer) return 'refer'
  return gate === 'pending' ? 'waiting' : 'settled'
}

function described(c: Case, id: string, tree: unknown) {
  return { id, stream: text(tree, 'stream'), amountIs: maybe(tree, 'amount-is'), legalBasis: legalBasis(c, tree) }
}

/** The figure and its splits; without a figure there is nothing to split. */
function divided(c: Case, tree: unknown, pence: bigint | null) {
  if (pence === null) return { pence: null, funders: [], outcomes: [], contingency: null, partYear: null }
  const kept = maybe(tree, 'ways', 'contingency', 'per-cent')
  return {
    pence: Number(pence),
    funders: byFunder(tree, pence),
    outcomes: byOutcome(c, tree, pence),
    contingency: kept === null ? null : Number(partOf(pence, read(kept), read('100'))),
    partYear: partYear(c, tree, pence),
  }
}

function neighbours({ points, rows, index }: Place): OracleNeighbours {
  const from = (row: unknown) => (row === undefined ? null : read(text(row, 'from')))
  const number = (value: ReturnType<typeof from>) => (value === null ? null : asNumber(value))
  const next = from(rows[index + 1])
  return {
    points: asNumber(points),
    previous: number(from(rows[index - 1])),
    row: number(from(rows[index])) ?? 0,
    next: number(next),
    away: next === null ? null : asNumber(minus(next, points)),
  }
}

/** The law of the highest age that the child has reached; without an age, the law from birth. */
function legalBasis(c: Case, tree: unknown): string | null {
  const [age = ZERO] = entries(c.table, 'facts')
    .filter(([, fact]) => text(fact, 'is') === 'age')
    .map(([id]) => c.facts.get(id) as Fraction)
  const from = (basis: unknown) => read(maybe(basis, 'from-age') ?? '0')
  const reached = items(tree, 'legal-basis').filter((basis) => !isBelow(age, from(basis)))
  const highest = reached.reduce<unknown>(
    (best, one) => (best && isBelow(from(one), from(best)) ? best : one),
    undefined,
  )
  return highest === undefined ? null : text(highest, 'says').trim()
}
