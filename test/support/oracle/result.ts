import type { Truth } from './truth.js'

/** What the oracle says a budget comes to: the figures, the states and the order, without the words and pointers. */
export interface OracleBudget extends OracleSums {
  /** The day of the assessment, where anything is phased out by it. */
  readonly date: string | null
  readonly scored: boolean
  /** None where the child was not scored. */
  readonly scores: readonly { readonly id: string; readonly points: number }[]
  readonly lines: readonly OracleLine[]
  /** Over settled lines, by id, without those that come to nothing. */
  readonly funders: readonly OracleShare[]
  readonly outcomes: readonly OracleShare[]
  /** Over settled lines, by the tiers that lines name. */
  readonly tiers: readonly OracleShare[]
  readonly manageable: number | null
  readonly flags: readonly OracleFlag[]
  /** One for each setting where it is not known, with the lines that differ. */
  readonly settings: readonly OracleSetting[]
}

/** What is said of all lines together. */
export interface OracleSums {
  /** The streams that have lines. */
  readonly streams: readonly (OracleTotal & { readonly stream: string })[]
  readonly total: OracleTotal
  readonly agreedBy: readonly { readonly who: string; readonly state: Truth }[]
}

export interface OracleSetting extends OracleSums {
  readonly setting: string
  readonly lines: readonly OracleLine[]
}

export interface OracleShare {
  readonly id: string
  readonly pence: number
}

export interface OracleAmount {
  readonly state: 'settled' | 'waiting' | 'refused' | 'refer' | 'provides' | 'by-setting'
  readonly pence: number | null
  /** Who decides, where a row says refer and nobody has refused. */
  readonly to: string | null
  /** Of what is provided. */
  readonly quantity: number | null
  readonly settings: readonly { readonly setting: string; readonly amount: OracleAmount }[]
}

/** How many hours or units; null where people decide, and where the setting is not known. */
export interface OracleQuantity {
  readonly quantity: number | null
  readonly of: string
}

export interface OracleLine {
  readonly id: string
  readonly stream: string
  readonly tier: string | null
  readonly amount: OracleAmount
  readonly steps: readonly OracleStep[]
  readonly amountIs: string | null
  readonly gate: { readonly decision: string; readonly state: string } | null
  readonly provides: OracleQuantity | null
  readonly funders: readonly OracleShare[]
  readonly outcomes: readonly OracleShare[]
  readonly contingency: number | null
  readonly locked: number | null
  readonly partYear: { readonly pence: number; readonly part: number; readonly outOf: number } | null
  readonly neighbours: OracleNeighbours | null
  readonly legalBasis: string | null
}

/** `after` is null where there is no figure: people decide, hours are provided, or the step has none, as a gate. */
export interface OracleStep {
  readonly op: string
  readonly after: number | null
  /** The values of the categories that chose a row or a factor. */
  readonly keys: readonly OracleKey[]
  /** The factor that a flat sum is multiplied by. */
  readonly weight: number | null
  /** Of what is provided. */
  readonly quantity: number | null
}

export interface OracleKey {
  readonly of: string
  readonly is: string
}

/** The row that the points chose, the one before it and the one after it. */
export interface OracleNeighbours {
  readonly points: number
  readonly previous: OracleRow | null
  readonly row: OracleRow | null
  readonly next: OracleRow | null
  readonly away: number | null
}

/** What a row gives for the categories of the case, as it is written. */
export interface OracleRow {
  readonly from: number
  readonly give: string
  readonly band: string | null
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
  /** What was read at every leaf of its condition; of a cap, the figure before it was capped. */
  readonly evidence: readonly OracleEvidence[]
}

export interface OracleEvidence {
  readonly value: string | number | boolean | null
  readonly met: Truth
}

/** A step with nothing to say but its figure. */
export function step(op: string, after: bigint | null, more: Partial<OracleStep> = {}): OracleStep {
  return { op, after: after === null ? null : Number(after), keys: [], weight: null, quantity: null, ...more }
}
