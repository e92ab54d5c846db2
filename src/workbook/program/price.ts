import { tenTo } from '../../decimal.js'
import type { LinePlan } from '../../load/plan.js'
import type { FactorPlan, PricePlan } from '../../load/price-plan.js'
import { must } from '../../must.js'
import { call, type Expression, equals, iff, infix, number, quantity, text } from '../formula/expression.js'
import { dividedBy, either, isExact, minus, plus, scaledUp, times, type Whole, whole, within } from './exact.js'
import { type GridFormulas, gridFormulas } from './grid.js'
import { all, any, NO, not, truth } from './logic.js'
import { add, addWhole, idOf, type Making, nodePoints } from './making.js'
import { weightOf } from './nodes.js'
import { type LineFigures, rowsId, weightId } from './price-figures.js'
import { priceWords } from './price-words.js'
import { rateOf, ratePlaces } from './rates.js'
import { factOf, factValue, inScene, type Scene } from './scene.js'

/** What a price comes to before any change: pence, or hundredths of hours; and whether it is left to people. */
export interface Priced {
  readonly result: Whole
  /** A truth. */
  readonly refers: Expression
}

/** The amount before any change: all factors multiplied, divided once, rounded once (rule R1). */
export function priceOf(making: Making, scene: Scene, line: LinePlan, figures: LineFigures, section: string): Priced {
  const { price } = line
  const put = (of: string, label: string, value: Whole, unit: 'pence' | 'hundredths' | 'number' = 'number') =>
    addWhole(making, { id: inScene(scene, `lines/${line.id}`, of), section, label, unit }, value)
  const { rounding } = making.plan
  const done: Done = (value, refers = NO, over = whole(1), ends = value) => {
    const { numerator, divisor } = factored(making, scene, price, value, over)
    if (!isExact(numerator, divisor)) refuseSize(making, price.at, 'the price')
    const unit = line.provides === null ? 'pence' : 'hundredths'
    const plain = factored(making, scene, price, ends, whole(1))
    const { low, high } = dividedBy(plain.numerator, plain.divisor, rounding)
    return {
      result: put('price', priceWords(price), { ...dividedBy(numerator, divisor, rounding), low, high }, unit),
      refers,
    }
  }
  switch (price.is) {
    case 'flat': {
      const value = must(figures.price ?? undefined)
      if (!price.weight) return done(value)
      const weight = weightOf(making, weightId(line), section, price.weight, scene)
      const [weighted, den] = [times(value, put('weight', 'Factor, in its parts', weight)), whole(price.weight.den)]
      return done(weighted, NO, den, dividedBy(weighted, den, rounding))
    }
    case 'hours':
      return done(figures.price ?? factWhole(making, scene, price.fact))
    case 'units':
      return done(must(figures.price ?? undefined))
    case 'each-point':
      return done(nodePoints(making, price.node))
    case 'entitlement':
    case 'quote':
      return done(factWhole(making, scene, price.fact))
    case 'people-decide':
      return { result: put('price', priceWords(price), whole(0)), refers: number(1) }
    case 'category': {
      const look = gridFormulas(making, scene, rowsId(line), price.grid, price.referTo)
      const given = giveOf(making, scene, line, look, number(1), section, '')
      return done(given.value, given.refers)
    }
    case 'look-up':
      return lookUp(making, scene, line, price, section, done)
  }
}

/**
 * Ends a price: a value with all its factors, divided once. `over` is what it was multiplied with to stay whole, and
 * `ends` then the least and the most that the value is without that.
 */
type Done = (value: Whole, refers?: Expression, over?: Whole, ends?: Whole) => Priced

interface Given {
  readonly value: Whole
  readonly refers: Expression
}

/** What a row gives, in pence or in hundredths; 0 where it refers. */
function giveOf(
  making: Making,
  scene: Scene,
  line: LinePlan,
  look: GridFormulas,
  row: Expression,
  section: string,
  which: '' | 'next-',
): Given {
  const label = which === '' ? 'The row gives' : 'The next row gives'
  const adding = { id: inScene(scene, `lines/${line.id}`, `${which}give`), section, label, unit: 'text' } as const
  const give = add(making, adding, look.give(row))
  const value = scaledUp(give, 2, look.low, look.high)
  if (!look.refers) return { value, refers: NO }
  const refers = equals(give, text('refer'))
  return {
    value: within(iff(refers, number(0), value.formula), Math.min(0, value.low), value.high),
    refers: truth(refers),
  }
}

