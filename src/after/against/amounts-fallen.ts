import { scaled } from '../../decimal.js'
import { type Finding, finding } from '../../diagnostic.js'
import type { GridPlan } from '../../load/grid-plan.js'
import type { LinePlan } from '../../load/plan.js'
import type { PricePlan } from '../../load/price-plan.js'
import { asPence, formatPounds } from '../../pence.js'
import { pointer } from '../../pointer.js'
import { fallsIn } from './falls-in.js'
import { inBoth, type Sides } from './sides.js'

/** Published amounts that fall on lines where nothing protects what families have; a price of a unit is told once. */
export function amountsFallen({ earlier, later }: Sides): Finding[] {
  const fallen = inBoth(earlier.plan.lines, later.plan.lines)
    .filter(([, line]) => !line.changes.some(({ op }) => op === 'protect'))
    .flatMap(([before, line]) => [...ofPrice(line, before.price), ...ofRate(line, before.price)])
  return [...new Map(fallen.map((one) => [one.at, one])).values()].map(({ at, data }) => finding('RAS905', at, data))
}

interface Fallen {
  readonly at: string
  readonly data: { readonly line: string; readonly of: string; readonly before: string; readonly after: string }
}

/** A flat sum, a number of hours or units, or what rows and categories give. */
function ofPrice({ title, price }: LinePlan, before: PricePlan): Fallen[] {
  const numbers = (key: string, a: number, b: number, of: string) =>
    b < a ? [{ at: `${price.at}/${key}`, data: { line: title, of, before: shown(a, of), after: shown(b, of) } }] : []
  switch (price.is) {
    case 'flat':
      return before.is === 'flat' && before.per === price.per
        ? numbers('pounds', before.value, price.value, `a ${price.per}`)
        : []
    case 'hours':
      return before.is === 'hours' && before.fact < 0 && price.fact < 0
        ? numbers('hours-a-week', before.value, price.value, 'hours a week')
        : []
    case 'units':
      return before.is === 'units' ? numbers('units-a-year', before.value * 100, price.value * 100, 'units a year') : []
    case 'look-up': {
      if (before.is !== 'look-up' || before.gives !== price.gives || before.node.id !== price.node.id) return []
      const stepwise = !before.straight && !price.straight
      return ofGrid(title, price.gives, before.grid, price.grid, stepwise)
    }
    case 'category':
      return before.is === 'category' && before.gives === price.gives
        ? ofGrid(title, price.gives, before.grid, price.grid, true)
        : []
    case 'each-point':
    case 'entitlement':
    case 'quote':
    case 'people-decide':
      return []
  }
}

/** What rows and categories give, in words about each place where it falls. */
function ofGrid(line: string, gives: string, before: GridPlan, after: GridPlan, stepwise: boolean): Fallen[] {
  const of = gives.replace(/^pounds /, '')
  return fallsIn(before, after, stepwise).map(({ at, points, from, to }) => ({
    at,
    data: {
      line,
      of: points === null ? of : `${of} from ${points} points`,
      before: shown(from, of),
      after: shown(to, of),
    },
  }))
}

/** The price of the unit that the line is paid by; where it is another unit, there is nothing to compare. */
function ofRate({ price: { rate, at } }: LinePlan, { rate: before }: PricePlan): Fallen[] {
  if (!rate || !before || rate.per !== before.per || scaled(rate.pounds, 4) >= scaled(before.pounds, 4)) return []
  const place = rate.id === before.id ? pointer(['rates', rate.id, 'pounds']) : `${at}/rate`
  const of = rate.per === '4 weeks' ? 'for 4 weeks' : `${rate.per === 'hour' ? 'an' : 'a'} ${rate.per}`
  return [{ at: place, data: { line: rate.id, of, before: `£${before.pounds}`, after: `£${rate.pounds}` } }]
}

/** Hundredths of a pound, an hour or a unit. */
function shown(hundredths: number, of: string): string {
  return /^(an?|for) /.test(of) ? formatPounds(asPence(hundredths)) : String(hundredths / 100)
}
