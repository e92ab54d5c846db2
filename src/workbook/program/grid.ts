import { spaced } from '../../explain/grammar.js'
import type { CategoryPlan, GridPlan } from '../../load/grid-plan.js'
import { must } from '../../must.js'
import { call, cell, type Expression, equals, iff, infix, number, quantity, range } from '../formula/expression.js'
import { scaledUp, type Whole } from './exact.js'
import { boundsOf, entry, figures } from './figures.js'
import { idOf, type Making, nodePoints } from './making.js'
import type { Column } from './program.js'
import { factPlace, type Scene } from './scene.js'

/** A look up as formulas: which row holds, and what stands in it for the categories that choose. */
export interface GridFormulas {
  /** What stands in a row, as written: a figure, or `refer`. The row's place counts from 1. */
  readonly give: (row: Expression) => Expression
  /** The points from which a row holds, on the rows' scale. */
  readonly from: (row: Expression) => Whole
  /** The least and the most that it gives. */
  readonly low: number
  readonly high: number
  /** Whether any of it leaves it to people. */
  readonly refers: boolean
}

interface About {
  readonly id: string
  readonly title: string
  readonly source: string
  /** What it gives: `pounds a year`, `hours a week`, `factor`. */
  readonly unit: string
  readonly places: number
  /** Who decides where a row refers; '' where none may. */
  readonly referTo: string
}

/** Adds the rows of a look up to the Table sheet, once. */
export function addGrid(making: Making, about: About, grid: GridPlan): void {
  const id = idOf(making, about.id)
  const { rows, across, node } = grid
  const gives = (column: number) => rows.map(({ cells }) => entry(must(cells[column]).shown.give))
  const names = combinations(across)
  const { title, source, unit, places } = about
  const refers = about.referTo !== '' || grid.rows.some(({ cells }) => cells.some(({ value }) => value === null))
  if (making.live && node && (rows[0]?.from ?? 0) > 0)
    making.refused.push({ at: rows[0]?.at ?? '', why: 'points that are changed could fall below its first row' })
  if (!node) {
    const values = names.map((_, column) => must(gives(column)[0]))
    const columns: Column[] = [
      { is: 'text', title: across.map((one) => spaced(one.id)).join(', ') },
      figures(making, { title: unit, unit, places, refers }, values),
    ]
    making.blocks.push({ id, title, source, columns, rows: names.map((name, i) => [name, values[i] ?? null]) })
    return
  }
  const froms = rows.map(({ fromPoints }) => fromPoints)
  const banded = rows.some(({ band }) => band !== null)
  const amounts = names.map((name, column) => {
    const heading = name === '' ? unit : `${name}, ${unit}`
    return figures(making, { title: heading, unit, places, refers }, gives(column))
  })
  const band: Column[] = banded ? [{ is: 'text', title: 'Band' }] : []
  making.blocks.push({
    id,
    title,
    source,
    columns: [figures(making, fromColumn(grid), froms), ...amounts, ...band],
    rows: rows.map((row) => [
      row.fromPoints,
      ...row.cells.map(({ shown }) => entry(shown.give)),
      ...(banded ? [row.band] : []),
    ]),
  })
}

function fromColumn({ node, scale }: GridPlan) {
  return { title: 'From points', unit: 'points', places: Math.round(Math.log10((node?.den ?? 1) * scale)) }
}

/** The look up of a block as it is in a scene. `referTo`: who decides where a row refers; '' where none may. */
export function gridFormulas(making: Making, scene: Scene, block: string, grid: GridPlan, referTo = ''): GridFormulas {
  const id = idOf(making, block)
  const { rows, across, node, scale } = grid
  const all = rows.flatMap(({ cells }) => cells.map(({ shown }) => entry(shown.give)))
  const froms = rows.map(({ fromPoints }) => fromPoints)
  const column = columnOf(making, scene, across)
  const count = combinations(across).length
  const give = (row: Expression): Expression => {
    if (!node) return column.is === 'number' ? cell(id, column.value - 1, 1) : call('INDEX', range(id, 1), column)
    if (count === 1) return call('INDEX', range(id, 1), row)
    return call('INDEX', range(id, 1, count), row, column)
  }
  const places = Math.round(Math.log10((node?.den ?? 1) * scale))
  const ends = boundsOf(making, froms)
  return {
    give,
    from: (row) => scaledUp(call('INDEX', range(id, 0), row), places, ends.low, ends.high),
    ...boundsOf(making, all),
    refers: all.includes('refer') || (making.live && referTo !== ''),
  }
}

/** The place of the row that holds at the points that choose it; 1 where a look up has no points. */
export function rowOf(making: Making, block: string, { node }: GridPlan): Expression {
  if (!node) return number(1)
  const { formula } = nodePoints(making, node)
  const points = node.den === 1 ? formula : infix(formula, '/', number(node.den))
  // A quotient of whole numbers is the same double as the decimal that is written in the sheet.
  return call('IFERROR', call('MATCH', points, range(idOf(making, block), 0), number(1)), number(1))
}

/** The place of the cell that the categories choose, from 1, the last category running fastest. */
function columnOf(making: Making, scene: Scene, across: readonly CategoryPlan[]): Expression {
  return across.reduce<Expression>((place, category, i) => {
    const own = categoryPlace(making, scene, category)
    if (i === 0) return own
    const size = number(category.values.length)
    return infix(infix(infix(place, '-', number(1)), '*', size), '+', own)
  }, number(1))
}

function categoryPlace(making: Making, scene: Scene, { of, index, id, values }: CategoryPlan): Expression {
  if (of === 'fact') {
    const place = factPlace(making, scene, index)
    return place.is === 'number' ? place : call('MAX', place, number(1))
  }
  const place = quantity(idOf(making, `answers/${id}/place`))
  // Without a level the last value holds; a child who is not scored has none, and then nothing is looked up.
  return values.includes('no-level')
    ? iff(equals(place, number(0)), number(values.length), place)
    : call('MAX', place, number(1))
}

/** Every combination of the categories' values in the order of the cells; one without a name where there is none. */
function combinations(across: readonly CategoryPlan[]): readonly string[] {
  return across.reduce<readonly string[]>(
    (names, { values }) =>
      names.flatMap((name) => values.map((value) => (name === '' ? spaced(value) : `${name}, ${spaced(value)}`))),
    [''],
  )
}
