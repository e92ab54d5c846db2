import type { Tree } from '../oracle/tree.js'
import type { Pick } from './choices.js'
import type { KnownChoice, KnownNeeds, TableTree } from './known.js'
import { floorHundredths, hundredths, pounds } from './numbers.js'

const STATES = ['agreed', 'refused', 'pending', 'fast-track']
type Leaf = () => TableTree

/** What conditions over figures can refer to. `edges` are figures, in pence, that something happens at. */
export interface KnownSums {
  readonly lines: readonly KnownLine[]
  readonly streams: readonly string[]
  readonly edges: readonly number[]
}

/** What a flag can read of a line. */
export interface KnownLine {
  readonly id: string
  /** Whether it comes to pounds, and not to hours. */
  readonly isMoney: boolean
  readonly isLookedUp: boolean
  /** The fact whose bands its rows have too; null where there is none. */
  readonly judgedBy: KnownChoice | null
}

/** A condition over facts, answers and scores; nothing where there is none of them. */
export function needCondition(pick: Pick, known: KnownNeeds): TableTree | undefined {
  const leaves = needLeaves(pick, known)
  return leaves.length > 0 ? nested(pick, leaves, 2) : undefined
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
      const { id, called } = pick.one(questions)
      return { question: id, is: pick.some(called, 1, 3) }
    }),
    ...leaf(questions.length > 0, () => {
      const among = apart(known, pick.some(byLevels, 1, 4))
      const levels = [...new Set(questions.filter(({ id }) => among.under.has(id)).flatMap((one) => one.called))]
      const least = `${pick.int(1, among.under.size)}`
      return { 'count-of': pick.some(levels, 1, 3), among: among.names, 'at-least': least }
    }),
    ...leaf(facts.circumstance.length > 0, () => ({ circumstance: pick.one(facts.circumstance) })),
    ...leaf(facts.choice.length > 0, () => {
      const settings = facts.choice.filter(({ is }) => is === 'setting')
      const { id, oneOf } = pick.one(settings.length > 0 && pick.chance(50) ? settings : facts.choice)
      return { fact: id, is: pick.some(oneOf, 1, 2) }
    }),
    ...leaf(facts.decision.length > 0, () => ({ fact: pick.one(facts.decision), is: pick.some(STATES, 1, 3) })),
    ...leaf(facts.hours.length + facts.entitlement.length > 0, () => {
      const { id, most } = pick.one([...facts.hours, ...facts.entitlement])
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
  const money = lines.filter(({ isMoney }) => isMoney)
  const lookedUp = lines.filter(({ isLookedUp }) => isLookedUp)
  const judged = lines.flatMap(({ id, judgedBy }) => (judgedBy === null ? [] : [{ id, judgedBy }]))
  const leaf = (possible: boolean, make: Leaf): readonly Leaf[] => (possible ? [make] : [])
  const figure = () => {
    const n = pick.one([...edges, 0, 50000, 600000])
    return Math.max(0, pick.chance(40) ? n + pick.one([-1, 1]) : n)
  }
  const bounds = (): TableTree => between(pick, figure(), figure(), pounds)
  const within = () => hundredths(pick, pick.one([100, 200, 50, 1000, 0, 1]))
  const differs = (): TableTree => {
    const { id, judgedBy } = pick.one(judged)
    const apart: TableTree = pick.chance(40) ? { 'by-more-than': pick.one(['1', '2']) } : {}
    return { 'judged-band': judgedBy.id, 'differs-from': id, ...apart }
  }
  return [
    () => ({ total: pick.one(['all', ...streams]), ...bounds() }),
    ...leaf(money.length > 0, () => ({ line: pick.one(money).id, ...bounds() })),
    ...leaf(lookedUp.length > 0, () => ({ 'near-next-row': pick.one(lookedUp).id, within: within() })),
    ...leaf(judged.length > 0, differs),
    ...leaf(judged.length > 0, differs),
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
