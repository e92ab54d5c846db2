import { bandName } from '../band-name.js'
import { items, type LooseTable } from '../loose.js'
import type { Use } from './use.js'
import { eachLeaf, eachPrice, type LooseCondition, levelsUnder, type Path } from './walk.js'

const NAMED = ['phase', 'judged-band', 'named entitlement', 'decision']
const COUNTED = ['hours', 'terms', 'entitlement']

/** Names in conditions: facts of a kind that can be read there, and values and levels that there are. */
export function namesInConditions(table: LooseTable, used: Use): void {
  const { use, useFact, useOneOf } = used
  for (const { path, leaf, asks } of eachLeaf(table)) {
    const ranged = ['from', 'above', 'up-to', 'below'].some((word) => Object.hasOwn(leaf, word))
    const both = ranged === (leaf.is !== undefined)
    const named = asks ? NAMED : ['setting', ...NAMED]
    const kinds = [...(ranged && !both ? [] : named), ...(leaf.is && !both ? [] : COUNTED)]
    useFact(leaf.fact, kinds, [...path, 'fact'])
    useFact(leaf.circumstance, ['circumstance'], [...path, 'circumstance'])
    use('question', leaf.question, [...path, 'question'])
    use('score', leaf.score, [...path, 'score'])
    use('line', leaf.line, [...path, 'line'])
    use('line', leaf['near-next-row'], [...path, 'near-next-row'])
    use('stream or all', leaf.total, [...path, 'total'])
    for (const [i, form] of items(leaf.form)) use('form', form, [...path, 'form', i])
    for (const [i, name] of items(leaf.among)) use('question or group', name, [...path, 'among', i])
    const values = allowedValues(table, leaf.fact, leaf.question)
    const kind = leaf.question === undefined ? 'value' : 'level'
    if (values) for (const [i, value] of items(leaf.is)) useOneOf(kind, value, values, [...path, 'is', i])
    const levels = items(leaf.among).flatMap(([, name]) => levelsUnder(table, name))
    for (const [i, level] of items(leaf['count-of']))
      if (levels.length > 0) useOneOf('level', level, levels, [...path, 'count-of', i])
    bandsIn(table, leaf, path, used)
  }
}

/** Every band that points can choose must be one that can be judged, or the two could not be compared. */
function bandsIn(table: LooseTable, leaf: LooseCondition, path: Path, { use, useFact, useOneOf }: Use): void {
  const line = leaf['differs-from']
  useFact(leaf['judged-band'], ['judged-band'], [...path, 'judged-band'])
  use('line', line, [...path, 'differs-from'])
  const fact = leaf['judged-band'] === undefined ? undefined : table.facts?.[leaf['judged-band']]
  if (fact?.is !== 'judged-band') return
  const judged = items(fact['one-of']).map(([, band]) => band)
  for (const { id, price, path: at } of eachPrice(table)) {
    if (id !== line) continue
    const [rows, where] = price.beside ? [price.beside.rows, [...at, 'beside']] : [price.rows, at]
    for (const [i, { band }] of items<{ readonly band?: string | undefined }>(rows))
      if (band !== undefined) useOneOf('band', bandName(band), judged, [...where, 'rows', i, 'band'])
  }
}

const STATES = ['agreed', 'refused', 'pending', 'fast-track']

function allowedValues(table: LooseTable, fact: string | undefined, question: string | undefined) {
  const declared = fact === undefined ? undefined : table.facts?.[fact]
  if (declared?.is === 'decision') return STATES
  if (declared && 'one-of' in declared && declared.is !== 'hours')
    return items<string>(declared['one-of']).map(([, value]) => value)
  return question === undefined ? undefined : levelsUnder(table, question)
}
