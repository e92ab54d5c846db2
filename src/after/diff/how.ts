import type { Measure, Topic } from './change.js'

/** What was written, whatever it is. */
export type Tree = string | readonly Tree[] | { readonly [key: string]: Tree | undefined }

/** How a part of a table is compared: what names its parts, and what makes two of them the same. */
export type How =
  /** Words: spaces and line breaks do not count. */
  | { readonly is: 'words'; readonly what: Topic }
  /** A name, a date, an address: exactly as it stands. */
  | { readonly is: 'exact'; readonly what?: Topic }
  /** A number by its value; what stands in the place of one, such as `refer`, exactly. */
  | { readonly is: 'number'; readonly of: Measure }
  /** A number, or by category a mapping down to numbers. */
  | { readonly is: 'given'; readonly of: Measure }
  /** What its list is compared by; it is told with the item and not again. */
  | { readonly is: 'key' }
  /** All at once: a condition, the categories of a look up. */
  | { readonly is: 'whole'; readonly list: 'any order' | 'in order' }
  /** One pair of a name and points. */
  | { readonly is: 'pair'; readonly of: Measure }
  /** Fixed keys. Where the form differs, the old and the new have nothing in common and are told whole. */
  | {
      readonly is: 'fields'
      readonly of: Readonly<Record<string, How>>
      readonly form: (tree: Tree) => string
      readonly silent: boolean
    }
  /** Names that the table chose; `kind` says in words what they name. */
  | { readonly is: 'named'; readonly kind: string; readonly of: How }
  /** A list of values. `ordered`: their order means something. */
  | { readonly is: 'set'; readonly of: How; readonly ordered: boolean }
  /** A list of things, each with what it is compared by. */
  | {
      readonly is: 'list'
      readonly of: How
      readonly key: (item: Tree) => string
      readonly label: (key: string) => string
      readonly ordered: boolean
      /** What the key counts, where an item can move to another place and be the same. */
      readonly moves: Measure | 'a day' | null
    }
  | { readonly is: 'depends'; readonly on: (tree: Tree) => How }
  /** Another topic from here down, except for words. */
  | { readonly is: 'about'; readonly what: Topic; readonly of: How }

type KeysOf<T> = T extends unknown ? keyof T & string : never
type Fields<T> = { readonly [K in KeysOf<NonNullable<T>>]: How }

export const words: How = { is: 'words', what: 'words' }
export const exact: How = { is: 'exact' }
export const key: How = { is: 'key' }
export const condition: How = { is: 'whole', list: 'any order' }
export const names: How = { is: 'set', of: exact, ordered: false }
export const sentences: How = { is: 'set', of: words, ordered: false }

export function number(of: Measure): How {
  return { is: 'number', of }
}

export function about(what: Topic, of: How): How {
  return { is: 'about', what, of }
}

export function named(kind: string, of: How): How {
  return { is: 'named', kind, of }
}

interface FieldsOptions {
  /** The keys of which each form has one, in the order in which they are looked for. */
  readonly forms?: readonly string[]
  /** The key whose value says which form it is. */
  readonly kind?: string
  /** Whether its own name goes without saying. */
  readonly silent?: boolean
}

/** The fixed keys of one shape, each named: a key that a shape gains and this does not have is a type error. */
export function fields<T>() {
  return (of: Fields<T>, { forms = [], kind = '', silent = false }: FieldsOptions = {}): How => ({
    is: 'fields',
    of,
    form: (tree) => forms.find((one) => fieldOf(tree, one) !== undefined) ?? textOf(tree, kind),
    silent,
  })
}

/** What stands under a key, if anything does. */
export function fieldOf(tree: Tree | undefined, name: string): Tree | undefined {
  return tree === undefined || typeof tree === 'string' || isList(tree) ? undefined : tree[name]
}

/** The text under a key; none where there is none. */
export function textOf(tree: Tree | undefined, name: string): string {
  const found = fieldOf(tree, name)
  return typeof found === 'string' ? found : ''
}

export function isList(tree: Tree): tree is readonly Tree[] {
  return Array.isArray(tree)
}
