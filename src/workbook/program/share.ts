import { capital, spaced } from '../../explain/grammar.js'
import type { NodePlan } from '../../load/plan.js'
import { must } from '../../must.js'
import { type Expression, equals, iff, infix, number, sumOf } from '../formula/expression.js'
import { dividedBy, either, isExact, minus, plus, times, type Whole, whole, within } from './exact.js'
import { add, addWhole, type Making } from './making.js'
import { worth } from './nodes.js'
import { refuseSize } from './price.js'

/** Where the working of a split stands, and what it is of. */
export interface Splitting {
  readonly at: string
  readonly id: string
  readonly section: string
  readonly label: string
}

/**
 * Splits an amount into whole pence in proportion to weights, as `share` does: each part gets the whole pence below it,
 * and the pennies left over go to the largest remainders, ties to the earlier one. Weights that are all 0 share equally.
 */
export function shareOut(
  making: Making,
  about: Splitting,
  amount: Whole,
  parts: readonly { readonly name: string; readonly weight: Whole }[],
): readonly Whole[] {
  if (parts.length === 1) return [amount]
  const put = (of: string, label: string, value: Whole) =>
    addWhole(
      making,
      { id: `${about.id}/${of}`, section: about.section, label: `${about.label}: ${label}`, unit: 'number' },
      value,
    )
  const total = put('weights', 'all weights', parts.map(({ weight }) => weight).reduce(plus, whole(0)))
  const none = equals(total.formula, number(0))
  const over =
    total.low > 0
      ? total
      : put(
          'whole',
          'shared by',
          within(either(none, whole(parts.length), total).formula, 1, Math.max(parts.length, total.high)),
        )
  const shared = parts.map(({ name, weight }, i) => {
    const own = total.low > 0 ? weight : either(none, whole(1), weight)
    const product = times(amount, own)
    if (!isExact(product, over)) refuseSize(making, about.at, 'sharing it out')
    const base = put(`${i + 1}/whole-pence`, `${name}, whole pence`, dividedBy(product, over, 'down'))
    const rest = put(
      `${i + 1}/rest`,
      `${name}, what is left over`,
      within(minus(product, times(base, over)).formula, 0, over.high),
    )
    return { base, rest }
  })
  const left = put(
    'left',
    'pennies left over',
    within(minus(amount, shared.map(({ base }) => base).reduce(plus)).formula, 0, parts.length),
  )
  return shared.map(({ base, rest }, i) => {
    const before = shared.flatMap((other, j) => (j === i ? [] : [ranksBefore(other.rest.formula, rest.formula, j < i)]))
    const penny = iff(infix(sumOf(before), '<', left.formula), number(1), number(0))
    return within(infix(base.formula, '+', penny), base.low, base.high + 1)
  })
}

/** 1 where another remainder gets a penny first: it is larger, or as large and earlier. */
function ranksBefore(other: Expression, own: Expression, earlier: boolean): Expression {
  return iff(infix(other, earlier ? '>=' : '>', own), number(1), number(0))
}

/** Spreads a figure over outcomes by points: nested, down to groups and questions (rule R3). Adds to `sums` by outcome. */
export function spread(
  making: Making,
  about: Splitting,
  node: NodePlan,
  figure: Whole,
  sums: Map<number, Whole>,
): void {
  const parts =
    node.kind === 'highest-of' ? toHighest(making, about, node, figure) : byPoints(making, about, node, figure)
  node.terms.forEach((term, i) => {
    const name = must(node.names[i])
    const part = addWhole(
      making,
      { id: `${about.id}/${name}`, section: about.section, label: `${about.label}: ${spaced(name)}`, unit: 'pence' },
      must(parts[i]),
    )
    if (term.node && term.to < 0)
      spread(making, { ...about, id: `${about.id}/${name}`, label: capital(spaced(name)) }, term.node, part, sums)
    else sums.set(term.to, plus(sums.get(term.to) ?? whole(0), part))
  })
}

function byPoints(making: Making, about: Splitting, node: NodePlan, figure: Whole): readonly Whole[] {
  const parts = node.terms.map((term, i) => ({ name: spaced(must(node.names[i])), weight: worth(making, term) }))
  return shareOut(making, { ...about, id: `${about.id}/split` }, figure, parts)
}

/** Of several of which the highest counts, that one alone has the money; of equals, the first by name. */
function toHighest(making: Making, about: Splitting, node: NodePlan, figure: Whole): readonly Whole[] {
  const worths = node.terms.map((term) => worth(making, term).formula)
  return worths.map((own, i) => {
    const others = worths.flatMap((other, j) => (j === i ? [] : [ranksBefore(other, own, j < i)]))
    const name = must(node.names[i])
    const best = add(
      making,
      {
        id: `${about.id}/${name}/highest`,
        section: about.section,
        label: `${capital(spaced(name))}: the highest`,
        unit: 'truth',
      },
      iff(equals(sumOf(others), number(0)), number(1), number(0)),
    )
    return within(infix(figure.formula, '*', best), figure.low, figure.high)
  })
}
