import { ageOf, type Case } from './case.js'
import { type Changed, changed } from './changes.js'
import { given, type Place } from './chosen.js'
import { holds } from './conditions.js'
import { asNumber, isBelow, minus, read } from './fraction.js'
import { bandOf, measuredIn } from './measure.js'
import { keptOf } from './money.js'
import { partYear } from './part-year.js'
import { priced, provided } from './price.js'
import { readsAnswers } from './reads.js'
import {
  type OracleAmount,
  type OracleLine,
  type OracleNeighbours,
  type OracleRow,
  type OracleStep,
  step,
} from './result.js'
import { byFunder, byOutcome, partOf } from './split.js'
import { at, has, items, maybe, text } from './tree.js'

/** A line worked out, with what the flags need to know of it. */
export interface Worked {
  readonly line: OracleLine
  readonly capped: Changed['capped']
  /** The band by points; null where there is none, as where the line does not apply. */
  readonly band: string | null
}

export function worked(c: Case, id: string, tree: unknown): Worked {
  const before: OracleStep[] = has(tree, 'when') ? [step('when', 0n)] : []
  if (has(tree, 'when') && holds(c, at(tree, 'when')) === 'no') return left(c, id, tree, before)
  const gate = gateOf(c, tree)
  if (!c.scored && readsAnswers(tree)) return notScored(c, id, tree, gate)
  if (gate !== null) before.push(step('gate', null))
  const start = has(tree, 'provides') ? provided(c, at(tree, 'provides')) : priced(c, at(tree, 'price'))
  const change = start.pence === null ? { pence: null, steps: [], capped: [] } : changed(c, tree, start.pence)
  const amount = amountOf(tree, gate?.state ?? null, start.refers, change.pence, start.quantity)
  return {
    line: {
      ...described(c, id, tree),
      ...divided(c, tree, change.pence),
      amount,
      provides: providesOf(c, tree, start.quantity),
      steps: [...before, ...start.steps, ...change.steps],
      gate,
      neighbours: start.place === null ? null : neighbours(start.place),
    },
    capped: change.capped,
    band: c.scored ? bandOf(c, at(tree, 'price') ?? at(tree, 'provides')) : null,
  }
}

/** A line that does not apply comes to nothing, in money or in hours, and nothing else is asked. */
function left(c: Case, id: string, tree: unknown, steps: readonly OracleStep[]): Worked {
  const provides = providesOf(c, tree, 0)
  const pence = provides === null ? 0n : null
  const amount = amountOf(tree, null, false, pence, 0)
  const line = { ...described(c, id, tree), steps, provides, gate: null, neighbours: null, amount }
  return { line: { ...line, ...divided(c, tree, pence) }, capped: [], band: null }
}

/** People decide for a child who is younger than the form scores, unless it has been refused. */
function notScored(c: Case, id: string, tree: unknown, gate: OracleLine['gate']): Worked {
  const to = text(c.table, 'forms', c.form ?? '', 'refer-to').trim()
  const provides = providesOf(c, tree, null)
  const line = { ...described(c, id, tree), steps: [step('not-scored', null)], provides, neighbours: null, gate }
  const amount: OracleAmount =
    gate?.state === 'refused' ? { ...NO_AMOUNT, state: 'refused' } : { ...NO_AMOUNT, state: 'refer', to }
  return { line: { ...line, ...divided(c, tree, null), amount }, capped: [], band: null }
}

const NO_AMOUNT = { pence: null, to: null, quantity: null, settings: [] }

/** What a line provides that gives no money. */
function providesOf(c: Case, tree: unknown, quantity: number | null): OracleLine['provides'] {
  return has(tree, 'provides') ? { quantity, of: measuredIn(c, at(tree, 'provides')) } : null
}

function gateOf(c: Case, tree: unknown): OracleLine['gate'] {
  const decision = maybe(tree, 'gate')
  return decision === null ? null : { decision, state: String(c.facts.get(decision)) }
}

function amountOf(
  tree: unknown,
  gate: string | null,
  refers: boolean,
  pence: bigint | null,
  quantity: number | null,
): OracleAmount {
  const made = { ...NO_AMOUNT, pence: pence === null ? null : Number(pence) }
  if (gate === 'refused') return { ...made, state: 'refused' }
  if (refers) {
    const says = at(tree, 'price') ?? at(tree, 'provides')
    return { ...made, state: 'refer', to: (maybe(says, 'people-decide') ?? text(says, 'refer-to')).trim() }
  }
  if (gate === 'pending') return { ...made, state: 'waiting' }
  return has(tree, 'provides') ? { ...made, state: 'provides', quantity } : { ...made, state: 'settled' }
}

function described(c: Case, id: string, tree: unknown) {
  return {
    id,
    stream: text(tree, 'stream'),
    tier: maybe(tree, 'tier'),
    amountIs: maybe(tree, 'amount-is'),
    legalBasis: legalBasis(c, tree),
  }
}

/** The splits of a figure; without a figure there is nothing to split. */
function divided(c: Case, tree: unknown, pence: bigint | null) {
  if (pence === null) return { funders: [], outcomes: [], contingency: null, locked: null, partYear: null }
  const kept = maybe(tree, 'ways', 'contingency', 'per-cent')
  const part = (perCent: ReturnType<typeof read>) => Number(partOf(pence, perCent, read('100')))
  return {
    funders: byFunder(tree, pence),
    outcomes: byOutcome(c, tree, pence),
    contingency: kept === null ? null : part(read(kept)),
    locked: has(at(tree, 'ways'), 'locked') ? part(keptOf(c, items(tree, 'ways', 'locked', 'keeps'))) : null,
    partYear: partYear(c, tree, pence),
  }
}

function neighbours({ points, rows, index, keys }: Place): OracleNeighbours {
  const from = (row: unknown) => read(text(row, 'from'))
  const seen = (row: unknown): OracleRow | null =>
    row === undefined ? null : { from: asNumber(from(row)), give: given(row, keys), band: maybe(row, 'band') }
  const next = rows[index + 1]
  return {
    points: asNumber(points),
    previous: seen(rows[index - 1]),
    row: seen(rows[index]),
    next: seen(next),
    away: next === undefined ? null : asNumber(minus(from(next), points)),
  }
}

/** The law of the highest age that the child has reached; without an age, the law from birth. */
function legalBasis(c: Case, tree: unknown): string | null {
  const age = ageOf(c.table, c.facts)
  const from = (basis: unknown) => read(maybe(basis, 'from-age') ?? '0')
  const reached = items(tree, 'legal-basis').filter((basis) => !isBelow(age, from(basis)))
  const highest = reached.reduce<unknown>(
    (best, one) => (best && isBelow(from(one), from(best)) ? best : one),
    undefined,
  )
  return highest === undefined ? null : text(highest, 'says').trim()
}
