import { compare, type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import { entries, type LooseTable } from '../loose.js'

/** What begins does not end before it begins, for days in force and for ages of forms. */
export function checkDates(table: LooseTable): Finding[] {
  const found: Finding[] = []
  const { from, to } = table['in-force'] ?? {}
  if (from !== undefined && to !== undefined && compare(to, from) < 0)
    found.push(finding('RAS401', '/in-force/to', { from, to }))
  for (const [id, form] of entries(table.forms)) {
    const [youngest, below] = [form['from-age'], form['below-age']]
    if (youngest !== undefined && below !== undefined && Number(below) <= Number(youngest))
      found.push(
        finding('RAS608', pointer(['forms', id, 'below-age']), { from: Number(youngest), below: Number(below) }),
      )
  }
  return found
}
