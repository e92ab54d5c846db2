import { type FindingData, finding, type Located } from '../../diagnostic.js'
import { type Place, whereIs } from '../place.js'
import { type AllocationTable, writtenOf } from '../table.js'
import { nameOf, plain, streamsOf } from './span.js'

type Why = FindingData['RAS408']['why']

/** What is known beside the tables themselves: their names come once, by first day. */
interface Beside {
  /** Names of tables that could not be loaded, or were recorded: they are somewhere. */
  readonly names: ReadonlySet<string>
  /** Ids that a record knows. */
  readonly ids: ReadonlySet<string>
}

/** What is wrong with what a table says that it supersedes (RAS408), at that place; one thing of each table. */
export function supersessions(tables: readonly AllocationTable[], beside: Beside, place: Place): Located[] {
  const byName = new Map(tables.map((table) => [nameOf(table), table]))
  const before = (table: AllocationTable) => {
    const { supersedes } = writtenOf(table)
    return supersedes && byName.get(nameOf(supersedes))
  }
  return tables.flatMap((table) => {
    const { supersedes } = writtenOf(table)
    if (!supersedes) return []
    const earlier = before(table)
    const at = (of: AllocationTable, pointer: string, why: Why, where: string) =>
      place(of, finding('RAS408', pointer, { table: nameOf(supersedes), why, where }, 'key'))
    const tell = (why: Why, where = '') => [at(table, '/supersedes', why, where)]
    if (!earlier) return isMissed(table, supersedes, tables, beside) ? tell('missing') : []
    if (earlier === table) return tell('itself')
    if (comesBack(table, before)) return tell('circle', whereIs(at(earlier, '/supersedes', 'circle', '')))
    if (earlier['in-force'].from > table['in-force'].from)
      return tell('later', whereIs(at(earlier, '/in-force', 'later', '')))
    const rival = tables.find((other) => isRival(other, table) && before(other) === earlier)
    return rival ? tell('twice', whereIs(at(rival, '/supersedes', 'twice', ''))) : []
  })
}

/**
 * Whether a table that is named and not there should be there: another table of its scheme, or of the authority, is,
 * or the record knows its scheme. A table all by itself may well follow one that is kept elsewhere.
 */
function isMissed(
  table: AllocationTable,
  supersedes: { readonly id: string; readonly version: string },
  tables: readonly AllocationTable[],
  { names, ids }: Beside,
): boolean {
  if (names.has(nameOf(supersedes))) return false
  const kin = (other: AllocationTable) =>
    other.id === supersedes.id || plain(other.authority) === plain(table.authority)
  return ids.has(supersedes.id) || tables.some((other) => other !== table && kin(other))
}

/** Whether going back from a table, from each to what it supersedes, leads to it again. */
function comesBack(start: AllocationTable, before: (table: AllocationTable) => AllocationTable | undefined): boolean {
  const seen = new Set<AllocationTable>()
  for (let at = before(start); at && !seen.has(at); at = before(at)) {
    if (at === start) return true
    seen.add(at)
  }
  return false
}

/** Whether both are published and have a stream in common, so that only one of them can follow the same table. */
function isRival(other: AllocationTable, table: AllocationTable): boolean {
  if (other === table || other.status !== 'published' || table.status !== 'published') return false
  const streams = streamsOf(table)
  return streamsOf(other).some((stream) => streams.includes(stream))
}
