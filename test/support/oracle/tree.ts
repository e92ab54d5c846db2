/** A table as its text says it: text, lists and mappings, and nothing else. */
export type Tree = string | readonly Tree[] | { readonly [key: string]: Tree }

/** What stands under these keys; `undefined` where nothing does. */
export function at(tree: unknown, ...keys: readonly string[]): unknown {
  let here = tree
  for (const key of keys) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined
    here = Reflect.get(here, key)
  }
  return here
}

export function has(tree: unknown, key: string): boolean {
  return at(tree, key) !== undefined
}

/** Text that must be there. */
export function text(tree: unknown, ...keys: readonly string[]): string {
  const found = at(tree, ...keys)
  if (typeof found !== 'string') throw new TypeError(`no text at ${keys.join('/')}: ${JSON.stringify(found)}`)
  return found
}

/** Text that may be left out. */
export function maybe(tree: unknown, ...keys: readonly string[]): string | null {
  return at(tree, ...keys) === undefined ? null : text(tree, ...keys)
}

/** The items of a list; none where the list is left out. */
export function items(tree: unknown, ...keys: readonly string[]): readonly unknown[] {
  const found = at(tree, ...keys)
  if (found === undefined) return []
  if (!Array.isArray(found)) throw new TypeError(`no list at ${keys.join('/')}`)
  return found
}

export function texts(tree: unknown, ...keys: readonly string[]): readonly string[] {
  return items(tree, ...keys).map((item) => text(item))
}

/** The keys and values of a mapping in code-unit order of the keys; none where the mapping is left out. */
export function entries(tree: unknown, ...keys: readonly string[]): readonly (readonly [string, unknown])[] {
  const found = at(tree, ...keys)
  if (found === undefined) return []
  if (typeof found !== 'object' || found === null) throw new TypeError(`no mapping at ${keys.join('/')}`)
  return Object.entries(found).sort(([a], [b]) => inOrder(a, b))
}

/** The order of code units, whatever the locale. */
export function inOrder(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** The one key and value of a mapping that has just one, such as a level and its points. */
export function pair(tree: unknown): readonly [string, unknown] {
  const [only, ...others] = entries(tree)
  if (only === undefined || others.length > 0) throw new TypeError('not a pair')
  return only
}
