import { type AllocationTable, loadTable } from '../../src/index.js'
import type { SeriesFile } from '../../src/load/series/check.js'
import type { TableTree } from './arbitrary/known.js'
import type { Series } from './arbitrary/series.js'
import { tableText } from './arbitrary/text.js'
import { at, maybe, text } from './oracle/tree.js'

/** A version as a file among others. */
export interface Version {
  readonly tree: TableTree
  readonly file: string
  readonly text: string
  readonly loaded: AllocationTable
}

export function versions({ trees }: Series): readonly Version[] {
  return trees.map((tree, i) => {
    const file = `v${i}.yaml`
    const written = tableText(tree)
    return { tree, file, text: written, loaded: loadTable(written, { file }) }
  })
}

export function asFile({ file, loaded }: Version): SeriesFile {
  return { file, folder: 'here', base: file, table: loaded, name: `${loaded.id} ${loaded.version}` }
}

/** The line, from 1, of a key at the margin, or of one below it. */
export function lineOf(written: string, key: string, below?: string): number {
  const lines = written.split('\n')
  const top = lines.findIndex((line) => line.startsWith(`${key}:`))
  const under = below === undefined ? top : lines.findIndex((line, i) => i > top && line.startsWith(`  ${below}:`))
  return under + 1
}

/** Whether a version is in force for a stream on a day: asked day by day, and knowing of no spans. */
export function isInForce(tree: TableTree, stream: string, day: string, all: readonly TableTree[]): boolean {
  if (text(tree, 'status') !== 'published' || at(tree, 'streams', stream) === undefined) return false
  const to = maybe(tree, 'in-force', 'to')
  if (day < text(tree, 'in-force', 'from') || (to !== null && day > to)) return false
  return !all.some((other) => other !== tree && follows(other, tree, all) && hasBegun(other, stream, day))
}

function hasBegun(tree: TableTree, stream: string, day: string): boolean {
  const isPublished = text(tree, 'status') === 'published'
  return isPublished && at(tree, 'streams', stream) !== undefined && text(tree, 'in-force', 'from') <= day
}

/** Whether one says that it supersedes another, or something withdrawn that does, and so on. */
function follows(
  tree: TableTree,
  other: TableTree,
  all: readonly TableTree[],
  seen: readonly TableTree[] = [],
): boolean {
  const over = maybe(tree, 'supersedes', 'version')
  if (over === null) return false
  if (over === text(other, 'version')) return true
  const before = all.find((one) => text(one, 'version') === over)
  if (!before || seen.includes(before) || text(before, 'status') !== 'withdrawn') return false
  return follows(before, other, all, [...seen, before])
}
