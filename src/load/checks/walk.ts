import { entries, items, type Loose, type LooseTable, names } from '../loose.js'
import type { FlagCondition } from '../shape/when.js'

export type LooseCondition = Loose<FlagCondition>
export type LooseLine = NonNullable<NonNullable<LooseTable['lines']>[string]>
export type LoosePrice = NonNullable<LooseLine['price']>
type Path = readonly PropertyKey[]

/** Every line with the path to it. */
export function eachLine(table: LooseTable): { readonly id: string; readonly path: Path; readonly line: LooseLine }[] {
  return entries(table.lines).map(([id, line]) => ({ id, path: ['lines', id], line }))
}

/** Every question with its group and the path to it. */
export function eachQuestion(table: LooseTable) {
  return entries(table.questions).flatMap(([group, { ask }]) =>
    entries(ask).map(([id, question]) => ({ id, group, path: ['questions', group, 'ask', id], question })),
  )
}

/** The names of all questions, even of those that are not in order. */
export function questionNames(table: LooseTable): string[] {
  return entries(table.questions).flatMap(([, group]) => names(group.ask))
}

/** Every condition in the table, opened down to its leaves, each with its path. */
export function eachLeaf(table: LooseTable): { readonly path: Path; readonly leaf: LooseCondition }[] {
  const roots: [Path, LooseCondition | undefined][] = [
    ...eachLine(table).flatMap(({ path, line }): [Path, LooseCondition | undefined][] => [
      [[...path, 'when'], line.when],
      ...items(line.changes).map(([i, change]): [Path, LooseCondition | undefined] => [
        [...path, 'changes', i, 'when'],
        change.when,
      ]),
    ]),
    ...entries(table.flags).map(([id, flag]): [Path, LooseCondition | undefined] => [['flags', id, 'when'], flag.when]),
  ]
  return roots.flatMap(([path, condition]) => (condition ? leaves(condition, path) : []))
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