function lookUp(
  making: Making,
  scene: Scene,
  line: LinePlan,
  price: Extract<PricePlan, { is: 'look-up' }>,
  section: string,
  done: Done,
): Priced {
  const { grid, node } = price
  const look = gridFormulas(making, scene, rowsId(line), grid, price.referTo)
  const row = quantity(idOf(making, `lines/${line.id}/band-row`))
  const here = giveOf(making, scene, line, look, row, section, '')
  const last = grid.rows.length
  if (!price.straight || last === 1) return done(here.value, here.refers)
  // Above the last row nothing is read off: the row below it stands for the one that is not there.
  const above = call('MIN', infix(row, '+', number(1)), number(last))
  const next = giveOf(making, scene, line, look, above, section, 'next-')
  const put = (of: string, label: string, value: Whole) =>
    addWhole(making, { id: inScene(scene, `lines/${line.id}`, of), section, label, unit: 'number' }, value)
  const placed = times(nodePoints(making, node), whole(grid.scale))
  const straight = all([truth(infix(row, '<', number(last))), not(any([here.refers, next.refers]))])
  const isStraight = equals(straight, number(1))
  const widest = Math.max(...grid.rows.slice(1).map(({ from }, i) => from - must(grid.rows[i]).from))
  const room = making.live ? look.from(row).high : widest
  const span = put(
    'span',
    'Parts of points between the two rows',
    within(iff(isStraight, minus(look.from(above), look.from(row)).formula, number(1)), 1, Math.max(1, room)),
  )
  const up = times(minus(next.value, here.value), minus(placed, look.from(row)))
  const ends = [Math.min(here.value.low, next.value.low), Math.max(here.value.high, next.value.high)] as const
  const onLine = within(plus(times(here.value, span), up).formula, ends[0] * span.low, ends[1] * span.high)
  const value = put('on-the-line', 'On the straight line, times the parts', either(isStraight, onLine, here.value))
  return done(value, here.refers, span, within(value.formula, ...ends))
}

/** A fact that is a number, within what the table allows. */
function factWhole(making: Making, scene: Scene, index: number): Whole {
  const fact = factOf(making, index)
  const high =
    fact.is === 'hours' || fact.is === 'entitlement' || fact.is === 'money' ? fact.atMost : fact.is === 'terms' ? 3 : 0
  return within(factValue(making, scene, index), 0, high)
}

/** The value with every constant and factor of its price multiplied in, and what all of it is divided by. */
function factored(making: Making, scene: Scene, price: PricePlan, value: Whole, over: Whole) {
  const base = scaleOf(making, price)
  let numerator = times(value, base.by)
  let divisor = times(base.den, over)
  for (const factor of price.factors) {
    numerator = times(numerator, factorOf(making, scene, factor))
    if (factor.outOf !== null) divisor = times(divisor, whole(factor.outOf))
  }
  return { numerator, divisor }
}

/** What a unit of the value is worth, as the compiler has it, but with the rate as it stands in the Table sheet. */
function scaleOf(making: Making, price: PricePlan): { readonly by: Whole; readonly den: Whole } {
  const { rate } = price
  const by = rate ? rateOf(making, rate.id) : whole(1)
  // What a pound of the rate is in its parts; values are in hundredths, and pence are hundredths of a pound.
  const parts = rate ? tenTo(ratePlaces(making)) : 1
  switch (price.is) {
    case 'each-point':
      return { by: times(by, whole(100)), den: whole(parts * price.node.den) }
    case 'units':
      return { by: times(by, whole(100)), den: whole(parts) }
    default:
      return { by, den: whole(parts) }
  }
}

function factorOf(making: Making, scene: Scene, { fact, value, low, high }: FactorPlan): Whole {
  return fact < 0 ? whole(value) : within(factValue(making, scene, fact), low, high)
}

export function refuseSize(making: Making, at: string, step: string): void {
  making.refused.push({ at, why: `${step} needs more than 14 digits on the way, and a spreadsheet rounds them` })
}
