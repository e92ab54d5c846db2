import { scaled } from '../../decimal.js'
import { type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import { entries, type LooseTable, names } from '../loose.js'
import { eachLine } from './walk.js'

/** Percentages make a whole, and a school's own money is deducted at most once. */
export function checkFunders(table: LooseTable): Finding[] {
  return eachLine(table).flatMap(({ id, path, line }) => {
    const found: Finding[] = []
    const paidBy = line['paid-by']
    const shares = paidBy?.['per-cent']
    if (shares) {
      const sum = entries(shares).reduce((total, [, text]) => total + scaled(text, 2), 0)
      if (entries(shares).length === names(shares).length && (sum !== 10000 || names(shares).length < 2))
        found.push(
          finding(
            'RAS305',
            pointer([...path, 'paid-by', 'per-cent']),
            { sum: String(sum / 100), of: 'funders' },
            'key',
          ),
        )
    }
    const law = line.stream === undefined ? undefined : table.streams?.[line.stream]?.law
    const is = line['amount-is']
    if (law === 'education' && is === undefined && !Object.hasOwn(line, 'amount-is'))
      found.push(finding('RAS308', pointer(path), { line: id, needed: true }, 'key'))
    if (law !== undefined && law !== 'education' && is !== undefined)
      found.push(finding('RAS308', pointer([...path, 'amount-is']), { line: id, needed: false }, 'key'))
    if (is === 'top-up' && paidBy?.first !== undefined)
      found.push(finding('RAS306', pointer([...path, 'paid-by', 'first']), { line: id }, 'key'))
    if (paidBy?.by !== undefined && paidBy.by === paidBy['then-by'])
      found.push(
        finding('RAS307', pointer([...path, 'paid-by', 'then-by']), { needs: 'another funder', got: 'the same one' }),
      )
    const kept = line.ways?.contingency?.['per-cent']
    if (kept !== undefined && scaled(kept, 2) > 10000)
      found.push(
        finding('RAS305', pointer([...path, 'ways', 'contingency', 'per-cent']), { sum: kept, of: 'contingency' }),
      )
    return found
  })
}
