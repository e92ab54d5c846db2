import type { Tree } from '../oracle/tree.js'
import type { Pick } from './choices.js'
import type { Category, KnownFacts, KnownQuestion, TableTree } from './known.js'

/** So many cells a row at the most: more says nothing new, and takes its time. */
const MOST_CELLS = 16

/** Everything that can choose: facts that are one of several names, and the levels of questions. */
export function categories(facts: KnownFacts, questions: readonly KnownQuestion[]): readonly Category[] {
  return [
    ...facts.choice.map(({ id, is, oneOf }) => {
      return { tree: { fact: id }, values: oneOf, isSetting: is === 'setting', isJudged: is === 'judged-band' }
    }),
    ...questions.map(({ id, levels, mayBeInNone }) => {
      const values = mayBeInNone ? [...levels, 'no-level'] : levels
      return { tree: { question: id }, values, isSetting: false, isJudged: false }
    }),
  ]
}

/** One category, or two; a setting rather than not, where there is one. */
export function someCategories(pick: Pick, known: readonly Category[]): readonly Category[] {
  const likely = known.filter(({ isSetting }) => isSetting)
  const first = likely.length > 0 && pick.chance(50) ? pick.one(likely) : pick.one(known)
  const others = known.filter((one) => one !== first && one.values.length * first.values.length <= MOST_CELLS)
  return others.length > 0 && pick.chance(30) ? [first, pick.one(others)] : [first]
}

/** As `across` has it: the one category, or a list. */
export function acrossTree(pick: Pick, all: readonly Category[]): Tree {
  const [only, ...others] = all
  return only !== undefined && others.length === 0 && pick.chance(70) ? only.tree : all.map(({ tree }) => tree)
}

/** Something for every value of the categories, one inside the other; itself where there is none. */
export function forEach(all: readonly Category[], cell: () => Tree): Tree {
  const [first, ...rest] = all
  if (first === undefined) return cell()
  const tree: Record<string, Tree> = {}
  for (const value of first.values) tree[value] = forEach(rest, cell)
  return tree satisfies TableTree
}

/** How many cells there are. */
export function cellCount(all: readonly Category[]): number {
  return all.reduce((count, { values }) => count * values.length, 1)
}
