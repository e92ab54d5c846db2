import { type Fraction, least, over, read, times } from '../oracle/fraction.js'
import type { Pick } from './choices.js'
import { mapping, withoutGaps } from './header.js'
import type { Scored, Size, TableTree } from './known.js'
import { factor, floorHundredths, hundredths, places, scaledUp } from './numbers.js'
import { greatest, plusEach } from './questions.js'
import { name, words } from './words.js'

/** More decimals than this leave no room for money in a number that a double holds exactly. */
const MOST_PLACES = 6
const PER_CENTS = ['50', '100', '25', '33', '12.5', '0', '150', '66.67', '40.00']

export interface MadeScore {
  readonly tree: TableTree
  readonly scored: Scored
}

/** Scores over what has points already, each over those before it too. */
export function scores(
  pick: Pick,
  size: Size,
  forms: number,
  scored: readonly Scored[],
  taken: Set<string>,
): readonly MadeScore[] {
  const count = pick.one([1, 2, size.scores, scored.length === 0 ? 1 : 0])
  const all: MadeScore[] = []
  for (let index = 0; index < count; index++) {
    const id = name(pick, taken)
    const known = [...scored, ...all.map((one) => one.scored)]
    all.push(known.length === 0 || pick.chance(25) ? brought(pick, id, forms) : added(pick, id, known))
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

/** Adds everything up as it is. */
export function sumOf(id: string, parts: readonly Scored[]): MadeScore {
  const counted = parts.map((part) => ({ part, perCent: null }))
  return finished(id, { sum: parts.map((part) => part.id) }, counted, undefined, undefined)
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

interface Part {
  readonly part: Scored
  readonly perCent: string | null
}

function added(pick: Pick, id: string, known: readonly Scored[]): MadeScore {
  const chosen = apart(pick, known, pick.int(1, 4))
  const room = MOST_PLACES - Math.max(...chosen.map((part) => part.places)) - 2
  const perCents = PER_CENTS.filter((one) => places(one) <= room)
  const isPerCent = perCents.length > 0 && pick.chance(35)
  const parts = chosen.map((part): Part => ({ part, perCent: isPerCent ? pick.one(perCents) : null }))
  const left = MOST_PLACES - decimalsOf(parts)
  const by = pick.chance(25) && left >= 0 ? factor(pick, 3, Math.min(2, left)) : undefined
  const top = floorHundredths(times(wholeOf(parts).reduce(greatest), read(by ?? '1')))
  const cap = pick.chance(30) ? hundredths(pick, pick.int(0, Math.min(top + 500, 99_999_999))) : undefined
  const tree: TableTree = isPerCent ? { 'per-cent-of': perCentsTree(parts) } : { sum: chosen.map((part) => part.id) }
  return finished(id, tree, parts, by, cap)
}

function perCentsTree(parts: readonly Part[]): TableTree {
  return mapping(
    parts,
    ({ part }) => part.id,
    ({ perCent }) => perCent ?? '100',
  )
}

/** The most that all parts together come to, form by form. */
function wholeOf(parts: readonly Part[]): readonly Fraction[] {
  return parts
    .map(({ part, perCent }): readonly Fraction[] => {
      return part.byForm.map((one) => times(one, over(read(perCent ?? '100'), read('100'))))
    })
    .reduce(plusEach)
}

/** The decimals in which the parts are counted: a per cent needs two more, and its own. */
function decimalsOf(parts: readonly Part[]): number {
  const deepest = Math.max(...parts.map(({ part }) => part.places))
  return deepest + Math.max(...parts.map(({ perCent }) => (perCent === null ? 0 : 2 + places(perCent))))
}

function finished(
  id: string,
  tree: TableTree,
  parts: readonly Part[],
  by: string | undefined,
  cap: string | undefined,
): MadeScore {
  const whole = wholeOf(parts)
  const byForm = whole.map((one) => {
    const after = times(one, read(by ?? '1'))
    return cap === undefined ? after : least(after, read(cap))
  })
  const decimals = decimalsOf(parts)
  return {
    tree: withoutGaps({ ...tree, times: by, 'at-most': cap }),
    scored: {
      id,
      kind: 'score',
      byForm,
      most: byForm.reduce(greatest),
      places: Math.max(decimals + places(by ?? '1'), places(cap ?? '0')),
      counts: new Set(parts.flatMap(({ part }) => [...part.counts])),
      outcomes: [...new Set(parts.flatMap(({ part }) => part.outcomes))],
      isBrought: false,
      brought: parts.some(({ part }) => part.brought),
      weight: Math.max(scaledUp(whole.reduce(greatest), decimals), ...parts.map(({ part }) => part.weight)),
    },
  }
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
