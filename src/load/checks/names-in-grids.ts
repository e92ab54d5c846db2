import { finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import { items, type LooseTable } from '../loose.js'
import type { Give } from '../shape/look-up.js'
import type { Use } from './use.js'
import { type Category, eachGrid, eachQuestion, levelsOf, type Path } from './walk.js'

const KINDS = ['setting', 'phase', 'judged-band', 'named entitlement']

/** Names in look ups: the score, the categories, and a value for each of what a category can be. */
export function namesInGrids(table: LooseTable, used: Use): void {
  for (const grid of eachGrid(table)) {
    used.use('score', grid.lookUp, [...grid.path, 'look-up'])
    for (const { path, fact, question } of grid.across) {
      used.useFact(fact, grid.inScore ? KINDS.slice(1) : KINDS, [...path, 'fact'])
      used.use('question', question, [...path, 'question'])
    }
    const twice = grid.across.find((one, i) =>
      grid.across.some((other, j) => j < i && other.fact === one.fact && other.question === one.question),
    )
    if (twice)
      used.report(finding('RAS307', pointer(twice.path), { needs: 'another category', got: 'the same one twice' }))
    const categories = grid.across.map((category) => valuesOf(table, category))
    if (categories.some((values) => values === undefined)) continue
    const values = categories.filter((one) => one !== undefined)
    if (grid.rows)
      for (const [i, row] of items(grid.rows)) given(row.give, values, [...grid.path, 'rows', i, 'give'], used)
    else given(grid.give, values, [...grid.path, 'give'], used)
  }
}

/** Everything a category can be; undefined where that could not be read. */
function valuesOf(table: LooseTable, { fact, question }: Category): string[] | undefined {
  if (fact !== undefined) {
    const declared = table.facts?.[fact]
    const oneOf = declared && 'one-of' in declared ? items<string>(declared['one-of']).map(([, value]) => value) : []
    return oneOf.length > 0 ? oneOf : undefined
  }
  const asked = eachQuestion(table).find(({ id }) => id === question)?.question
  if (!asked) return undefined
  const may = ['in-between', 'not-applicable', 'may-be-left', 'forms', 'asked-when'] as const
  return [...levelsOf(asked), ...(may.some((word) => asked[word] !== undefined) ? ['no-level'] : [])]
}

function given(give: Give | undefined, [values, ...rest]: readonly string[][], path: Path, used: Use): void {
  if (give === undefined) return
  const at = pointer(path)
  if (!values) {
    if (typeof give !== 'string')
      used.report(finding('RAS103', at, { expected: 'one value, since nothing else chooses', got: 'a mapping' }))
    return
  }
  if (typeof give === 'string') {
    used.report(finding('RAS103', at, { expected: `a value for each of ${values.join(', ')}`, got: 'text' }))
    return
  }
  for (const name of Object.keys(give)) used.useOneOf('value', name, values, [...path, name], 'key')
  for (const value of values)
    if (!Object.hasOwn(give, value)) used.report(finding('RAS102', at, { key: value }, 'key'))
    else given(give[value], rest, [...path, value], used)
}
