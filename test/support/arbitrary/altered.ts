import { type AllocationTable, safeLoadTable } from '../../../src/index.js'
import type { Tree } from '../oracle/tree.js'
import type { Pick } from './choices.js'
import type { TableTree } from './known.js'
import { isList, put } from './planted-tree.js'
import { tableText } from './text.js'

type Path = readonly (string | number)[]

/** A valid table in which one thing is otherwise than it was, and where. */
export interface Altered {
  readonly tree: TableTree
  readonly loaded: AllocationTable
  readonly at: Path
}

/** Alters one thing, tried again until the table is still valid; null where that did not come about. */
export function altered(pick: Pick, table: TableTree, under: readonly string[] = []): Altered | null {
  const places = placesIn(table, []).filter(([first]) => under.length === 0 || under.includes(String(first)))
  for (let i = 0; i < TRIES && places.length > 0; i++) {
    const at = pick.one(places)
    const now = pick.one(otherwise(table, at))
    if (saysTheSame(valueAt(table, at), now)) continue
    const tree = put(table, at, now === GONE ? undefined : now)
    const result = safeLoadTable(tableText(tree))
    if (result.success) return { tree, loaded: result.data, at }
  }
  return null
}

const TRIES = 12
const GONE = Symbol('gone')
type Other = Tree | typeof GONE

/** Every place in a tree but its root. */
function placesIn(tree: Tree, under: Path): readonly Path[] {
  if (typeof tree === 'string') return []
  const keys = isList(tree) ? tree.map((_, i) => i) : Object.keys(tree)
  return keys.flatMap((key) => [[...under, key], ...placesIn(valueAt(tree, [key]), [...under, key])])
}

export function valueAt(tree: Tree, path: Path): Tree {
  return path.reduce<Tree>((value, key) => (typeof value === 'string' ? value : Reflect.get(value, key)), tree)
}

/** What could stand at a place in the place of what does. */
function otherwise(table: TableTree, at: Path): readonly Other[] {
  const value = valueAt(table, at)
  if (typeof value !== 'string') {
    const fewer = isList(value) ? value.slice(1) : undefined
    const more = isList(value) ? undefined : grown(value)
    return [GONE, ...[fewer, more].filter((one) => one !== undefined)]
  }
  const beside = valueAt(table, at.slice(0, -1))
  const others = isList(beside) ? [] : Object.values(beside).filter((one) => typeof one === 'string' && one !== value)
  const number = /^\d+(\.\d+)?$/.test(value)
    ? [plus(value, 1), plus(value, -1), plus(value, 7), '0']
    : [`${value} more`]
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? [`${Number(value.slice(0, 4)) + 1}${value.slice(4)}`] : []
  return [GONE, ...number, ...number, ...day, ...others, ...NAMES.filter((name) => name !== value)]
}

/** What is one of few names, by chance another of them. */
const NAMES = ['year', 'month', 'half up', 'down', 'draft', 'official', 'support', 'council', 'freeze', 'notional']

/** A mapping with one of its values once more, under another name. */
function grown(value: TableTree): TableTree | undefined {
  const [first] = Object.values(value)
  return first === undefined ? undefined : { ...value, 'one-more': first }
}

function plus(number: string, by: number): string {
  const [whole = '0', ...rest] = number.split('.')
  return [String(Math.max(0, Number(whole) + by)), ...rest].join('.')
}

/** Whether something else was written and the same said. */
function saysTheSame(value: Tree, now: Other): boolean {
  return typeof value === 'string' && typeof now === 'string' && (value === now || Number(value) === Number(now))
}
