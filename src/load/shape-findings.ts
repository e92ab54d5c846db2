import type * as z from 'zod'
import { type Finding, finding } from '../diagnostic.js'
import { pointer, pointerKeys } from '../pointer.js'
import { REPLACES, RESERVED } from './shape/reserved.js'
import { type TableShape, tableShape } from './shape/table.js'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** Checks a tree against the shape of a table and turns zod's issues into findings; gives the table when there are none. */
export function checkShape(tree: unknown): {
  readonly table?: TableShape
  readonly findings: readonly Finding[]
  /** Pointers to mappings that were not looked into: they have a word that is not worked yet in place of a form. */
  readonly unread: readonly string[]
} {
  const result = tableShape.safeParse(tree, { error: knownKeys })
  if (result.success) return { table: result.data, findings: [], unread: [] }
  const unread: string[] = []
  return { findings: result.error.issues.flatMap((issue) => fromIssue(issue, [], tree, unread)), unread }
}

/** What is told of a shape's findings: a word not worked yet stands in the place of other keys, and these are not missed. */
export function told(findings: readonly Finding[]): readonly Finding[] {
  const replaced = findings.flatMap(({ code, at }) => {
    const keys = pointerKeys(at)
    const word = keys.pop() ?? ''
    return code === 'RAS108' ? (REPLACES.get(word) ?? []).map((key) => pointer([...keys, key])) : []
  })
  return findings.filter((one) => {
    const at = one.code === 'RAS102' ? `${one.at}${pointer([one.data.key])}` : one.at
    return !replaced.some((place) => at === place || at.startsWith(`${place}/`))
  })
}

/** zod names the keys it does not know, not those it does; they travel in the message. */
function knownKeys(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys') {
    const def = (issue.inst as z.core.$ZodObject | undefined)?._zod.def
    return JSON.stringify(def ? Object.keys(def.shape) : [])
  }
  const union = issue.inst as z.core.$ZodDiscriminatedUnion | undefined
  if (issue.code !== 'invalid_union' || !union?._zod.def.discriminator) return undefined
  return JSON.stringify([...(union._zod.propValues?.[union._zod.def.discriminator] ?? [])])
}

function fromIssue(issue: Issue, parent: Path, tree: unknown, unread: string[]): Finding[] {
  const path = [...parent, ...issue.path]
  const at = pointer(path)
  const value = valueAt(tree, path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        RESERVED.has(key)
          ? finding('RAS108', pointer([...path, key]), { word: key }, 'key')
          : finding('RAS101', pointer([...path, key]), { key, known: strings(issue.message) }, 'key'),
      )
    case 'invalid_union':
      return fromUnion(issue, path, value, tree, unread)
    case 'invalid_key':
      return [finding('RAS105', at, { got: String(path.at(-1)), expected: issue.issues[0]?.message ?? '' }, 'key')]
    case 'invalid_value':
      if (value === undefined) return [missing(path)]
      if (isReserved(value)) return [finding('RAS108', at, { word: value })]
      return [finding('RAS104', at, { got: shown(value), allowed: issue.values.map(String) })]
    case 'too_small':
    case 'too_big':
      if (Array.isArray(value)) return [finding('RAS107', at, { least: 1, most: 500 })]
      return [finding('RAS105', at, { got: shown(value), expected: issue.message })]
    case 'invalid_type':
      if (value === undefined) return [missing(path)]
      return [finding('RAS103', at, { expected: kindWord(issue.expected), got: kindOf(value) })]
    default:
      if (value === undefined) return [missing(path)]
      return [finding('RAS105', at, { got: shown(value), expected: issue.message })]
  }
}

function fromUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
  value: unknown,
  tree: unknown,
  unread: string[],
): Finding[] {
  if (value === undefined) return [missing(path)]
  if (issue.discriminator !== undefined) {
    // The path leads to the discriminator itself.
    if (isReserved(value)) return [finding('RAS108', pointer(path), { word: value })]
    return [finding('RAS104', pointer(path), { got: shown(value), allowed: strings(issue.message) })]
  }
  if (kindOf(value) !== 'a mapping')
    return [finding('RAS103', pointer(path), { expected: 'a mapping', got: kindOf(value) })]
  const options = strings(issue.message)
  const present = options.filter((key) => valueAt(value, [key]) !== undefined)
  const chosen = issue.errors[options.indexOf(present[0] ?? '')]
  if (present.length !== 1 || !chosen) {
    const reserved = Object.keys(value as object).find((key) => RESERVED.has(key))
    if (present.length === 0 && reserved) {
      unread.push(pointer(path))
      return [finding('RAS108', pointer([...path, reserved]), { word: reserved }, 'key')]
    }
    return [finding('RAS106', pointer(path), { options }, 'key')]
  }
  return chosen.flatMap((inner) => fromIssue(inner as Issue, path, tree, unread))
}

function isReserved(value: unknown): value is string {
  return typeof value === 'string' && RESERVED.has(value)
}

function missing(path: Path): Finding {
  if (path.length === 0) return finding('RAS103', '', { expected: 'a mapping', got: 'nothing' })
  return finding('RAS102', pointer(path.slice(0, -1)), { key: String(path.at(-1)) }, 'key')
}

function strings(message: string): readonly string[] {
  const read: unknown = message.startsWith('[') ? JSON.parse(message) : []
  return Array.isArray(read) ? read.map(String) : []
}

function valueAt(tree: unknown, path: Path): unknown {
  let value = tree
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = Reflect.get(value, key)
  }
  return value
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'a mapping'
  if (value === '') return 'nothing'
  return typeof value === 'string' ? 'text' : typeof value
}

function kindWord(expected: string): string {
  if (expected === 'object' || expected === 'record') return 'a mapping'
  return expected === 'array' ? 'a list' : 'text'
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value.length > 60 ? `${value.slice(0, 60)}…` : value
  return kindOf(value)
}
