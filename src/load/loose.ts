import type { Finding } from '../diagnostic.js'
import { pointerKeys } from '../pointer.js'
import type { TableShape } from './shape/table.js'

type KeysOf<T> = T extends unknown ? keyof T : never
type At<T, K> = T extends unknown ? (K extends keyof T ? T[K] : never) : never

/** What is left of a value when any part of it may be missing; the forms of a union are merged. Text or a mapping stays so. */
export type Loose<T> = [T] extends [string | undefined]
  ? T
  : [T] extends [readonly (infer I)[] | undefined]
    ? readonly (Loose<I> | undefined)[]
    : string extends T
      ? T
      : { readonly [K in KeysOf<NonNullable<T>> & string]?: Loose<NonNullable<At<NonNullable<T>, K>>> | undefined }

export type LooseTable = Loose<TableShape>

/**
 * Takes out of a tree exactly what the shape's findings are about, so that every other check can still run: one slip
 * must not hide the next. Names stay declared and lists keep their positions.
 */
export function salvage(tree: unknown, findings: readonly Finding[]): LooseTable {
  if (findings.length === 0) return tree as LooseTable
  const copy: unknown = structured(tree)
  for (const { code, at } of findings) {
    if (code === 'RAS102') continue
    const keys = pointerKeys(at)
    const last = keys.pop()
    let parent: unknown = copy
    for (const key of keys)
      parent = typeof parent === 'object' && parent !== null ? Reflect.get(parent, key) : undefined
    if (last === undefined) return {}
    if (typeof parent !== 'object' || parent === null) continue
    if (code === 'RAS101') Reflect.deleteProperty(parent, last)
    else Reflect.set(parent, last, undefined)
  }
  return (typeof copy === 'object' && copy !== null && !Array.isArray(copy) ? copy : {}) as LooseTable
}

function structured(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structured)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, structured(item)]))
}

/** The entries of a mapping that is there; none when it is not. */
export function entries<T>(mapping: Readonly<Record<string, T | undefined>> | undefined): [string, T][] {
  return Object.entries(mapping ?? {}).filter((entry): entry is [string, T] => entry[1] !== undefined)
}

/** The items of a list that are there, each with its position; none where something else stands in its place. */
export function items<T>(list: readonly (T | undefined)[] | undefined): [number, T][] {
  return (Array.isArray(list) ? list : [])
    .map((item, i): [number, T | undefined] => [i, item])
    .filter((entry): entry is [number, T] => entry[1] !== undefined)
}

/** The names a mapping declares, whether or not what they name is in order. */
export function names(mapping: Readonly<Record<string, unknown>> | undefined): string[] {
  return Object.keys(mapping ?? {})
}
