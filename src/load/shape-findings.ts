import type * as z from 'zod'
import { type Finding, finding } from '../diagnostic.js'
import { pointer } from '../pointer.js'
import { type TableShape, tableShape } from './shape/table.js'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** Checks a tree against the shape of a table and turns zod's issues into findings; gives the table when there are none. */
export function checkShape(tree: unknown): { readonly table?: TableShape; readonly findings: readonly Finding[] } {
  const { value, findings } = checkAgainst(tableShape, tree)
  return value === undefined ? { findings } : { table: value, findings }
}

/** The same for any shape in which every scalar is text. */
export function checkAgainst<T>(
  shape: z.ZodType<T>,
  tree: unknown,
): { readonly value?: T; readonly findings: readonly Finding[] } {
  const result = shape.safeParse(tree, { error: knownKeys })
  if (result.success) return { value: result.data, findings: [] }
  return { findings: result.error.issues.flatMap((issue) => fromIssue(issue, [], tree)) }
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

function fromIssue(issue: Issue, parent: Path, tree: unknown): Finding[] {
  const path = [...parent, ...issue.path]
  const at = pointer(path)
  const value = valueAt(tree, path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        finding('RAS101', pointer([...path, key]), { key, known: strings(issue.message) }, 'key'),
      )
    case 'invalid_union':
      return fromUnion(issue, path, value, tree)
    case 'invalid_key':
      return [finding('RAS105', at, { got: String(path.at(-1)), expected: issue.issues[0]?.message ?? '' }, 'key')]
    case 'invalid_value':
      if (value === undefined) return [missing(path)]
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
): Finding[] {
  if (value === undefined) return [missing(path)]
  // The path leads to the discriminator itself.
  if (issue.discriminator !== undefined)
    return [finding('RAS104', pointer(path), { got: shown(value), allowed: strings(issue.message) })]
  const options = strings(issue.message)
  if (options[0]?.startsWith('#')) {
    const chosen = issue.errors[options.indexOf(KINDS[kindOf(value)] ?? '')]
    const expected = options.map((kind) => (kind === '#text' ? 'text' : `a ${kind.slice(1)}`)).join(' or ')
    if (!chosen) return [finding('RAS103', pointer(path), { expected, got: kindOf(value) })]
    return chosen.flatMap((inner) => fromIssue(inner as Issue, path, tree))
  }
  if (kindOf(value) !== 'a mapping')
    return [finding('RAS103', pointer(path), { expected: 'a mapping', got: kindOf(value) })]
  const present = options.filter((key) => valueAt(value, [key]) !== undefined)
  const chosen = issue.errors[options.indexOf(present[0] ?? '')]
  if (present.length !== 1 || !chosen) return [finding('RAS106', pointer(path), { options }, 'key')]
  return chosen.flatMap((inner) => fromIssue(inner as Issue, path, tree))
}

/** The kinds that `textOrMapping` and its like tell apart. */
const KINDS: Readonly<Record<string, string>> = {
  text: '#text',
  nothing: '#text',
  'a mapping': '#mapping',
  'a list': '#list',
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
