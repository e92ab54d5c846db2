import type { Tree } from '../oracle/tree.js'
import type { Pick } from './choices.js'
import { mapping, withoutGaps } from './header.js'
import type { KnownAmount, KnownFacts, TableTree } from './known.js'
import { hundredths, pounds } from './numbers.js'
import { names, words } from './words.js'

const CHOICES = ['setting', 'phase', 'judged-band', 'named entitlement', 'area'] as const
const MONEY = ['quote', 'other-package', 'previous-budget'] as const
const OTHERS = ['circumstance', 'decision', 'hours', 'entitlement', 'terms', 'start', 'end', 'age'] as const
const KINDS = [...OTHERS, ...CHOICES, ...MONEY]
type Kind = (typeof KINDS)[number]

/** How often in a hundred tables there is a fact of the kind; 30 where it is not said. */
const OFTEN: Partial<Readonly<Record<Kind, number>>> = {
  decision: 60,
  setting: 50,
  start: 45,
  circumstance: 40,
  age: 35,
}
const AT_MOST_ONE: readonly Kind[] = ['age', 'setting']

interface Fact {
  readonly id: string
  readonly kind: Kind
  readonly tree: TableTree
  readonly oneOf: readonly string[]
  readonly most: number
  readonly of: string
}

/** Facts of every kind, now and then two of one kind; an age is there once, and always where a form asks for it. */
export function facts(pick: Pick, aged: boolean): { readonly tree: TableTree | undefined; readonly known: KnownFacts } {
  const kinds = KINDS.filter((kind) => pick.chance(OFTEN[kind] ?? 30) || (kind === 'age' && aged)).flatMap((kind) =>
    !AT_MOST_ONE.includes(kind) && pick.chance(12) ? [kind, kind] : [kind],
  )
  const ids = names(pick, kinds.length, new Set())
  const all = kinds.map((kind, index) => fact(pick, kind, ids[index] ?? 'a'))
  const tree = mapping(
    all,
    ({ id }) => id,
    (one) => one.tree,
  )
  return { tree: all.length > 0 || pick.chance(20) ? tree : undefined, known: knownOf(all) }
}

function knownOf(all: readonly Fact[]): KnownFacts {
  const of = (kind: Kind) => all.filter((one) => one.kind === kind)
  const ids = (kind: Kind) => of(kind).map(({ id }) => id)
  const amounts = (kind: Kind): readonly KnownAmount[] => of(kind).map(({ id, most }) => ({ id, most }))
  const choices = (kinds: readonly Kind[]) => kinds.flatMap((is) => of(is).map(({ id, oneOf }) => ({ id, is, oneOf })))
  return {
    age: ids('age'),
    choice: choices(['setting', 'phase', 'judged-band', 'named entitlement']),
    area: choices(['area']),
    decision: ids('decision'),
    circumstance: ids('circumstance'),
    hours: amounts('hours'),
    entitlement: of('entitlement').map(({ id, most, of: what }) => ({ id, most, of: what })),
    terms: ids('terms'),
    start: ids('start'),
    end: ids('end'),
    quote: amounts('quote'),
    otherPackage: amounts('other-package'),
    previous: amounts('previous-budget'),
  }
}

function fact(pick: Pick, kind: Kind, id: string): Fact {
  const is = kind === 'named entitlement' ? 'entitlement' : kind
  const made = (rest: Readonly<Record<string, Tree | undefined>>, more: Partial<Fact> = {}): Fact => {
    return { id, kind, tree: withoutGaps({ is, ...rest }), oneOf: [], most: 0, of: '', ...more }
  }
  switch (kind) {
    case 'setting':
    case 'phase':
    case 'area':
    case 'judged-band':
    case 'named entitlement': {
      const oneOf = names(pick, pick.int(1, 4), new Set())
      const by = kind === 'judged-band' || kind === 'named entitlement' ? words(pick) : undefined
      return made({ 'one-of': oneOf, by }, { oneOf })
    }
    case 'decision':
      return made({ by: words(pick), review: words(pick) })
    case 'circumstance':
      return made({ means: words(pick) })
    case 'hours':
      return attended(pick, made)
    case 'entitlement': {
      const of = pick.one(['hours a week', 'hours a month', 'units a year'])
      const most = pick.one([30, 120, 4, 365, 1])
      return made({ of, 'at-most': hundredths(pick, most * 100), by: words(pick) }, { most, of })
    }
    case 'quote':
    case 'other-package':
    case 'previous-budget':
      return money(pick, kind, made)
    default:
      return made({})
  }
}

type Made = (rest: Readonly<Record<string, Tree | undefined>>, more?: Partial<Fact>) => Fact

function attended(pick: Pick, made: Made): Fact {
  const most = pick.one([30, 15, 25, 32.5, 37, 1])
  const some = pick.some(
    [0, 7.5, 12.25, 15, 30].filter((one) => one <= most),
    1,
    3,
  )
  const oneOf = pick.chance(30) ? some.map((one) => hundredths(pick, one * 100)) : undefined
  return made({ 'one-of': oneOf, 'at-most': hundredths(pick, most * 100) }, { most })
}

/** Above what many lines come to, or there would seldom be anything to protect. */
const PREVIOUS = [10_000_000, 100_000_000, 2_000_000, 100_050, 1]
const OFTEN_A_YEAR: Readonly<Record<string, number>> = { year: 1, term: 3, month: 12, '4 weeks': 13 }

function money(pick: Pick, kind: Kind, made: Made): Fact {
  const a = pick.one(['year', 'week', 'month', '4 weeks', 'term'])
  const weeks = pick.one([52, 38, 50, 1])
  const most = pick.one(kind === 'previous-budget' ? PREVIOUS : [2_000_000, 500_000, 100_050, 99_999, 1, 0])
  const by = kind === 'previous-budget' && pick.chance(50) ? undefined : words(pick)
  return made(
    { a, 'weeks-a-year': a === 'week' ? `${weeks}` : undefined, 'at-most': pounds(pick, most), by },
    { most: most * (OFTEN_A_YEAR[a] ?? weeks) },
  )
}
