import { type Fraction, fraction, isBelow, plus, ZERO } from '../oracle/fraction.js'
import type { Tree } from '../oracle/tree.js'
import type { Pick } from './choices.js'
import { mapping, maybeWords, withoutGaps } from './header.js'
import type { KnownGroup, KnownHeader, KnownQuestion, Scored, Size, TableTree } from './known.js'
import { hundredths, scaledUp } from './numbers.js'
import { name, words } from './words.js'

const LEVELS = ['none', 'some', 'lots', 'high', 'severe', 'priority']
const OTHERS = ['no', 'yes', 'a', 'b1', 'c-2', 'zz']

export interface Questions {
  readonly tree: TableTree | undefined
  readonly questions: readonly KnownQuestion[]
  readonly groups: readonly KnownGroup[]
  readonly scored: readonly Scored[]
}

/** Groups of questions. Their names are taken from those that scores will share with them. */
export function questions(pick: Pick, size: Size, header: KnownHeader, taken: Set<string>): Questions {
  if (pick.chance(12)) return { tree: undefined, questions: [], groups: [], scored: [] }
  const count = pick.one([2, 1, size.groups, size.groups])
  const all = Array.from({ length: count }, (_, index) => {
    const next = header.outcomes[index % header.outcomes.length]
    return group(pick, size, taken, header, next !== undefined && pick.chance(80) ? next : pick.one(header.outcomes))
  })
  const decimals = Math.max(...all.flatMap(({ asked }) => asked.map((one) => one.decimals)))
  return {
    tree: mapping(
      all,
      ({ id }) => id,
      ({ tree }) => tree,
    ),
    questions: all.flatMap(({ asked }) => asked.map(({ id, levels }) => ({ id, levels }))),
    groups: all.map(({ id, asked }) => ({ id, questions: asked.map((one) => one.id) })),
    scored: all.flatMap(({ id, outcome, asked }) => [
      ...asked.map((one) => scored('question', one.id, [one], outcome, decimals)),
      scored('group', id, asked, outcome, decimals),
    ]),
  }
}

/** The points of every question are counted in the same decimals, so that they add up. */
function scored(kind: Scored['kind'], id: string, asked: readonly Asked[], outcome: string, places: number): Scored {
  const byForm = asked.map((one) => one.byForm).reduce(plusEach)
  const most = byForm.reduce(greatest)
  const counts = new Set(asked.map((one) => one.id))
  const weight = scaledUp(most, places)
  return { id, kind, byForm, most, places, counts, outcomes: [outcome], brought: false, isBrought: false, weight }
}

/** Adds up bounds, form by form. */
export function plusEach(a: readonly Fraction[], b: readonly Fraction[]): readonly Fraction[] {
  return a.map((one, form) => plus(one, b[form] ?? ZERO))
}

export const greatest = (a: Fraction, b: Fraction): Fraction => (isBelow(a, b) ? b : a)

function group(pick: Pick, size: Size, taken: Set<string>, header: KnownHeader, outcome: string) {
  const id = name(pick, taken)
  const count = pick.int(1, Math.max(1, Math.floor(size.questions / 2)) * pick.one([1, 2]))
  const asked = Array.from({ length: count }, () => question(pick, size, header, taken))
  const ask = mapping(
    asked,
    (one) => one.id,
    ({ tree }) => tree,
  )
  return { id, outcome, asked, tree: { title: words(pick), outcome, ask } }
}

interface Asked extends KnownQuestion {
  readonly tree: TableTree
  readonly byForm: readonly Fraction[]
  readonly decimals: number
}

function question(pick: Pick, size: Size, header: KnownHeader, taken: Set<string>): Asked {
  const id = name(pick, taken)
  const direction = pick.chance(50) ? pick.one(['need', 'support']) : undefined
  const inBetween = pick.chance(15)
  const levels = pick.some(pick.chance(20) ? OTHERS : LEVELS, 1, size.levels)
  const rising = points(pick, levels.length)
  const inOrder = direction === 'support' ? [...rising].reverse() : rising
  const forms = header.forms.length > 0 && pick.chance(40) ? pick.some(header.forms, 1, 3) : undefined
  const tree = withoutGaps({
    text: words(pick),
    guidance: maybeWords(pick),
    direction,
    levels: levels.map((level, index): Tree => ({ [level]: hundredths(pick, inOrder[index] ?? 0) })),
    means: pick.chance(15) ? means(pick, levels) : undefined,
    'in-between': inBetween ? 'yes' : undefined,
    'not-applicable': pick.chance(25) ? 'yes' : undefined,
    'may-be-left': pick.chance(25) ? 'yes' : undefined,
    forms,
  })
  const most = fraction(BigInt(rising.at(-1) ?? 0), 100n)
  const decimals = Math.max(inBetween ? 2 : 0, ...rising.map((one) => (one % 10 > 0 ? 2 : one % 100 > 0 ? 1 : 0)))
  const byForm = header.forms.map((form) => (forms?.includes(form) === false ? ZERO : most))
  return { id, levels, tree, byForm: byForm.length > 0 ? byForm : [most], decimals }
}

function means(pick: Pick, levels: readonly string[]): Tree {
  return mapping(
    pick.some(levels, 1, 3),
    (level) => level,
    () => words(pick),
  )
}

/** Rising points in hundredths: whole as a rule, sometimes halves or hundredths; two levels may have the same. */
function points(pick: Pick, count: number): readonly number[] {
  const grain = pick.chance(12) ? pick.one([50, 25, 1]) : 100
  let so = pick.chance(15) ? grain * pick.int(0, 5) : 0
  return Array.from({ length: count }, (_, index) => {
    if (index > 0) so += grain * pick.int(0, 12)
    return so
  })
}
