import { scaled } from '../../decimal.js'
import { type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import { items, type LooseTable } from '../loose.js'
import type { Give } from '../shape/look-up.js'
import { eachGrid, eachPrice, type LooseGrid, type LoosePrice, type Path } from './walk.js'

/** Rows rise, meet what is published beside them, and refer to somebody. Reach is checked with the bounds. */
export function checkRows(table: LooseTable): Finding[] {
  return [
    ...eachGrid(table).flatMap(rising),
    ...eachPrice(table).flatMap(({ price, path }) => [
      ...pence(price, path),
      ...straight(price, path),
      ...refers(price, path),
    ]),
  ]
}

function rising({ path, rows }: LooseGrid): Finding[] {
  const at = (i: number, ...rest: PropertyKey[]) => pointer([...path, 'rows', i, ...rest])
  const found: Finding[] = []
  let before: string | undefined
  for (const [i, row] of items(rows)) {
    if (row.from !== undefined && before !== undefined && scaled(row.from, 2) <= scaled(before, 2))
      found.push(finding('RAS201', at(i, 'from'), { from: row.from, before }))
    if (row.from !== undefined) before = row.from
    const next = rows?.[i + 1]?.from
    const [to, from] = [row.to, row.from].map((text) => (text === undefined ? undefined : scaled(text, 2)))
    const meets = next === undefined || to === undefined || to < scaled(next, 2)
    if (to !== undefined && from !== undefined && (to < from || !meets))
      found.push(finding('RAS203', at(i, 'to'), { from: row.from ?? '', to: row.to ?? '', next: next ?? null }))
  }
  return found
}

interface Cell {
  readonly path: Path
  readonly text: string
  /** The row it stands in; -1 where there are no rows. */
  readonly row: number
}

/** Every value that a price gives, with the path to it. */
export function cellsOf(price: LoosePrice, path: Path): Cell[] {
  if (price.rows) return items(price.rows).flatMap(([row, { give }]) => open(give, [...path, 'rows', row, 'give'], row))
  return open(price.give, [...path, 'give'], -1)
}

function open(give: Give | undefined, path: Path, row: number): Cell[] {
  if (give === undefined) return []
  if (typeof give === 'string') return [{ path, text: give, row }]
  return Object.entries(give).flatMap(([key, inner]) => open(inner, [...path, key], row))
}

function pence(price: LoosePrice, path: Path): Finding[] {
  if (!price.gives?.startsWith('pounds')) return []
  return cellsOf(price, path)
    .filter(({ text }) => /\.\d$/.test(text))
    .map(({ path: at, text }) =>
      finding('RAS105', pointer(at), { got: text, expected: 'pounds with two decimals, or none' }),
    )
}

/** A straight line cannot be drawn through what refers, so only the last row may. */
function straight(price: LoosePrice, path: Path): Finding[] {
  if (!price['straight-line']) return []
  return cellsOf(price, path)
    .filter(({ text, row }) => text === 'refer' && price.rows?.[row + 1] !== undefined)
    .map(({ path: at, row }) => finding('RAS204', pointer(at), { from: price.rows?.[row]?.from ?? '' }))
}

function refers(price: LoosePrice, path: Path): Finding[] {
  const cells = cellsOf(price, path)
  const first = cells.find(({ text }) => text === 'refer')
  const told = price['refer-to'] !== undefined
  if (first && !told) return [finding('RAS206', pointer(first.path), { missing: true, of: 'row' })]
  if (!first && told && cells.length > 0)
    return [finding('RAS206', pointer([...path, 'refer-to']), { missing: false, of: 'row' }, 'key')]
  return []
}
