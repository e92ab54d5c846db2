import type { TableRef } from '../../allocate/budget.js'
import { tableRef } from '../../allocate/table-ref.js'
import { type AllocationTable, planOf, writtenOf } from '../../load/table.js'
import { type TableDiff, TOPICS } from './change.js'
import { compareParts } from './compare-parts.js'
import { HEADER } from './header-how.js'
import type { How } from './how.js'
import { MONEY } from './lines-how.js'
import { NEEDS } from './needs-how.js'
import { type Part, partOf } from './part.js'

/**
 * Says what a later table says otherwise than an earlier one, by meaning and not by text: `500` is `500.00`, and the
 * order of keys, comments and spacing are nothing. Money first. Both may be versions of one scheme, or two schemes.
 *
 * Numbers are as they stand in the tables; differences are exact. Two tables that say the same have no changes.
 *
 * @throws TypeError for a table that did not come from `loadTable` or `tableFromJson`.
 * @example diffTables(table, table).changes // []
 */
export function diffTables(earlier: AllocationTable, later: AllocationTable): TableDiff {
  const changes = compareParts(whole(earlier), whole(later))
  const [before, after] = [refOf(earlier), refOf(later)]
  return {
    format: 'ras.diff/1',
    earlier: before,
    later: after,
    sameScheme: before.id === after.id,
    onlyWriting: changes.length === 0 && before.hash !== after.hash,
    changes: TOPICS.flatMap((topic) => changes.filter(({ what }) => what === topic)),
  }
}

function refOf(table: AllocationTable): TableRef {
  return tableRef(planOf(table))
}

const TABLE: How = { is: 'fields', of: { ...HEADER, ...NEEDS, ...MONEY }, form: () => '', silent: true }

function whole(table: AllocationTable): Part {
  return partOf(writtenOf(table), TABLE, { path: [], key: '', base: [], label: '', what: 'words' })
}
