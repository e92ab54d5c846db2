import { decimals, scaled, tenTo } from '../../decimal.js'
import { finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import type { CategoryPlan, CellPlan, GridPlan, GridRowPlan, WeightPlan } from '../grid-plan.js'
import type { NodePlan } from '../plan.js'
import type { AcrossShape, Give, WeightShape } from '../shape/look-up.js'
import { type Context, indexOf, nodeOf } from './context.js'

type Path = readonly PropertyKey[]
type Readers = Pick<Context, 'table' | 'facts' | 'questions' | 'nodes' | 'report'>

interface Row {
  readonly from: string
  readonly to?: string | undefined
  readonly give: Give
  readonly band?: string | undefined
}

/** The categories of a look up, with every value each can have. */
function compileAcross({ facts, questions }: Readers, across: AcrossShape | undefined): CategoryPlan[] {
  return categoriesOf(across).map((category): CategoryPlan => {
    if ('fact' in category) {
      const index = indexOf(facts, category.fact)
      const fact = facts[index]
      return { of: 'fact', index, id: category.fact, values: fact?.is === 'choice' ? fact.values : [] }
    }
    const index = indexOf(questions, category.question)
    const question = questions[index]
    const levels = [...(question?.levels.keys() ?? [])]
    const values = question?.mayBeNoLevel ? [...levels, 'no-level'] : levels
    return { of: 'question', index, id: category.question, values }
  })
}

/** One category or several, as a list. */
function categoriesOf(across: AcrossShape | undefined) {
  if (across === undefined) return []
  return Array.isArray(across) ? across : [across]
}

/** A look up by points, with its reach checked: the first row starts low enough, every row can be reached. */
export function compileRows(
  context: Readers,
  node: NodePlan,
  rows: readonly Row[],
  across: AcrossShape | undefined,
  places: number,
  path: Path,
): GridPlan {
  const categories = compileAcross(context, across)
  const scale = Math.max(1, tenTo(Math.max(0, ...rows.map((row) => decimals(row.from)))) / node.den)
  const digits = Math.round(Math.log10(node.den * scale))
  const plans = rows.map((row, i): GridRowPlan => {
    const fromPoints = Number(row.from)
    const band = row.band ?? null
    return {
      from: scaled(row.from, digits),
      fromPoints,
      band,
      cells: cellsOf(row.give, categories, { from: fromPoints, band, places }),
      at: pointer([...path, i]),
    }
  })
  checkReach(context, node, { rows, plans, scale, digits, path })
  return { node, scale, across: categories, rows: plans }
}

/** A look up by categories alone: one row, which always holds. */
export function compileCategory(
  context: Readers,
  give: Give,
  across: AcrossShape,
  places: number,
  path: Path,
): GridPlan {
  const categories = compileAcross(context, across)
  const cells = cellsOf(give, categories, { from: 0, band: null, places })
  return {
    node: null,
    scale: 1,
    across: categories,
    rows: [{ from: 0, fromPoints: 0, band: null, cells, at: pointer([...path, 'give']) }],
  }
}

/** A factor that is looked up, over one power of ten. */
export function compileWeight(context: Readers, weight: WeightShape, path: Path): WeightPlan {
  const gives = 'rows' in weight ? weight.rows.map((row) => row.give) : [weight.give]
  const places = Math.max(0, ...gives.flatMap(scalars).map(decimals))
  const grid =
    'rows' in weight
      ? compileRows(context, nodeOf(context, weight['look-up']), weight.rows, weight.across, places, [...path, 'rows'])
      : compileCategory(context, weight.give, weight.across, places, path)
  const values = valuesOf(grid)
  return { grid, den: tenTo(places), low: Math.min(...values), high: Math.max(...values) }
}

/** Every number in a look up; what refers has none. */
export function valuesOf({ rows }: GridPlan): number[] {
  return rows.flatMap(({ cells }) => cells.flatMap(({ value }) => value ?? []))
}

/** Every text in what is given, however deep it is nested. */
export function scalars(give: Give): string[] {
  return typeof give === 'string' ? [give] : Object.values(give).flatMap(scalars)
}

function cellsOf(
  give: Give,
  categories: readonly CategoryPlan[],
  row: { readonly from: number; readonly band: string | null; readonly places: number },
): CellPlan[] {
  const [category, ...rest] = categories
  if (typeof give === 'string' || !category) {
    const text = typeof give === 'string' ? give : 'refer'
    const shown = Object.freeze({ from: row.from, give: text, band: row.band })
    return [{ value: text === 'refer' ? null : scaled(text, row.places), shown }]
  }
  return category.values.flatMap((value) => cellsOf(give[value] ?? 'refer', rest, row))
}

interface Reach {
  readonly rows: readonly Row[]
  readonly plans: readonly GridRowPlan[]
  readonly scale: number
  readonly digits: number
  readonly path: Path
}

function checkReach({ report }: Readers, node: NodePlan, { rows, plans, scale, digits, path }: Reach): void {
  const at = (i: number, key: string) => pointer([...path, i, key])
  const den = node.den * scale
  const [low, high] = [node.low * scale, node.high * scale]
  const first = plans[0]
  if (first && first.from > low)
    report(finding('RAS202', at(0, 'from'), { from: String(first.fromPoints), lowest: low / den }))
  plans.forEach((row, i) => {
    if (i > 0 && row.from > high)
      report(finding('RAS205', at(i, 'from'), { from: String(row.fromPoints), highest: high / den }))
    const to = rows[i]?.to
    if (to === undefined) return
    const next = plans[i + 1]?.from ?? high + 1
    // Points brought from a form are whole where its published rows are: 69 then 70 leaves no child between.
    const grain = node.kind === 'brought' && decimals(to) === 0 ? 1 : node.grain
    const step = (den / grain) * 100
    const after = (Math.floor(scaled(to, digits + 2) / step) + 1) * step
    if (after < Math.min(next, high + 1) * 100)
      report(finding('RAS203', at(i, 'to'), { from: String(row.fromPoints), to, next: rows[i + 1]?.from ?? null }))
  })
}
