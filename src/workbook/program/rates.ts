import { capital, spaced } from '../../explain/grammar.js'
import { must } from '../../must.js'
import { cell } from '../formula/expression.js'
import { scaledUp, type Whole } from './exact.js'
import { boundsOf, placesFor, singles } from './figures.js'
import { idOf, type Making } from './making.js'

const RATES = 'rates'

/** Adds the prices of a unit to the Table sheet. */
export function addRates(making: Making): void {
  const rates = Object.entries(making.written.rates ?? {})
  if (rates.length === 0) return
  singles(
    making,
    { id: RATES, title: 'Prices of a unit', source: '', unit: 'pounds', places: ratePlaces(making) },
    rates.map(([id, { pounds, per }]) => ({
      name: `${capital(spaced(id))}, ${per === 'hour' ? 'an' : 'a'} ${per}`,
      text: pounds,
    })),
  )
}

/** Prices of a unit have up to four decimals. */
export function ratePlaces(making: Making): number {
  return placesFor(
    making,
    Object.values(making.written.rates ?? {}).map(({ pounds }) => pounds),
    4,
  )
}

/** A rate as a whole number of its smallest parts. */
export function rateOf(making: Making, id: string): Whole {
  const rates = Object.entries(making.written.rates ?? {})
  const row = rates.findIndex(([name]) => name === id)
  const values = rates.map(([, { pounds }]) => Number(pounds))
  const { low, high } = boundsOf(making, making.live ? values : [must(values[row])])
  return scaledUp(cell(idOf(making, RATES), row, 1), ratePlaces(making), low, high)
}
