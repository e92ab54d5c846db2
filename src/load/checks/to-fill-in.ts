import { type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import type { LooseTable } from '../loose.js'
import { TO_FILL_IN } from '../to-fill-in.js'

/** Words that still have to be filled in are told in a draft, and are an error in anything that families may meet. */
export function checkToFillIn(table: LooseTable): Finding[] {
  const code = table.status === undefined || table.status === 'draft' ? 'RAS503' : 'RAS504'
  return unfilled(table, []).map(({ path, what }) => finding(code, pointer(path), { what }))
}

interface Unfilled {
  readonly path: readonly PropertyKey[]
  /** What is to be filled in; empty where the words do not say. */
  readonly what: string
}

function unfilled(value: unknown, path: readonly PropertyKey[]): Unfilled[] {
  if (typeof value === 'string')
    return value.startsWith(TO_FILL_IN) ? [{ path, what: value.slice(TO_FILL_IN.length).replace(/^[:\s]+/, '') }] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => unfilled(inner, [...path, key]))
}
