import { entries, items, type Loose, type LooseTable, names } from '../loose.js'
import type { Give } from '../shape/look-up.js'
import type { PriceShape, ProvidesShape } from '../shape/price.js'
import type { QuestionShape } from '../shape/questions.js'
import type { FlagCondition } from '../shape/when.js'

export type LooseCondition = Loose<FlagCondition>
export type LooseLine = NonNullable<NonNullable<LooseTable['lines']>[string]>
export type LoosePrice = Loose<PriceShape | ProvidesShape>
export type LooseQuestion = Loose<QuestionShape>
export type Path = readonly PropertyKey[]

/** Every line with the path to it. */
export function eachLine(table: LooseTable): { readonly id: string; readonly path: Path; readonly line: LooseLine }[] {
  return entries(table.lines).map(([id, line]) => ({ id, path: ['lines', id], line }))
}

/** Every price, and every `provides` that stands in the place of one. */
export function eachPrice(table: LooseTable) {
  return eachLine(table).flatMap(({ id, path, line }) =>
    (['price', 'provides'] as const).flatMap((word) => {
      const price: LoosePrice | undefined = line[word]
      return price ? [{ id, line, word, price, path: [...path, word] }] : []
    }),
  )
}

/** A look up, by points, by category, or both; of a price, a weight, or the bands beside a judged band. */
export interface LooseGrid {
  readonly path: Path
  readonly of: 'price' | 'weight' | 'beside'
  readonly lookUp: string | undefined
  readonly across: readonly Category[]
  readonly rows: readonly (LooseRow | undefined)[] | undefined
  readonly give: Give | undefined
  /** Whether it weighs a score: a setting must not be read there. */
  readonly inScore: boolean
}
export type LooseRow = NonNullable<NonNullable<LoosePrice['rows']>[number]>

/** One category of a look up, with the path to it. */
export interface Category {
  readonly path: Path
  readonly fact: string | undefined
  readonly question: string | undefined
}

/** Every look up in the table. */
export function eachGrid(table: LooseTable): LooseGrid[] {
  const grid = (of: LooseGrid['of'], path: Path, grid: Loose<unknown>, inScore = false): LooseGrid[] => {
    const { 'look-up': lookUp, across, rows, give } = grid as LoosePrice
    if (lookUp === undefined && across === undefined && rows === undefined) return []
    return [{ path, of, lookUp, across: categories(across, [...path, 'across']), rows, give, inScore }]
  }
  return [
    ...eachPrice(table).flatMap(({ price, path }) => [
      ...grid('price', path, price),
      ...(price.weight ? grid('weight', [...path, 'weight'], price.weight) : []),
      ...(price.beside ? grid('beside', [...path, 'beside'], price.beside) : []),
    ]),
    ...entries(table.scores).flatMap(([id, { weight }]) =>
      weight ? grid('weight', ['scores', id, 'weight'], weight, true) : [],
    ),
  ]
}

function categories(across: unknown, path: Path): Category[] {
  if (Array.isArray(across)) return across.flatMap((one, i) => categories(one, [...path, i]))
  if (typeof across !== 'object' || across === null) return []
  const { fact, question } = across as { readonly fact?: string; readonly question?: string }
  return [{ path, fact, question }]
}

/** Every question with its group and the path to it. */
export function eachQuestion(table: LooseTable) {
  return entries(table.questions).flatMap(([group, { ask }]) =>
    entries(ask).map(([id, question]) => ({ id, group, path: ['questions', group, 'ask', id], question })),
  )
}

/** The names of a question's levels; where it has kinds, `kind/level`. */
export function levelsOf({ levels, kinds }: LooseQuestion): string[] {
  const named = (list: LooseQuestion['levels']) => items(list).flatMap(([, level]) => Object.keys(level))
  return [...named(levels), ...entries(kinds).flatMap(([kind, list]) => named(list).map((level) => `${kind}/${level}`))]
}

/** The levels of a question or of a group's questions; where there are kinds, each also by its own name alone. */
export function levelsUnder(table: LooseTable, name: string): string[] {
  return eachQuestion(table)
    .filter(({ id, group }) => id === name || group === name)
    .flatMap(({ question }) => levelsOf(question))
    .flatMap((level) => (level.includes('/') ? [level, level.replace(/^.*\//, '')] : [level]))
}

/** The names of all questions, even of those that are not in order. */
export function questionNames(table: LooseTable): string[] {
  return entries(table.questions).flatMap(([, group]) => names(group.ask))
}

interface Leaf {
  readonly path: Path
  readonly leaf: LooseCondition
  /** Whether it decides if a question is asked. */
  readonly asks: boolean
}

/** Every condition in the table, opened down to its leaves, each with its path. */
export function eachLeaf(table: LooseTable): Leaf[] {
  const asked = eachQuestion(table).map(({ path, question }) =>
    root([...path, 'asked-when'], question['asked-when'], true),
  )
  const inLines = eachLine(table).flatMap(({ path, line }) => [
    root([...path, 'when'], line.when),
    ...items(line.changes).map(([i, change]) => root([...path, 'changes', i, 'when'], change.when)),
  ])
  const inFlags = entries(table.flags).map(([id, flag]) => root(['flags', id, 'when'], flag.when))
  return [...asked, ...inLines, ...inFlags].flatMap(({ path, condition, asks }) =>
    condition ? leaves(condition, path).map((leaf) => ({ ...leaf, asks })) : [],
  )
}

function root(path: Path, condition: LooseCondition | undefined, asks = false) {
  return { path, condition, asks }
}

function leaves(condition: LooseCondition, path: Path): { path: Path; leaf: LooseCondition }[] {
  const { all, any, not } = condition
  if (not) return leaves(not as LooseCondition, [...path, 'not'])
  for (const [word, list] of [
    ['all', all],
    ['any', any],
  ] as const)
    if (list) return items(list).flatMap(([i, item]) => leaves(item as LooseCondition, [...path, word, i]))
  return [{ path, leaf: condition }]
}
