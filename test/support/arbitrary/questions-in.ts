import { questionsUnder } from '../oracle/case.js'
import { at, items, maybe, texts } from '../oracle/tree.js'
import type { TableTree } from './known.js'

/** The questions that a condition reads. */
export function questionsIn(table: TableTree, condition: unknown): readonly string[] {
  if (condition === undefined) return []
  const under = [...items(condition, 'all'), ...items(condition, 'any'), at(condition, 'not')]
  const question = maybe(condition, 'question')
  return [
    ...(question === null ? [] : [question]),
    ...texts(condition, 'among').flatMap((name) => questionsUnder(table, name)),
    ...under.flatMap((one) => questionsIn(table, one)),
  ]
}
