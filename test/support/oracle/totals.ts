import type { OracleLine, OracleShare, OracleTotal } from './result.js'
import { shares } from './split.js'
import { at, entries, inOrder, texts } from './tree.js'

/** Adds up settled lines, with those that wait and those that were refused beside the sum. Hours never wait. */
export function total(table: unknown, lines: readonly OracleLine[]): OracleTotal {
  return {
    settled: settled(lines).reduce((all, { amount }) => all + (amount.pence ?? 0), 0),
    waiting: lines
      .filter(({ id, amount }) => WAITING.includes(amount.state) && at(table, 'lines', id, 'provides') === undefined)
      .map(({ id, amount: { state, pence } }) => ({ line: id, state, pence })),
    refused: lines.filter(({ amount }) => amount.state === 'refused').map(({ id }) => id),
  }
}

const WAITING = ['waiting', 'refer', 'by-setting']

/** Adds up one kind of split over the settled lines. What comes to nothing is not listed. */
export function allShares(lines: readonly OracleLine[], of: (line: OracleLine) => readonly OracleShare[]) {
  const parts = settled(lines).flatMap((line) => of(line).map(({ id, pence }) => [id, BigInt(pence)] as const))
  return shares(parts).filter(({ pence }) => pence !== 0)
}

/** The settled money of every tier that a line names, even where it is none. */
export function byTier(table: unknown, lines: readonly OracleLine[]): readonly OracleShare[] {
  const named = new Set(lines.flatMap(({ tier }) => tier ?? []))
  return [...named].sort(inOrder).map((id) => {
    const these = lines.filter(({ tier }) => tier === id)
    return { id, pence: total(table, these).settled }
  })
}

/** The settled money that families may manage themselves, less what a contract holds; null where no line says how. */
export function manageable(table: unknown, lines: readonly OracleLine[]): number | null {
  if (entries(table, 'lines').every(([, line]) => at(line, 'ways') === undefined)) return null
  const theirs = settled(lines).filter(({ id }) => {
    return texts(table, 'lines', id, 'ways', 'may-be').some((way) => way !== 'notional')
  })
  return theirs.reduce((all, { amount, locked }) => all + (amount.pence ?? 0) - (locked ?? 0), 0)
}

function settled(lines: readonly OracleLine[]): readonly OracleLine[] {
  return lines.filter(({ amount }) => amount.state === 'settled')
}
