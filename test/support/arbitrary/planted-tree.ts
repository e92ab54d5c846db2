import type { Tree } from '../oracle/tree.js'
import type { TableTree } from './known.js'

type Path = readonly (string | number)[]

/** The same table with something put at a place; `undefined` takes away what is there. */
export function put(table: TableTree, [key, ...rest]: Path, value: Tree | undefined): TableTree {
  const all: Record<string, Tree> = { ...table }
  const name = String(key)
  const now = rest.length === 0 ? value : within(all[name] ?? {}, rest, value)
  if (now === undefined) delete all[name]
  else all[name] = now
  return all
}

function within(tree: Tree, path: Path, value: Tree | undefined): Tree {
  if (!isList(tree)) return put(typeof tree === 'string' ? {} : tree, path, value)
  const [key, ...rest] = path
  return tree.flatMap((item, i) => {
    if (i !== Number(key)) return [item]
    const now = rest.length === 0 ? value : within(item, rest, value)
    return now === undefined ? [] : [now]
  })
}

/** The same with one more item at the end of a list. */
export function added(table: TableTree, path: Path, items: readonly Tree[], item: Tree): TableTree {
  return put(table, path, [...items, item])
}

export function isList(tree: Tree): tree is readonly Tree[] {
  return Array.isArray(tree)
}
