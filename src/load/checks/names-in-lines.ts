import { finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import { items, type LooseTable, names } from '../loose.js'
import type { Use } from './use.js'
import { eachLine, eachPrice, type LooseLine, type Path } from './walk.js'

/** Names in prices, changes, and the rest of a line. */
export function namesInLines(table: LooseTable, used: Use): void {
  const { use, useFact } = used
  for (const { path, line } of eachLine(table)) {
    use('source', line.source, [...path, 'source'])
    use('stream', line.stream, [...path, 'stream'])
    use('outcome', line.outcome, [...path, 'outcome'])
    useFact(line.gate, ['decision'], [...path, 'gate'])
    namesInChanges(table, line, [...path, 'changes'], used)
    useFact(line['part-year']?.start, ['start'], [...path, 'part-year', 'start'])
    useFact(line['part-year']?.end, ['end'], [...path, 'part-year', 'end'])
    useFact(line['part-year']?.terms, ['terms'], [...path, 'part-year', 'terms'])
    for (const word of ['all', 'by', 'then-by'] as const)
      use('funder', line['paid-by']?.[word], [...path, 'paid-by', word])
    for (const name of names(line['paid-by']?.['per-cent']))
      use('funder', name, [...path, 'paid-by', 'per-cent', name], 'key')
  }
  for (const { path, price } of eachPrice(table)) {
    use('score', price['each-point-of'], [...path, 'each-point-of'])
    use('rate', price.rate, [...path, 'rate'])
    useFact(price.entitlement, ['entitlement'], [...path, 'entitlement'])
    useFact(price.quote, ['quote'], [...path, 'quote'])
    const hours = price['hours-a-week']
    if (hours !== undefined && /^[a-z]/.test(hours)) useFact(hours, ['hours'], [...path, 'hours-a-week'])
    for (const [i, factor] of items(price.for)) {
      if (factor.terms !== undefined && /^[a-z]/.test(factor.terms))
        useFact(factor.terms, ['terms'], [...path, 'for', i, 'terms'])
      if (factor.hours !== undefined) useFact(factor.hours, ['hours'], [...path, 'for', i, 'hours'])
    }
  }
}

function namesInChanges(table: LooseTable, line: LooseLine, path: Path, { use, useFact, useOneOf, report }: Use): void {
  for (const [i, change] of items(line.changes)) {
    use('source', change.source, [...path, i, 'source'])
    useFact(change['other-package'], ['other-package'], [...path, i, 'other-package'])
    useFact(change.against, ['previous-budget'], [...path, i, 'against'])
    const { fact, times } = change['area-factor'] ?? {}
    const at = [...path, i, 'area-factor']
    useFact(fact, ['area'], [...at, 'fact'])
    const declared = fact === undefined ? undefined : table.facts?.[fact]
    const areas = declared?.is === 'area' ? items(declared['one-of']).map(([, area]) => area) : []
    if (areas.length === 0 || !times) continue
    for (const name of names(times)) useOneOf('area', name, areas, [...at, 'times', name], 'key')
    for (const area of areas)
      if (!names(times).includes(area)) report(finding('RAS102', pointer([...at, 'times']), { key: area }, 'key'))
  }
}
