import { capital, spaced } from '../../explain/grammar.js'
import type { WeightPlan } from '../../load/grid-plan.js'
import type { NodePlan, Term } from '../../load/plan.js'
import { call, type Expression, equals, iff, infix, input, number, text } from '../formula/expression.js'
import { checked, isNumber, told } from './checks.js'
import { scaledUp, times, type Whole, whole, within } from './exact.js'
import { addGrid, gridFormulas, rowOf } from './grid.js'
import { longSum } from './logic.js'
import { add, addEarly, ask, idOf, isScored, type Making, mayBeUnscored, nodePoints, questionPoints } from './making.js'
import { AS_ANSWERED } from './scene.js'

const SECTION = 'Points'

/** Asks for the points that are brought with the assessment. */
export function addBrought(making: Making): void {
  const { plan, written } = making
  for (const node of plan.brought) {
    const id = making.inputId('scores', node.id)
    const given = input(id)
    const high = node.high / node.den
    const words = told(`points from 0 to ${high}, with at most two decimals`)
    const label = `${capital(spaced(node.id))}: still to do`
    const passes = isNumber(given, number(0), number(high), 2)
    const check = addEarly(
      making,
      { id: `scores/${node.id}/check`, section: SECTION, label, unit: 'text' },
      optional(making, given, checked(given, words, passes)),
    )
    const score = written.scores?.[node.id]
    ask(making, {
      id,
      asks: { is: 'number', low: 0, high, places: 2 },
      section: 'Points from another form',
      label: capital(spaced(node.id)),
      help: score && 'brought' in score ? [`From ${score.brought}.`] : [],
      check: idOf(making, `scores/${node.id}/check`),
    })
    const points = iff(equals(check, text('')), scaledUp(given, 2, 0, high).formula, number(0))
    addEarly(making, { id: `scores/${node.id}`, section: SECTION, label: labelOf(node), unit: 'parts' }, points)
    addPoints(making, node)
  }
}

/** The points as a person writes them, beside the whole number that is worked with. */
function addPoints(making: Making, node: NodePlan): void {
  if (node.den === 1) return
  const points = infix(nodePoints(making, node).formula, '/', number(node.den))
  const label = capital(spaced(node.id))
  add(making, { id: `scores/${node.id}/points`, section: SECTION, label, unit: 'points' }, points)
}

/** A child who is not scored need not bring points. */
function optional(making: Making, given: Expression, check: Expression): Expression {
  if (!mayBeUnscored(making)) return check
  return iff(equals(given, text('')), iff(equals(isScored(making), number(1)), check, text('')), check)
}

/** What the parts of a point are called. */
const PARTS: ReadonlyMap<number, string> = new Map([
  [10, 'tenths'],
  [100, 'hundredths'],
  [1000, 'thousandths'],
  [10000, 'ten-thousandths'],
])

function labelOf({ id, den }: NodePlan): string {
  return den === 1 ? capital(spaced(id)) : `${capital(spaced(id))}, in ${PARTS.get(den) ?? `parts of ${den}`}`
}

/** Adds the factors that scores are weighted by to the Table sheet. */
export function addWeights(making: Making): void {
  for (const { id, weight } of making.plan.nodes)
    if (weight) addWeight(making, `scores/${id}/weight`, `${capital(spaced(id))}: weighted by`, weight)
}

export function addWeight(making: Making, id: string, title: string, { grid, den }: WeightPlan): void {
  addGrid(making, { id, title, source: '', unit: 'factor', places: Math.round(Math.log10(den)), referTo: '' }, grid)
}

/** The factor that is looked up, over its power of ten; `row` is the quantity that says which row holds. */
export function weightOf(
  making: Making,
  id: string,
  section: string,
  { grid, den, low, high }: WeightPlan,
  scene = AS_ANSWERED,
): Whole {
  const row = grid.node
    ? add(
        making,
        {
          id: scene.setting === null ? `${id}/row` : `${id}/in/${scene.setting}/row`,
          section,
          label: 'The row of the factor',
          unit: 'place',
        },
        rowOf(making, id, grid),
      )
    : number(1)
  const look = gridFormulas(making, scene, id, grid)
  const ends = making.live ? look : { low: low / den, high: high / den }
  return scaledUp(look.give(row), Math.round(Math.log10(den)), ends.low, ends.high)
}

/** Works out every score, each after those it is made of. A child who is not scored has none. */
export function addNodes(making: Making): void {
  for (const node of making.plan.nodes) if (node.kind !== 'brought') addNode(making, node)
}

function addNode(making: Making, node: NodePlan): void {
  const about = { id: `scores/${node.id}/sum`, section: SECTION, label: `${capital(spaced(node.id))}: sum` }
  const terms = node.terms.map((term) => worth(making, term).formula)
  const sum = node.kind === 'highest-of' ? call('MAX', ...terms) : longSum(making, about, terms)
  const weight = node.weight ? weightOf(making, `scores/${node.id}/weight`, SECTION, node.weight) : whole(1)
  let points = times(within(sum, 0, 2), weight).formula
  if (node.times) points = infix(points, '*', number(node.times.by))
  if (node.atMost) points = call('MIN', infix(points, '*', number(node.atMost.scale)), number(node.atMost.limit))
  const scored = mayBeUnscored(making) ? iff(equals(isScored(making), number(1)), points, number(0)) : points
  add(making, { id: `scores/${node.id}`, section: SECTION, label: labelOf(node), unit: 'parts' }, scored)
  addPoints(making, node)
}

/** What a part contributes, on its score's scale. */
export function worth(making: Making, { node, index, weight }: Term): Whole {
  return times(node ? nodePoints(making, node) : questionPoints(making, index), whole(weight))
}
