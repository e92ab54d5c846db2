import { type Finding, finding } from '../../diagnostic.js'
import { diffTables } from '../diff/diff-tables.js'
import type { Sides } from './sides.js'

/** A version is told once; a later one says which it supersedes. Another scheme does neither. */
export function versions({ earlier, later }: Sides): Finding[] {
  const { id, version } = earlier.written
  if (later.written.id !== id) return []
  if (later.written.version === version)
    return diffTables(earlier.table, later.table).changes.length === 0
      ? []
      : [finding('RAS901', '/version', { version })]
  const { supersedes } = later.written
  if (supersedes?.id === id && supersedes.version === version) return []
  const at = supersedes === undefined ? '/version' : '/supersedes'
  return [finding('RAS902', at, { table: `${id}, version ${version}` }, supersedes === undefined ? 'value' : 'key')]
}
