import { capital, spaced } from '../../explain/grammar.js'
import type { AcrossShape, Give } from '../../load/shape/look-up.js'
import type { Deep, Written } from '../../load/table.js'
import type { Block } from '../page.js'
import { pointsOf, questionOf, table, thePointsOf } from './words.js'

type Given = Deep<Give>

/** A row of a look up; without points where a category alone chooses. */
export interface GridRow {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly give: Given
  readonly band?: string | undefined
  readonly 'published-a-year'?: string | undefined
}

/** What is looked up by points, by category or by both. */
export interface Grid {
  readonly title: string
  readonly score: string | null
  readonly across: Deep<AcrossShape> | undefined
  readonly rows: readonly GridRow[]
  /** What stands above the values, and how one of them reads. */
  readonly head: string
  readonly show: (value: string) => string
  /** Between two rows, the straight line. */
  readonly straight: boolean
}

/** A grid as tables: points downwards, categories side by side; a second category gives a table for each of its values. */
export function gridTables(grid: Grid, scheme: Written): Block[] {
  const [outer, inner] = categories(grid.across)
  if (!outer) return withPoints(grid, scheme, `${grid.title}, by ${thePointsOf(grid.score ?? '', scheme)}`, null)
  if (!inner)
    return grid.score === null ? byOne(grid, scheme, outer) : withPoints(grid, scheme, by(grid, [outer], scheme), outer)
  if (grid.score === null) return byTwo(grid, scheme, outer, inner)
  return valuesOf(grid.rows.map(({ give }) => give)).flatMap((value) =>
    withPoints(
      { ...grid, rows: grid.rows.map((row) => ({ ...row, give: within(row.give, value) })) },
      scheme,
      `${by(grid, [inner], scheme)}; ${lead(outer, scheme)}: ${valueName(value)}`,
      inner,
    ),
  )
}

interface Category {
  readonly of: string
  readonly is: 'fact' | 'question'
}

/** The categories that choose, none to two. */
export function categories(across: Deep<AcrossShape> | undefined): Category[] {
  if (across === undefined) return []
  const all: readonly Deep<Exclude<AcrossShape, readonly unknown[]>>[] = isList(across) ? across : [across]
  return all.map((one) => ('fact' in one ? { of: one.fact, is: 'fact' } : { of: one.question, is: 'question' }))
}

type One = Deep<Exclude<AcrossShape, readonly unknown[]>>

function isList(across: Deep<AcrossShape>): across is readonly One[] {
  return Array.isArray(across)
}

function withPoints(grid: Grid, scheme: Written, caption: string, category: Category | null): Block[] {
  const { rows, straight, show } = grid
  const values = category ? valuesOf(rows.map(({ give }) => give)) : []
  const bands = rows.some(({ band }) => band !== undefined)
  const years = rows.some((row) => row['published-a-year'] !== undefined)
  const heads = values.length > 0 ? values.map((value) => `>${valueName(value)}`) : [`>${grid.head}`]
  return table(
    caption,
    [
      pointsOf(grid.score ?? '', scheme),
      ...heads,
      ...(bands ? ['Band'] : []),
      ...(years ? ['>A year, as published'] : []),
    ],
    rows.map((row, i) => [
      reach(row, rows[i + 1], straight),
      ...(values.length > 0 ? values : ['']).map((value) => shown(within(row.give, value), show)),
      ...(bands ? [row.band ?? ''] : []),
      ...(years ? [row['published-a-year'] === undefined ? '' : show(row['published-a-year'])] : []),
    ]),
  )
}

function byOne(grid: Grid, scheme: Written, category: Category): Block[] {
  const gives = grid.rows.map(({ give }) => give)
  return table(
    grid.title,
    [capital(lead(category, scheme)), `>${grid.head}`],
    valuesOf(gives).map((value) => [valueName(value), ...gives.map((give) => shown(within(give, value), grid.show))]),
  )
}

function byTwo(grid: Grid, scheme: Written, outer: Category, inner: Category): Block[] {
  const gives = grid.rows.map(({ give }) => give)
  const down = valuesOf(gives)
  const side = valuesOf(gives.flatMap((give) => down.map((value) => within(give, value))))
  return table(
    by(grid, [inner], scheme),
    [
      capital(lead(outer, scheme)),
      ...(side.length > 0 ? side.map((value) => `>${valueName(value)}`) : [`>${grid.head}`]),
    ],
    down.map((value) => [
      valueName(value),
      ...(side.length > 0 ? side : ['']).flatMap((other) =>
        gives.map((give) => shown(within(within(give, value), other), grid.show)),
      ),
    ]),
  )
}

/** The points of a row, as published where they are, and otherwise up to the next row. */
function reach({ from = '', to }: GridRow, next: GridRow | undefined, straight: boolean): string {
  if (straight) return next ? from : `${from} or more`
  if (to !== undefined) return to === from ? from : `${from} to ${to}`
  return next ? `${from} to under ${next.from}` : `${from} or more`
}

/** Every value that some of these are given by, in the order they are named in. */
function valuesOf(gives: readonly Given[]): string[] {
  return [...new Set(gives.flatMap((give) => (typeof give === 'string' ? [] : Object.keys(give))))]
}

/** What a value of a category is given; one amount for all is given to each. */
function within(give: Given, value: string): Given {
  return typeof give === 'string' ? give : (give[value] ?? '')
}

function shown(give: Given, show: (value: string) => string): string {
  return typeof give !== 'string' || give === '' ? '' : show(give)
}

function by({ title, head }: Grid, across: readonly Category[], scheme: Written): string {
  return `${title}: ${head.charAt(0).toLowerCase()}${head.slice(1)}, by ${across.map((one) => lead(one, scheme)).join(' and ')}`
}

/** What chooses, as a family knows it. */
function lead({ of, is }: Category, { questions = {}, facts = {} }: Written): string {
  if (is === 'question') return `the answer to “${questionOf(of, questions)?.text ?? spaced(of)}”`
  const fact = facts[of]
  const who = fact && 'by' in fact && fact.by !== undefined ? ` (${fact.by})` : ''
  return `${spaced(of)}${who}`
}

function valueName(value: string): string {
  return value === 'no-level' ? 'not asked, not applicable or in between' : spaced(value).replace('/', ', ')
}
