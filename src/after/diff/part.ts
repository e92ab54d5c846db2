import { compare } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import type { Measure, Topic } from './change.js'
import { fieldOf, type How, isList, type Tree, textOf } from './how.js'
import { inShort, meaning } from './in-short.js'
import { value } from './value.js'

/** A part of a table, with all that is compared of it. */
export interface Part {
  /** What it is compared by, beside the others of its whole. */
  readonly key: string
  readonly at: string
  readonly name: readonly string[]
  readonly what: Topic
  readonly of: Measure | null
  /** What stands there. */
  readonly tree: Tree
  /** What it says: equal exactly where two parts say the same. */
  readonly means: string
  /** Parts of different forms have nothing in common. */
  readonly form: string
  /** Null where it is compared as a whole. */
  readonly parts: readonly Part[] | null
  readonly ordered: boolean
  readonly moves: Measure | 'a day' | null
}

/** Where a part stands, and what it has from its whole. */
export interface Stand {
  readonly path: readonly PropertyKey[]
  readonly key: string
  /** The name of its whole, and its own; empty where that goes without saying. */
  readonly base: readonly string[]
  readonly label: string
  readonly what: Topic
}

/** Reads a tree as the parts that are compared. */
export function partOf(tree: Tree, how: How, stand: Stand): Part {
  switch (how.is) {
    case 'depends':
      return partOf(tree, how.on(tree), stand)
    case 'about':
      return partOf(tree, how.of, { ...stand, what: how.what })
    case 'words':
      return leaf({ ...stand, what: how.what }, tree, inShort(tree))
    case 'exact':
    case 'key':
      return leaf(stand, tree, inShort(tree))
    case 'number':
      return { ...leaf(stand, tree, value(inShort(tree))), of: how.of }
    case 'whole':
      return leaf(stand, tree, meaning(tree, how.list === 'in order'))
    case 'pair': {
      const [[name, points] = ['', '']] = entriesOf(tree)
      return partOf(points, { is: 'number', of: how.of }, { ...stand, path: [...stand.path, name] })
    }
    case 'given': {
      if (typeof tree === 'string') return partOf(tree, { is: 'number', of: how.of }, { ...stand, label: 'gives' })
      const under = { ...stand, base: nameOf(stand), label: 'gives' }
      const base = stand.label === 'gives' || stand.label === 'give' ? stand.base : under.base
      return whole(
        stand,
        tree,
        mapped(tree, how, (key) => ({ ...under, base: [...base, key] })),
      )
    }
    case 'fields': {
      const base = how.silent ? stand.base : nameOf(stand)
      const parts = Object.entries(how.of).flatMap(([key, one]) => {
        const found = fieldOf(tree, key) ?? emptyOf(one)
        if (found === undefined || one.is === 'key') return []
        return [partOf(found, one, { ...stand, path: [...stand.path, key], key, base, label: spaced(key) })]
      })
      return { ...whole(stand, tree, parts), form: how.form(tree) }
    }
    case 'named':
      return whole(
        stand,
        tree,
        mapped(tree, how.of, (key, item) => {
          const label = titled(how.kind, key, textOf(item, 'title'))
          // The items of a list have names of their own, which would take the place of this one.
          return how.of.is === 'list' ? { ...stand, base: [...stand.base, label], label: '' } : { ...stand, label }
        }),
      )
    case 'set': {
      const parts = listed(tree, how.of, stand, (item) => partOf(item, how.of, stand).means)
      return { ...whole(stand, tree, how.ordered ? parts : sorted(parts)), ordered: how.ordered }
    }
    case 'list': {
      const parts = listed(tree, how.of, stand, how.key, how.label)
      return { ...whole(stand, tree, parts), ordered: how.ordered, moves: how.moves }
    }
  }
}

/** What is left out where many things can be is as if none were there: so each of them is told by itself. */
function emptyOf(how: How): Tree | undefined {
  switch (how.is) {
    case 'about':
      return emptyOf(how.of)
    case 'named':
      return {}
    case 'set':
    case 'list':
      return []
    default:
      return undefined
  }
}

function leaf(stand: Stand, tree: Tree, means: string): Part {
  const { key, path, what } = stand
  const at = pointer(path)
  return {
    key,
    at,
    name: nameOf(stand),
    what,
    of: null,
    tree,
    means,
    form: '',
    parts: null,
    ordered: false,
    moves: null,
  }
}

function whole(stand: Stand, tree: Tree, parts: readonly Part[]): Part {
  return { ...leaf(stand, tree, ''), parts }
}

function nameOf({ base, label }: Stand): readonly string[] {
  return label === '' ? base : [...base, label]
}

function mapped(tree: Tree, how: How, stand: (key: string, item: Tree) => Stand): Part[] {
  return entriesOf(tree)
    .sort(([a], [b]) => compare(a, b))
    .map(([key, item]) => {
      const own = stand(key, item)
      return partOf(item, how, { ...own, key, path: [...own.path, key] })
    })
}

/** The items of a list by what they are compared by; those that share it are counted up, in the order of what they say. */
function listed(
  tree: Tree,
  how: How,
  stand: Stand,
  keyOf: (item: Tree) => string,
  label: (key: string) => string = () => stand.label,
): Part[] {
  const items = (isList(tree) ? tree : []).map((item, i) => ({ item, i, key: keyOf(item) }))
  const byKey = new Map<string, typeof items>()
  for (const one of items) byKey.set(one.key, [...(byKey.get(one.key) ?? []), one])
  const keys = new Map(
    [...byKey].flatMap(([key, same]) => {
      if (same.length === 1) return same.map(({ i }) => [i, key] as const)
      const says = same
        .map(({ i, item }) => ({ i, says: meaning(item, false) }))
        .sort((a, b) => compare(a.says, b.says))
      return says.map(({ i }, n) => [i, n === 0 ? key : `${key} (${n + 1})`] as const)
    }),
  )
  return items.map(({ item, i }) => {
    const key = keys.get(i) ?? ''
    return partOf(item, how, { ...stand, path: [...stand.path, i], key, label: label(key) })
  })
}

function sorted(parts: readonly Part[]): Part[] {
  return [...parts].sort((a, b) => compare(a.key, b.key))
}

function entriesOf(tree: Tree): [string, Tree][] {
  if (typeof tree === 'string' || isList(tree)) return []
  return Object.entries(tree).flatMap(([key, item]): [string, Tree][] => (item === undefined ? [] : [[key, item]]))
}

function titled(kind: string, id: string, title: string): string {
  const name = title === '' ? id : `${inShort(title)} (${id})`
  return kind === '' ? name : `${kind} ${name}`
}

function spaced(key: string): string {
  return key.replaceAll('-', ' ')
}
