import { type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import { items, type LooseTable } from '../loose.js'
import { eachLine } from './walk.js'

const CLASSES = [['times', 'add', 'subtract'], ['at-most', 'at-least'], ['nearest']] as const

/** Changes stand in the order of rule R2. */
export function checkChanges(table: LooseTable): Finding[] {
  return eachLine(table).flatMap(({ path, line }) => {
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
  })
}
