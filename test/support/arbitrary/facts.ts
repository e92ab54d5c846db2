import type { Tree } from '../oracle/tree.js'
import type { Pick } from './choices.js'
import { mapping, withoutGaps } from './header.js'
import type { KnownFacts, TableTree } from './known.js'
import { hundredths } from './numbers.js'
import { names, words } from './words.js'

const KINDS = ['circumstance', 'setting', 'decision', 'hours', 'terms', 'start', 'age'] as const
type Kind = (typeof KINDS)[number]

interface Fact {
  readonly id: string
  readonly is: Kind
  readonly tree: TableTree
  readonly oneOf: readonly string[]
  readonly most: number
}

/** Facts of every kind, now and then two of one kind; an age is there once, and always where a form asks for it. */
export function facts(pick: Pick, aged: boolean): { readonly tree: TableTree | undefined; readonly known: KnownFacts } {
  const kinds = KINDS.filter((kind) => pick.chance(kind === 'decision' ? 65 : 45) || (kind === 'age' && aged)).flatMap(
    (kind) => (kind !== 'age' && pick.chance(15) ? [kind, kind] : [kind]),
  )
  const ids = names(pick, kinds.length, new Set())
  const all = kinds.map((is, index) => fact(pick, is, ids[index] ?? 'a'))
  const of = (kind: Kind) => all.filter(({ is }) => is === kind)
  const idsOf = (kind: Kind) => of(kind).map(({ id }) => id)
  return {
    tree:
      all.length > 0 || pick.chance(20)
        ? mapping(
            all,
            ({ id }) => id,
            ({ tree }) => tree,
          )
        : undefined,
    known: {
      age: idsOf('age'),
      setting: of('setting').map(({ id, oneOf }) => ({ id, oneOf })),
      decision: idsOf('decision'),
      circumstance: idsOf('circumstance'),
      hours: of('hours').map(({ id, most }) => ({ id, most })),
      terms: idsOf('terms'),
      start: idsOf('start'),
    },
  }
}

function fact(pick: Pick, is: Kind, id: string): Fact {
  const made = (rest: Readonly<Record<string, Tree | undefined>>, oneOf: readonly string[] = [], most = 0): Fact => {
    return { id, is, tree: withoutGaps({ is, ...rest }), oneOf, most }
  }
  switch (is) {
    case 'setting': {
      const oneOf = names(pick, pick.int(1, 4), new Set())
      return made({ 'one-of': oneOf }, oneOf)
    }
    case 'decision':
      return made({ by: words(pick), review: words(pick) })
    case 'circumstance':
      return made({ means: words(pick) })
    case 'hours': {
      const most = pick.one([30, 15, 25, 32.5, 37, 1])
      const some = pick.some(
        [0, 7.5, 12.25, 15, 30].filter((one) => one <= most),
        1,
        3,
      )
      const oneOf = pick.chance(30) ? some.map((one) => hundredths(pick, one * 100)) : undefined
      return made({ 'one-of': oneOf, 'at-most': hundredths(pick, most * 100) }, [], most)
    }
    default:
      return made({})
  }
}
