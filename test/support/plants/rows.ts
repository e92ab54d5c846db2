import type { Code } from '../../../src/diagnostic.js'
import type { Pick } from '../arbitrary/choices.js'
import type { TableTree } from '../arbitrary/known.js'
import { isList, put } from '../arbitrary/planted-tree.js'
import type { Tree } from '../oracle/tree.js'
import { at, has, items, text } from '../oracle/tree.js'
import { LINE, withFact } from './furnished.js'
import { inTable, type Plant } from './plant.js'
import type { Path } from './written.js'

type RowCode = Extract<Code, `RAS2${string}`>

const ROWS = ['lines', LINE, 'price', 'rows']

/** Faults of rows: that they rise, meet, are reached, and refer to somebody. */
export const rowPlants = {
  RAS201: inTable('RAS201', (tree, pick) => {
    const rows = pick.one(rowsOf(tree, []).filter((path) => items(tree, ...path.map(String)).length > 1))
    const sound = withoutEnds(tree, rows)
    const all = items(sound, ...rows.map(String))
    const i = pick.int(1, all.length - 1)
    const before = text(all[i - 1], 'from')
    const path = [...rows, i, 'from']
    const value = pick.one([before, '0', ...(Number(before) >= 1 ? [`${Math.floor(Number(before)) - 1}`] : [])])
    return { sound, tree: last(put(sound, path, value), rows, i), at: path, with: ['RAS206'] }
  }),
  RAS202: inTable('RAS202', (tree, pick) => {
    const path = [...ROWS, 0, 'from']
    return { tree: put(tree, path, pick.one(['1', '7', '0.01', '0.5', '7.99'])), at: path }
  }),
  RAS203: inTable('RAS203', (tree, pick) => {
    const [i, to] = pick.one<readonly [number, string]>([
      [0, '6'],
      [0, '8'],
      [0, '9'],
      [1, '7'],
      [1, '19'],
      [1, '40'],
      [2, '20'],
    ])
    const path = [...ROWS, i, 'to']
    return { tree: put(tree, path, to), at: path }
  }),
  RAS204: inTable('RAS204', (tree, pick) => {
    const straight = put(tree, ['lines', LINE, 'price', 'straight-line'], 'yes')
    const sound = put(put(straight, ['lines', LINE, 'price', 'refer-to'], 'The panel'), [...ROWS, 2, 'give'], 'refer')
    const path = [...ROWS, pick.int(0, 1), 'give']
    return { sound, tree: put(sound, path, 'refer'), at: path }
  }),
  RAS205: inTable('RAS205', (tree, pick) => {
    const rows = items(tree, ...ROWS) as readonly Tree[]
    const from = pick.one(['22', '21.01', '999999'])
    return { tree: put(tree, ROWS, [...rows, { from, give: '2000.00' }]), at: [...ROWS, rows.length, 'from'] }
  }),
  RAS206: inTable('RAS206', (tree, pick) => {
    const price = ['lines', LINE, 'price']
    const give = [...ROWS, pick.int(0, 2), 'give']
    const referred = [...price, 'refer-to']
    if (pick.chance(40)) return { tree: put(tree, give, 'refer'), at: give }
    if (pick.chance(40)) return { tree: put(tree, referred, 'The panel'), at: referred, on: 'key' }
    return ofForm(tree, pick)
  }),
} satisfies Readonly<Record<RowCode, Plant>>

/** A form below which nobody is scored and nobody decides, or the other way round. */
function ofForm(tree: TableTree, pick: Pick) {
  const [aged] = withFact(tree, { is: 'age' })
  const form = { title: 'A form', 'not-scored-below': '5', 'refer-to': 'The panel' }
  const sound = put(aged, ['forms', 'planted-form'], form)
  const [gone, left] = pick.one([
    ['refer-to', 'not-scored-below'],
    ['not-scored-below', 'refer-to'],
  ] as const)
  const path: Path = ['forms', 'planted-form', left]
  return { sound, tree: put(sound, ['forms', 'planted-form', gone], undefined), at: path, on: 'key' as const }
}

/** Every list of rows in a table. */
function rowsOf(tree: Tree, path: Path): readonly Path[] {
  if (typeof tree === 'string') return []
  const own = isList(tree) || !has(tree, 'rows') ? [] : [[...path, 'rows']]
  return [
    ...own,
    ...Object.entries(tree).flatMap(([key, below]) => rowsOf(below, [...path, isList(tree) ? Number(key) : key])),
  ]
}

/** The same rows without the ends that are published beside them. */
function withoutEnds(tree: TableTree, rows: Path): TableTree {
  return items(tree, ...rows.map(String)).reduce<TableTree>(
    (all, row, i) => (at(row, 'to') === undefined ? all : put(all, [...rows, i, 'to'], undefined)),
    tree,
  )
}

/** The same, with this row as the last one: the next would not rise either, or would by what it followed. */
function last(tree: TableTree, rows: Path, i: number): TableTree {
  return put(tree, rows, (items(tree, ...rows.map(String)) as readonly Tree[]).slice(0, i + 1))
}
