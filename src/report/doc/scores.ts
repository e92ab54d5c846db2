import { and, capital, spaced, stop } from '../../explain/grammar.js'
import type { Written } from '../../load/table.js'
import type { Block } from '../page.js'
import { weightTables } from './factors.js'
import { list, thePointsOf } from './words.js'

type Score = NonNullable<Written['scores']>[string]

/** How points become scores: what each is made of, and what it is multiplied by or limited to. */
export function scoreBlocks(scheme: Written): Block[] {
  const all = Object.entries(scheme.scores ?? {})
  return [
    ...list(all.map(([id, score]) => `${capital(spaced(id))}: ${made(score, scheme)}`)),
    ...all.flatMap(([id, score]) => ('weight' in score ? weightTables(spaced(id), score.weight, scheme) : [])),
  ]
}

function made(score: Score, scheme: Written): string {
  const of = (id: string) => thePointsOf(id, scheme)
  if ('brought' in score) return `scored on ${score.brought}, which gives ${score['at-most']} points at the most.`
  const sum =
    'sum' in score
      ? `${and(score.sum.map(of))}${score.sum.length > 1 ? ', added up' : ''}`
      : 'highest-of' in score
        ? `the highest of ${and(score['highest-of'].map(of))}`
        : `${and(Object.entries(score['per-cent-of']).map(([id, part]) => `${part}% of ${of(id)}`))}`
  const after = [
    score.times === undefined ? '' : `multiplied by ${score.times}`,
    score.weight ? 'multiplied as shown below' : '',
    score['at-most'] === undefined ? '' : `counting at most ${score['at-most']} points`,
  ].filter((text) => text !== '')
  const why = score.why === undefined ? '' : ` ${stop(score.why)}`
  return `${[sum, ...after].join('; then ')}.${why}`
}
