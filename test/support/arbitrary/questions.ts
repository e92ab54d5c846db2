import { mayBeInNone } from '../oracle/answers.js'
import { type Fraction, fraction, isBelow, plus, ZERO } from '../oracle/fraction.js'
import type { Pick } from './choices.js'
import { mapping, maybeWords, withoutGaps } from './header.js'
import type {
  KnownFacts,
  KnownGroup,
  KnownHeader,
  KnownNeeds,
  KnownQuestion,
  Scored,
  Size,
  TableTree,
} from './known.js'
import { levelsOf, type MadeLevels } from './levels.js'
import { scaledUp } from './numbers.js'
import { needCondition } from './when.js'
import { name, words } from './words.js'

export interface Questions {
  readonly tree: TableTree | undefined
  readonly questions: readonly KnownQuestion[]
  readonly groups: readonly KnownGroup[]
  readonly scored: readonly Scored[]
}

interface Room {
  readonly pick: Pick
  readonly size: Size
  readonly header: KnownHeader
  readonly facts: KnownFacts
  readonly taken: Set<string>
  /** What was asked before: a question may be asked only when that was answered so. */
  readonly before: KnownQuestion[]
  readonly groups: KnownGroup[]
}

/** Groups of questions. Their names are taken from those that scores will share with them. */
export function questions(
  pick: Pick,
  size: Size,
  header: KnownHeader,
  facts: KnownFacts,
  taken: Set<string>,
): Questions {
  if (pick.chance(12)) return { tree: undefined, questions: [], groups: [], scored: [] }
  const room: Room = { pick, size, header, facts, taken, before: [], groups: [] }
  const count = pick.one([2, 1, size.groups, size.groups])
  const all = Array.from({ length: count }, (_, index) => {
    const next = header.outcomes[index % header.outcomes.length]
    return group(room, next !== undefined && pick.chance(80) ? next : pick.one(header.outcomes))
  })
  const decimals = Math.max(...all.flatMap(({ asked }) => asked.map((one) => one.decimals)))
  return {
    tree: mapping(
      all,
      ({ id }) => id,
      ({ tree }) => tree,
    ),
    questions: room.before,
    groups: room.groups,
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

function group(room: Room, outcome: string) {
  const { pick, size, taken } = room
  const id = name(pick, taken)
  const count = pick.int(1, Math.max(1, Math.floor(size.questions / 2)) * pick.one([1, 2]))
  const asked = Array.from({ length: count }, () => question(room))
  const ask = mapping(
    asked,
    (one) => one.id,
    ({ tree }) => tree,
  )
  room.groups.push({ id, questions: asked.map((one) => one.id) })
  return { id, outcome, asked, tree: { title: words(pick), outcome, ask } }
}

interface Asked {
  readonly id: string
  readonly tree: TableTree
  readonly byForm: readonly Fraction[]
  readonly decimals: number
}

function question(room: Room): Asked {
  const { pick, size, header, taken } = room
  const id = name(pick, taken)
  const direction = pick.chance(50) ? pick.one(['need', 'support']) : undefined
  const inBetween = pick.chance(15)
  const made = levelsOf(pick, size.levels, direction === 'support')
  const forms = header.forms.length > 0 && pick.chance(40) ? pick.some(header.forms, 1, 3) : undefined
  const tree = withoutGaps({
    text: words(pick),
    guidance: maybeWords(pick),
    direction,
    ...made.tree,
    means: pick.chance(15) ? means(pick, made) : undefined,
    'asked-when': askedWhen(room),
    'in-between': inBetween ? 'yes' : undefined,
    'not-applicable': pick.chance(25) ? 'yes' : undefined,
    'may-be-left': pick.chance(25) ? 'yes' : undefined,
    forms,
  })
  room.before.push({ id, levels: made.levels, called: made.called, mayBeInNone: mayBeInNone(tree) })
  const most = fraction(BigInt(made.most), 100n)
  const byForm = header.forms.map((form) => (forms?.includes(form) === false ? ZERO : most))
  return { id, tree, byForm: byForm.length > 0 ? byForm : [most], decimals: inBetween ? 2 : made.decimals }
}

/** A condition over facts other than the setting, forms, and what was asked before. */
function askedWhen({ pick, header, facts, before, groups }: Room): TableTree | undefined {
  const choice = facts.choice.filter(({ is }) => is !== 'setting')
  const known: KnownNeeds = {
    facts: { ...facts, choice },
    forms: header.forms,
    questions: before,
    groups,
    scores: [],
    categories: [],
  }
  return pick.chance(18) ? (needCondition(pick, known) ?? undefined) : undefined
}

function means(pick: Pick, { levels }: MadeLevels): TableTree {
  return mapping(
    pick.some(levels, 1, 3),
    (level) => level,
    () => words(pick),
  )
}
