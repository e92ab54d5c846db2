import { withoutGaps } from '../arbitrary/header.js'
import type { TableTree } from '../arbitrary/known.js'
import { put } from '../arbitrary/planted-tree.js'
import { at, entries, text } from '../oracle/tree.js'

/** What stands in every furnished table, beside what was generated. No generated name is as long. */
export const GROUP = 'planted-group'
export const QUESTION = 'planted-question'
export const OTHER = 'planted-other'
export const SCORE = 'planted-score'
export const WHOLE = 'planted-whole'
export const RATE = 'planted-rate'
export const LINE = 'planted-line'
export const POINTS = 'planted-points'

/**
 * A generated table with a group of two questions more, two scores of them, and a line for each: by rows, and by the
 * point. So there is always a place for a fault, among others.
 */
export function furnished(tree: TableTree): TableTree {
  const outcome = first(tree, 'outcomes')
  const source = first(tree, 'sources')
  const asked = put(tree, ['questions', GROUP], {
    title: 'Planted',
    outcome,
    ask: {
      [QUESTION]: { text: 'How much?', levels: [{ none: '0' }, { some: '8' }, { lots: '21' }] },
      [OTHER]: { text: 'How often?', levels: [{ never: '0' }, { often: '4' }] },
    },
  })
  const scored = put(put(asked, ['scores', SCORE], { sum: [QUESTION] }), ['scores', WHOLE], { sum: [GROUP] })
  const rated = put(scored, ['rates', RATE], { pounds: '100.00', per: 'point', source })
  const rows = [row('0', '0'), row('8', '500.00'), row('21', '1000.00')]
  const price = { 'look-up': SCORE, gives: 'pounds a year', rows }
  const looked = withLine(rated, LINE, { title: 'Planted rows', price })
  return withLine(looked, POINTS, { title: 'Planted points', price: { 'each-point-of': WHOLE, rate: RATE } })
}

function row(from: string, give: string): TableTree {
  return { from, give }
}

/** The table with one more line, which has everything that a line needs; `parts` come on top, or in its place. */
export function withLine(tree: TableTree, id: string, parts: TableTree): TableTree {
  const stream = first(tree, 'streams')
  const isEducation = text(tree, 'streams', stream, 'law') === 'education'
  const line = withoutGaps({
    title: 'A planted line',
    stream,
    outcome: first(tree, 'outcomes'),
    source: first(tree, 'sources'),
    'amount-is': isEducation ? 'top-up' : undefined,
    price: { pounds: '100.00', a: 'year' },
    'paid-by': { all: first(tree, 'funders') },
  })
  return put(tree, ['lines', id], { ...line, ...parts })
}

/** The name that comes first in a section. */
export function first(tree: TableTree, section: string): string {
  return idsIn(tree, section)[0] ?? ''
}

/** Every name in a section. */
export function idsIn(tree: unknown, ...path: readonly string[]): readonly string[] {
  return entries(tree, ...path).map(([id]) => id)
}

/** The table with a fact of the kind: one that it has, or one more under a name of its own. */
export function withFact(tree: TableTree, fact: TableTree): readonly [TableTree, string] {
  const known = entries(tree, 'facts').find(([, one]) => at(one, 'is') === fact.is && !isOther(one, fact))
  if (known) return [tree, known[0]]
  const id = `planted-${text(fact, 'is')}`
  return [put(tree, ['facts', id], fact), id]
}

/** A named entitlement is another kind than one that is counted. */
function isOther(one: unknown, fact: TableTree): boolean {
  return (at(one, 'one-of') === undefined) !== (fact['one-of'] === undefined)
}
