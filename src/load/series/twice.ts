import { finding, type Located } from '../../diagnostic.js'
import { type Place, whereIs } from '../place.js'
import { type AllocationTable, originOf, planOf } from '../table.js'
import { nameOf } from './span.js'

/** The same id and version in two files (RAS405), at the version in each of them. */
export function givenTwice(tables: readonly AllocationTable[], place: Place): Located[] {
  const byName = new Map<string, AllocationTable[]>()
  for (const table of tables) byName.set(nameOf(table), [...(byName.get(nameOf(table)) ?? []), table])
  return [...byName.values()].flatMap((all) =>
    all.flatMap((table) => {
      const other = all.filter((one) => one !== table).sort((a, b) => (originOf(a).file < originOf(b).file ? -1 : 1))[0]
      if (!other) return []
      const same = planOf(other).hash === planOf(table).hash
      const tell = (of: AllocationTable, where: string) =>
        place(of, finding('RAS405', '/version', { version: of.version, where, same }))
      return [tell(table, whereIs(tell(other, '')))]
    }),
  )
}
