import type { Tree } from '../oracle/tree.js'
import { changes } from './changes.js'
import type { Pick } from './choices.js'
import { mapping, withoutGaps } from './header.js'
import type { KnownHeader, KnownNeeds, Ledger, Size, TableTree } from './known.js'
import { hundredths, money, pounds } from './numbers.js'
import { dearest, type MadePrice, type PriceRoom, price } from './price.js'
import { cite } from './rates.js'
import { TIERS, ways } from './ways.js'
import { needCondition } from './when.js'
import { words } from './words.js'

export interface MadeLine {
  readonly id: string
  readonly tree: TableTree
  readonly price: MadePrice
  /** Whether it comes to money, or provides hours or units. */
  readonly word: PriceRoom['word']
}

/** What a line may refer to. */
export interface LineRoom {
  readonly pick: Pick
  readonly size: Size
  readonly header: KnownHeader
  readonly needs: KnownNeeds
  readonly ledger: Ledger
}

export function line(room: LineRoom, id: string): MadeLine {
  const word = room.pick.chance(14) ? 'provides' : 'price'
  return priced(room, id, price(priceRoom(room, word)), word)
}

export function priceRoom({ pick, size, needs, ledger }: LineRoom, word: PriceRoom['word']): PriceRoom {
  const scores = needs.scores.filter(({ kind }) => kind !== 'question')
  return { pick, size, facts: needs.facts, scores, categories: needs.categories, ledger, word }
}

/** The rest of a line around its price, or around what it provides. */
export function priced(room: LineRoom, id: string, made: MadePrice, word: PriceRoom['word']): MadeLine {
  const { pick, header, needs, ledger } = room
  const { id: stream, law } = pick.one(header.streams)
  const amountIs = law === 'education' ? pick.one(['top-up', 'whole cost']) : undefined
  const needsOutcome = made.by === null || made.by.brought || made.by.outcomes.length === 0
  const tier = pick.chance(25) ? pick.one(TIERS) : undefined
  const inMoney = word === 'price'
  const tree = withoutGaps({
    title: words(pick),
    stream,
    outcome: needsOutcome || pick.chance(15) ? pick.one(header.outcomes) : undefined,
    source: cite(pick, ledger),
    tier,
    'amount-is': amountIs,
    when: pick.chance(30) ? needCondition(pick, needs) : undefined,
    gate: needs.facts.decision.length > 0 && pick.chance(50) ? pick.one(needs.facts.decision) : undefined,
    [word]: made.tree,
    changes: inMoney ? changes(pick, made, dearest(made.by) * 3, needs, ledger) : undefined,
    'part-year': inMoney ? partYear(pick, needs) : undefined,
    'paid-by': paidBy(pick, header, amountIs !== 'top-up', made.high),
    ways: ways(pick, tier),
    'legal-basis': legalBasis(pick, needs.facts.age.length > 0),
  })
  return { id, tree, price: made, word }
}

export function linesTree(all: readonly MadeLine[]): TableTree {
  return mapping(
    all,
    ({ id }) => id,
    ({ tree }) => tree,
  )
}

function partYear(pick: Pick, { facts }: KnownNeeds): Tree | undefined {
  const forms: TableTree[] = [
    ...facts.start.map((start) => ({
      start,
      ...(facts.end.length > 0 && pick.chance(80) ? { end: pick.one(facts.end) } : {}),
      'year-from': pick.one(['04-01', '09-01', '01-01', '04-06', '02-28', '12-15']),
      in: pick.one(['months', 'days']),
    })),
    ...facts.terms.map((terms) => ({ terms, 'out-of': pick.one(['3', '3', '6', '4']) })),
  ]
  return forms.length > 0 && pick.chance(50) ? pick.one(forms) : undefined
}

function paidBy(pick: Pick, { funders }: KnownHeader, mayBeFirst: boolean, high: number): Tree {
  const [a, b] = pick.some(funders, 2, 2)
  const kind = a !== undefined && b !== undefined ? pick.one(['all', 'per-cent', 'first']) : 'all'
  if (kind === 'all' || a === undefined || b === undefined || (kind === 'first' && !mayBeFirst))
    return { all: pick.one(funders) }
  const swap = pick.chance(50)
  const first = pick.chance(30) ? 600_000 : money(pick, Math.max(1, high))
  if (kind === 'first') return { first: pounds(pick, first), by: swap ? b : a, 'then-by': swap ? a : b }
  const chosen = pick.some(funders, 2, 4)
  let left = 10_000
  const parts = chosen.map((id, index) => {
    const part = index === chosen.length - 1 ? left : pick.one([5000, 3333, 1000, 2500, 1, pick.int(1, 9999)])
    const taken = Math.min(part, left - (chosen.length - 1 - index))
    left -= taken
    return [id, hundredths(pick, taken)] as const
  })
  return { 'per-cent': Object.fromEntries(parts) }
}

/** The laws by rising age; without an age there can be only one. */
function legalBasis(pick: Pick, byAge: boolean): Tree | undefined {
  if (!pick.chance(40)) return undefined
  const ages = byAge ? pick.some(['5', '11', '16', '18'], 0, 3) : []
  return [
    { says: `from birth: ${words(pick)}` },
    ...ages.map((age) => ({ 'from-age': age, says: `from ${age}: ${words(pick)}` })),
  ]
}
