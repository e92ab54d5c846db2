import type { OracleLine, OracleShare, OracleTotal } from './result.js'
import { shares } from './split.js'

/** Adds up lines: only settled ones, with those that wait and those that were refused beside the sum. */
export function total(lines: readonly OracleLine[]): OracleTotal {
  return {
    settled: settled(lines).reduce((all, line) => all + (line.pence ?? 0), 0),
    waiting: lines
      .filter(({ state }) => state === 'waiting' || state === 'refer')
      .map(({ id, state, pence }) => ({ line: id, state, pence })),
    refused: lines.filter(({ state }) => state === 'refused').map(({ id }) => id),
  }
}

/** Adds up one kind of split over the settled lines. What comes to nothing is not listed. */
export function allShares(lines: readonly OracleLine[], of: (line: OracleLine) => readonly OracleShare[]) {
  const parts = settled(lines).flatMap((line) => of(line).map(({ id, pence }) => [id, BigInt(pence)] as const))
  return shares(parts).filter(({ pence }) => pence !== 0)
}

function settled(lines: readonly OracleLine[]): readonly OracleLine[] {
  return lines.filter(({ state }) => state === 'settled')
}
