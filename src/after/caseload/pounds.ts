import { asPence, formatPounds } from '../../pence.js'

/** Whole pence as pounds. A sum over many cases has no bound: of one that a double does not hold, its pennies are not told. */
export function pounds(pence: number): string {
  if (Number.isSafeInteger(pence)) return formatPounds(asPence(pence))
  return `about ${pence < 0 ? '−' : ''}£${String(BigInt(Math.abs(pence)) / 100n).replace(/\B(?=(\d{3})+$)/g, ',')}`
}

/** A change in pounds, with its sign; nothing has none. */
export function signedPounds(pence: number): string {
  return `${pence > 0 ? '+' : ''}${pounds(pence)}`
}
