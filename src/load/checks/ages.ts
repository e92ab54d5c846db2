import { type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import { entries, items, type LooseTable } from '../loose.js'
import { eachLine } from './walk.js'

/** What depends on an age needs the age as a fact; who is not scored is referred to somebody. */
export function checkAges(table: LooseTable): Finding[] {
  const found: Finding[] = []
  const known = table.facts === undefined && Object.hasOwn(table, 'facts')
  const age = known || entries(table.facts).some(([, fact]) => fact.is === 'age')
  const needAge = (path: readonly PropertyKey[]) => {
    if (!age)
      found.push(finding('RAS307', pointer(path), { needs: 'a fact of kind age', got: 'a table without one' }, 'key'))
  }
  for (const [id, form] of entries(table.forms)) {
    for (const key of ['from-age', 'below-age', 'not-scored-below'] as const)
      if (form[key] !== undefined) needAge(['forms', id, key])
    const scored = !Object.hasOwn(form, 'not-scored-below')
    const told = Object.hasOwn(form, 'refer-to')
    if (scored === told)
      found.push(
        finding(
          'RAS206',
          pointer(['forms', id, told ? 'refer-to' : 'not-scored-below']),
          { missing: !told, of: 'form' },
          'key',
        ),
      )
  }
  for (const { path, line } of eachLine(table))
    for (const [i, basis] of items(line['legal-basis']))
      if (basis['from-age'] !== undefined && basis['from-age'] !== '0') needAge([...path, 'legal-basis', i, 'from-age'])
  return found
}
