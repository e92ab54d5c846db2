import { type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import { entries, items, type LooseTable } from '../loose.js'
import { eachLine } from './walk.js'

/** Sources of a real table can be found again, and each is pointed at. */
export function checkSources(table: LooseTable): Finding[] {
  const used = new Set<string | undefined>([
    ...eachLine(table).flatMap(({ line }) => [line.source, ...items(line.changes).map(([, change]) => change.source)]),
    ...entries(table.rates).map(([, rate]) => rate.source),
  ])
  return entries(table.sources).flatMap(([id, source]) => {
    const at = pointer(['sources', id])
    const found: Finding[] = []
    const { provenance } = table
    if (
      provenance !== undefined &&
      provenance !== 'synthetic' &&
      source.url === undefined &&
      source.clause === undefined
    )
      found.push(finding('RAS501', at, { source: id, provenance }, 'key'))
    if (!used.has(id)) found.push(finding('RAS502', at, { source: id }, 'key'))
    return found
  })
}
