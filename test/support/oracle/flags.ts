import type { Case } from './case.js'
import { holds, leavesOf, seenAt } from './conditions.js'
import { figure } from './figures.js'
import type { Worked } from './line.js'
import type { OracleEvidence, OracleFlag } from './result.js'
import { at, entries, has, inOrder, maybe, text } from './tree.js'

/** The flags of the table and the caps that bit, together in the order of their names. */
export function flags(c: Case, all: readonly Worked[]): readonly OracleFlag[] {
  const written = entries(c.table, 'flags').map(([id, flag]) => ({
    id,
    kind: ['say', 'refer', 'agreed-by'].find((key) => has(flag, key)) ?? '',
    state: holds(c, at(flag, 'when'), (leaf) => figure(c, all, leaf).met),
    exceptional: maybe(flag, 'exceptional') === 'yes',
    evidence: leavesOf(at(flag, 'when')).map((leaf) => evidence(c, all, leaf)),
  }))
  const caps = all.flatMap(({ line, capped }) =>
    capped.map(({ name, before }) => ({
      id: `${line.id}/${name}`,
      kind: 'cap',
      state: 'yes' as const,
      exceptional: true,
      evidence: [{ value: Number(before), met: 'yes' as const }],
    })),
  )
  return [...written, ...caps].sort((a, b) => inOrder(a.id, b.id))
}

/** What was read at a leaf, and whether it is so. */
function evidence(c: Case, all: readonly Worked[], leaf: unknown): OracleEvidence {
  if (READS_FIGURES.some((key) => has(leaf, key))) return figure(c, all, leaf)
  return { value: seenAt(c, leaf), met: holds(c, leaf) }
}

const READS_FIGURES = ['line', 'total', 'near-next-row', 'judged-band']

/** Who may agree the budget, as far as the figures say. */
export function agreedBy(c: Case, found: readonly OracleFlag[]) {
  return found
    .filter(({ kind, state }) => kind === 'agreed-by' && state !== 'no')
    .map(({ id, state }) => ({ who: text(c.table, 'flags', id, 'agreed-by').trim(), state }))
}
