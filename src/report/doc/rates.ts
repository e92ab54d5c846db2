import { capital, spaced } from '../../explain/grammar.js'
import type { Written } from '../../load/table.js'
import type { Block } from '../page.js'
import { day, price, table } from './words.js'

/** The prices of single units. */
export function rateBlocks({ rates = {}, sources }: Written): Block[] {
  return table(
    'Prices of one unit',
    ['What', '>Price', 'Each', '>Weeks a year', 'From', 'Also published', 'Source'],
    Object.entries(rates).map(([id, one]) => {
      const also = one['also-published']
      return [
        capital(spaced(id)),
        price(one.pounds),
        one.per,
        one['weeks-a-year'] ?? '',
        one.from === undefined ? '' : day(one.from),
        [
          also?.term === undefined ? '' : `${price(also.term)} a term`,
          also?.year === undefined ? '' : `${price(also.year)} a year`,
        ]
          .filter((text) => text !== '')
          .join(', '),
        sources[one.source]?.title ?? one.source,
      ]
    }),
  )
}
