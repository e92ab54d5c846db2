import { isTree, type Tree } from '../../scripts/examples.js'

/** Every property of a JSON Schema, at every depth: its name, the way to it, and what it says. */
export function properties(
  schema: unknown,
  path = '',
): { readonly name: string; readonly path: string; readonly of: Tree }[] {
  if (Array.isArray(schema)) return schema.flatMap((item, i) => properties(item, `${path}/${i}`))
  if (!isTree(schema)) return []
  const here = isTree(schema.properties) ? Object.entries(schema.properties) : []
  return [
    ...here.map(([name, of]) => ({ name, path: `${path}/properties/${name}`, of: isTree(of) ? of : {} })),
    ...Object.entries(schema).flatMap(([key, value]) => properties(value, `${path}/${key}`)),
  ]
}

/** Every word of a JSON Schema that is chosen from a list, at every depth. */
export function choices(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(choices)
  if (!isTree(schema)) return []
  const here = [schema.const, ...(Array.isArray(schema.enum) ? schema.enum : [])]
  return [...here.filter((word) => typeof word === 'string'), ...Object.values(schema).flatMap(choices)]
}

/** Lines of a document above 120 characters that somebody wrote: not tables, and not what the code prints. */
export function wideLines(markdown: string): string[] {
  return markdown
    .replace(/^```text\n[\s\S]*?^```$|^<!-- excerpt: .+ -->\n+```[\s\S]*?^```$/gm, '')
    .split('\n')
    .filter((line) => line.length > 120 && !line.startsWith('|') && !line.startsWith('<!--'))
}

/** Every name that a table, or a part of one, uses as a key, or as what a fact is. */
export function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf)
  if (!isTree(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    key,
    ...(key === 'is' && typeof inner === 'string' ? [inner] : []),
    ...keysOf(inner),
  ])
}

/**
 * The sentences of a document: what is left of it without blocks, code in ticks and addresses. In its blocks, a word
 * that is a key or the kind of a fact is no sentence either.
 */
export function sentences(markdown: string): string {
  return markdown
    .replace(/^```yaml\n[\s\S]*?^```$/gm, (block) => block.replace(/\bis: [a-z-]+|\b[a-z-]+(?=:)/g, ''))
    .replace(/`[^`\n]+`/g, (code) => (/\bentitlement\b/.test(code) ? '' : code))
}
