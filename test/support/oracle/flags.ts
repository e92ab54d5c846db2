import type { Case } from './case.js'
import { holds } from './conditions.js'
import { fraction, isBelow, minus, read } from './fraction.js'
import type { Worked } from './line.js'
import { points } from './points.js'
import type { OracleFlag } from './result.js'
import { total } from './totals.js'
import { at, entries, has, inOrder, maybe, text } from './tree.js'
import { type Truth, truth, within } from './truth.js'

/** The flags of the table and the caps that bit, together in the order of their names. */
export function flags(c: Case, all: readonly Worked[]): readonly OracleFlag[] {
  const written = entries(c.table, 'flags').map(([id, flag]) => ({
    id,
    kind: ['say', 'refer', 'agreed-by'].find((key) => has(flag, key)) ?? '',
    state: holds(c, at(flag, 'when'), (leaf) => figure(c, all, leaf)),
    exceptional: maybe(flag, 'exceptional') === 'yes',
    capped: null,
  }))
  const caps = all.flatMap(({ line, capped }) =>
    capped.map(({ name, before }) => ({
      id: `${line.id}/${name}`,
      kind: 'cap',
      state: 'yes' as const,
      exceptional: true,
      capped: Number(before),
    })),
  )
  return [...written, ...caps].sort((a, b) => inOrder(a.id, b.id))
}

/** Who may agree the budget, as far as the figures say. */
export function agreedBy(c: Case, found: readonly OracleFlag[]) {
  return found
    .filter(({ kind, state }) => kind === 'agreed-by' && state !== 'no')
    .map(({ id, state }) => ({ who: text(c.table, 'flags', id, 'agreed-by').trim(), state }))
}

/** A condition over figures. Bounds are pounds; figures are pence. */
function figure(c: Case, all: readonly Worked[], leaf: unknown): Truth {
  if (has(leaf, 'near-next-row')) return near(c, all, leaf)
  const stream = maybe(leaf, 'total')
  if (stream !== null) {
    const sum = total(all.map(({ line }) => line).filter((line) => stream === 'all' || line.stream === stream))
    return within(leaf, fraction(BigInt(sum.settled), 100n), sum.waiting.length > 0)
  }
  const { line } = worked(all, text(leaf, 'line'))
  if (line.state === 'waiting' || line.state === 'refer') return 'unknown'
  return within(leaf, fraction(BigInt(line.state === 'refused' ? 0 : (line.pence ?? 0)), 100n))
}

/** Whether the next row is this near, for a line that was looked up. */
function near(c: Case, all: readonly Worked[], leaf: unknown): Truth {
  const { line } = worked(all, text(leaf, 'near-next-row'))
  if (line.neighbours === null || line.neighbours.next === null) return 'no'
  const reached = points(c, text(c.table, 'lines', line.id, 'price', 'look-up'))
  const away = minus(read(line.neighbours.next), reached)
  return truth(!isBelow(read(text(leaf, 'within')), away))
}

function worked(all: readonly Worked[], id: string): Worked {
  const found = all.find(({ line }) => line.id === id)
  if (found === undefined) throw new RangeError(`no line ${id}`)
  return found
}
