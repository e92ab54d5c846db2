import type { TableChange } from './change.js'
import { differenceOf } from './difference.js'
import { inShort } from './in-short.js'
import { movedIn } from './moved.js'
import type { Part } from './part.js'

/** Everything that a later part says otherwise than an earlier one, in the order of the later one's parts. */
export function compareParts(earlier: Part, later: Part): readonly TableChange[] {
  const [before, after] = [earlier.parts, later.parts]
  if (before === null && after === null)
    return earlier.means === later.means ? [] : [fromTo('changed', later, inShort(earlier.tree), inShort(later.tree))]
  if (before === null || after === null || earlier.form !== later.form)
    return [fromTo('changed', later, inShort(earlier.tree), inShort(later.tree))]
  const had = new Map(before.map((part) => [part.key, part]))
  const moved = later.moves === null ? new Map<Part, Part>() : movedIn(before, after)
  const stayed = new Set([...after.map(({ key }) => had.get(key)), ...moved.values()])
  const same = after.filter(({ key }) => had.has(key))
  return [
    ...(later.ordered ? inOrder(later, before, same) : []),
    ...after.flatMap((part) => {
      const there = had.get(part.key)
      if (there) return compareParts(there, part)
      const from = moved.get(part)
      if (!from) return [added(part)]
      const move = fromTo('moved', { ...part, of: later.moves === 'a day' ? null : later.moves }, from.key, part.key)
      return [move, ...compareParts(from, part)]
    }),
    ...before.filter((part) => !stayed.has(part)).map(removed),
  ]
}

/** What is in both stands in another order. */
function inOrder(later: Part, before: readonly Part[], same: readonly Part[]): TableChange[] {
  const kept = new Set(same.map(({ key }) => key))
  const [was, is] = [before.filter(({ key }) => kept.has(key)), same].map((parts) =>
    parts.map(({ key }) => key).join(', '),
  )
  if (was === undefined || is === undefined || was === is) return []
  const { what, at, name } = later
  return [{ kind: 'reordered', what, at, name, of: null, before: was, after: is }]
}

function fromTo(kind: 'changed' | 'moved', { what, at, name, of }: Part, before: string, after: string): TableChange {
  return { kind, what, at, name, of, before, after, difference: of === null ? null : differenceOf(before, after) }
}

function added({ what, at, name, of, tree }: Part): TableChange {
  return { kind: 'added', what, at, name, of, before: null, after: inShort(tree) }
}

function removed({ what, at, name, of, tree }: Part): TableChange {
  return { kind: 'removed', what, at, name, of, before: inShort(tree), after: null }
}
