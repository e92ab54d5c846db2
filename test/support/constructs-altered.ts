import * as z from 'zod'
import { isTree } from '../../scripts/examples.js'
import { grouped, type Path, placesIn } from './constructs.js'
import { choicesOf } from './constructs-doors.js'
import type { Names } from './constructs-names.js'

/** A place of a table, with the constructs that begin there and those around it, from the outermost to the innermost. */
export interface Spot {
  readonly at: Path
  readonly value: unknown
  readonly shape: z.core.$ZodType
  readonly within: readonly string[]
  /** The way to it, or to the innermost of what it stands in, that may be left out of a valid table. */
  readonly goes: Path
  readonly mayGo: boolean
}

/** Places of a table that stand in the same constructs, so that they are altered together. */
export interface Group {
  readonly within: readonly string[]
  readonly spots: readonly Spot[]
}

/** A change of a table, and the constructs that it is a change of. */
export interface Alteration {
  readonly of: readonly string[]
  readonly tree: unknown
}

/** No group is altered in more ways than these. */
export const VARIANTS = [0, 1, 2, 3, 4]

/** The places of a table as written, from its top down; what begins in one place is taken together. */
export function spotsIn(tree: unknown): readonly Spot[] {
  const found = new Map<string, Spot>()
  for (const { at, value, shape, within, mayGo } of placesIn(tree)) {
    const key = at.join('/')
    const before = found.get(key)
    const around = found.get(at.slice(0, -1).join('/'))
    if (!before) found.set(key, { at, value, shape, within, mayGo, goes: mayGo ? at : (around?.goes ?? []) })
    else if (within.length > before.within.length) found.set(key, { ...before, within })
  }
  return [...found.values()]
}

/** The places of a table by construct: those that stand nearest to it first, and without free texts. */
export function groupsOf(spots: readonly Spot[]): ReadonlyMap<string, readonly Group[]> {
  const chains = grouped(spots, ({ within }) => within.join('|')).values()
  const all = [...chains].flatMap((of): Group[] => {
    const [first] = of
    return first === undefined || of.some(isFree) ? [] : [{ within: first.within, spots: of }]
  })
  const under = new Map<string, Group[]>()
  for (const group of all.sort((a, b) => a.within.length - b.within.length))
    for (const name of group.within) under.set(name, [...(under.get(name) ?? []), group])
  return under
}

/**
 * A change of the places of a group, all at once: each text for another that its shape admits; or, after those, one of
 * them left out where it may be, and what cannot be changed left out with what it stands in. Whether the table is still
 * valid is not asked. Null where there is no such variant.
 */
export function alteration(tree: unknown, { within, spots }: Group, names: Names, variant: number): Alteration | null {
  const texts = spots.map(({ value, shape }) => (typeof value === 'string' ? otherTexts(value, shape, names) : []))
  const most = Math.max(...texts.map(({ length }) => length))
  if (variant >= most) {
    const gone = spots.filter(({ mayGo, value }) => mayGo || (most === 0 && typeof value === 'string'))[variant - most]
    return gone && gone.goes.length > 0 ? { of: within, tree: put(tree, gone.goes, undefined) } : null
  }
  let made = tree
  for (const [i, { at }] of spots.entries()) {
    const of = texts[i] ?? []
    if (of.length > 0) made = put(made, at, of[variant % of.length])
  }
  return { of: within, tree: made }
}

/** A text that a person writes freely: no number, no date, no name and no choice. */
export function isFree({ value, shape }: Spot): boolean {
  return typeof value === 'string' && choicesOf(shape).length === 0 && z.safeParse(shape, 'Any words.').success
}

/** A table whose free texts each carry a mark of their own, and by mark the constructs that the text stands in. */
export function marked(tree: unknown, spots: readonly Spot[]) {
  const marks = new Map<string, readonly string[]>()
  let made = tree
  for (const { at, value, within } of spots.filter(isFree)) {
    const mark = `qz${marks.size}zq`
    marks.set(mark, within)
    made = put(made, at, `${value}${mark}`)
  }
  return { tree: made, marks }
}

/** The same tree with something else in one place; without it, where that is undefined. */
export function put(tree: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(tree)) {
    const inner = put(tree[Number(key)], rest, value)
    return tree.flatMap((item: unknown, i) => (i !== Number(key) ? [item] : inner === undefined ? [] : [inner]))
  }
  const { [key]: before, ...others } = isTree(tree) ? tree : {}
  const inner = put(before, rest, value)
  return inner === undefined ? others : { ...(isTree(tree) ? tree : {}), [key]: inner }
}

function otherTexts(value: string, shape: z.core.$ZodType, names: Names): string[] {
  const choices = choicesOf(shape)
  const all = choices.length > 0 ? choices : [...dates(value), ...numbers(value), ...(names.get(value) ?? [])]
  return [...new Set([...all, `${value}-altered`])]
    .filter((text) => text !== value && z.safeParse(shape, text).success)
    .slice(0, VARIANTS.length)
}

function numbers(value: string): string[] {
  if (value === 'refer') return ['0', '100']
  const number = Number(value)
  if (Number.isNaN(number)) return []
  const others = [number + 1, number * 2, number / 2, 0, 1]
  return [...others.map((one) => (Number.isInteger(one) ? String(one) : one.toFixed(2))), 'refer']
}

function dates(value: string): string[] {
  const [, year, rest] = /^(\d{4})(-\d\d-\d\d)$/.exec(value) ?? []
  if (year !== undefined) return [-1, 1, 10].map((more) => `${Number(year) + more}${rest}`)
  return /^\d\d-\d\d$/.test(value) ? ['01-01', '08-01', '12-28'] : []
}
