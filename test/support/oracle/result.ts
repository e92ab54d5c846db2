import type { Truth } from './truth.js'

/** What the oracle says a budget comes to: the figures, the states and the order, without the words and pointers. */
export interface OracleBudget {
  readonly scores: readonly { readonly id: string; readonly points: number }[]
  readonly lines: readonly OracleLine[]
  /** The streams that have lines. */
  readonly streams: readonly (OracleTotal & { readonly stream: string })[]
  readonly total: OracleTotal
  /** Over settled lines, by id, without those that come to nothing. */
  readonly funders: readonly OracleShare[]
  readonly outcomes: readonly OracleShare[]
  readonly flags: readonly OracleFlag[]
  readonly agreedBy: readonly { readonly who: string; readonly state: Truth }[]
}

export interface OracleShare {
  readonly id: string
  readonly pence: number
}

export interface OracleLine {
  readonly id: string
  readonly stream: string
  readonly state: 'settled' | 'waiting' | 'refused' | 'refer'
  readonly pence: number | null
  /** Who decides, where a row says refer and nobody has refused. */
  readonly to: string | null
  readonly steps: readonly OracleStep[]
  readonly amountIs: string | null
  readonly gate: { readonly decision: string; readonly state: string } | null
  readonly funders: readonly OracleShare[]
  readonly outcomes: readonly OracleShare[]
  readonly contingency: number | null
  readonly partYear: { readonly pence: number; readonly part: number; readonly outOf: number } | null
  readonly neighbours: OracleNeighbours | null
  readonly legalBasis: string | null
}

/** `after` is null where people decide, and on the gate, which has no figure. */
export interface OracleStep {
  readonly op: string
  readonly after: number | null
}

/** The points from which the row, the one before it and the one after it hold. */
export interface OracleNeighbours {
  readonly points: number
  readonly previous: number | null
  readonly row: number
  readonly next: number | null
  readonly away: number | null
}

export interface OracleTotal {
  readonly settled: number
  readonly waiting: readonly { readonly line: string; readonly state: string; readonly pence: number | null }[]
  readonly refused: readonly string[]
}

export interface OracleFlag {
  readonly id: string
  readonly kind: string
  readonly state: Truth
  readonly exceptional: boolean
  /** Of a cap: the figure before it was capped. */
  readonly capped: number | null
}
