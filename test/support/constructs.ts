import type * as z from 'zod'
import { header } from '../../src/load/shape/header.js'
import { tableShape } from '../../src/load/shape/table.js'
import { choicesOf, type Door, doors, isLazy, type Kind, type Part, whole } from './constructs-doors.js'

/*
 * The constructs of the format, read off the shapes that the loader itself checks a table with: every key, every form
 * of a mapping that has several, every kind of a fact, every value that is chosen from a list, and every way in which
 * one value can be written. There is no list of them anywhere: a new key in a shape is a new construct.
 *
 * A construct is named by the words on the way to it. What stands inside a line is named without `lines`, what stands
 * in the header with `header`, and a condition is `when` wherever it stands. What is written once and used in several
 * places is named by the words that all the ways to it share: `keeps from`, `across fact`.
 */

const TABLE = whole(tableShape)

export type Path = readonly string[]

export interface Construct {
  /** The words on the way to it, and its own word, which is the last of them. */
  readonly name: string
  readonly word: string
  readonly kind: Kind
  /** The shape of what is inside it; the same one where several constructs have one and the same inside. */
  readonly shape: z.core.$ZodType
}

/** A place in a table as written. Several constructs can begin in one place: a price, and the form that it has. */
export interface Place {
  /** The keys and numbers that lead to it. */
  readonly at: Path
  readonly value: unknown
  readonly shape: z.core.$ZodType
  /** The construct that begins here, if one does. */
  readonly own: string | null
  /** The constructs that it stands in, its own among them, from the outermost to the innermost. */
  readonly within: readonly string[]
  /** It may be left out of a valid table. */
  readonly mayGo: boolean
}

/** Every construct of the format, in the order of the shapes. */
export function constructs(): readonly Construct[] {
  const found = new Map<string, Construct>()
  survey(SHARED, ({ own }, { kind, word, leads }) => {
    if (own !== null && word !== null && !found.has(own)) found.set(own, { name: own, kind, word, shape: leads.shape })
  })
  return [...found.values()]
}

/** The names of the constructs that a table uses, or a part of a table that begins at its top. */
export function constructsIn(tree: unknown): ReadonlySet<string> {
  return new Set(placesIn(tree).flatMap(({ own }) => own ?? []))
}

/** Every place of a table as written, from its top down. What is no part of the format is left out. */
export function placesIn(tree: unknown): readonly Place[] {
  const places: Place[] = []
  const visit = (part: Part, path: Path, at: Path, value: unknown, within: readonly string[]): void => {
    for (const door of doors(part)) {
      const { own, then } = through(door, path, SHARED)
      for (const [key, inner] of door.open(value)) {
        const here = key === null ? at : [...at, key]
        const all = own === null ? within : [...within, own]
        places.push({ at: here, value: inner, shape: door.leads.shape, own, within: all, mayGo: door.mayGo })
        visit(door.leads, then, here, inner, all)
      }
    }
  }
  visit(TABLE, [], [], tree, [])
  return places
}

/** What is written once, and the words that all ways to it share. */
type Shared = ReadonlyMap<unknown, Path>

interface Way {
  /** The name of what begins behind the door. */
  readonly own: string | null
  /** The words that the names inside it begin with. */
  readonly then: Path
}

function through({ word, isCommon, leads }: Door, path: Path, shared: Shared): Way {
  const outside = isCommon ? path.slice(0, -1) : path
  const top = outside.length === 0 && word !== null && word in header ? ['header'] : outside
  const own = word === null ? top : [...top, word]
  const inside = word !== null && outside.join() === 'lines' ? [word] : own
  const then = isLazy(leads.shape) ? WHEN : (shared.get(contents(leads, inside)) ?? inside)
  return { own: word === null ? null : own.join(' '), then }
}

/** The shapes that can hold themselves are the conditions. */
const WHEN: Path = ['when']

/** What tells the contents of two parts apart: lists to choose from are the same if their key and their values are. */
function contents({ shape }: Part, path: Path): unknown {
  const choices = choicesOf(shape)
  return choices.length > 0 ? [path.at(-1), ...choices].join() : shape
}

/** Follows every way through the shapes; into each condition once. */
function survey(shared: Shared, found: (way: Way, door: Door) => void): void {
  const open = new Set<unknown>()
  const visit = (part: Part, path: Path): void => {
    for (const door of doors(part)) {
      const way = through(door, path, shared)
      found(way, door)
      if (open.has(door.leads.shape)) continue
      if (isLazy(door.leads.shape)) open.add(door.leads.shape)
      visit(door.leads, way.then)
    }
  }
  visit(TABLE, [])
}

function sharedParts(): Shared {
  const ways = new Map<unknown, Path[]>()
  survey(new Map(), ({ then }, { leads }) => {
    const key = contents(leads, then)
    ways.set(key, [...(ways.get(key) ?? []), then])
  })
  return new Map([...ways].map(([key, paths]) => [key, inCommon(paths)]))
}

/** The words that are in every one of these paths, in order. */
function inCommon([first = [], ...others]: readonly Path[]): Path {
  return first.filter((word) => others.every((path) => path.includes(word)))
}

const SHARED = sharedParts()

/** The items of a list by what they have in common, in the order in which they come. */
export function grouped<K, T>(items: readonly T[], by: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(by(item))
    if (group) group.push(item)
    else groups.set(by(item), [item])
  }
  return groups
}
