import { compare } from '../../diagnostic.js'
import { isList, type Tree } from './how.js'
import { value } from './value.js'

/**
 * A part of a table in one line, every number and word as it stands; spaces and line breaks are folded.
 *
 * @example inShort({ from: '70', give: '500.00' }) // 'from: 70, give: 500.00'
 */
export function inShort(tree: Tree): string {
  return typeof tree === 'string' || isList(tree) ? inside(tree) : pairs(tree)
}

function inside(tree: Tree): string {
  if (typeof tree === 'string') return tree.trim().replace(/\s+/g, ' ')
  return isList(tree) ? `[${tree.map(inside).join(', ')}]` : `{ ${pairs(tree)} }`
}

function pairs(tree: { readonly [key: string]: Tree | undefined }): string {
  return Object.entries(tree)
    .flatMap(([key, item]) => (item === undefined ? [] : [`${key}: ${inside(item)}`]))
    .join(', ')
}

/** What a tree says: keys in any order, numbers by value, and lists in order only where that means something. */
export function meaning(tree: Tree, inOrder: boolean): string {
  if (typeof tree === 'string') return JSON.stringify(value(tree))
  if (isList(tree)) {
    const items = tree.map((item) => meaning(item, inOrder))
    return `[${(inOrder ? items : items.sort(compare)).join(',')}]`
  }
  const keys = Object.entries(tree).flatMap(([key, item]) =>
    item === undefined ? [] : [`${JSON.stringify(key)}:${meaning(item, inOrder)}`],
  )
  return `{${keys.sort(compare).join(',')}}`
}
