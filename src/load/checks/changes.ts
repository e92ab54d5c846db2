import { scaled } from '../../decimal.js'
import { type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import { items, type LooseTable } from '../loose.js'
import { eachLine, type LooseLine, type Path } from './walk.js'

const CLASSES = [
  ['uplift'],
  ['area-factor'],
  ['times', 'add', 'subtract', 'other-package'],
  ['at-most', 'at-least'],
  ['protect'],
  ['nearest'],
] as const

/** Changes stand in the order of rule R2, and say what they need. */
export function checkChanges(table: LooseTable): Finding[] {
  return eachLine(table).flatMap(({ path, line }) => [
    ...inOrder(line, path),
    ...items(line.changes).flatMap(([i, change]) => [
      ...tapers(change, [...path, 'changes', i]),
      ...parts(change, [...path, 'changes', i]),
    ]),
  ])
}

type Change = NonNullable<NonNullable<LooseLine['changes']>[number]>

function inOrder(line: LooseLine, path: Path): Finding[] {
  const found: Finding[] = []
  let highest = -1
  let after = ''
  for (const [i, change] of items(line.changes)) {
    const rank = CLASSES.findIndex((words) => words.some((word) => Object.hasOwn(change, word)))
    if (rank < 0) continue
    if (rank < highest)
      found.push(
        finding('RAS304', pointer([...path, 'changes', i]), { change: change.name ?? `change ${i + 1}`, after }),
      )
    else [highest, after] = [rank, change.name ?? `change ${i + 1}`]
  }
  return found
}

/** A taper says what it keeps from which day on, and nothing else does. */
function tapers(change: Change, path: Path): Finding[] {
  if (change.protect === undefined) return []
  const told = Object.hasOwn(change, 'keeps')
  if (change.protect === 'taper' && !told) return [finding('RAS102', pointer(path), { key: 'keeps' }, 'key')]
  if (change.protect !== 'taper' && told)
    return [finding('RAS307', pointer([...path, 'keeps']), { needs: 'taper', got: change.protect }, 'key')]
  return []
}

function parts(change: Change, path: Path): Finding[] {
  const perCent = change['per-cent']
  if (perCent === undefined || scaled(perCent, 2) <= 10000) return []
  return [finding('RAS305', pointer([...path, 'per-cent']), { sum: perCent, of: 'package' })]
}
