import type { Tree } from '../oracle/tree.js'
import type { Pick } from './choices.js'
import type { KnownNeeds, TableTree } from './known.js'
import { floorHundredths, hundredths, pounds } from './numbers.js'

const STATES = ['agreed', 'refused', 'pending', 'fast-track']
type Leaf = () => TableTree

/** What conditions over figures can refer to. `edges` are figures, in pence, that something happens at. */
export interface KnownSums {
  readonly lines: readonly { readonly id: string; readonly isLookedUp: boolean }[]
  readonly streams: readonly string[]
  readonly edges: readonly number[]
}

/** A condition over facts, answers and scores. */
export function needCondition(pick: Pick, known: KnownNeeds): TableTree {
  return nested(pick, needLeaves(pick, known), 2)
}

/** A condition over the same and over figures. */
export function flagCondition(pick: Pick, known: KnownNeeds, sums: KnownSums): TableTree {
  const leaves = sumLeaves(pick, sums)
  return nested(pick, pick.chance(40) ? [...leaves, ...needLeaves(pick, known)] : leaves, 3)
}

function nested(pick: Pick, leaves: readonly Leaf[], depth: number): TableTree {
  if (depth === 0 || !pick.chance(35)) return pick.one(leaves)()
  const under = () => nested(pick, leaves, depth - 1)
  const several = () => Array.from({ length: pick.int(1, 3) }, under)
  return pick.one<Leaf>([() => ({ all: several() }), () => ({ any: several() }), () => ({ not: under() })])()
}

function needLeaves(pick: Pick, known: KnownNeeds): readonly Leaf[] {
  const { facts, forms, questions, groups } = known
  const scores = known.scores.filter(({ kind }) => kind !== 'question')
  const byLevels = groups.map(({ id }) => id).concat(questions.map(({ id }) => id))
  const leaf = (possible: boolean, make: Leaf): readonly Leaf[] => (possible ? [make] : [])
  return [
    ...leaf(scores.length > 0, () => {
      const { id, most } = pick.one(scores)
      return { score: id, ...range(pick, floorHundredths(most), hundredths) }
    }),
    ...leaf(questions.length > 0, () => {
      const { id, levels } = pick.one(questions)
      return { question: id, is: pick.some(levels, 1, 3) }
    }),
    ...leaf(questions.length > 0, () => {
      const among = apart(known, pick.some(byLevels, 1, 4))
      const levels = [...new Set(questions.filter(({ id }) => among.under.has(id)).flatMap((one) => one.levels))]
      const least = `${pick.int(1, among.under.size)}`
      return { 'count-of': pick.some(levels, 1, 3), among: among.names, 'at-least': least }
    }),
    ...leaf(facts.circumstance.length > 0, () => ({ circumstance: pick.one(facts.circumstance) })),
    ...leaf(facts.setting.length > 0, () => {
      const { id, oneOf } = pick.one(facts.setting)
      return { fact: id, is: pick.some(oneOf, 1, 2) }
    }),
    ...leaf(facts.decision.length > 0, () => ({ fact: pick.one(facts.decision), is: pick.some(STATES, 1, 3) })),
    ...leaf(facts.hours.length > 0, () => {
      const { id, most } = pick.one(facts.hours)
      return { fact: id, ...range(pick, most * 100, hundredths) }
    }),
    ...leaf(facts.terms.length > 0, () => ({
      fact: pick.one(facts.terms),
      ...range(pick, 3, (_, n) => `${n}`),
    })),
    ...leaf(forms.length > 0, () => ({ form: pick.some(forms, 1, 2) })),
  ]
}

/** Names of groups and questions such that no question is named twice, and the questions under them. */
function apart(known: KnownNeeds, names: readonly string[]) {
  const under = new Set<string>()
  const kept = names.filter((name) => {
    const questions = known.groups.find(({ id }) => id === name)?.questions ?? [name]
    if (questions.some((id) => under.has(id))) return false
    for (const id of questions) under.add(id)
    return true
  })
  return { names: kept, under }
}

function sumLeaves(pick: Pick, { lines, streams, edges }: KnownSums): readonly Leaf[] {
  const lookedUp = lines.filter(({ isLookedUp }) => isLookedUp)
  const figure = () => {
    const n = pick.one([...edges, 0, 50000, 600000])
    return Math.max(0, pick.chance(40) ? n + pick.one([-1, 1]) : n)
  }
  const bounds = (): TableTree => between(pick, figure(), figure(), pounds)
  return [
    () => ({ total: pick.one(['all', ...streams]), ...bounds() }),
    () => ({ line: pick.one(lines).id, ...bounds() }),
    ...(lookedUp.length > 0
      ? [
          () => ({
            'near-next-row': pick.one(lookedUp).id,
            within: hundredths(pick, pick.one([100, 200, 50, 1000, 0, 1])),
          }),
        ]
      : []),
    (): TableTree => ({ 'asked-exceptional': 'yes' }),
  ]
}

type Write = (pick: Pick, n: number) => string

function range(pick: Pick, most: number, write: Write): TableTree {
  const top = Math.min(most, 99_999_999)
  const grain = top >= 100 && !pick.chance(20) ? 100 : 1
  const bound = () => grain * pick.int(0, Math.floor(top / grain))
  return between(pick, bound(), bound(), write)
}

/** One bound, or a lower and a higher one. */
function between(pick: Pick, a: number, b: number, write: Write): TableTree {
  const low = pick.one(['from', 'above'])
  const high = pick.one(['up-to', 'below'])
  if (a !== b && pick.chance(30)) return { [low]: write(pick, Math.min(a, b)), [high]: write(pick, Math.max(a, b)) }
  return { [pick.one([low, high])]: write(pick, a) } satisfies Tree
}
