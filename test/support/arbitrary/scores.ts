import { ONE, product, read } from '../oracle/fraction.js'
import type { Pick } from './choices.js'
import { mapping } from './header.js'
import type { Category, Scored, Size, TableTree } from './known.js'
import { decimalsOf, finished, type MadeScore, type Part, wholeOf } from './made-score.js'
import { factor, floorHundredths, hundredths, places, scaledUp } from './numbers.js'
import { greatest } from './questions.js'
import { type MadeWeight, weight } from './weights.js'
import { name, words } from './words.js'

/** More decimals than this leave no room for money in a number that a double holds exactly. */
const MOST_PLACES = 6
const PER_CENTS = ['50', '100', '25', '33', '12.5', '0', '150', '66.67', '40.00']

/** What scores are made of, and weighted by. */
export interface ScoreRoom {
  readonly pick: Pick
  readonly size: Size
  readonly forms: number
  readonly scored: readonly Scored[]
  readonly categories: readonly Category[]
}

/** Scores over what has points already, each over those before it too. */
export function scores(room: ScoreRoom, taken: Set<string>): readonly MadeScore[] {
  const { pick, size, forms, scored } = room
  const count = pick.one([1, 2, size.scores, scored.length === 0 ? 1 : 0])
  const all: MadeScore[] = []
  for (let index = 0; index < count; index++) {
    const id = name(pick, taken)
    const known = [...scored, ...all.map((one) => one.scored)]
    all.push(known.length === 0 || pick.chance(25) ? brought(pick, id, forms) : added(room, id, known))
  }
  return all
}

export function scoresTree(all: readonly MadeScore[]): TableTree {
  return mapping(
    all,
    ({ scored }) => scored.id,
    ({ tree }) => tree,
  )
}

function brought(pick: Pick, id: string, forms: number): MadeScore {
  const top = pick.one([26000, 10900, 10000, 1250, 0, 4050])
  const most = read(`${top / 100}`)
  return {
    tree: { brought: words(pick), 'at-most': hundredths(pick, top) },
    scored: {
      id,
      kind: 'score',
      byForm: Array.from({ length: Math.max(1, forms) }, () => most),
      most,
      places: 2,
      counts: new Set([id]),
      outcomes: [],
      brought: true,
      isBrought: true,
      weight: scaledUp(most, 2),
    },
  }
}

function added({ pick, categories }: ScoreRoom, id: string, known: readonly Scored[]): MadeScore {
  const isHighest = pick.chance(18)
  const chosen = isHighest ? together(pick, known) : apart(pick, known, pick.int(1, 4))
  const room = MOST_PLACES - Math.max(...chosen.map((part) => part.places)) - 2
  const perCents = PER_CENTS.filter((one) => places(one) <= room)
  const isPerCent = !isHighest && perCents.length > 0 && pick.chance(35)
  const parts = chosen.map((part): Part => ({ part, perCent: isPerCent ? pick.one(perCents) : null }))
  const left = MOST_PLACES - decimalsOf(parts)
  const by = pick.chance(25) && left >= 0 ? factor(pick, 3, Math.min(2, left)) : undefined
  const finer = Math.min(pick.one([2, 1, 4]), left - places(by ?? '1'))
  const weighted = pick.chance(22) && finer >= 0 ? weightOf(pick, known, categories, finer) : null
  const names = chosen.map((part) => part.id)
  const tree: TableTree = isPerCent
    ? { 'per-cent-of': perCentsTree(parts) }
    : isHighest
      ? { 'highest-of': names }
      : { sum: names }
  const whole = wholeOf(parts, isHighest).reduce(greatest)
  const top = floorHundredths(product([whole, weighted?.most ?? ONE, read(by ?? '1')]))
  const cap = pick.chance(30) ? hundredths(pick, pick.int(0, Math.min(top + 500, 99_999_999))) : undefined
  const why = pick.chance(20) ? words(pick) : undefined
  return finished(id, tree, parts, { times: by, 'at-most': cap, weight: weighted, isHighest, why })
}

function weightOf(pick: Pick, known: readonly Scored[], all: readonly Category[], places: number): MadeWeight | null {
  const scores = known.filter(({ kind }) => kind !== 'question')
  const categories = all.filter(({ isSetting }) => !isSetting)
  return weight({ pick, scores, categories, most: 3, places })
}

function perCentsTree(parts: readonly Part[]): TableTree {
  return mapping(
    parts,
    ({ part }) => part.id,
    ({ perCent }) => perCent ?? '100',
  )
}

/** Some of what has points, each once: of the highest, two may count the same question. */
function together(pick: Pick, known: readonly Scored[]): readonly Scored[] {
  return pick.some(known, 1, 4)
}

/** Some of what has points, no question of it in two of them. */
function apart(pick: Pick, known: readonly Scored[], most: number): readonly Scored[] {
  const sums = known.filter(({ kind }) => kind !== 'question')
  const likely = [...sums, ...sums, ...known].reverse()
  const chosen: Scored[] = [pick.one(likely)]
  for (let tries = 0; tries < 6 && chosen.length < most; tries++) {
    const next = pick.one(likely)
    if (isApart(next, chosen)) chosen.push(next)
  }
  return chosen
}

function isApart(next: Scored, chosen: readonly Scored[]): boolean {
  return chosen.every((one) => [...next.counts].every((id) => !one.counts.has(id)))
}
