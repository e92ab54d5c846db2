import { scaled } from '../../decimal.js'
import { compare, type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import { items, type Loose, type LooseTable } from '../loose.js'
import type { KeepsShape } from '../shape/keeps.js'
import { eachLine, type Path } from './walk.js'

/** What is phased out has rising days and percentages that do not rise, up to all of it. */
export function checkKeeps(table: LooseTable): Finding[] {
  return eachLine(table).flatMap(({ path, line }) => [
    ...phased(line.ways?.locked?.keeps, [...path, 'ways', 'locked', 'keeps']),
    ...items(line.changes).flatMap(([i, { keeps }]) => phased(keeps, [...path, 'changes', i, 'keeps'])),
  ])
}

function phased(keeps: Loose<KeepsShape> | undefined, path: Path): Finding[] {
  return items(keeps).flatMap(([i, { from, 'per-cent': perCent }]) => {
    const found: Finding[] = []
    const before = i > 0 ? keeps?.[i - 1] : undefined
    if (from !== undefined && before?.from !== undefined && compare(from, before.from) <= 0)
      found.push(finding('RAS307', pointer([...path, i, 'from']), { needs: `a day after ${before.from}`, got: from }))
    const most = before?.['per-cent'] ?? '100'
    if (perCent !== undefined && scaled(perCent, 2) > Math.min(scaled(most, 2), 10000))
      found.push(
        finding('RAS307', pointer([...path, i, 'per-cent']), { needs: `at most ${most} per cent`, got: perCent }),
      )
    return found
  })
}
