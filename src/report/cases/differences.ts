import type { IndicativeBudget } from '../../allocate/budget.js'
import { compare } from '../../diagnostic.js'
import type { Expected } from '../../load/expected.js'
import { pointer } from '../../pointer.js'
import { asAsked, inFull } from './in-words.js'

/** Something that came otherwise than a case expects it. */
export interface Difference {
  /** A JSON Pointer into `expected.yaml`, to what differs; what came and is not in the case has no place there yet. */
  readonly at: string
  /** As the case says it; null where it says nothing. */
  readonly expected: string | null
  /** As it came; null where nothing came. */
  readonly came: string | null
}

/**
 * Compares a budget with what a case expects of it, exactly: no tolerance, and no entry too many or too few. What may be
 * left out of a case, and is, is not compared. No difference gives `[]`.
 *
 * @example differences(expected, budget) // [{ at: '/total/settled', expected: '1500.00', came: '1000.00' }]
 */
export function differences(expected: Expected, budget: IndicativeBudget): Difference[] {
  const { title: _title, table: _table, ...said } = expected
  return between(said, asAsked(inFull(budget), expected), [])
}

type Tree = string | readonly string[] | { readonly [key: string]: Tree | undefined }

function between(expected: Tree | undefined, came: Tree | undefined, path: readonly string[]): Difference[] {
  if (isMapping(expected) && isMapping(came)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(came)])]
    return keys.flatMap((key) => between(own(expected, key), own(came, key), [...path, key]))
  }
  const [one, other] = [inShort(expected), inShort(came)]
  return one === other ? [] : [{ at: pointer(path), expected: one, came: other }]
}

function own(tree: Readonly<Record<string, Tree | undefined>>, key: string): Tree | undefined {
  return Object.hasOwn(tree, key) ? tree[key] : undefined
}

function isMapping(tree: Tree | undefined): tree is { readonly [key: string]: Tree | undefined } {
  return typeof tree === 'object' && !Array.isArray(tree)
}

/** A value on one line, as YAML would have it. */
function inShort(tree: Tree | undefined): string | null {
  if (tree === undefined) return null
  if (typeof tree === 'string') return tree
  if (isMapping(tree)) {
    const entries = Object.entries(tree).sort(([a], [b]) => compare(a, b))
    return `{${entries.map(([key, value]) => ` ${key}: ${inShort(value)}`).join(',')} }`
  }
  return JSON.stringify(tree)
}
