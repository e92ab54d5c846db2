import { scaled } from '../../decimal.js'
import { type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import { entries, items, type LooseTable } from '../loose.js'
import { periodsAYear } from '../periods.js'
import { eachPrice } from './walk.js'

/** Where a source also prints the same price for another unit, both must agree to the penny. */
export function checkPublished(table: LooseTable): Finding[] {
  const found: Finding[] = []
  const compare = (path: readonly PropertyKey[], unit: string, published: string, worked: number) => {
    if (scaled(published, 4) !== worked)
      found.push(finding('RAS303', pointer(path), { unit, published: `£${published}`, worked: `£${worked / 10000}` }))
  }
  for (const [id, rate] of entries(table.rates)) {
    if (rate.pounds === undefined || rate.per === undefined) continue
    const weeks = rate['weeks-a-year'] === undefined ? undefined : Number(rate['weeks-a-year'])
    const year = periodsAYear(rate.per, 3, weeks)
    for (const unit of ['term', 'year'] as const) {
      const published = rate['also-published']?.[unit]
      if (published === undefined) continue
      const path = ['rates', id, 'also-published', unit]
      if (year === undefined || (unit === 'term' && year % 3 !== 0))
        found.push(
          finding('RAS307', pointer(path), { needs: 'a unit that makes up whole terms and years', got: rate.per }),
        )
      else compare(path, unit, published, (scaled(rate.pounds, 4) * year) / (unit === 'term' ? 3 : 1))
    }
  }
  for (const { path, price } of eachPrice(table)) {
    const weeks = items(price.for).find(([, factor]) => factor.weeks !== undefined)?.[1].weeks
    const year = periodsAYear(
      price.gives?.replace(/^pounds (a|for) /, '') ?? '',
      3,
      weeks === undefined ? undefined : Number(weeks),
    )
    for (const [i, row] of items(price.rows)) {
      const published = row['published-a-year']
      if (published === undefined || row.give === undefined || row.give === 'refer') continue
      const where = [...path, 'rows', i, 'published-a-year']
      if (year === undefined || typeof row.give !== 'string')
        found.push(
          finding('RAS307', pointer(where), {
            needs: 'rows that give pounds',
            got: typeof row.give === 'string' ? (price.gives ?? 'nothing') : 'several',
          }),
        )
      else compare(where, 'year', published, scaled(row.give, 4) * year)
    }
  }
  return found
}
