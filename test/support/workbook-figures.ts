import type { Figures } from '../../src/workbook/formula/evaluate.js'
import type { Block, Program } from '../../src/workbook/program/program.js'
import type { TableTree } from './arbitrary/known.js'
import { at, entries, items, maybe, type Tree } from './oracle/tree.js'

/** A figure of a draft that is changed on the sheet Table, and the table with the same change. */
export interface ChangedFigure {
  readonly figures: Figures
  readonly table: TableTree
}

/** Changes one figure: a price, what a row gives, the points of a level, a rate or a change. Null where there is none. */
export function changedFigure(program: Program, table: TableTree, choice: number): ChangedFigure | null {
  const blocks = program.tables.flatMap((one) => one.blocks)
  const places = blocks.flatMap((block) => placesIn(block, table))
  const place = places[choice % Math.max(1, places.length)]
  if (!place) return null
  const { block, row, column, path } = place
  const about = block.columns[column]
  const before = block.rows[row]?.[column]
  if (about?.is !== 'figure' || about.most === null || typeof before !== 'number') return null
  const unit = 10 ** about.places
  const larger = Math.min(about.most, Math.round(before * unit * 1.5 + (choice % 7)) / unit)
  const tried = [larger, about.least, about.most, ...(about.refers ? ['refer'] : [])]
  const after = tried[Math.floor(choice / 7) % tried.length] ?? larger
  const rows = block.rows.map((one, i) => (i === row ? one.map((entry, k) => (k === column ? after : entry)) : one))
  return {
    figures: new Map([[block.id, rows]]),
    table: mappingAt(table, path, typeof after === 'string' ? after : after.toFixed(about.places)),
  }
}

interface Place {
  readonly block: Block
  readonly row: number
  readonly column: number
  readonly path: readonly (string | number)[]
}

/** Where the figures of a block come from in the table, as far as they are one scalar each. */
function placesIn(block: Block, table: TableTree): readonly Place[] {
  const [, what = '', id = '', of = '', name = ''] = block.id.split('/')
  const all = (path: (row: number) => Place['path'] | null): readonly Place[] =>
    block.rows.flatMap((_, row) => {
      const found = path(row)
      return found ? [{ block, row, column: 1, path: found }] : []
    })
  if (what === 'rates') return all((row) => ['rates', Object.keys(Object(table.rates))[row] ?? '', 'pounds'])
  if (what === 'levels') {
    const group = entries(table, 'questions').find(([, under]) => at(under, 'ask', id) !== undefined)?.[0]
    const level = (row: number) => String(block.rows[row]?.[0])
    return all((row) =>
      group && !level(row).includes('/') ? ['questions', group, 'ask', id, 'levels', row, level(row)] : null,
    )
  }
  if (what !== 'lines') return []
  const word = at(table, 'lines', id, 'price') === undefined ? 'provides' : 'price'
  if (of === 'rows') {
    const plain = block.columns[0]?.title === 'From points' && at(table, 'lines', id, word, 'across') === undefined
    return all((row) =>
      plain && typeof block.rows[row]?.[1] === 'number' ? ['lines', id, word, 'rows', row, 'give'] : null,
    )
  }
  if (of === 'price' && maybe(table, 'lines', id, 'price', 'pounds') !== null)
    return all(() => ['lines', id, 'price', 'pounds'])
  if (of !== 'changes') return []
  const changes = items(table, 'lines', id, 'changes')
  const i = changes.findIndex((change) => at(change, 'name') === name)
  const op = ['times', 'add', 'subtract', 'at-most', 'at-least', 'nearest'].find(
    (one) => typeof at(changes[i], one) === 'string',
  )
  return op === undefined ? [] : all(() => ['lines', id, 'changes', i, op])
}

function changedAt(tree: Tree, path: Place['path'], value: string): Tree {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (Array.isArray(tree)) return tree.map((one, i) => (i === key ? changedAt(one, rest, value) : one))
  return typeof tree === 'string' ? tree : mappingAt(Object(tree), path, value)
}

function mappingAt(tree: TableTree, [key, ...rest]: Place['path'], value: string): TableTree {
  return Object.fromEntries(
    Object.entries(tree).map(([name, one]) => [name, name === key ? changedAt(one, rest, value) : one]),
  )
}
