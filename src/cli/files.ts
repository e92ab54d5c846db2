import { existsSync, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'

/** What stands in folders. */
export interface Files {
  /**
   * The ways from a folder to every file below it, with `/`, sorted; null where the path leads to no folder. Nothing is
   * looked at that begins with a dot, nor `node_modules`, nor a link that leads out of the folder or to another folder.
   */
  readonly below: (folder: string) => readonly string[] | null
  readonly exists: (path: string) => boolean
  /** The names of everything right inside a folder, sorted; null where the path leads to no folder. */
  readonly inside: (folder: string) => readonly string[] | null
  /** Makes a folder. Throws what the system says, also where something of that name is there. */
  readonly make: (folder: string) => void
}

/** Folders as Node has them. */
export const files: Files = {
  below: (folder) => (statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? below(folder) : null),
  exists: existsSync,
  inside: (folder) => (statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder).sort() : null),
  make: (folder) => mkdirSync(folder),
}

function below(folder: string): readonly string[] {
  const root = realpathSync(folder)
  const within = (link: string): boolean => {
    if (statSync(link, { throwIfNoEntry: false })?.isFile() !== true) return false
    return realpathSync(link).startsWith(root.endsWith(path.sep) ? root : root + path.sep)
  }
  const list = (way: string): string[] =>
    readdirSync(path.join(root, way), { withFileTypes: true }).flatMap((entry) => {
      const to = way === '' ? entry.name : `${way}/${entry.name}`
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return []
      if (entry.isDirectory()) return list(to)
      return entry.isFile() || (entry.isSymbolicLink() && within(path.join(root, to))) ? [to] : []
    })
  return list('').sort()
}
