import { scaled } from '../../decimal.js'
import { type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import { items, type LooseTable } from '../loose.js'
import { eachLine } from './walk.js'

/** Rows rise, meet what is published beside them, and refer to somebody. Reach is checked with the bounds. */
export function checkRows(table: LooseTable): Finding[] {
  return eachLine(table).flatMap(({ path, line: { price } }) => {
    const rows = items(price?.rows)
    const at = (i: number, ...rest: PropertyKey[]) => pointer([...path, 'price', 'rows', i, ...rest])
    const found: Finding[] = []
    let before: string | undefined
    for (const [i, row] of rows) {
      if (row.from !== undefined && before !== undefined && scaled(row.from, 2) <= scaled(before, 2))
        found.push(finding('RAS201', at(i, 'from'), { from: row.from, before }))
      if (row.from !== undefined) before = row.from
      const next = price?.rows?.[i + 1]?.from
      const [to, from] = [row.to, row.from].map((text) => (text === undefined ? undefined : scaled(text, 2)))
      const meets = next === undefined || to === undefined || to < scaled(next, 2)
      if (to !== undefined && from !== undefined && (to < from || !meets))
        found.push(finding('RAS203', at(i, 'to'), { from: row.from ?? '', to: row.to ?? '', next: next ?? null }))
      if (row.give !== undefined && price?.gives?.startsWith('pounds') && /\.\d$/.test(row.give))
        found.push(finding('RAS105', at(i, 'give'), { got: row.give, expected: 'pounds with two decimals, or none' }))
      if (price?.['straight-line'] && row.give === 'refer' && price.rows?.[i + 1] !== undefined)
        found.push(finding('RAS204', at(i, 'give'), { from: row.from ?? '' }))
    }
    const refers = rows.find(([, row]) => row.give === 'refer')
    const told = price?.['refer-to'] !== undefined
    if (refers && !told) found.push(finding('RAS206', at(refers[0], 'give'), { rows: true }))
    if (!refers && told && rows.length > 0)
      found.push(finding('RAS206', pointer([...path, 'price', 'refer-to']), { rows: false }, 'key'))
    return found
  })
}
