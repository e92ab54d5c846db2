import { type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import { entries, items, type LooseTable } from '../loose.js'
import { eachLine, eachPrice, type LoosePrice } from './walk.js'

/** Units fit: a price a term says how many terms, a price an hour says how many weeks, a price a point is paid by points. */
export function checkUnits(table: LooseTable): Finding[] {
  const found: Finding[] = []
  for (const [id, rate] of entries(table.rates)) {
    const hourly = rate.per === 'hour' && !onlyMonthly(table, id)
    if ((hourly || rate.per === 'week') && !Object.hasOwn(rate, 'weeks-a-year'))
      found.push(
        finding('RAS307', pointer(['rates', id, 'per']), {
          needs: 'weeks-a-year',
          got: `a price per ${rate.per} without it`,
        }),
      )
  }
  for (const { path, line } of eachLine(table)) {
    const outOf = line['part-year']?.['out-of']
    if (outOf !== undefined && Number(outOf) < 3)
      found.push(
        finding('RAS307', pointer([...path, 'part-year', 'out-of']), { needs: 'at least 3 terms a year', got: outOf }),
      )
  }
  for (const { path, price, word } of eachPrice(table))
    found.push(...(word === 'price' ? rateFits(price, path, table) : []), ...howLongFits(price, path, word))
  return found
}

/** Whether a rate is used, and only for hours a month: these are paid 12 times a year, whatever the weeks. */
function onlyMonthly(table: LooseTable, rate: string): boolean {
  const uses = eachPrice(table).filter(({ price }) => price.rate === rate)
  return uses.length > 0 && uses.every(({ price }) => givenBy(price, table) === 'hours a month')
}

/** What a price counts, where that is hours or units. */
function givenBy(price: LoosePrice, table: LooseTable): string | undefined {
  const fact = price.entitlement === undefined ? undefined : table.facts?.[price.entitlement]
  if (fact) return fact.is === 'entitlement' ? fact.of : undefined
  if (price['hours-a-week'] !== undefined) return 'hours a week'
  return price['units-a-year'] === undefined ? price.gives : 'units a year'
}

function rateFits(price: LoosePrice, path: readonly PropertyKey[], table: LooseTable): Finding[] {
  // What could not be read cannot be said to need another rate.
  if (Object.hasOwn(price, 'gives') && price.gives === undefined) return []
  const allowed = ratesFor(price, table)
  const at = pointer([...path, 'rate'])
  if (allowed.length === 0)
    return price.rate === undefined || price.gives === undefined
      ? []
      : [finding('RAS307', at, { needs: 'no rate', got: 'a rate, and the rows already give pounds' }, 'key')]
  if (price.rate === undefined)
    return price['look-up'] === undefined && price.give === undefined
      ? []
      : [finding('RAS307', pointer([...path, 'gives']), { needs: 'a rate', got: `rows of ${price.gives}` })]
  const per = table.rates?.[price.rate]?.per
  if (per === undefined || allowed.includes(per)) return []
  return [finding('RAS307', at, { needs: `a rate per ${allowed.join(', ')}`, got: `a rate per ${per}` })]
}

const UNITS = ['night', 'week', '4 weeks', 'month', 'term', 'year']

function ratesFor(price: LoosePrice, table: LooseTable): readonly string[] {
  const given = givenBy(price, table)
  if (given === 'hours a week' || given === 'hours a month') return ['hour']
  if (given === 'units a year') return UNITS
  return price['each-point-of'] === undefined ? [] : ['point']
}

/** A price a term or a week needs to be told how many, once; any other price must not be. */
function howLongFits(price: LoosePrice, path: readonly PropertyKey[], word: string): Finding[] {
  const period = price.a ?? (word === 'price' ? price.gives?.replace(/^pounds (a|for) /, '') : undefined)
  const needed = period === 'term' ? 'terms' : period === 'week' ? 'weeks' : undefined
  const wholes = items(price.for)
    .filter(([, factor]) => factor['out-of'] === undefined)
    .map(([i, factor]) => ({
      i,
      of: factor.terms !== undefined ? 'terms' : factor.weeks !== undefined ? 'weeks' : undefined,
    }))
    .filter(({ of }) => of !== undefined)
  const extra = needed === undefined ? wholes[0] : (wholes.find(({ of }) => of !== needed) ?? wholes[1])
  if (extra)
    return [
      finding('RAS307', pointer([...path, 'for', extra.i]), {
        needs: needed === undefined ? 'out-of, since the price is not a price a term or a week' : `${needed}, once`,
        got: `${extra.of}`,
      }),
    ]
  if (needed === undefined || wholes.length > 0) return []
  const key = price.a === undefined ? 'gives' : 'a'
  return [
    finding('RAS307', pointer([...path, key]), {
      needs: `for: [{ ${needed}: … }]`,
      got: `a price a ${period} without it`,
    }),
  ]
}
