import { isTree } from '../../scripts/examples.js'

/** For every name in a table, those that stand beside it: the other keys of a mapping, the other items of a list. */
export type Names = ReadonlyMap<string, readonly string[]>

export function namesBeside(tree: unknown): Names {
  const found = new Map<string, Set<string>>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const names = namesIn(value)
    for (const name of names) found.set(name, new Set([...(found.get(name) ?? []), ...names.slice(0, 20)]))
    for (const inner of Object.values(value)) visit(inner)
  }
  visit(tree)
  return new Map([...found].map(([name, names]) => [name, [...names].filter((other) => other !== name)]))
}

/** An item of a list has a name if it is one, or if it is a level with its points. */
function namesIn(value: object): string[] {
  if (!Array.isArray(value)) return Object.keys(value)
  return value.flatMap((item) => {
    if (typeof item === 'string') return [item]
    return isTree(item) && Object.keys(item).length === 1 ? Object.keys(item) : []
  })
}
